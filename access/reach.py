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
class Reach:
    """What one person reaches while one request lasts.

    `provinces` is None where the scope is the whole country, abroad and unknown included.
    """

    person: UUID | None = None
    audience: Audience = Audience.PUBLIC
    provinces: tuple[str, ...] | None = ()
    workshops: tuple[UUID, ...] = ()
    granted: tuple[UUID, ...] = ()
    institution: UUID | None = None
    administers: bool = False
    system: bool = False

    def in_scope(self, column: str = "provinces") -> Q:
        """Rows whose provinces all lie in this reach; `column` is an array of P-codes that is never empty."""
        if self.provinces is None:
            return Q()
        return Q(**{f"{column}__contained_by": list(self.provinces)})


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
