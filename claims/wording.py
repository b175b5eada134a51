"""A claim in words, made from the disclosed row of whoever reads: a headline, and every field that was said."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import TextChoices
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_stubs_ext import StrOrPromise

from sites.codes import ActorCategory, TitleStatus

from . import codes
from .codes import PRESENCE_ANSWERS, ClaimKind

Row = dict[str, Any]

LISTS: dict[str, type[TextChoices]] = {
    "armed_presence": codes.ArmedPresence,
    "activity_status": codes.ActivityStatus,
    "exploitation_modes": codes.ExploitationMode,
    "extraction_types": codes.ExtractionType,
    "title_status": TitleStatus,
    "services": codes.StateService,
    "programme": codes.Programme,
    "programme_state": codes.ProgrammeState,
    "minerals": codes.Mineral,
    "mineral": codes.Mineral,
    "no_visit_reason": codes.NoVisitReason,
    "mercury": codes.Answer,
    "women": codes.Answer,
    "children": codes.Answer,
    "displaced": codes.Answer,
    "ex_combatants": codes.Answer,
    "formal": codes.Answer,
    "actor_category": ActorCategory,
    "chain_role": codes.ChainRole,
    "frequency": codes.Frequency,
    "modes": codes.Mode,
    "mode_families": codes.ModeFamily,
    "levy_base": codes.LevyBase,
    "levy_unit": codes.LevyUnit,
    "levy_per": codes.Frequency,
    "leg_kind": codes.LegKind,
    "transport": codes.Transport,
    "beneficiary_type": codes.BeneficiaryType,
    "link": codes.BenefitLink,
    "unspecified_reason": codes.UnspecifiedReason,
    "ddr_stage": codes.DdrStage,
    "status": codes.QualificationStatus,
    "category": codes.IncidentCategory,
    "follow_up": codes.IncidentFollowup,
}
"""The closed list in which the codes of a field have their words."""

FIELDS: dict[ClaimKind, tuple[tuple[StrOrPromise, tuple[str, ...]], ...]] = {
    ClaimKind.OBSERVATION: (
        (gettext_lazy("Armed presence"), ("armed_presence",)),
        (gettext_lazy("Activity"), ("activity_status",)),
        (gettext_lazy("Minerals"), ("minerals",)),
        (gettext_lazy("Workers"), ("workers_low", "workers_high")),
        (gettext_lazy("Mining"), ("exploitation_modes", "extraction_types")),
        (gettext_lazy("Title"), ("title_status",)),
        (gettext_lazy("Services"), ("services",)),
        (gettext_lazy("Programme"), ("programme", "programme_state")),
        (gettext_lazy("Mercury"), ("mercury",)),
        (gettext_lazy("Women"), ("women",)),
        (gettext_lazy("Children"), ("children",)),
        (gettext_lazy("Displaced people"), ("displaced",)),
        (gettext_lazy("Not visited because"), ("no_visit_reason",)),
    ),
    ClaimKind.INVOLVEMENT: (
        (gettext_lazy("Actor"), ("actor", "actor_as_stated", "actor_category")),
        (gettext_lazy("Role"), ("chain_role",)),
        (gettext_lazy("Modes"), ("modes", "mode_families")),
        (gettext_lazy("Frequency"), ("frequency",)),
        (gettext_lazy("Levy"), ("levy_low", "levy_high", "levy_unit", "levy_base", "levy_per")),
    ),
    ClaimKind.LEG: (
        (gettext_lazy("Towards"), ("to", "leg_kind")),
        (gettext_lazy("Mineral"), ("mineral",)),
        (gettext_lazy("Transport"), ("transport",)),
        (gettext_lazy("By way of"), ("via",)),
        (gettext_lazy("Kilograms a month"), ("volume_low", "volume_high")),
        (gettext_lazy("Formal"), ("formal",)),
    ),
    ClaimKind.BENEFIT: (
        (gettext_lazy("Beneficiary"), ("beneficiary",)),
        (gettext_lazy("Type"), ("beneficiary_type",)),
        (gettext_lazy("Link"), ("link",)),
        (gettext_lazy("Not named because"), ("unspecified_reason",)),
    ),
    ClaimKind.SITUATION: (
        (gettext_lazy("Actor"), ("actor", "actor_category")),
        (gettext_lazy("Areas"), ("areas",)),
        (gettext_lazy("Strength"), ("strength_low", "strength_high")),
        (gettext_lazy("Disarmament"), ("ddr_stage",)),
        (gettext_lazy("Demands"), ("demands",)),
        (gettext_lazy("Ex-combatants in the mines"), ("ex_combatants",)),
    ),
    ClaimKind.QUALIFICATION: (
        (gettext_lazy("Qualification"), ("status",)),
        (gettext_lazy("Decree"), ("decree",)),
        (gettext_lazy("Decided on"), ("decided_on",)),
    ),
    ClaimKind.INCIDENT: (
        (gettext_lazy("Incident"), ("category",)),
        (gettext_lazy("Severity"), ("severity",)),
        (gettext_lazy("Follow-up"), ("follow_up",)),
    ),
}
"""What each kind says, in the order in which it is read; fields of one line stand together."""

RANGES = {"workers_low": "workers_high", "levy_low": "levy_high", "volume_low": "volume_high",
          "strength_low": "strength_high"}  # fmt: skip


def word(name: str, value: Any) -> str:
    """One value in words: codes by their list, several joined by commas; nothing for nothing."""
    if value is None or value == "" or value == []:
        return ""
    if isinstance(value, date):
        return str(date_format(value, "SHORT_DATE_FORMAT"))
    if isinstance(value, list | tuple):
        return ", ".join(word(name, item) for item in value)
    choices = LISTS.get(name)
    if choices is not None and value in choices.values:
        return str(choices(value).label)
    return f"{value:g}" if isinstance(value, float) else f"{value.normalize():f}" if _decimal(value) else str(value)


def dated(row: Row) -> str:
    """When it was said, no more precisely than the reader is told."""
    day = row["stated_on"]
    match row["stated_precision"]:
        case "YEAR":
            return f"{day:%Y}"
        case "QUARTER":
            return _("quarter %(number)s of %(year)s") % {"number": (day.month + 2) // 3, "year": day.year}
        case "MONTH" | "SEASON":
            return f"{day:%m/%Y}"
    return str(date_format(day, "SHORT_DATE_FORMAT"))


def headline(row: Row) -> str:
    """What the claim says in a few words; what its reader does not get is not in `row`."""
    match row["kind"]:
        case ClaimKind.OBSERVATION:
            return _observed(row)
        case ClaimKind.INVOLVEMENT:
            return _first(row, "modes", "mode_families", "chain_role", "actor", "actor_category")
        case ClaimKind.LEG:
            return _("leg towards %(end)s") % {"end": row.get("to") or _("a place elsewhere")}
        case ClaimKind.BENEFIT:
            return _("benefit: %(kind)s") % {"kind": _first(row, "beneficiary_type")}
        case ClaimKind.SITUATION:
            return _first(row, "ddr_stage", "actor", "actor_category")
        case ClaimKind.QUALIFICATION:
            return _("qualification: %(status)s") % {"status": word("status", row.get("status"))}
    return _first(row, "category")


def facts(row: Row) -> list[tuple[StrOrPromise, str]]:
    """Each line of the claim's kind with what was said."""
    return [line for line in _lines(row) if line[1]]


