"""How far a person reaches: an audience, provinces, own workshops and grants, made once per request."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q, TextChoices
from django.utils.translation import pgettext_lazy


class Audience(TextChoices):
    """For whom states, layers and fields are computed; a person has exactly one."""

    NOBODY = "nobody", pgettext_lazy("audience", "No content")
    PUBLIC = "public", pgettext_lazy("audience", "Public")
    BASIC = "basic", pgettext_lazy("audience", "Facilitator elsewhere")
    MINISTRY = "ministry", pgettext_lazy("audience", "Provincial ministry")
    ANALYST = "analyst", pgettext_lazy("audience", "Analyst")
    SECRETARIAT = "secretariat", pgettext_lazy("audience", "Technical secretariat")


READING_AUDIENCES = (Audience.BASIC, Audience.MINISTRY, Audience.ANALYST, Audience.SECRETARIAT)


@dataclass(frozen=True)
class Granted:
    """Records that grants of one highest class name, and the classes of rows that those grants open."""

    classes: tuple[str, ...]
    records: tuple[UUID, ...]


@dataclass(frozen=True)
class Reach:
    """What one person reaches while one request lasts.

    `provinces` is None where the scope is the whole country, abroad and unknown included. `closed_workshops` are those
    of `workshops` in which the room writes no more.
    """

    person: UUID | None = None
    audience: Audience = Audience.PUBLIC
    provinces: tuple[str, ...] | None = ()
    workshops: tuple[UUID, ...] = ()
    closed_workshops: tuple[UUID, ...] = ()
    granted: tuple[Granted, ...] = ()
    institution: UUID | None = None
    administers: bool = False
    system: bool = False

    def in_scope(self, column: str = "provinces") -> Q:
        """Rows whose provinces all lie in this reach; `column` is an array of P-codes that is never empty."""
        if self.provinces is None:
            return Q()
        return Q(**{f"{column}__contained_by": list(self.provinces)})

    def granted_rows(self) -> Q:
        """Rows that a grant names, as far as their own class is one that this grant opens."""
        rows = Q(id__in=())
        for grant in self.granted:
            rows |= Q(id__in=grant.records, sensitivity__in=grant.classes)
        return rows

    def granted_at(self, highest: str) -> tuple[UUID, ...]:
        """Records of which grants open even what is of the class `highest`."""
        return tuple(key for grant in self.granted if highest in grant.classes for key in grant.records)

    @property
    def open_workshops(self) -> tuple[UUID, ...]:
        """Own workshops in which the room still writes."""
        return tuple(key for key in self.workshops if key not in self.closed_workshops)


ANONYMOUS = Reach()
SYSTEM = Reach(audience=Audience.SECRETARIAT, provinces=None, system=True)

_builder: Callable[[Any], Reach] | None = None


def set_reach_builder(builder: Callable[[Any], Reach]) -> None:
    """Declare how a person becomes a reach; called once by the app that knows persons."""
    global _builder
    _builder = builder


def reach_of(person: Any) -> Reach:
    """The reach of `person`, which may be a `Reach` itself, anonymous or None (the built-in system never is)."""
    if isinstance(person, Reach):
        return person
    if person is None or not getattr(person, "is_authenticated", False):
        return ANONYMOUS
    assert _builder is not None, "accounts declares how a person becomes a reach"
    return _builder(person)
