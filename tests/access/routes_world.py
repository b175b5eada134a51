"""A small world with a target for every route: rows that a person may see and rows that it may not."""

from typing import Any
from uuid import uuid4

from django.utils import timezone

from access.reach import SYSTEM
from accounts.models import Grant, Institution, Membership
from accounts.services import invite_person, prepare_device
from accounts.services.memberships import Scope
from claims.models import Approval, Claim, CorrectionRequest, Emergency, Reply, WithdrawalRequest
from claims.services.attachments import keep_scan
from claims.state import refresh_states
from imports.models import ImportBatch
from sites.models import PlaceDistinction, PlaceMerging
from tests.factories import observation, place, proposed_place, source
from tests.people import CAST, WORKSHOPS, make_person
from workbook.content import adopted
from workbook.models import HeldUpdate, NamedVersion
from workbook.projection import Records
from workbook.services import prepare_workbook
from workshops.models import ProblemTree, Recommendation, RecommendationStep, Round, RoundRelease, Workshop
from workshops.services import close_workshop
from workshops.services.releasing import QUESTIONS

from .planting.accounts import _asked
from .planting.workshops import DAYS
from .routes import RoutesWorld, browsers_of


def make_routes_world() -> RoutesWorld:
    """Fill the database and name the targets."""
    people: dict[str, Any] = {name: make_person(name) for name in CAST} | {"anonymous": None}
    world = RoutesWorld(people)
    _plant_places(world)
    _plant_words(world, people)
    _plant_accounts(world, people)
    _plant_workshops(world, people)
    world.browsers = browsers_of(people)
    return world


def _plant_places(world: RoutesWorld) -> None:
    common = {"sensitivity": "MODERATE", "armed_presence": "ABSENT"}
    east, west = place("Tanganyika"), place("Maniema")
    unseen = place("Tanganyika", sensitivity="SEVERE")
    proposed = proposed_place()
    kinds: dict[str, Claim] = {
        "open": observation(place=east, **common),
        "submitted": observation(place=east, source=source(), review_status="SUBMITTED", **common),
        "raw": observation(place=east, review_status="DRAFT", sensitivity="SEVERE"),
    }
    refresh_states([east.pk, west.pk, unseen.pk])
    for name, row in (("east", east), ("west", west), ("unseen", unseen)):
        world.targets |= {f"{name} place": {"key": row.code}, f"{name} code": {"code": row.code}}
        world.targets[f"note on the {name}"] = {"key": row.code, "form": "docx"}
    world.targets |= {"paper": {"form": "docx"}, "note of no form": {"key": east.code, "form": "exe"}}
    world.targets["proposed place"] = {"key": str(proposed.pk)}
    world.targets["proposed key"] = {"place_id": proposed.pk}
    world.targets["east key"] = {"place_id": east.pk}
    world.targets |= {f"{name} claim": {"claim_id": row.pk} for name, row in kinds.items()}
    world.targets["no claim"] = {"claim_id": uuid4()}
    merging = PlaceMerging.objects.create(merged=place(), into=place(), by=uuid4(), undone_at=timezone.now())
    world.targets["undone merging"] = {"merging_id": merging.pk}
    one, other = sorted((place(), place()), key=lambda it: it.pk)
    decided = PlaceDistinction.objects.create(one=one, other=other, by=uuid4(), undone_at=timezone.now())
    world.targets["undone distinction"] = {"distinction_id": decided.pk}
    world.targets |= {"csv": {"layout": "places.csv"}, "no layout": {"layout": "places.exe"}}
    world.targets |= {"legs": {"kind": "legs"}, "no kind": {"kind": "rumours"}, "old base": {"digest": "0" * 32}}


def _plant_words(world: RoutesWorld, people: dict[str, Any]) -> None:
    claim = Claim.objects.get(pk=world.targets["open claim"]["claim_id"])
    east = Institution.objects.get(pk=people["daudi"].institution_id)
    asked = CorrectionRequest.objects.create(claim=claim, institution=east, text="no", asked_by=people["daudi"])
    reply = Reply.objects.create(claim=claim, institution=east, text="reply", by=people["daudi"])
    back = WithdrawalRequest.objects.create(claim=claim, text="please")
    of_room = WithdrawalRequest.objects.create(workshop=WORKSHOPS["amina"], text="please")
    gone = Emergency.objects.create(reason="danger", place=claim.place)
    scan = keep_scan(b"%PDF-1.4 scan", by=SYSTEM, claim=claim)
    given = Approval.objects.create(
        institution=east, provinces=["CD74"], name="C", category="COOPERATIVE", number="1",
        valid_from=DAYS["starts_on"], given_by=people["daudi"],
    )  # fmt: skip
    world.targets["scan"] = {"attachment_id": scan.pk}
    world.targets["daudi's approval"] = {"approval_id": given.pk}
    world.targets["asked back"] = {"request_id": of_room.pk}
    world.targets["emergency"] = {"emergency_id": gone.pk}
    batch = ImportBatch.objects.create(
        layout="ipis", file_name="visits.csv", checksum="0" * 64, imported_by=people["furaha"]
    )
    world.targets["daudi's request"] = {"request_id": asked.pk}
    world.targets["daudi's reply"] = {"reply_id": reply.pk}
    world.targets["withdrawal"] = {"request_id": back.pk}
    world.targets["furaha's batch"] = {"batch_id": batch.pk}
    world.targets["no batch"] = {"batch_id": uuid4()}