def unsaid(row: Row) -> list[StrOrPromise]:
    """Lines of which the claim says nothing; one that the reader gets nothing of is neither here nor in `facts`."""
    return [label for label, text in _lines(row) if not text]


def _lines(row: Row) -> list[tuple[StrOrPromise, str]]:
    lines = FIELDS[ClaimKind(row["kind"])]
    told = [line for line in lines if any(name in row for name in line[1])]
    return [(label, " · ".join(_parts(row, names))) for label, names in told]


def _parts(row: Row, names: Iterable[str]) -> list[str]:
    """Values of one line; a range reads as one, and a coarse value not beside its exact one."""
    parts: list[str] = []
    for name in names:
        if name in RANGES.values() or (name == "mode_families" and row.get("modes")):
            continue
        if name == "actor_as_stated" and row.get("actor"):
            continue
        if name in RANGES:
            parts.append(_range(row.get(name), row.get(RANGES[name])))
        else:
            parts.append(word(name, row.get(name)))
    return [part for part in parts if part]


def _range(low: Any, high: Any) -> str:
    if low is None and high is None:
        return ""
    ends = [word("", end) for end in (low, high) if end is not None]
    return ends[0] if len(set(ends)) == 1 else _("%(low)s to %(high)s") % {"low": ends[0], "high": ends[1]}


def _observed(row: Row) -> str:
    if row.get("armed_presence") in PRESENCE_ANSWERS:
        return word("armed_presence", row["armed_presence"])
    if row.get("activity_status") not in (None, "UNKNOWN"):
        return _("activity: %(activity)s") % {"activity": word("activity_status", row["activity_status"])}
    return word("minerals", row.get("minerals")) or word("armed_presence", row.get("armed_presence"))


def _first(row: Row, *names: str) -> str:
    return next((text for text in (word(name, row.get(name)) for name in names) if text), _("nothing said"))


def _decimal(value: Any) -> bool:
    return hasattr(value, "normalize")
