"""Rows that some persons may not read, in sets: each set with the persons for whom nothing may change."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django.utils import timezone

from access.audit import record
from access.reach import SYSTEM
from accounts.models import Grant, Institution, Person
from claims.codes import ClaimKind
from claims.models import (
    Claim,
    CorrectionRequest,
    Emergency,
    Observation,
    ObservedMineral,
    Reply,
    ReviewEvent,
    WithdrawalRequest,
)
from claims.state import refresh_states
from imports.models import ImportBatch
from sites.models import Place
from tests.factories import CLAIM_OF_KIND, actor, observation, open_source, place, proposed_place, source, zone
from tests.people import PASSWORD
from workbook.compaction import fold
from workbook.models import HeldUpdate, NamedVersion
from workbook.services import prepare_workbook
from workbook.writing import writing
from workshops.models import (
    Group,
    ParticipantCount,
    ProblemTree,
    Recommendation,
    Round,
    RoundRelease,
    TreeNode,
    Workshop,
)

from .planted_words import Planted
from .planting.workshops import DAYS
from .world import AMINAS_WORKSHOP

READERS = ("amina", "bahati", "celine", "daudi", "habiba", "anonymous")


def _every_kind(**fields: Any) -> None:
    unseen = actor(sensitivity="SEVERE")
    for kind, make in CLAIM_OF_KIND.items():
        about = {"areas": fields["place"].provinces} if kind == ClaimKind.SITUATION else {"place": fields["place"]}
        acting = {"actor": unseen} if kind in (ClaimKind.SITUATION, ClaimKind.INVOLVEMENT) else {}
        make(**about, **acting, **{name: value for name, value in fields.items() if name != "place"})
    row = observation(**fields, armed_presence="PRESENT_INT", activity_status="ACTIVE", workers_high=999)
    ObservedMineral.objects.create(observation=Observation.objects.get(pk=row.pk), mineral="DIAMOND")


def _site(planted: Planted) -> Place:
    return Place.objects.get(code=planted.place)


def drafts(planted: Planted) -> None:
    """Claims at every stage before checking and after withdrawal, at places that everybody sees, of any source."""
    site = _site(planted)
    for stage in ("DRAFT", "SUBMITTED", "RETURNED", "RETIRED"):
        _every_kind(place=site, review_status=stage, sensitivity="MODERATE")
        _every_kind(place=site, review_status=stage, sensitivity="MODERATE", source=open_source())
    refresh_states([site.pk])


def severe(planted: Planted) -> None:
    """Released claims of class C3, places and actors of class C3, with an unread source."""
    site = _site(planted)
    _every_kind(place=site, sensitivity="SEVERE")
    hidden = place("Tanganyika", sensitivity="SEVERE", declared_territoire="Hidden territoire")
    _every_kind(place=hidden, sensitivity="SEVERE")
    actor(sensitivity="SEVERE", name="Hidden company", category="TRADER")
    source(sensitivity="SEVERE")
    zone(sensitivity="SEVERE", source=source(sensitivity="SEVERE"))
    refresh_states([site.pk, hidden.pk])


def proposed(planted: Planted) -> None:
    """Places that wait for acceptance, with what was said of them; a batch that nobody released."""
    batch = ImportBatch.objects.create(layout="ipis", file_name="hidden.csv", checksum="1" * 64)
    waiting = proposed_place(import_batch=batch.pk, declared_territoire="Hidden territoire")
    brought = open_source(
        import_batch=batch.pk, sensitivity="HIGH", title="A hidden source", licence="A hidden licence"
    )
    _every_kind(place=waiting, review_status="SUBMITTED", source=brought, import_batch=batch.pk)
    actor(status="PROPOSED", name="Hidden group")
    refresh_states([waiting.pk])


def rooms(planted: Planted) -> None:
    """A workshop that runs elsewhere, with people, groups, words and statements."""
    held = Round.objects.get(workshops__state="RELEASED")
    room = Workshop.objects.create(
        round=held, name="Hidden room", territoire="T", provinces=["CD74"], state="RUNNING", **DAYS
    )
    Group.objects.create(workshop=room, name="Hidden group")
    ParticipantCount.objects.create(workshop=room, category="MEDIA", sex="F", number=40)
    TreeNode.objects.create(tree=ProblemTree.objects.create(workshop=room), workshop=room, text="hidden words")
    Recommendation.objects.create(workshop=room, text="hidden words", type="OTHER")
    said = source(kind="WORKSHOP", workshop=room.pk)
    _every_kind(place=_site(planted), workshop=room.pk, review_status="SUBMITTED", source=said)
    row = Observation.objects.filter(workshop=room.pk)[0]
    Observation.objects.filter(pk=row.pk).update(review_status="RETURNED")
    ReviewEvent.objects.create(claim=row, before="SUBMITTED", after="RETURNED", reason="hidden question")
    esther = Person.objects.get(email="esther@demo.invalid")
    RoundRelease.objects.create(round=Round.objects.get(workshops=AMINAS_WORKSHOP), proposed_by=esther)


def desk(planted: Planted) -> None:
    """Steps of review, requests and replies of another body, grants, persons and the trail."""
    claim = Observation.objects.filter(place=_site(planted), review_status="PUBLISHED").order_by("id")[0]
    other = Institution.objects.create(name="Hidden body", category="PROV_DIV", provinces=["CD74"])
    stranger = Person.objects.create_user("stranger@demo.invalid", PASSWORD, name="Stranger", institution=other)
    ReviewEvent.objects.create(claim=claim, before="VERIFIED", after="PUBLISHED", reason="hidden reason")
    Reply.objects.create(claim=claim, institution=other, text="hidden reply", by=stranger)
    CorrectionRequest.objects.create(claim=claim, institution=other, text="hidden request", asked_by=stranger)
    now = timezone.now()
    Grant.objects.create(
        person=stranger,
        records=[uuid4()],
        reason="hidden",
        asked_by=Person.objects.get(email="esther@demo.invalid"),
        asked_at=now,
        expires_at=now + timedelta(days=3),
    )
    record("read.severe", claim, by=stranger)
    Emergency.objects.create(place=_site(planted), reason="hidden reason")
    WithdrawalRequest.objects.create(workshop=planted.keys.workshops[0], text="hidden request")


def late(planted: Planted) -> None:
    """What came too late into amina's own room: held for the secretariat alone."""
    kept: dict[str, Any] = {"workshop_id": planted.keys.room, "epoch": 1, "payload": b"hidden", "entries": ["nodes/n1"]}
    HeldUpdate.objects.create(reason="RIGHTS", hash="0" * 64, **kept)


