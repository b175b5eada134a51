"""The summary mapping: one row a site with its nature, actors, modes and beneficiaries."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar

from claims.codes import PRESENCE_ANSWERS, Agreement, ArmedPresence
from workbook.projection import Records
from workbook.projection.records import Place
from workbook.projection.said import Benefit, Involvement, Leg, Observation, Statement
from workbook.projection.statements import PAST, PLENARY

from .content import Site
from .naming import Names
from .wording import actor, beneficiary, modes, nature, past, presence, way

S = TypeVar("S", bound=Statement)
GRAVEST_FIRST = (
    ArmedPresence.PRESENT_INT,
    ArmedPresence.PRESENT_NO_INT,
    ArmedPresence.PRESENT_NO_DATA,
    ArmedPresence.ABSENT,
)


def rows_of(records: Records, names: Names) -> tuple[Site, ...]:
    """Sites of which something was said, those on the list first and in its order."""
    seen, acts = _by_place(records.observations), _by_place(records.involvements)
    gains, legs = _by_place(records.benefits), _by_place(records.legs)
    rows = []
    for place in sorted(records.places, key=lambda it: (not it.treat, it.treat)):
        said = (*seen[place.id], *acts[place.id], *gains[place.id], *legs[place.id])
        if said:
            rows.append(_row(place, names, said))
    return tuple(rows)


def _by_place(statements: Iterable[S]) -> dict[str, tuple[S, ...]]:
    found: dict[str, tuple[S, ...]] = defaultdict(tuple)
    for it in statements:
        found[it.place] += (it,)
    return found


def _row(place: Place, names: Names, said: tuple[Statement, ...]) -> Site:
    today = [it for it in said if it.since_last_round not in PAST]
    seen = tuple(it for it in today if isinstance(it, Observation))
    acts = [it for it in today if isinstance(it, Involvement)]
    gains = [it for it in today if isinstance(it, Benefit)]
    legs = [it for it in today if isinstance(it, Leg)]
    agreed = dict.fromkeys(it.agreement for it in said if it.agreement)
    answers = {it.armed_presence for it in seen if it.armed_presence in PRESENCE_ANSWERS}
    return Site(
        name=names.place(place.id),
        where=names.where(place),
        presence=presence(seen),
        nature=nature(place, seen),
        actors=tuple(dict.fromkeys(actor(it, names) for it in acts)),
        modes=tuple(dict.fromkeys([*(line for it in acts for line in modes(it)), *(way(it, names) for it in legs)])),
        beneficiaries=tuple(dict.fromkeys(beneficiary(it, names) for it in gains)),
        past=tuple(past(place, it, names) for it in said if it.since_last_round in PAST),
        agreement=" · ".join(str(Agreement(it).label) for it in agreed) or str(Agreement.CONSENSUS.label),
        group_only=any(it.disclosure != PLENARY for it in said),
        spot=names.spot(place),
        drawn=next((code for code in GRAVEST_FIRST if code in answers), ""),
        contradicted=len(answers) > 1,
    )
