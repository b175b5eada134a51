"""One claim of every kind at each of a few stages, said in a workshop or elsewhere."""

from itertools import product
from typing import Any

from claims.codes import ClaimKind
from claims.models import Claim
from sites.models import Place
from tests.factories import CLAIM_OF_KIND

from ..expected_rows import C1, C2, C3, MANIEMA, TANGANYIKA, Traits
from ..world import AMINAS_WORKSHOP, World, place_fields

NAMES = {
    ClaimKind.OBSERVATION: "Observation",
    ClaimKind.INVOLVEMENT: "Involvement",
    ClaimKind.LEG: "ChainLeg",
    ClaimKind.BENEFIT: "Benefit",
    ClaimKind.SITUATION: "ActorSituation",
    ClaimKind.QUALIFICATION: "Qualification",
    ClaimKind.INCIDENT: "Incident",
}


def plant_kinds(world: World) -> dict[ClaimKind, Claim]:
    """A released claim of class C2 of each kind is returned; the others are only planted."""
    shown: dict[ClaimKind, Claim] = {}
    for where in (TANGANYIKA, MANIEMA):
        place = Place.objects.create(name="Of kinds", status="ACCEPTED", sensitivity=C1, **_coded(where))
        for kind, sensitivity, stage in product(NAMES, (C1, C2, C3), ("SUBMITTED", "VERIFIED", "PUBLISHED")):
            claim = _claim(world, kind, place, where, sensitivity=sensitivity, review_status=stage)
            if (sensitivity, stage, where) == (C2, "PUBLISHED", TANGANYIKA):
                shown[kind] = claim
        for kind in NAMES:
            _claim(world, kind, place, where, sensitivity=C3, review_status="DRAFT", workshop=AMINAS_WORKSHOP)
    return shown


def _coded(where: str) -> dict[str, Any]:
    number = 700_000 if where == TANGANYIKA else 700_001
    return {"code": f"ZZZZZ{number - 700_000}", "number": number, **place_fields(where)}


def _claim(world: World, kind: ClaimKind, place: Place, where: str, **fields: Any) -> Claim:
    about = {"areas": [where]} if kind == ClaimKind.SITUATION else {"place": place}
    claim = CLAIM_OF_KIND[kind](**about, **fields)
    traits = Traits(
        where,
        claim.sensitivity,
        claim.review_status,
        claim.about_state,
        "amina" if claim.workshop == AMINAS_WORKSHOP else "",
    )
    world.plant(f"claims.{NAMES[kind]}", claim, traits)
    return claim
