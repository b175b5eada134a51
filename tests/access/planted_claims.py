"""One released claim of every kind with every field filled, as said in a workshop or as licensed open data."""

from typing import Any
from uuid import UUID, uuid4

from claims.disclosed.rows import MODEL_OF_KIND
from claims.models import Claim, Involvement, ObservedMineral
from lib.ids import code_of
from sites.models import Actor, Place, Source

from .expected_fields import STATED, WORKSHOP_DAY

OWN_FIELDS = {
    "OBSERVATION": ("armed_presence", "activity_status", "workers_high", "services", "programme")
    + ("mercury", "women", "children", "displaced"),
    "INVOLVEMENT": ("actor_as_stated", "chain_role", "frequency", "modes")
    + ("levy_low", "levy_high", "levy_base", "levy_unit"),
    "LEG": ("leg_kind", "mineral", "formal", "transport", "via", "volume_low", "volume_high"),
    "BENEFIT": ("beneficiary_type", "link", "unspecified_reason"),
    "SITUATION": ("ddr_stage", "strength_high", "demands"),
    "QUALIFICATION": ("status", "decree"),
    "INCIDENT": ("category", "follow_up"),
}


def plant_both() -> list[dict[str, Claim]]:
    """What was said, then open data; as the database keeps them."""
    planted = [plant_claims(open_data) for open_data in (False, True)]
    for claim in (claim for kinds in planted for claim in kinds.values()):
        claim.refresh_from_db()
    return planted


def plant_claims(open_data: bool) -> dict[str, Claim]:
    """Write one claim of each kind and return them by kind."""
    number = 900_000 + open_data
    place = Place.objects.create(
        name="Site",
        declared_province="Tanganyika",
        status="ACCEPTED",
        code=code_of(number),
        number=number,
        sensitivity="MODERATE",
    )
    source = Source.objects.create(
        kind="FIELD_VISIT" if open_data else "WORKSHOP",
        title="Source",
        origin="source",
        licence=STATED["licence"],
        open_licence=open_data,
        workshop=None if open_data else uuid4(),
        sensitivity="MODERATE",
    )
    actor = Actor.objects.create(
        name=STATED["actor"], category=STATED["actor_category"], status="ACCEPTED", sensitivity="MODERATE"
    )
    rank = Actor.objects.create(name=STATED["beneficiary"], category="TRADER", status="ACCEPTED")
    common = _common(source, place)
    return {kind: _plant(kind, common, actor, rank) for kind in ["INVOLVEMENT", *MODEL_OF_KIND]}


def _common(source: Source, place: Place) -> dict[str, Any]:
    return {
        "source": source,
        "place": place,
        "stated_on": WORKSHOP_DAY,
        "observed_from": WORKSHOP_DAY,
        "sensitivity": "MODERATE",
        "review_status": "PUBLISHED",
        "workshop": source.workshop,
        "group": UUID(int=7),
        "cleared_text": STATED["text"],
        **{name: STATED[name] for name in ("note", "said", "credibility", "basis", "agreement")},
    }


def _plant(kind: str, common: dict[str, Any], actor: Actor, rank: Actor) -> Claim:
    own: dict[str, Any] = {name: STATED[name] for name in OWN_FIELDS[kind]}
    if kind in ("INVOLVEMENT", "SITUATION"):
        own["actor"] = actor
    if kind == "SITUATION":
        common = common | {"place": None}
        own |= {"areas": ["CD74"], "allies": [uuid4()], "rivals": [uuid4()]}
    if kind == "LEG":
        own["to_text"] = STATED["to"]
    if kind == "BENEFIT":
        own["beneficiary"] = rank
    if kind == "INVOLVEMENT":
        return Involvement.objects.create(kind=kind, **common, **own)
    claim = MODEL_OF_KIND[kind].objects.create(kind=kind, **common, **own)  # type: ignore[index]
    if kind == "OBSERVATION":
        ObservedMineral.objects.create(observation=claim, mineral=STATED["minerals"][0])
    return claim
