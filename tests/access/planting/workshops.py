"""Workshops at each stage, in both provinces and in the own room, with all that they leave."""

from datetime import date
from itertools import product
from typing import Any
from uuid import uuid4

from django.utils import timezone

from access.reach import SYSTEM
from accounts.codes import Role
from accounts.services import Scope, add_membership
from claims.models import Claim
from sites.models import Actor, Place, Source
from workshops.models import (
    Closing,
    Group,
    ParticipantCount,
    ProblemTree,
    Recommendation,
    RecommendationStep,
    Round,
    RoundRelease,
    TreeLink,
    TreeNode,
    Workshop,
    WorkshopInstitution,
)

from ..expected_rows import BOTH, C2, C3, MANIEMA, TANGANYIKA, Traits
from ..world import AMINAS_WORKSHOP, World
from .accounts import marked
from .workbook import plant_workbook

STAGES = ("PREPARED", "RUNNING", "CLOSED", "VERIFIED", "RELEASED")
PROVINCES = {TANGANYIKA: [TANGANYIKA], MANIEMA: [MANIEMA], BOTH: [MANIEMA, TANGANYIKA]}
CLEARED = {"plenary", "plenary to east", "group"}
DAYS = {"starts_on": date(2026, 9, 1), "ends_on": date(2026, 9, 2)}


def plant_workshops(world: World) -> None:
    """At least one row of each model of `workshops` per workshop."""
    rounds = {mark: Round.objects.create(title=mark, starts_on=DAYS["starts_on"]) for mark in ("planned", "released")}
    Round.objects.filter(title="released").update(released_at=timezone.now())
    for mark, row in rounds.items():
        world.plant("workshops.Round", row, marked(mark))
    people: dict[str, Any] = world.people
    _plant_releases(world, people)
    for where, stage, own in product(PROVINCES, STAGES, ("", "amina")):
        if own and where != TANGANYIKA:
            continue
        for checker in ("esther", "furaha") if stage == "VERIFIED" else ("",):
            traits = Traits(where, C2, stage, workshop=own, verified_by=checker)
            workshop = _workshop(rounds["planned"], traits, people)
            world.plant("workshops.Workshop", workshop, traits)
            _plant_room(world, workshop, traits)
            plant_workbook(world, workshop, traits)
            if own and stage == "CLOSED":
                _plant_closed(world, workshop)
    amina = people["amina"]
    amina.__dict__.pop("_reach_of_this_request", None)


def _plant_releases(world: World, people: dict[str, Any]) -> None:
    """A proposal of each of the two, and one that was confirmed."""
    for mark, other in (("esther", ""), ("furaha", ""), ("furaha", "esther")):
        of = Round.objects.create(title=f"by {mark} {other}", starts_on=DAYS["starts_on"])
        world.plant("workshops.Round", of, marked("planned"))
        done = {"confirmed_by": people[other], "confirmed_at": timezone.now()} if other else {}
        release = RoundRelease.objects.create(round=of, proposed_by=people[mark], **done)
        world.plant("workshops.RoundRelease", release, marked("done" if other else f"by {mark}"))


def _workshop(of: Round, traits: Traits, people: dict[str, Any]) -> Workshop:
    key = AMINAS_WORKSHOP if traits.workshop and traits.stage == "RUNNING" else uuid4()
    if traits.workshop and key != AMINAS_WORKSHOP:
        add_membership(people["amina"], Role.FACILITATOR, Scope((TANGANYIKA,), key), by=SYSTEM)
    checker = people[traits.verified_by].pk if traits.verified_by else None
    released = timezone.now() if traits.stage == "RELEASED" else None
    fields = {"provinces": PROVINCES[traits.where], "state": traits.stage, "verified_by": checker, **DAYS}
    return Workshop.objects.create(
        id=key, round=of, name="W", territoire="T", venue="V", released_at=released, **fields
    )


def _plant_closed(world: World, workshop: Workshop) -> None:
    """What a closed room said: the facilitator goes on reading it, but not who gains nor whom only that makes known."""
    place = Place.objects.filter(provinces=[TANGANYIKA], status="ACCEPTED", sensitivity="MODERATE").earliest("number")
    source = Source.objects.create(kind="WORKSHOP", title="Room", origin="room", sensitivity="HIGH")
    for kind, own in (("LEG", "amina"), ("BENEFIT", "amina's closed room")):
        row = Claim.objects.create(
            kind=kind, source=source, place=place, stated_on=DAYS["starts_on"], workshop=workshop.pk
        )
        world.plant("claims.Claim", row, Traits(TANGANYIKA, C2, "DRAFT", True, own, mark="in a closed room"))
    for sensitivity, own in ((C2, "amina"), (C3, "amina's closed room")):
        named = Actor.objects.create(
            name="Actor", category="TRADER", sensitivity=sensitivity, status="PROPOSED", workshop=workshop.pk
        )
        world.plant("sites.Actor", named, Traits("", sensitivity, "PROPOSED", workshop=own))


def _plant_room(world: World, workshop: Workshop, traits: Traits) -> None:
    rows = (
        WorkshopInstitution.objects.create(workshop=workshop, name="Body", category="MEDIA"),
        Group.objects.create(workshop=workshop, name="Group"),
        ParticipantCount.objects.create(workshop=workshop, category="MEDIA", sex="F", number=3),
        Closing.objects.create(workshop=workshop, number=1, plenary="{}", plenary_digest="0"),
    )
    tree = ProblemTree.objects.create(workshop=workshop)
    nodes = [_words(world, TreeNode, workshop, traits, mark, tree=tree) for mark in ("plenary", "group", "raw")]
    link = TreeLink.objects.create(workshop=workshop, tree=tree, source=nodes[0], target=nodes[1])
    for row in (*rows, tree, link):
        world.plant(row._meta.label, row, traits)
    for mark in ("plenary", "plenary to east", "group", "raw"):
        asked = _words(world, Recommendation, workshop, traits, mark, type="OTHER", **_to_east(world, mark))
    _plant_steps(world, asked)


def _to_east(world: World, mark: str) -> dict[str, Any]:
    people: dict[str, Any] = world.people
    return {"addressed_to_id": people["daudi"].institution_id} if mark == "plenary to east" else {}


def _words(world: World, model: Any, workshop: Workshop, traits: Traits, mark: str, **fields: Any) -> Any:
    cleared = timezone.now() if mark in CLEARED else None
    disclosure = "GROUP_ONLY" if mark == "group" else "PLENARY"
    row = model.objects.create(
        workshop=workshop, text="raw", cleared_text="cleared", cleared_at=cleared, disclosure=disclosure, **fields
    )
    own = Traits(traits.where, C2, traits.stage, workshop=traits.workshop, mark=mark)
    return world.plant(model._meta.label, row, own)


def _plant_steps(world: World, recommendation: Recommendation) -> None:
    if "workshops.RecommendationStep" in world.rows:
        return
    people: dict[str, Any] = world.people
    for name, mark, stamp in (
        ("daudi", "east", None),
        ("daudi", "east taken", "accepted_at"),
        ("daudi", "east left", "declined_at"),
        ("habiba", "west", None),
    ):
        step = RecommendationStep.objects.create(
            recommendation=recommendation,
            status="ONGOING",
            institution_id=people[name].institution_id,
            **({stamp: timezone.now()} if stamp else {}),
        )
        world.plant("workshops.RecommendationStep", step, marked(mark))
