"""The fields of a claim, as the services of claims take them, for a record of each kind."""

from collections.abc import Callable
from typing import Any

from django.utils import translation

from claims.codes import Agreement, ArmedPresence, Disclosure
from lib.dates import last_day
from sites.codes import ActorCategory, Sensitivity

from ..projection.said import Benefit, Involvement, Leg, Observation, Situation, Statement
from .matching import Matching

LONGEST_NAME = 200
OPEN = (ArmedPresence.ABSENT, ArmedPresence.NO_DATA, ArmedPresence.NOT_ASKED, "")
"""What an observation may say of armed presence and still be of class C1."""


def common(said: Statement, matching: Matching, names: dict[str, str]) -> dict[str, Any]:
    """What claims of every kind have; what was not said is left to the model."""
    place = matching.places.get(said.place)
    fields: dict[str, Any] = {
        "place": place,
        "place_as_stated": names.get(said.place, "")[:LONGEST_NAME],
        "basis": said.basis,
        "agreement": said.agreement or Agreement.CONSENSUS,
        "disclosure": said.disclosure,
        "since_last_round": said.since_last_round,
        "sensitivity": said.sensitivity or Sensitivity.HIGH,
        "note": said.note,
        "said": said.said,
        "said_language": said.language[:8],
    }
    if said.since:
        fields |= {"observed_from": said.since.first, "observed_from_precision": said.since.precision}
    if said.until:
        last = last_day(said.until.first, said.until.precision)
        fields |= {"observed_until": last, "observed_until_precision": said.until.precision}
    return fields


def observation(said: Observation, matching: Matching) -> dict[str, Any]:
    """A presence that the plenary may not hear of makes the whole observation one of the group."""
    fields = {
        "armed_presence": said.armed_presence,
        "activity_status": said.activity_status,
        "exploitation_modes": list(said.exploitation),
        "extraction_types": list(said.extraction),
        "title_status": said.title_status,
        "workers_low": said.workers_low,
        "workers_high": said.workers_high,
        "services": list(said.services),
        "programme": said.programme,
        "programme_state": said.programme_state,
        "mercury": said.mercury,
        "women": said.women,
        "children": said.children,
        "displaced": said.displaced,
        "no_visit_reason": said.no_visit_reason,
        "minerals": said.minerals,
    }
    if not said.presence_told:
        fields["disclosure"] = Disclosure.GROUP_ONLY
    if not said.sensitivity and said.armed_presence in OPEN:
        fields["sensitivity"] = Sensitivity.MODERATE
    return fields


def involvement(said: Involvement, matching: Matching) -> dict[str, Any]:
    """Who acts; an actor that the register does not know stays as it was said."""
    return {
        "actor": matching.actor(said.actor, said.actor_name),
        "actor_as_stated": (said.actor_name or _category(said.actor_category))[:LONGEST_NAME],
        "area": matching.areas.get(said.area),
        "chain_role": said.chain_role,
        "modes": list(said.modes),
        "frequency": said.frequency,
        "levy_base": said.levy_base,
        "levy_low": said.levy_low,
        "levy_high": said.levy_high,
        "levy_unit": said.levy_unit,
        "levy_per": said.levy_per,
    }


def _category(code: str) -> str:
    """Where only a category was said, its word in the working language stands for the actor."""
    with translation.override("fr"):
        return str(ActorCategory(code).label) if code else ""


def leg(said: Leg, matching: Matching) -> dict[str, Any]:
    """Where minerals go."""
    return {
        "to_place": matching.places.get(said.to),
        "to_text": said.to_text[:LONGEST_NAME],
        "leg_kind": said.leg_kind,
        "mineral": said.mineral,
        "transport": said.transport,
        "volume_low": said.volume_low,
        "volume_high": said.volume_high,
        "formal": said.formal,
        "via": [it[:LONGEST_NAME] for it in said.via],
    }


def benefit(said: Benefit, matching: Matching) -> dict[str, Any]:
    """Who gains; a name that the register does not know is a note, which nobody reads before it is cleared."""
    known = matching.actor(said.beneficiary, said.beneficiary_name)
    fields: dict[str, Any] = {
        "beneficiary": known,
        "beneficiary_type": said.beneficiary_type,
        "link": said.link,
        "unspecified_reason": said.unspecified_reason,
    }
    if said.beneficiary_name and known is None:
        fields["note"] = "\n".join(it for it in (said.beneficiary_name, said.note) if it)
    return fields


def situation(said: Situation, matching: Matching) -> dict[str, Any]:
    """How an actor stands."""
    return {
        "actor": matching.actor(said.actor, said.actor_name),
        "areas": list(said.areas),
        "strength_low": said.strength_low,
        "strength_high": said.strength_high,
        "demands": said.demands,
        "ddr_stage": said.ddr_stage,
        "allies": [row.pk for it in said.allies if (row := matching.actors.get(it))],
        "rivals": [row.pk for it in said.rivals if (row := matching.actors.get(it))],
        "ex_combatants": said.ex_combatants,
    }


OWN: dict[type[Statement], Callable[[Any, Matching], dict[str, Any]]] = {
    Observation: observation,
    Involvement: involvement,
    Leg: leg,
    Benefit: benefit,
    Situation: situation,
}
"""What is a kind's own."""


def fields_of(said: Statement, matching: Matching, names: dict[str, str]) -> dict[str, Any]:
    """Everything that was said, and nothing that was not."""
    fields = common(said, matching, names) | OWN[type(said)](said, matching)
    return {name: value for name, value in fields.items() if value not in ("", None, [], ())}
