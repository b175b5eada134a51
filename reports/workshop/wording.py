"""Codes of records in the words of the lists, one line for each thing that a cell of the report says."""

from django.utils.formats import number_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from claims.codes import (
    Answer,
    ArmedPresence,
    BeneficiaryType,
    ExploitationMode,
    ExtractionType,
    Frequency,
    LevyBase,
    LevyUnit,
    Mineral,
    Mode,
    SinceLastRound,
    Transport,
    UnspecifiedReason,
)
from sites.codes import ActorCategory, TitleStatus
from workbook.projection.records import Place
from workbook.projection.said import Benefit, Involvement, Leg, Observation, Statement

from .naming import Names
from .words import labelled


def presence(seen: tuple[Observation, ...]) -> str:
    """What was said of armed presence; two answers that differ stand side by side."""
    said = dict.fromkeys(it.armed_presence for it in seen if it.armed_presence)
    return " ≠ ".join(str(ArmedPresence(code).label) for code in said)


def nature(place: Place, seen: tuple[Observation, ...]) -> tuple[str, ...]:
    """How it is worked, for what, in which way, under which title."""
    codes: list[str] = [str(ExploitationMode(it).label) for one in seen for it in one.exploitation]
    minerals = [it for one in seen for it in one.minerals] or list(place.minerals)
    codes += [str(Mineral(it).label) for it in minerals]
    codes += [str(ExtractionType(it).label) for one in seen for it in one.extraction]
    codes += [str(TitleStatus(it.title_status).label) for it in seen if it.title_status]
    return tuple(dict.fromkeys(codes))


def actor(said: Involvement, names: Names) -> str:
    """The actor by name and category, or by category alone."""
    name = names.actor(said.actor, said.actor_name)
    category = str(ActorCategory(said.actor_category).label) if said.actor_category else ""
    return name or category or _("not said")


def modes(said: Involvement) -> tuple[str, ...]:
    """What the actor does, how often, and what it levies."""
    told = [str(Mode(it).label) for it in said.modes]
    if told and said.frequency:
        told[-1] = f"{told[-1]} ({str(Frequency(said.frequency).label).lower()})"
    levy = _levy(said)
    return tuple([*told, levy] if levy else told)


def _levy(said: Involvement) -> str:
    amounts = [
        number_format(it, use_l10n=True, force_grouping=True)
        for it in (said.levy_low, said.levy_high)
        if it is not None
    ]
    if not amounts:
        return ""
    unit = str(LevyUnit(said.levy_unit).label) if said.levy_unit else ""
    base = str(LevyBase(said.levy_base).label).lower() if said.levy_base else ""
    return capfirst(" ".join(it for it in ("–".join(dict.fromkeys(amounts)), unit, base) if it))


def way(said: Leg, names: Names) -> str:
    """Where the minerals go, and how."""
    end = names.place(said.to) or said.to_text or _("not said")
    mineral = str(Mineral(said.mineral).label) if said.mineral not in ("", Mineral.UNKNOWN) else ""
    means = str(Transport(said.transport).label) if said.transport not in ("", Transport.UNKNOWN) else ""
    formal = {Answer.YES: _("formal"), Answer.NO: _("informal")}.get(Answer(said.formal)) if said.formal else ""
    return f"→ {end}" + "".join(f", {it[:1].lower()}{it[1:]}" for it in (mineral, means, formal) if it)


def past(place: Place, said: Statement, names: Names) -> str:
    """What the last round said, under the answer that it got: no longer so, an error, not known."""
    if isinstance(said, Observation):
        told = presence((said,)) or " · ".join(nature(place, (said,))) or _("Observation")
    elif isinstance(said, Involvement):
        told = " – ".join(it for it in (actor(said, names), ", ".join(modes(said))) if it)
    elif isinstance(said, Leg):
        told = way(said, names)
    else:
        told = beneficiary(said, names) if isinstance(said, Benefit) else ""
    return labelled(str(SinceLastRound(said.since_last_round).label), told)


def beneficiary(said: Benefit, names: Names) -> str:
    """Who gains, by type and name; where nobody is named, the reason."""
    kind = str(BeneficiaryType(said.beneficiary_type).label) if said.beneficiary_type else ""
    name = names.actor(said.beneficiary, said.beneficiary_name)
    reason = str(UnspecifiedReason(said.unspecified_reason).label) if said.unspecified_reason else ""
    told = " – ".join(it for it in (kind, name) if it) or _("not said")
    return f"{told} ({reason[:1].lower()}{reason[1:]})" if reason else told
