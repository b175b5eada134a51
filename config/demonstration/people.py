"""The cast of the demonstration, with the institutions for which two of them act."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from access.reach import SYSTEM
from accounts.codes import ParticipantCategory, Role
from accounts.models import Institution, Person
from accounts.services import Scope, add_membership, open_account

TANGANYIKA, MANIEMA = "CD74", "CD63"
DOMAIN = "demo.invalid"


@dataclass(frozen=True)
class Member:
    """One person of the cast."""

    name: str
    role: str
    provinces: tuple[str, ...] | None = None
    institution: str = ""


DIVISION_T = "Division provinciale fictive des mines, Tanganyika"
DIVISION_M = "Division provinciale fictive des mines, Maniema"
CAST = (
    Member("amina", Role.FACILITATOR, (TANGANYIKA,)),
    Member("bahati", Role.FACILITATOR, (MANIEMA,)),
    Member("celine", Role.ANALYST),
    Member("daudi", Role.MINISTRY, (TANGANYIKA,), DIVISION_T),
    Member("habiba", Role.MINISTRY, (MANIEMA,), DIVISION_M),
    Member("esther", Role.SECRETARIAT),
    Member("furaha", Role.SECRETARIAT),
    Member("gaspard", Role.ADMINISTRATOR, ()),
)
SPELLED = {"celine": "Céline"}


def open_accounts(password: str) -> dict[str, Person]:
    """Return the cast by name; each has an account with that password and the role of the table."""
    people: dict[str, Person] = {}
    hashed = ""
    for member in CAST:
        institution = _institution(member) if member.institution else None
        name = SPELLED.get(member.name, member.name.capitalize())
        person = open_account(
            email=f"{member.name}@{DOMAIN}", name=name, password=None, institution=institution, by=SYSTEM
        )
        if not hashed:
            person.set_password(password)
            hashed = person.password
        person.password = hashed
        person.last_visit = timezone.now() - timedelta(days=30)
        person.save(update_fields=["password", "last_visit"])
        add_membership(person, member.role, Scope(member.provinces), by=SYSTEM)
        people[member.name] = person
    return people


def set_password(password: str) -> None:
    """Everybody of the cast signs in with `password` from now on."""
    for person in Person.objects.filter(email__in=addresses()):
        if not person.check_password(password):
            person.set_password(password)
            person.save(update_fields=["password"])


def addresses() -> list[str]:
    """Addresses of the cast."""
    return [f"{member.name}@{DOMAIN}" for member in CAST]


def _institution(member: Member) -> Institution:
    institution: Institution = Institution.objects.create(
        name=member.institution, category=ParticipantCategory.PROV_DIV, provinces=list(member.provinces or ())
    )
    return institution