def _plant_accounts(world: RoutesWorld, people: dict[str, Any]) -> None:
    invitation, secret = invite_person(
        email="new@demo.invalid",
        name="New",
        institution=None,
        language="fr",
        role="ANALYST",
        scope=Scope(None),
        by=SYSTEM,
    )
    world.targets["letter"] = {"secret": secret}
    world.targets["wrong letter"] = {"secret": "no-such-secret"}
    world.targets["invitation"] = {"invitation_id": invitation.pk}
    world.targets["reset link"] = {"uidb36": "abc", "key": "set-password"}
    for name in ("celine", "gaspard"):
        world.targets[name] = {"person_id": people[name].pk}
        membership = Membership.objects.get(person=people[name])
        world.targets[f"{name}'s membership"] = {"membership_id": membership.pk}
    asker, gaining = people["furaha"], people["celine"]
    grant: Grant = _asked(asker, gaining)
    world.targets["furaha's grant"] = {"grant_id": grant.pk}


def _plant_workshops(world: RoutesWorld, people: dict[str, Any]) -> None:
    row = Round.objects.create(title="Round", starts_on=DAYS["starts_on"])
    common: dict[str, Any] = {"round": row, "name": "W", "territoire": "T", "provinces": ["CD74"], **DAYS}
    released = Workshop.objects.create(**common, state="RELEASED", released_at=timezone.now())
    closed = Workshop.objects.create(**common, state="CLOSED")
    world.targets["closed workshop"] = {"workshop_id": closed.pk}
    running = Workshop.objects.create(id=WORKSHOPS["amina"], **common, state="RUNNING")
    world.targets["released workshop"] = {"workshop_id": released.pk}
    world.targets["amina's workshop"] = {"workshop_id": running.pk}
    returned = observation(workshop=running.pk, review_status="RETURNED", place=place("Tanganyika"))
    world.targets["amina's returned claim"] = {"workshop_id": running.pk, "claim_id": returned.pk}
    said = {name: {"yes": False, "words": "hidden words"} for name in QUESTIONS}
    release = RoundRelease.objects.create(round=row, proposed_by=people["furaha"], answers=said)
    world.targets |= {"round": {"round_id": row.pk}, "furaha's release": {"release_id": release.pk}}
    _plant_workbook(world, running, people)
    _plant_adopted(world, Workshop.objects.create(**common, state="RUNNING"))
    words: dict[str, Any] = {"text": "raw", "cleared_text": "cleared", "type": "OTHER"}
    asked = Recommendation.objects.create(
        workshop=released, addressed_to_id=people["daudi"].institution_id, cleared_at=timezone.now(), **words
    )
    raw = Recommendation.objects.create(workshop=running, **words)
    world.targets["asked of daudi"] = {"recommendation_id": asked.pk}
    world.targets["amina's recommendation"] = {"recommendation_id": raw.pk}
    for name, of in (("released tree", released), ("amina's tree", running)):
        ProblemTree.objects.create(workshop=of)
        world.targets[name] = {"workshop_id": of.pk}
    world.targets["letter to daudi"] = {"recommendation_id": asked.pk, "form": "docx"}
    world.targets["letter of amina's, not released"] = {"recommendation_id": raw.pk, "form": "pdf"}
    step = RecommendationStep.objects.create(
        recommendation=asked, status="ONGOING", institution_id=people["daudi"].institution_id
    )
    world.targets["daudi's step"] = {"step_id": step.pk}


def _plant_adopted(world: RoutesWorld, closed: Workshop) -> None:
    """A room of nobody in the cast that adopted what it said."""
    prepare_workbook(closed, by=SYSTEM)
    plenary, group_only = adopted(Records())
    close_workshop(closed, plenary=plenary, group_only=group_only, by=SYSTEM)
    running = world.targets["amina's workshop"]["workshop_id"]
    for name, key, paper, form in (
        ("adopted, for the room", closed.pk, "room", "pdf"),
        ("adopted, the whole", closed.pk, "secretariat", "docx"),
        ("amina's, not adopted", running, "room", "pdf"),
        ("adopted, no such form", closed.pk, "room", "exe"),
    ):
        world.targets[name] = {"workshop_id": key, "name": paper, "form": form}


def _plant_workbook(world: RoutesWorld, running: Workshop, people: dict[str, Any]) -> None:
    here = {"workshop_id": running.pk}
    prepare_workbook(running, by=SYSTEM)
    version = NamedVersion.objects.create(workshop=running, name="Before lunch", epoch=1, position=1)
    device, _token = prepare_device(running.pk, label="Laptop 1", last_day=running.ends_on, by=people["amina"])
    world.targets["amina's version"] = {**here, "version_id": version.pk}
    for name, part in (("amina's room part", "room"), ("amina's whole", "secretariat")):
        world.targets[name] = {**here, "part": part}
    for name, part in (("amina's Word file", "room"), ("amina's whole Word file", "secretariat")):
        world.targets[name] = {**here, "part": part, "form": "report"}
    late = HeldUpdate.objects.create(workshop=running, epoch=1, hash="0" * 64, payload=b"\x00\x00", reason="CLOSED")
    world.targets["late in amina's room"] = {**here, "held_id": late.pk}
    world.targets["amina's laptop"] = {**here, "device_id": device.pk}
