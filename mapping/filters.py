"""The catalogue of filters: one list that the browser, SQL and exports read in the same way.

A filter belongs to a kind; conditions on one kind hold in one claim, kinds combine by AND at the place, values
within a filter by OR. Which audience has a filter follows from the columns that are disclosed to it.
"""

from collections.abc import Iterable, Set
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_stubs_ext import StrOrPromise

from access.fields import SOFTENED, Rule, rule_for
from access.reach import READING_AUDIENCES, Audience, Reach
from claims.codes import (
    ActivityStatus,
    Agreement,
    ArmedPresence,
    BeneficiaryType,
    ChainRole,
    ClaimKind,
    Mineral,
    Mode,
    ModeFamily,
    Programme,
    QualificationStatus,
)
from claims.disclosed import columns_of
from claims.disclosed.columns import kept_own
from sites.codes import ActorCategory, PlaceKind, Sensitivity, SourceKind, TitleStatus

OBSERVATION, INVOLVEMENT = ClaimKind.OBSERVATION.lower(), ClaimKind.INVOLVEMENT.lower()
LEG, BENEFIT, QUALIFICATION = ClaimKind.LEG.lower(), ClaimKind.BENEFIT.lower(), ClaimKind.QUALIFICATION.lower()
PLACE, STATE, VIEW = "place", "state", "view"
CLAIM_KINDS = (OBSERVATION, INVOLVEMENT, LEG, BENEFIT, QUALIFICATION)
"""Kinds of claims that the map carries, in the order of the layer."""

PRESENCE = (
    ArmedPresence.PRESENT_INT,
    ArmedPresence.PRESENT_NO_INT,
    ArmedPresence.PRESENT_NO_DATA,
    ArmedPresence.ABSENT,
    ArmedPresence.NO_DATA,
)
"""What a place can be drawn as, in the fixed order of the dictionary; the secretariat also has `WITHHELD`."""

SENSITIVITY_READERS = (Audience.ANALYST, Audience.SECRETARIAT)


@dataclass(frozen=True)
class Filter:
    """One filter.

    `column` is a disclosed column of its kind, `shape` how rows hold it; values are of a closed list (`codes`) or rows
    of a `register`.
    """

    key: str
    kind: str
    column: str
    shape: str
    label: StrOrPromise
    first: bool = False
    codes: type[TextChoices] | None = None
    register: str = ""
    audiences: tuple[Audience, ...] = READING_AUDIENCES

    @property
    def many(self) -> bool:
        """Whether a row has several values of it."""
        return self.shape in ("bitmask", "list")


CATALOGUE: tuple[Filter, ...] = (
    Filter("mineral", OBSERVATION, "minerals", "bitmask", _("Mineral"), True, Mineral),
    Filter("presence", STATE, "presence", "choice", _("Armed presence"), True, ArmedPresence),
    Filter("actor", INVOLVEMENT, "actor_id", "choice", _("Actor"), True, register="actor"),
    Filter("territoire", PLACE, "territoire", "choice", _("Territoire"), True, register="territoire"),
    Filter("date", VIEW, "", "date", _("Date"), True),
    Filter("round", OBSERVATION, "round", "choice", pgettext_lazy("round of workshops", "Update"), True, None, "round"),
    Filter("actor_category", INVOLVEMENT, "actor_category", "choice", _("Category of actor"), False, ActorCategory),
    Filter("mode_family", INVOLVEMENT, "mode_families", "bitmask", _("Family of modes"), False, ModeFamily),
    Filter("mode", INVOLVEMENT, "modes", "bitmask", _("Operational mode"), False, Mode),
    Filter("role", INVOLVEMENT, "chain_role", "choice", _("Role in the chain"), False, ChainRole),
    Filter("beneficiary", BENEFIT, "beneficiary_type", "choice", _("Type of beneficiary"), False, BeneficiaryType),
    Filter("qualification", QUALIFICATION, "status", "choice", _("Qualification"), False, QualificationStatus),
    Filter("programme", OBSERVATION, "programme", "choice", _("Traceability programme"), False, Programme),
    Filter("activity", OBSERVATION, "activity_status", "choice", _("Activity"), False, ActivityStatus),
    Filter("title", OBSERVATION, "title_status", "choice", _("Title or protected area"), False, TitleStatus),
    Filter("province", PLACE, "province", "choice", _("Province"), False, register="province"),
    Filter("place_kind", PLACE, "kind", "choice", _("Kind of place"), False, PlaceKind),
    Filter("source_kind", OBSERVATION, "source_kind", "choice", _("Kind of source"), False, SourceKind),
    Filter("workshop", OBSERVATION, "workshop", "choice", _("Workshop"), False, register="workshop"),
    Filter("agreement", OBSERVATION, "agreement", "choice", _("Agreement"), False, Agreement),
    Filter(
        "sensitivity",
        OBSERVATION,
        "sensitivity",
        "choice",
        _("Class"),
        False,
        Sensitivity,
        audiences=SENSITIVITY_READERS,
    ),
    Filter("q", VIEW, "", "text", _("Find a place")),
    Filter("box", VIEW, "", "box", _("Area drawn on the map")),
)
BY_KEY = {filter.key: filter for filter in CATALOGUE}


def filters_of(reach: Reach, kinds: Iterable[str] | None = None) -> list[Filter]:
    """Return the filters that `reach` has: those whose column is disclosed to it, in more than its own rooms."""
    wanted = [one for one in CATALOGUE if reach.audience in one.audiences and (kinds is None or one.kind in kinds)]
    disclosed = {
        kind: columns_of(ClaimKind(kind.upper()), reach).keys() - kept_own(ClaimKind(kind.upper()), reach)
        for kind in {one.kind for one in wanted} & {*CLAIM_KINDS}
    }
    return [one for one in wanted if one.kind not in disclosed or _told(one, disclosed[one.kind], reach)]


def _told(one: Filter, columns: Set[str], reach: Reach) -> bool:
    """A round is told to whoever is told rounds; a workshop to whoever is told its place and day exactly."""
    if one.register == "round":
        return True
    if one.register == "workshop":
        return rule_for("workshop place and date", reach.audience) == Rule.EXACT
    return one.column in columns


def presence_codes(reach: Reach) -> tuple[ArmedPresence, ...]:
    """Return what places can be drawn as for `reach`."""
    return (*PRESENCE, ArmedPresence.WITHHELD) if reach.audience == Audience.SECRETARIAT else PRESENCE


def closed_list(one: Filter, reach: Reach) -> list[tuple[str, str]]:
    """Return code and label of each value of a filter with a closed list; a value's place in it is its figure."""
    if one.key == "presence":
        return [(str(code), str(code.label)) for code in presence_codes(reach)]
    assert one.codes is not None
    return [(str(value), str(label)) for value, label in one.codes.choices]


def is_told(code: str, reach: Reach) -> bool:
    """Whether a value of a closed list exists for `reach`; below the secretariat some read as another."""
    return reach.audience == Audience.SECRETARIAT or code not in SOFTENED


def layer_column(one: Filter) -> str | None:
    """Return the name of the filter's column in the layers."""
    if not one.column:
        return None
    return one.column if one.kind in ("place", "state") else one.key
