"""A workbook becomes rows: once, and again only for what changed."""

from copy import deepcopy
from datetime import date
from typing import Any

import pytest

from access.models import AuditEntry
from access.reach import SYSTEM
from accounts.models import Person
from claims.codes import ClaimKind
from claims.models import Benefit, ChainLeg, Claim, Involvement, Observation
from sites.codes import SourceKind
from tests import factories
from tests.workshops.conftest import planned
from workbook.claiming import Matching, Outcome, claim_statements, leave_room
from workbook.projection import project
from workshops import services
from workshops.models import Group, Recommendation, TreeLink, TreeNode, Workshop, WorkshopInstitution

STATED_ON = date(2024, 9, 25)
DOCUMENT: dict[str, Any] = {
    "groups": {"g": {"name": "Groupe 1"}},
    "counts": {"CIVIL_SOC|F": {"number": 6}, "MEDIA|M": {"number": 2}},
    "invitations": {"v": {"name": "Radio locale", "category": "MEDIA", "seats": 2, "women": 1}},
    "nodes": {
        "core": {"side": "core", "text": "Insécurité"},
        "c": {"side": "cause", "parent": "core", "order": "a1", "text": "Barrières", "place:p": True},
        "d": {"side": "cause", "parent": "c", "order": "a1", "text": "Impunité", "group": "g"},
        "e": {"side": "effect", "parent": "core", "order": "a2", "text": "Départs"},
    },
    "links": {"k": {"from": "e", "to": "c", "loop": True}},
    "votes": {"c|g": 5},
    "places": {"p": {"name": "Mwamba 7"}, "q": {"name": "Kalima-Sud"}, "r": {"name": "Ailleurs"}},
    "observations": {
        "o": {"place": "p", "armed_presence": "PRESENT_INT", "mineral:COLTAN": 2, "mineral:GOLD": 1, "from": "2024-06"}
    },
    "involvements": {
        "i": {"place": "p", "actor_name": "Groupe armé A", "actor_category": "AG_LOCAL", "mode:TAX_MINERAL": True}
        | {"agreement": "MAJORITY", "group": "g", "levy_low": 500, "levy_unit": "CDF"}
    },
    "legs": {"l": {"place": "p", "to": "q", "mineral": "COLTAN"}, "m": {"place": "r", "to": "p"}},
    "benefits": {"b": {"involvement": "i", "beneficiary_type": "UNKNOWN", "unspecified_reason": "BEYOND_VIEW"}},
    "situations": {"s": {"actor_name": "Nobody knows", "actor_category": "AG_LOCAL"}},
    "recommendations": {"w": {"type": "TRACE_GOLD", "text": "Tracer l’or", "cause:c": True, "place:p": True}},
}


@pytest.fixture
def room(amina: Person) -> Workshop:
    """Amina's running workshop."""
    of = services.plan_round(title="Round", starts_on=date(2024, 9, 1), by=SYSTEM)
    workshop = planned(of, "amina")
    services.open_workshop(workshop, by=SYSTEM)
    return workshop


class Capture:
    """One workshop with its matching, captured again and again."""

    def __init__(self, room: Workshop, by: Person) -> None:
        self.room, self.by = room, by
        self.places = {"p": factories.place(), "q": factories.place()}
        self.actor = factories.actor(name="Groupe armé A")
        self.matching = Matching(places=self.places, actors={"Groupe armé A": self.actor})
        self.source = factories.source(kind=SourceKind.WORKSHOP, workshop=room.pk)

    def take(self, document: dict[str, Any]) -> Outcome:
        records = project(document).records
        groups = leave_room(records, workshop=self.room, matching=self.matching, by=self.by)
        return claim_statements(
            records,
            workshop=self.room,
            source=self.source,
            stated_on=STATED_ON,
            matching=self.matching,
            groups=groups,
            by=self.by,
        )


@pytest.fixture
def capture(room: Workshop, amina: Person) -> Capture:
    return Capture(room, amina)


def test_every_statement_becomes_a_claim_with_what_was_said(capture: Capture) -> None:
    outcome = capture.take(DOCUMENT)
    assert (len(outcome.made), outcome.unchanged) == (4, 0)
    assert set(outcome.unmatched) == {"legs/m", "situations/s"}
    seen, acts, leg, gain = (it.objects.get() for it in (Observation, Involvement, ChainLeg, Benefit))
    assert [it.mineral for it in seen.minerals.all()] == ["GOLD", "COLTAN"]
    assert (seen.observed_from, seen.observed_from_precision) == (date(2024, 6, 1), "MONTH")
    assert (acts.actor, acts.modes, acts.agreement) == (capture.actor, ["TAX_MINERAL"], "MAJORITY")
    assert acts.group == Group.objects.get().pk and acts.levy_low == 500
    assert (leg.to_place, leg.agreement) == (capture.places["q"], "CONSENSUS")
    assert (gain.about_involvement, gain.place, gain.disclosure) == (acts, capture.places["p"], "GROUP_ONLY")
    assert set(Claim.objects.values_list("workshop", "stated_on")) == {(capture.room.pk, STATED_ON)}


