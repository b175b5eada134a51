"""Rows for tests, each with the least that the database accepts; tests of services make theirs through the services."""

from collections.abc import Callable
from datetime import date
from functools import partial
from itertools import count
from typing import Any, TypeVar
from uuid import UUID

from django.contrib.gis.geos import MultiPolygon, Point, Polygon
from django.utils import timezone

from claims.codes import ClaimKind, ReviewStatus
from claims.models import ActorSituation, Benefit, ChainLeg, Claim, Incident, Involvement, Observation, Qualification
from claims.state import refresh_states
from lib.ids import code_of
from sites.codes import PlaceStatus, Sensitivity, SourceKind, ZoneKind
from sites.models import Actor, Place, Source, Zone

STATED_ON = date(2024, 9, 24)
IN_TANGANYIKA, IN_MANIEMA = Point(28.1, -6.2, srid=4326), Point(26.4, -3.4, srid=4326)
_numbers = count(1)
C = TypeVar("C", bound=Claim)


def place(province: str = "Tanganyika", **fields: Any) -> Place:
    """An accepted mine of class C1 declared in `province` ('' for an unknown one)."""
    number = next(_numbers)
    defaults: dict[str, Any] = {
        "name": f"Test site {number}",
        "code": code_of(number),
        "number": number,
        "declared_province": province,
        "geom": IN_MANIEMA if province == "Maniema" else IN_TANGANYIKA,
        "status": PlaceStatus.ACCEPTED,
        "sensitivity": Sensitivity.MODERATE,
        "accepted_at": timezone.now(),
    }
    made = Place.objects.create(**defaults | fields)
    made.refresh_from_db()
    return made


def proposed_place(**fields: Any) -> Place:
    """A place that is not in the register yet."""
    return place(**{"code": None, "number": None, "status": PlaceStatus.PROPOSED, "accepted_at": None} | fields)


def source(**fields: Any) -> Source:
    """A source of class C2, its own origin."""
    number = next(_numbers)
    defaults: dict[str, Any] = {
        "kind": SourceKind.FIELD_VISIT,
        "title": f"Test source {number}",
        "origin": f"test origin {number}",
        "dated_on": STATED_ON,
    }
    return Source.objects.create(**defaults | fields)


def open_source(**fields: Any) -> Source:
    """A source published under an open licence."""
    return source(
        **{"open_licence": True, "licence": "Test licence", "sensitivity": Sensitivity.MODERATE, "reliability": "B"}
        | fields
    )


def actor(**fields: Any) -> Actor:
    """An accepted local armed group whose name is reference."""
    defaults: dict[str, Any] = {
        "category": "AG_LOCAL",
        "name": f"Test group {next(_numbers)}",
        "status": PlaceStatus.ACCEPTED,
        "sensitivity": Sensitivity.MODERATE,
    }
    return Actor.objects.create(**defaults | fields)


def zone(**fields: Any) -> Zone:
    """An artisanal zone around `IN_TANGANYIKA`."""
    outline = MultiPolygon(Polygon.from_bbox((28.0, -6.3, 28.2, -6.1)), srid=4326)
    defaults: dict[str, Any] = {
        "kind": ZoneKind.ARTISANAL,
        "name": f"Test zone {next(_numbers)}",
        "geom": outline,
        "source": fields.get("source") or source(kind=SourceKind.OFFICIAL_ACT),
    }
    return Zone.objects.create(**defaults | fields)


def claim(model: type[C], kind: str, own: dict[str, Any], **fields: Any) -> C:
    """A released claim of class C2, about a new place by a new source unless told otherwise; states are not refreshed.

    `own` are the defaults of the kind. `place=None` makes a claim about no place.
    """
    status = fields.get("review_status", ReviewStatus.PUBLISHED)
    defaults: dict[str, Any] = {
        "kind": kind,
        "stated_on": STATED_ON,
        "sensitivity": Sensitivity.HIGH,
        "review_status": status,
        "published_at": timezone.now() if status in (ReviewStatus.PUBLISHED, ReviewStatus.CONTESTED) else None,
    }
    if "place" not in fields:
        defaults["place"] = place()
    if "source" not in fields:
        defaults["source"] = source()
    made = model.objects.create(**defaults | own | fields)
    made.refresh_from_db()
    return made


observation = partial(claim, Observation, ClaimKind.OBSERVATION, {"armed_presence": "ABSENT"})
qualification = partial(claim, Qualification, ClaimKind.QUALIFICATION, {"status": "GREEN"})
incident = partial(claim, Incident, ClaimKind.INCIDENT, {"category": "ACCIDENT"})
leg = partial(claim, ChainLeg, ClaimKind.LEG, {"to_text": "Test town", "mineral": "GOLD"})
benefit = partial(claim, Benefit, ClaimKind.BENEFIT, {"beneficiary_type": "LOCAL_TRADER"})


def involvement(**fields: Any) -> Involvement:
    """A local armed group that levies."""
    return claim(
        Involvement,
        ClaimKind.INVOLVEMENT,
        {"actor": fields.get("actor") or actor(), "modes": ["TAX_MINERAL"], "frequency": "WEEKLY"},
        **fields,
    )


def situation(**fields: Any) -> ActorSituation:
    """How a local armed group stands in Tanganyika."""
    own = {"actor": fields.get("actor") or actor(), "areas": ["CD74"], "ddr_stage": "ENGAGED"}
    return claim(ActorSituation, ClaimKind.SITUATION, own, **{"place": None} | fields)


CLAIM_OF_KIND: dict[ClaimKind, Callable[..., Claim]] = {
    ClaimKind.OBSERVATION: observation,
    ClaimKind.INVOLVEMENT: involvement,
    ClaimKind.LEG: leg,
    ClaimKind.BENEFIT: benefit,
    ClaimKind.SITUATION: situation,
    ClaimKind.QUALIFICATION: qualification,
    ClaimKind.INCIDENT: incident,
}


def released_claim(**fields: Any) -> Observation:
    """A released observation that a ministry reads, with the state of its place computed."""
    made: Observation = observation(**fields)
    refresh_states([made.place_id] if made.place_id else [])
    return made


def submitted_claim(**fields: Any) -> Observation:
    """An observation that waits to be checked."""
    made: Observation = observation(**{"review_status": ReviewStatus.SUBMITTED} | fields)
    return made


def verified_claim(*, verified_by: UUID, **fields: Any) -> Observation:
    """An observation that was checked and waits to be released by somebody else."""
    status = {"review_status": ReviewStatus.VERIFIED, "verified_by": verified_by, "verified_at": timezone.now()}
    made: Observation = observation(**status | fields)
    return made
