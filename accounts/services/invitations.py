"""Letters that let somebody open an account."""

import hashlib
import secrets
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from access.audit import record
from access.querysets import require
from access.reach import SYSTEM, reach_of
from lib.problems import Fault, Problem

from ..models import Institution, Invitation, Person
from .accounts import open_account
from .memberships import Scope, add_membership, check_scope

INVITATION_LASTS = timedelta(days=7)


def invite_person(
    *,
    email: str,
    name: str,
    role: str,
    scope: Scope,
    by: Any,
    institution: Institution | None = None,
    language: str = "fr",
) -> tuple[Invitation, str]:
    """Return the invitation and its secret, which is kept nowhere: only the letter has it. For administrators.

    Recorded as `invitation.send`. Raises `Fault.CONFLICT` when the address has an account, `Fault.ALREADY_ASKED`
    while an earlier invitation to it is open.
    """
    check_scope(role, scope)
    address = email.strip().lower()
    secret = secrets.token_urlsafe(32)
    with transaction.atomic():
        if Person.objects.filter(email__iexact=address).exists():
            raise Problem(Fault.CONFLICT)
        if Invitation.objects.filter(email=address).open().exists():
            raise Problem(Fault.ALREADY_ASKED)
        invitation = Invitation.objects.create(
            email=address,
            name=name,
            institution=institution,
            language=language,
            role=role,
            provinces=None if scope.provinces is None else sorted(set(scope.provinces)),
            workshop=scope.workshop,
            token_hash=_hash(secret),
            invited_by_id=reach_of(by).person,
            expires_at=timezone.now() + INVITATION_LASTS,
        )
        record("invitation.send", invitation, by=by, role=role, provinces=scope.provinces)
        require("manage", invitation, by=by)
    return invitation, secret


def withdraw_invitation(invitation: Invitation, *, by: Any) -> None:
    """The letter opens nothing any more. For administrators. Recorded as `invitation.withdraw`."""
    with transaction.atomic():
        require("manage", invitation, by=by)
        invitation.withdrawn_at = timezone.now()
        invitation.save(update_fields=["withdrawn_at"])
        record("invitation.withdraw", invitation, by=by)


def invitation_at(secret: str) -> Invitation:
    """Return the open invitation of `secret`; raises `Fault.GONE` for a used, withdrawn, expired or unknown one."""
    invitation: Invitation | None = Invitation.objects.filter(token_hash=_hash(secret)).open().first()
    if invitation is None:
        raise Problem(Fault.GONE)
    return invitation


def accept_invitation(secret: str, *, password: str) -> Person:
    """Return the person who now has an account with that password and the role of the letter; it works once.

    Recorded as `invitation.accept`. Raises `Fault.GONE`, or `Fault.CONFLICT` when the address got an account meanwhile.
    """
    with transaction.atomic():
        invitation: Invitation | None = (
            Invitation.objects.filter(token_hash=_hash(secret)).open().select_for_update(of=("self",)).first()
        )
        if invitation is None:
            raise Problem(Fault.GONE)
        if Person.objects.filter(email__iexact=invitation.email).exists():
            raise Problem(Fault.CONFLICT)
        person = open_account(
            email=invitation.email,
            name=invitation.name,
            password=password,
            institution=invitation.institution,
            language=invitation.language,
            by=SYSTEM,
        )
        provinces = None if invitation.provinces is None else tuple(invitation.provinces)
        add_membership(person, invitation.role, Scope(provinces, invitation.workshop), by=SYSTEM)
        invitation.accepted_at = timezone.now()
        invitation.save(update_fields=["accepted_at"])
        record("invitation.accept", invitation, by=person)
    return person


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()