def test_the_room_leaves_its_tree_counts_and_recommendations(capture: Capture) -> None:
    capture.take(DOCUMENT)
    nodes = {it.text: it for it in TreeNode.objects.all()}
    assert nodes["Impunité"].parent == nodes["Barrières"] and nodes["Barrières"].parent == nodes["Insécurité"]
    assert (nodes["Barrières"].votes, nodes["Barrières"].places) == (5, [capture.places["p"].pk])
    assert TreeLink.objects.get().loop
    assert Recommendation.objects.get().causes == [nodes["Barrières"].pk]
    assert sum(it.number for it in capture.room.participantcounts.all()) == 8


def test_seats_that_changed_after_the_invitation_stand_on_it(capture: Capture) -> None:
    capture.take(DOCUMENT)
    (invited,) = WorkshopInstitution.objects.all()
    changed = deepcopy(DOCUMENT)
    changed["invitations"]["v"] |= {"seats": 3, "women": 2, "category": "CIVIL_SOC"}
    changed["invitations"]["w"] = {"name": "Comité", "category": "MEDIA", "seats": 1, "women": 0}
    capture.take(changed)
    told = {it.name: (it.pk == invited.pk, it.seats, it.women_expected, it.category) for it in reseated()}
    assert told == {"Radio locale": (True, 3, 2, "CIVIL_SOC"), "Comité": (False, 1, 0, "MEDIA")}
    assert AuditEntry.objects.filter(verb="workshop.reseat").count() == 1
    changed["invitations"]["v"]["women"] = 9
    capture.take(changed)
    assert [it.women_expected for it in reseated()] == [0, 2], "more women than seats are for the room to settle"
    assert AuditEntry.objects.filter(verb="workshop.reseat").count() == 1


def reseated() -> list[WorkshopInstitution]:
    return list(WorkshopInstitution.objects.order_by("name"))


def test_the_same_twice_makes_no_row(capture: Capture) -> None:
    capture.take(DOCUMENT)
    before = everything()
    outcome = capture.take(deepcopy(DOCUMENT))
    assert (outcome.made, outcome.unchanged) == ((), 4)
    assert everything() == before


def everything() -> list[Any]:
    return [list(it.objects.order_by("pk").values()) for it in (Claim, TreeNode, TreeLink, Recommendation, Group)]


def test_three_changes_make_three_claims_that_supersede(capture: Capture) -> None:
    first = capture.take(DOCUMENT)
    changed = deepcopy(DOCUMENT)
    changed["observations"]["o"]["armed_presence"] = "PRESENT_NO_INT"
    changed["involvements"]["i"]["mode:PILLAGE"] = True
    changed["benefits"]["b"]["link"] = "direct"
    outcome = capture.take(changed)
    assert (len(outcome.made), outcome.unchanged) == (3, 1)
    rows = Claim.objects.filter(pk__in=[it.pk for it in outcome.made])
    assert {it.supersedes_id for it in rows} <= {it.pk for it in first.made}
    assert {it.kind for it in rows} == {ClaimKind.OBSERVATION, ClaimKind.INVOLVEMENT, ClaimKind.BENEFIT}
    assert capture.take(changed).made == ()


def test_what_is_taken_back_and_said_again_stands_again(capture: Capture) -> None:
    capture.take(DOCUMENT)
    changed = deepcopy(DOCUMENT)
    changed["observations"]["o"]["armed_presence"] = "ABSENT"
    between = capture.take(changed).made[0]
    (again,) = capture.take(DOCUMENT).made
    assert Claim.objects.get(pk=again.pk).supersedes_id == between.pk
    assert capture.take(DOCUMENT).made == ()


def test_an_answer_to_the_last_round_supersedes_it_unless_nobody_knows(capture: Capture) -> None:
    last = factories.observation(place=capture.places["p"])
    document = deepcopy(DOCUMENT)
    document["observations"] = {
        "o": {"place": "p", "answers": str(last.pk), "since_last_round": "UNCHANGED", "armed_presence": "ABSENT"},
        "u": {"place": "p", "answers": str(last.pk), "since_last_round": "NOT_KNOWN"},
    }
    capture.take(document)
    rows = {it.since_last_round: it.supersedes_id for it in Observation.objects.exclude(pk=last.pk)}
    assert rows == {"UNCHANGED": last.pk, "NOT_KNOWN": None}


def test_what_vanished_is_told_and_words_are_gone(capture: Capture) -> None:
    capture.take(DOCUMENT)
    less = deepcopy(DOCUMENT)
    less["legs"]["l"]["removed_at"] = "2024-09-25T10:00:00Z"
    less["nodes"]["c"]["removed_at"] = "2024-09-25T10:00:00Z"
    outcome = capture.take(less)
    assert [it.pk for it in outcome.vanished] == [ChainLeg.objects.get().pk]
    assert {it.text: it.parent.text if it.parent else "" for it in TreeNode.objects.all()} == {
        "Insécurité": "",
        "Impunité": "Insécurité",
        "Départs": "Insécurité",
    }


def test_a_new_wording_is_not_cleared_any_more(capture: Capture) -> None:
    capture.take(DOCUMENT)
    services.clear_words(TreeNode.objects.get(text="Barrières"), text="Barrières", by=SYSTEM)
    changed = deepcopy(DOCUMENT)
    changed["nodes"]["c"]["text"] = "Barrières et péages"
    capture.take(changed)
    assert TreeNode.objects.get(text="Barrières et péages").cleared_at is None
