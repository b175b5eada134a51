"""Amina's running room: a word in every place of its workbook where one could be met."""

from typing import Any

from access.reach import SYSTEM
from claims.models import ReviewEvent
from lib.canonical_json import canonical, digest
from sites.models import Place
from tests.factories import actor, involvement, observation
from workbook.content import adopted
from workbook.models import NamedVersion, Workbook
from workbook.projected import projected
from workbook.services import prepare_workbook, recall_claims
from workbook.writing import writing
from workshops.models import Closing, Round, RoundRelease, Workshop
from workshops.services.releasing import QUESTIONS

from .planting.workshops import DAYS
from .world import AMINAS_WORKSHOP

PLENARY, GROUP = "PLENARY", "GROUP_ONLY"


def plant_room(planted: Any, people: dict[str, Any], site: Place, earlier: Any) -> None:
    """Causes before all and of a group, a site, an actor, who gains, a version, a statement of the last round."""
    room = Workshop.objects.create(
        id=AMINAS_WORKSHOP,
        round=Round.objects.create(title=planted.word("round of the room"), starts_on=DAYS["starts_on"]),
        name=planted.word("running workshop"),
        territoire="T",
        provinces=["CD74"],
        state="RUNNING",
        **DAYS,
    )
    people["amina"].__dict__.pop("_reach_of_this_request", None)
    workbook = prepare_workbook(room, by=SYSTEM)
    _write(planted, workbook, people["amina"])
    _adopt(workbook)
    NamedVersion.objects.create(workshop=room, name=planted.word("name of a version"), epoch=1, position=1)
    armed = actor(name=planted.word("actor of the last round"), sensitivity="HIGH")
    given = involvement(place=site, workshop=earlier, actor=armed, sensitivity="HIGH")
    recall_claims(room, [given.pk], by=SYSTEM)
    _send_back(planted)
    _propose(planted, people)
    people["amina"].__dict__.pop("_reach_of_this_request", None)


def _send_back(planted: Any) -> None:
    """A statement of the room that came back with a question, and one whose answer went up."""
    for before, after, word in (
        ("SUBMITTED", "RETURNED", "asked of the room"),
        ("RETURNED", "SUBMITTED", "answer of the room"),
    ):
        said = {"place_as_stated": planted.word("place as the room said"), "workshop": AMINAS_WORKSHOP}
        row = observation(place=None, review_status=after, sensitivity="HIGH", **said)
        if after == "SUBMITTED":
            ReviewEvent.objects.create(claim=row, before="SUBMITTED", after="RETURNED", reason="asked earlier")
        ReviewEvent.objects.create(claim=row, before=before, after=after, reason=planted.word(word))


def _propose(planted: Any, people: dict[str, Any]) -> None:
    """The answers of who proposed to release a round, which nobody has confirmed."""
    said = {name: {"yes": False, "words": planted.word("answer before a release")} for name in QUESTIONS}
    of = Round.objects.get(released_at__isnull=False)
    RoundRelease.objects.create(round=of, proposed_by=people["esther"], answers=said)


def _adopt(workbook: Workbook) -> None:
    """The room has closed once and was opened again: there are papers of what it adopted."""
    plenary, group_only = adopted(projected(workbook).records)
    Closing.objects.create(
        workshop=workbook.workshop,
        number=1,
        plenary=canonical(plenary).decode(),
        plenary_digest=digest(plenary),
        group_only=canonical(group_only).decode(),
        group_only_digest=digest(group_only),
    )


def _write(planted: Any, workbook: Workbook, amina: Any) -> None:
    with writing(workbook, by=amina) as book:
        book.set("nodes", "core", text=planted.word("core problem of the room"))
        cause = {"side": "cause", "parent": "core", "order": "a1"}
        book.make("nodes", {**cause, "text": planted.word("cause before all"), "disclosure": PLENARY}, "n1")
        book.make("nodes", {**cause, "text": planted.word("cause of a group of the room"), "disclosure": GROUP}, "n2")
        book.make("groups", {"name": planted.word("group of the room"), "session": 1}, "g1")
        book.make("places", {"name": planted.word("site of the room"), "treat": "a1", "order": "a1"}, "p1")
        act = {"place": "p1", "actor_category": "AG_LOCAL", "disclosure": GROUP}
        book.make("involvements", {**act, "actor_name": planted.word("actor of a group")}, "i1")
        gain = {"place": "p1", "beneficiary_type": "LOCAL_TRADER", "disclosure": PLENARY}
        book.make("benefits", {**gain, "beneficiary_name": planted.word("who gains")}, "b1")
