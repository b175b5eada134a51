"""Rows of accounts, read after the plural."""

from typing import TYPE_CHECKING, Self

from django.db.models import Q
from django.db.models.functions import Now

from access.querysets import PermittedQuerySet

if TYPE_CHECKING:
    from .models import Device, Grant, Invitation, Membership, Person  # noqa: F401  # named in quoted types


class PersonQuerySet(PermittedQuerySet["Person"]):
    """Persons."""

    def active(self) -> Self:
        """Who may sign in."""
        return self.filter(is_active=True)


class MembershipQuerySet(PermittedQuerySet["Membership"]):
    """Memberships."""

    def in_force(self) -> Self:
        """Not expired by the database's clock."""
        return self.filter(Q(expires_at=None) | Q(expires_at__gt=Now()))


class GrantQuerySet(PermittedQuerySet["Grant"]):
    """Grants."""

    def in_force(self) -> Self:
        """Approved, not taken back, not expired by the database's clock."""
        return self.filter(approved_at__isnull=False, ended_at=None, expires_at__gt=Now())


class InvitationQuerySet(PermittedQuerySet["Invitation"]):
    """Invitations."""

    def open(self) -> Self:
        """Neither used nor withdrawn nor expired."""
        return self.filter(accepted_at=None, withdrawn_at=None, expires_at__gt=Now())


class DeviceQuerySet(PermittedQuerySet["Device"]):
    """Prepared laptops."""

    def in_force(self) -> Self:
        """Neither taken back nor expired by the database's clock."""
        return self.filter(ended_at=None, expires_at__gt=Now())
