"""Planted rows: every class × stage × two provinces, a row spanning both, one abroad, one unknown."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count, product
from typing import Any
from uuid import UUID, uuid4

from django.contrib.gis.geos import GEOSGeometry, MultiPolygon, Point, Polygon
from django.utils import timezone

from access.reach import SYSTEM
from accounts.codes import ParticipantCategory, Role
from accounts.models import Grant, Institution, Person
from accounts.services import Scope, add_membership
from claims.models import Claim
from lib.ids import code_of
from sites.models import Actor, Area, Place, Source, Zone
from tests.people import CAST, make_person

from .expected_rows import ABROAD, BOTH, C1, C2, C3, CLASSES, MANIEMA, STAGES, TANGANYIKA, UNKNOWN, Traits

AMINAS_WORKSHOP = UUID("00000000-0000-4000-8000-00000000a714")
MANIEMA_SQUARE = Polygon.from_bbox((25, -5, 28, -1))
IN_MANIEMA = Point(26.5, -3.0, srid=4326)
TODAY = date(2026, 1, 15)


@dataclass
class World:
    """The cast and the traits of each planted row, by model label and key."""

    people: dict[str, Person | None] = field(default_factory=dict)
    rows: dict[str, dict[Any, Traits]] = field(default_factory=dict)

    def plant(self, model: str, row: Any, traits: Traits) -> Any:
        """Remember `row` with its traits."""
        self.rows.setdefault(model, {})[row.pk] = traits
        return row


def make_world() -> World:
    """Fill the database and say what was planted."""
    world = World(people={name: make_person(name) for name in CAST} | {"anonymous": None})
    _give_institutions(world)
    Area.objects.filter(pcode=MANIEMA).update(geom=MultiPolygon(MANIEMA_SQUARE, srid=4326))
    places = _plant_places(world)
    _plant_registers(world)
    _plant_claims(world, places)
    return world


def _give_institutions(world: World) -> None:
    for name, province in (("daudi", TANGANYIKA), ("habiba", MANIEMA)):
        person = world.people[name]
        assert person is not None
        person.institution = Institution.objects.create(
            name=f"Division of {province}", category=ParticipantCategory.PROV_DIV, provinces=[province]
        )
        person.save()
    amina = world.people["amina"]
    assert amina is not None
    add_membership(amina, Role.FACILITATOR, Scope((TANGANYIKA,), AMINAS_WORKSHOP), by=SYSTEM)


def place_fields(where: str) -> dict[str, Any]:
    """What makes the database find `where` for a place."""
    declared: dict[str, dict[str, Any]] = {
        TANGANYIKA: {"declared_province": "Tanganyika"},
        MANIEMA: {"declared_province": "Maniema"},
        BOTH: {"declared_province": "Tanganyika", "geom": GEOSGeometry(IN_MANIEMA)},
        ABROAD: {"kind": "ABROAD"},
        UNKNOWN: {},
    }
    return declared[where]


def _plant_places(world: World) -> dict[str, Place]:
    numbers = count(5_000_000)
    homes: dict[str, Place] = {}
    rows: list[tuple[Place, Traits]] = []
    wheres = (TANGANYIKA, MANIEMA, BOTH, ABROAD, UNKNOWN)
    for where, sensitivity, status, about, own in product(
        wheres, CLASSES, ("PROPOSED", "ACCEPTED", "MERGED"), (True, False), ("", "amina")
    ):
        number = next(numbers)
        place = Place(
            name=f"Place {number}",
            code=code_of(number),
            number=number,
            sensitivity=sensitivity,
            status=status,
            about_state=about,
            workshop=AMINAS_WORKSHOP if own else None,
            **place_fields(where),
        )
        rows.append((place, Traits(where, sensitivity, status, about, own)))
        if (sensitivity, status, about, own) == (C1, "ACCEPTED", False, ""):
            homes[where] = place
    Place.objects.bulk_create(place for place, _ in rows)
    for place, traits in rows:
        world.plant("sites.Place", place, traits)
    return homes


def _plant_registers(world: World) -> None:
    for sensitivity, status, own in product(CLASSES, ("PROPOSED", "ACCEPTED", "MERGED"), ("", "amina")):
        workshop = AMINAS_WORKSHOP if own else None
        actor = Actor.objects.create(
            name="Actor", category="AG_LOCAL", sensitivity=sensitivity, status=status, workshop=workshop
        )
        world.plant("sites.Actor", actor, Traits("", sensitivity, status, workshop=own))
    for sensitivity, own in product(CLASSES, ("", "amina")):
        workshop = AMINAS_WORKSHOP if own else None
        source = Source.objects.create(
            kind="DOCUMENT", title="Source", origin="s", sensitivity=sensitivity, workshop=workshop
        )
        world.plant("sites.Source", source, Traits("", sensitivity, "", workshop=own))
        if not own:
            square = MultiPolygon(Polygon.from_bbox((29, -6, 29.1, -5.9)), srid=4326)
            zone = Zone.objects.create(kind="TITLE", name="Zone", source=source, geom=square, sensitivity=sensitivity)
            world.plant("sites.Zone", zone, Traits("", sensitivity, ""))


def _claims(places: dict[str, Place], people: dict[str, Person | None]) -> Iterator[tuple[Claim, Traits]]:
    source = Source.objects.create(kind="DOCUMENT", title="Report", origin="report")

    def claim(where: str, sensitivity: str, stage: str, about: bool, **more: Any) -> Claim:
        return Claim(
            kind="LEG",
            source=source,
            place=places[where],
            stated_on=TODAY,
            sensitivity=sensitivity,
            review_status=stage,
            about_state=about,
            **more,
        )

    for where, sensitivity, stage, about in product(places, CLASSES, STAGES, (True, False)):
        for checker in ("esther", "furaha") if stage in ("VERIFIED", "PUBLISHED", "CONTESTED") else ("",):
            person = people.get(checker)
            row = claim(where, sensitivity, stage, about, verified_by=person.pk if person else None)
            yield row, Traits(where, sensitivity, stage, about, verified_by=checker)
    for sensitivity, stage, writer in product(CLASSES, STAGES, ("amina", "esther")):
        person = people[writer]
        assert person is not None
        row = claim(TANGANYIKA, sensitivity, stage, True, workshop=AMINAS_WORKSHOP, recorded_by=person.pk)
        yield row, Traits(TANGANYIKA, sensitivity, stage, True, "amina", recorded_by=writer)
    for where, name in ((TANGANYIKA, "daudi"), (MANIEMA, "habiba")):
        reader = people[name]
        assert reader is not None
        row = claim(where, C2, "PUBLISHED", True, released_to=[reader.institution_id])
        yield row, Traits(where, C2, "PUBLISHED", True, mark=f"released to {where}")
        row = claim(where, C1, "SUBMITTED", True, given_by=reader.institution_id)
        yield row, Traits(where, C1, "SUBMITTED", True, mark=f"given by {where}")
    for sensitivity, mark in (
        (C3, "granted to celine up to SEVERE"),
        (C2, "granted to celine up to HIGH"),
        (C3, "granted to celine up to HIGH"),
        (C2, "granted to celine up to MODERATE"),
    ):
        yield claim(MANIEMA, sensitivity, "DRAFT", True), Traits(MANIEMA, sensitivity, "DRAFT", True, mark=mark)


def _plant_claims(world: World, places: dict[str, Place]) -> None:
    rows = list(_claims(places, world.people))
    Claim.objects.bulk_create(row for row, _ in rows)
    for row, traits in rows:
        world.plant("claims.Claim", row, traits)
        if traits.mark.startswith("granted to celine"):
            Grant.objects.create(
                person=world.people["celine"],
                records=[row.pk],
                highest_class=traits.mark.split()[-1],
                reason="to compare two accounts",
                asked_by=world.people["esther"],
                approved_by=world.people["furaha"],
                approved_at=timezone.now(),
                expires_at=timezone.now() + timedelta(days=7),
            )


def random_text() -> str:
    """A word that stands nowhere by chance."""
    return f"z{uuid4().hex}"
