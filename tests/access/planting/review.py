"""What hangs on claims and places: minerals, states, replies, requests, steps of review, attachments, mergings."""

from datetime import date
from itertools import product
from typing import Any

from django.utils import timezone

from accounts.models import Institution
from claims.codes import ClaimKind
from claims.models import (
    Approval,
    Attachment,
    Claim,
    CorrectionRequest,
    Emergency,
    ObservedMineral,
    PlaceState,
    Reply,
    ReviewEvent,
    StateChange,
    WithdrawalRequest,
)
from claims.state import refresh_states
from sites.models import PlaceDistinction, PlaceMerging
from tests.factories import place

from ..expected_rows import CLASSES, MANIEMA, TANGANYIKA, Traits
from ..world import World
from .accounts import marked

DAY = date(2026, 1, 15)


def plant_review(world: World, claims: dict[ClaimKind, Claim]) -> None:
    """At least one row of each."""
    observation = claims[ClaimKind.OBSERVATION]
    mineral = ObservedMineral.objects.create(observation=observation, mineral="GOLD")
    world.plant("claims.ObservedMineral", mineral, marked(""))
    refresh_states([observation.place_id])  # type: ignore[list-item]
    for model in (PlaceState, StateChange):
        for row in model.objects.filter(place=observation.place_id):  # type: ignore[attr-defined]
            world.plant(model._meta.label, row, marked(""))
    event = ReviewEvent.objects.create(claim=observation, before="VERIFIED", after="PUBLISHED")
    world.plant("claims.ReviewEvent", event, marked(""))
    asked_back = WithdrawalRequest.objects.create(claim=observation, text="please")
    world.plant("claims.WithdrawalRequest", asked_back, marked(""))
    _plant_words(world, observation)
    for sensitivity, province in product(CLASSES, (TANGANYIKA, MANIEMA)):
        scan = Attachment.objects.create(
            claim=observation, digest="0" * 64, media_type="image/png", size=1, sensitivity=sensitivity
        )
        Attachment.objects.filter(pk=scan.pk).update(provinces=[province])
        world.plant("claims.Attachment", scan, Traits(province, sensitivity, ""))
    _plant_emergencies(world)
    _plant_approvals(world)
    _plant_mergings(world)


def _plant_emergencies(world: World) -> None:
    people: dict[str, Any] = world.people
    asked = {name: {"undo_asked_by": people[name], "undo_asked_at": timezone.now()} for name in ("esther", "furaha")}
    undone = {**asked["esther"], "undone_by": people["furaha"], "undone_at": timezone.now()}
    fields = {"withdrawn": {}, "asked by esther": asked["esther"], "asked by furaha": asked["furaha"], "undone": undone}
    for mark, more in fields.items():
        row = Emergency.objects.create(reason="danger", place=place(), **more)
        world.plant("claims.Emergency", row, marked(mark))


def _plant_approvals(world: World) -> None:
    people: dict[str, Any] = world.people
    for name, side, province in (("daudi", "east", TANGANYIKA), ("habiba", "west", MANIEMA)):
        stages = {side: "SUBMITTED", f"{side} taken": "VERIFIED"}
        if name == "daudi":
            stages[f"{side} given back"] = "RETURNED"
        for mark, status in stages.items():
            row = Approval.objects.create(
                institution_id=people[name].institution_id,
                provinces=[province],
                name=mark,
                category="COOPERATIVE",
                number="1",
                valid_from=DAY,
                status=status,
                given_by=people[name],
                answered_at=None if status == "SUBMITTED" else timezone.now(),
            )
            world.plant("claims.Approval", row, marked(mark))


def _plant_words(world: World, claim: Claim) -> None:
    people: dict[str, Any] = world.people
    for name, mark in (("daudi", "east"), ("habiba", "west")):
        own = Institution.objects.get(pk=people[name].institution_id)
        reply = Reply.objects.create(claim=claim, institution=own, text="reply", by=people[name])
        world.plant("claims.Reply", reply, marked(mark))
        asked = CorrectionRequest.objects.create(claim=claim, institution=own, text="no", asked_by=people[name])
        world.plant("claims.CorrectionRequest", asked, marked(mark))


def _plant_mergings(world: World) -> None:
    esther = world.people["esther"]
    assert esther is not None
    for mark, undone in (("standing", None), ("undone", timezone.now())):
        merging = PlaceMerging.objects.create(merged=place(), into=place(), by=esther.pk, undone_at=undone)
        world.plant("sites.PlaceMerging", merging, marked(mark))
        one, other = sorted((place(), place()), key=lambda it: it.pk)
        decided = PlaceDistinction.objects.create(one=one, other=other, by=esther.pk, undone_at=undone)
        world.plant("sites.PlaceDistinction", decided, marked(mark))
