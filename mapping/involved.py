"""Actors, legs and beneficiaries of a place in words, as permitted."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from claims.codes import (
    Answer,
    BeneficiaryType,
    BenefitLink,
    ChainRole,
    ClaimKind,
    Frequency,
    LegKind,
    LevyBase,
    LevyUnit,
    Mineral,
    Mode,
    ModeFamily,
    SinceLastRound,
    Transport,
    UnspecifiedReason,
)
from claims.derived import annex_two_risks
from sites.codes import ActorCategory
from sites.models import Area

from .reading import Reading, Row
from .words import day_in_words, joined, magnitude_in_words, range_in_words, word, words

PATTERN_OF_ANSWER = {Answer.YES: "formal", Answer.NO: "informal"}


@dataclass
class Involved:
    """An actor at the place with what is said of it, the latest first."""

    name: str
    category: str
    risks: list[str] = field(default_factory=list)
    said: list[tuple[str, str, Row]] = field(default_factory=list)
    reserved: int = 0


@dataclass(frozen=True)
class Stop:
    """The far end of a leg; it has a code where the reader may open its sheet."""

    name: str
    code: str


@dataclass
class Way:
    """How minerals leave the place, with every end to which they go in that way."""

    kind: str
    told: str
    pattern: str
    stops: list[Stop] = field(default_factory=list)
    reserved: int = 0


@dataclass(frozen=True)
class Gain:
    """Who gains, as far as the reader may know."""

    who: str
    name: str
    how: str
    row: Row
    reserved: int


def actor_name(row: Row) -> str:
    """Return the actor as the reader is told it: name, category, or as it was said."""
    named = row.get("actor") or row.get("actor_as_stated")
    return str(named or word(ActorCategory, row.get("actor_category")) or _("An actor that is not named"))


def actor_sentence(row: Row) -> str:
    """Return what an involvement says, as one line that names the actor."""
    told = actor_told(row)
    return _("%(actor)s: %(told)s") % {"actor": actor_name(row), "told": told} if told else actor_name(row)


def actor_told(row: Row) -> str:
    """Return what an involvement says of its actor."""
    modes = words(Mode, row.get("modes")) or words(ModeFamily, row.get("mode_families"))
    how = word(ChainRole, row.get("chain_role")), levy_in_words(row), word(Frequency, row.get("frequency"))
    return joined([joined(modes), *how, since_in_words(row)], " · ")


def since_in_words(row: Row) -> str:
    """Return what became of it since the last round: that it is no longer so stands wherever it is told."""
    return word(SinceLastRound, row.get("since_last_round")).lower()


def levy_in_words(row: Row) -> str:
    """Return a levy exactly, or its band."""
    amount = range_in_words(row.get("levy_low"), row.get("levy_high"), word(LevyUnit, row.get("levy_unit")))
    if not amount and row.get("levy_magnitude") is not None:
        amount = magnitude_in_words(row["levy_magnitude"])
    if not amount:
        return ""
    return joined([amount, word(LevyBase, row.get("levy_base")).lower(), word(Frequency, row.get("levy_per")).lower()])


def actors_of(reading: Reading) -> list[Involved]:
    """Return involvements by actor, whoever was named last first."""
    found: dict[str, Involved] = {}
    for row in reading.of(ClaimKind.INVOLVEMENT):
        category = word(ActorCategory, row.get("actor_category"))
        one = found.setdefault(actor_name(row), Involved(actor_name(row), category))
        one.said.append((actor_told(row), when_of(row), row))
        one.reserved += reading.reserved(row)
        risks = annex_two_risks(row.get("modes") or (), row.get("actor_category") or "")
        one.risks += [str(risk.label) for risk in risks if str(risk.label) not in one.risks]
    return list(found.values())


def ways_of(reading: Reading) -> list[Way]:
    """Return the legs that start at the place, by what is said of them; whoever was named last stands first."""
    names = dict(Area.objects.filter(level=1).values_list("pcode", "name"))
    found: dict[tuple[str, str, str], Way] = {}
    for row in reading.of(ClaimKind.LEG):
        way = _way(row)
        kept = found.setdefault((way.kind, way.told, way.pattern), way)
        kept.reserved = max(kept.reserved, reading.reserved(row))
        away = joined(names.get(code, "") for code in row["to_provinces"] or ())
        stop = Stop(row["to"] or away or _("Not identified"), row["to_place"] or "")
        if stop not in kept.stops:
            kept.stops.append(stop)
    return list(found.values())


def _way(row: Row) -> Way:
    kilos = range_in_words(row.get("volume_low"), row.get("volume_high"), _("kg a month"))
    if not kilos:
        kilos = magnitude_in_words(row.get("volume_magnitude"), _("kg a month"))
    formal = {Answer.YES: _("formal"), Answer.NO: _("informal")}.get(row["formal"], _("formal or not: not known"))
    mineral = word(Mineral, row["mineral"]) if row["mineral"] != Mineral.UNKNOWN else ""
    transport = word(Transport, row["transport"]) if row["transport"] != Transport.UNKNOWN else ""
    via = joined(row.get("via") or ())
    told = joined([mineral, kilos, formal, transport, via, since_in_words(row)], " · ")
    return Way(word(LegKind, row["leg_kind"]), told, PATTERN_OF_ANSWER.get(row["formal"], "unknown"))


def gains_of(reading: Reading) -> list[Gain]:
    """Return who is said to gain."""
    return [_gain(row, reading) for row in reading.of(ClaimKind.BENEFIT) if "beneficiary_type" in row]


def _gain(row: Row, reading: Reading) -> Gain:
    link = word(BenefitLink, row["link"]) if row["link"] != BenefitLink.UNKNOWN else ""
    how = joined([link, word(UnspecifiedReason, row["unspecified_reason"]), since_in_words(row)], " · ")
    who = word(BeneficiaryType, row["beneficiary_type"])
    return Gain(who, row.get("beneficiary") or "", how, row, reading.reserved(row))


def when_of(row: Row) -> str:
    """Return when a claim was made."""
    return day_in_words(row["stated_on"], row["stated_precision"])
