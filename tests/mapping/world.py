"""A small invented country in which every filter, class, stage and kind of source occurs, by a seed."""

from datetime import date, timedelta
from random import Random
from typing import Any

from django.contrib.gis.geos import Point

from claims.codes import ActivityStatus, ArmedPresence, BeneficiaryType, ChainRole, Mode
from claims.models import ObservedMineral
from claims.state import refresh_states
from sites.models import Actor, Place, Source
from tests import factories as make

NAMES = ("Mwamba", "Kifungo", "Tambwe", "Lukuga", "École", "Nzovu")
MINERALS = ("GOLD", "CASSITERITE", "COLTAN")
STAGES = ("PUBLISHED", "PUBLISHED", "PUBLISHED", "CONTESTED", "VERIFIED", "SUBMITTED", "DRAFT", "RETIRED")
CLASSES = ("MODERATE", "MODERATE", "HIGH", "SEVERE")


def build(seed: int, places: int = 24, each: int = 5) -> None:
    """Make places with claims of every kind and compute their states."""
    draw = Random(seed)
    sources = [make.open_source(), make.source(kind="DOCUMENT"), make.source(workshop=None), make.source()]
    categories = ("AG_LOCAL", "STATE_ARMED", "COMPANY", "CRIMINAL")
    actors = [make.actor(category=category, sensitivity=draw.choice(CLASSES)) for category in categories]
    for number in range(places):
        place = _place(draw, number)
        for _ in range(draw.randint(0, each)):
            _claim(draw, place, draw.choice(sources), actors)
    refresh_states(None)


def _place(draw: Random, number: int) -> Place:
    province = draw.choice(("Tanganyika", "Tanganyika", "Maniema"))
    west, south = (28, -7) if province == "Tanganyika" else (26, -4)
    position = Point(west + draw.random(), south + draw.random(), srid=4326) if draw.random() > 0.1 else None
    return make.place(
        province,
        name=f"{draw.choice(NAMES)}-{number}",
        aliases=["Mouamba ya saba"] if draw.random() < 0.2 else [],
        geom=position,
        declared_territoire=draw.choice(("kalemie", "moba", "")),
        kind=draw.choice(("MINE_SITE", "MINE_SITE", "SELLING_POINT")),
        sensitivity=draw.choice(CLASSES),
    )


def _claim(draw: Random, place: Place, source: Source, actors: list[Actor]) -> None:
    fields: dict[str, Any] = {
        "place": place,
        "source": source,
        "stated_on": date(2014, 1, 1) + timedelta(days=draw.randint(0, 4000)),
        "stated_precision": draw.choice(("DAY", "DAY", "MONTH", "YEAR")),
        "review_status": draw.choice(STAGES),
        "sensitivity": draw.choice(CLASSES),
        "agreement": draw.choice(("", "CONSENSUS", "MINORITY")),
    }
    kind = draw.choice(("observation", "observation", "involvement", "benefit", "qualification", "leg"))
    if kind == "observation":
        seen = make.observation(
            armed_presence=draw.choice(ArmedPresence.values),
            activity_status=draw.choice(ActivityStatus.values),
            **fields,
        )
        for rank, mineral in enumerate(draw.sample(MINERALS, draw.randint(0, 2)), 1):
            ObservedMineral.objects.create(observation=seen, mineral=mineral, rank=rank)
    elif kind == "involvement":
        role, modes = draw.choice(("", *ChainRole.values[:3])), draw.sample(Mode.values, draw.randint(0, 3))
        make.involvement(actor=draw.choice(actors), modes=modes, chain_role=role, **fields)
    elif kind == "benefit":
        make.benefit(beneficiary_type=draw.choice(BeneficiaryType.values), **fields)
    elif kind == "qualification":
        make.qualification(status=draw.choice(("GREEN", "YELLOW", "RED")), **fields)
    else:
        make.leg(**fields)
