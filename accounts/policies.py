"""Who may do what with accounts: administrators manage them and see no content; nobody widens their own access."""

from django.db.models import Q

from access.policy import EVERY_ROW, NO_ROW, Policy, policy_for
from access.reach import Audience, Reach

from .models import Device, Grant, Institution, Invitation, Membership, Person


@policy_for(Institution)
class InstitutionPolicy(Policy):
    """Names of bodies; which persons act for them is the persons' policy."""

    def view(self, reach: Reach) -> Q:
        """Whoever signed in may read the name of a body: papers and replies carry it."""
        return EVERY_ROW if reach.person or reach.system else NO_ROW

    def manage(self, reach: Reach) -> Q:
        """Administrators keep the list."""
        return EVERY_ROW if reach.administers or reach.system else NO_ROW


@policy_for(Person)
class PersonPolicy(Policy):
    """Accounts."""

    def view(self, reach: Reach) -> Q:
        """Oneself; all for administrators, who keep them, and the secretariat, which answers for who did what."""
        if reach.administers or reach.audience == Audience.SECRETARIAT:
            return EVERY_ROW
        return Q(pk=reach.person) if reach.person else NO_ROW

    def edit(self, reach: Reach) -> Q:
        """A person's own language and name are the person's."""
        return Q(pk=reach.person) if reach.person else NO_ROW

    def manage(self, reach: Reach) -> Q:
        """Administrators keep accounts of others; on their own they could only widen or lose themselves."""
        if reach.system:
            return EVERY_ROW
        return ~Q(pk=reach.person) if reach.administers else NO_ROW


@policy_for(Membership)
class MembershipPolicy(Policy):
    """Roles and scopes."""

    def view(self, reach: Reach) -> Q:
        """One's own; all for administrators and the secretariat."""
        if reach.administers or reach.audience == Audience.SECRETARIAT:
            return EVERY_ROW
        return Q(person=reach.person) if reach.person else NO_ROW

    def manage(self, reach: Reach) -> Q:
        """Administrators give roles to others, never to themselves."""
        if reach.system:
            return EVERY_ROW
        return ~Q(person=reach.person) if reach.administers else NO_ROW


@policy_for(Grant)
class GrantPolicy(Policy):
    """Widenings of a reach: two people of the secretariat, neither of them the one who gains."""

    def view(self, reach: Reach) -> Q:
        """One's own; all for the secretariat. Administrators see none: a grant names records."""
        if reach.audience == Audience.SECRETARIAT:
            return EVERY_ROW
        return Q(person=reach.person) if reach.person else NO_ROW

    def ask(self, reach: Reach) -> Q:
        """Somebody of the secretariat asks for another person."""
        return ~Q(person=reach.person) if reach.audience == Audience.SECRETARIAT and reach.person else NO_ROW

    def approve(self, reach: Reach) -> Q:
        """A second one approves: neither who asked nor who gains."""
        if reach.audience != Audience.SECRETARIAT or not reach.person:
            return NO_ROW
        return ~Q(person=reach.person) & ~Q(asked_by=reach.person) & Q(approved_at=None)

    def end(self, reach: Reach) -> Q:
        """One person of the secretariat may take back at once: narrowing needs no second."""
        return EVERY_ROW if reach.audience == Audience.SECRETARIAT else NO_ROW


@policy_for(Invitation)
class InvitationPolicy(Policy):
    """Letters to future accounts."""

    def view(self, reach: Reach) -> Q:
        """Administrators keep them."""
        return EVERY_ROW if reach.administers or reach.system else NO_ROW

    def manage(self, reach: Reach) -> Q:
        """Administrators send and withdraw them."""
        return EVERY_ROW if reach.administers or reach.system else NO_ROW


@policy_for(Device)
class DevicePolicy(Policy):
    """Laptops prepared for a workshop."""

    def view(self, reach: Reach) -> Q:
        """The room knows its laptops, the secretariat all; whose they are tells who took part in writing."""
        return EVERY_ROW if reach.audience == Audience.SECRETARIAT else Q(workshop__in=reach.workshops)

    def manage(self, reach: Reach) -> Q:
        """A lost laptop is cut off at once, by whoever hears of it first."""
        return self.view(reach)