def books(planted: Planted) -> None:
    """The workbook of a room that is nobody's of the readers: what is written, kept apart, named and folded."""
    room = Workshop.objects.create(
        round=Round.objects.get(workshops__state="RELEASED"),
        name="Hidden hall",
        territoire="T",
        provinces=["CD74"],
        state="RUNNING",
        **DAYS,
    )
    workbook = prepare_workbook(room, by=SYSTEM)
    with writing(workbook, by=SYSTEM) as book:
        book.set("nodes", "core", text="hidden words")
        book.make("places", {"name": "Hidden site", "treat": "a1"})
    kept: dict[str, Any] = {"workshop": room, "epoch": 1, "payload": b"hidden"}
    HeldUpdate.objects.create(reason="CLOSED", hash="1" * 64, **kept)
    NamedVersion.objects.create(workshop=room, name="Hidden version", epoch=1, position=1)
    fold(room.pk, 1)


def west(planted: Planted) -> None:
    """Everything of the other province, released, whatever its class."""
    away = place("Maniema", declared_territoire="Kindu")
    both = place("Tanganyika", geom=away.geom)
    for site in (away, both):
        _every_kind(place=site, sensitivity="MODERATE")
        _every_kind(place=site, sensitivity="HIGH", source=source(sensitivity="HIGH"))
    refresh_states([away.pk, both.pk])


def about_state(planted: Planted) -> None:
    """Released presence without a named actor and involvement of the army, by sources that nobody below reads."""
    site = _site(planted)
    observation(place=site, sensitivity="HIGH", armed_presence="PRESENT_INT")
    army = actor(category="STATE_ARMED", sensitivity="HIGH")
    CLAIM_OF_KIND[ClaimKind.INVOLVEMENT](place=site, sensitivity="HIGH", actor=army)
    only = place("Tanganyika", sensitivity="HIGH")
    observation(place=only, sensitivity="HIGH", armed_presence="PRESENT_INT")
    refresh_states([site.pk, only.pk])


def checked(planted: Planted) -> None:
    """Claims that were checked and not released: the analyst reads them, nobody else below the secretariat."""
    site = _site(planted)
    for sensitivity in ("MODERATE", "HIGH"):
        _every_kind(place=site, review_status="VERIFIED", sensitivity=sensitivity, source=source(sensitivity="HIGH"))
    refresh_states([site.pk])


def days(planted: Planted) -> None:
    """No row, but other days: each released claim is said on the mirrored day of the period that a ministry is told."""
    moving = Claim.objects.filter(stated_precision="DAY", stated_on__year__lt=timezone.now().year)
    assert moving.count() > 10
    for claim in moving:
        first, last = told_to_a_ministry(claim.stated_on, 3 if claim.workshop else 1)
        Claim.objects.filter(pk=claim.pk).update(stated_on=first + (last - claim.stated_on))
    refresh_states(None)


def told_to_a_ministry(day: date, months: int) -> tuple[date, date]:
    """First and last day of the month (1) or quarter (3) in which `day` lies."""
    first = day.replace(day=1, month=day.month - (day.month - 1) % months)
    after = first.replace(day=28) + timedelta(days=31 * (months - 1) + 4)
    return first, after.replace(day=1) - timedelta(days=1)


EAST = ("amina", "daudi", "anonymous")
MINISTRIES = ("daudi", "habiba")
BELOW = ("amina", "bahati", "daudi", "habiba", "anonymous")
HIDDEN: dict[str, tuple[tuple[Callable[[Planted], None], ...], tuple[str, ...]]] = {
    "drafts, severe rows, proposals, rooms and the desk": (
        (drafts, severe, proposed, rooms, desk, late, books),
        READERS,
    ),
    "the other province": ((west,), EAST),
    "what is about the state, and what is only checked": ((about_state, checked), BELOW),
    "days within the period that is told": ((days,), MINISTRIES),
}
"""Rows that are added or days that move, and for whom every byte must stay as it was."""
