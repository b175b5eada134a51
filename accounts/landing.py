"""Where each role begins its work."""

from django.utils.functional import Promise

from access.reach import Audience, Reach

from .codes import Role

LANDINGS = {
    Audience.SECRETARIAT: "/review/",
    Audience.ANALYST: "/map/",
    Audience.MINISTRY: "/map/",
    Audience.BASIC: "/workshops/",
}
ROLE_OF_AUDIENCE = {
    Audience.SECRETARIAT: Role.SECRETARIAT,
    Audience.ANALYST: Role.ANALYST,
    Audience.MINISTRY: Role.MINISTRY,
    Audience.BASIC: Role.FACILITATOR,
}
ADMINISTRATION = "/accounts/"
OWN_ACCOUNT = "/account/"


def landing_of(reach: Reach) -> str:
    """The first screen after sign-in; a person without any role finds the own account."""
    return LANDINGS.get(reach.audience) or (ADMINISTRATION if reach.administers else OWN_ACCOUNT)


def role_of(reach: Reach) -> str | Promise:
    """The word that stands beside the name."""
    role = ROLE_OF_AUDIENCE.get(reach.audience) or (Role.ADMINISTRATOR if reach.administers else None)
    return role.label if role else ""
