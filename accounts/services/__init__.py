"""What can be done with accounts; each service leaves its trace in the transaction of what it does."""

from .accounts import (
    change_own_account,
    close_sessions,
    deactivate_person,
    open_account,
    reactivate_person,
    retire_unused_accounts,
)
from .devices import device_of, end_device, prepare_device
from .grants import approve_grant, end_grant, request_grant
from .institutions import add_institution
from .invitations import accept_invitation, invitation_at, invite_person, withdraw_invitation
from .memberships import Scope, add_membership, end_membership

__all__ = [
    "Scope",
    "accept_invitation",
    "add_institution",
    "add_membership",
    "approve_grant",
    "change_own_account",
    "close_sessions",
    "deactivate_person",
    "device_of",
    "end_device",
    "end_grant",
    "end_membership",
    "invitation_at",
    "invite_person",
    "open_account",
    "prepare_device",
    "reactivate_person",
    "request_grant",
    "retire_unused_accounts",
    "withdraw_invitation",
]
