"""A released workshop of Tanganyika with a tree, counts and recommendations, and a running one of Maniema."""

from datetime import date
from typing import Any

import pytest

from access.reach import SYSTEM
from accounts.models import Person
from tests.people import MANIEMA, TANGANYIKA, WORKSHOPS
from workshops import services
from workshops.codes import RecommendationType, TreeSide
from workshops.models import Recommendation, Round, TreeNode, Workshop

COUNTS = {("PROV_MIN", "M"): 7, ("PROV_MIN", "F"): 1, ("CIVIL_SOC", "F"): 8, ("MEDIA", "M"): 2}
RAW, CLEARED = "raw words of the room", "cleared words"


def planned(of: Round, key: str, **fields: Any) -> Workshop:
    """A workshop that belongs to that facilitator of the cast."""
    defaults: dict[str, Any] = {
        "id": WORKSHOPS[key],
        "name": "Workshop at the lake",
        "territoire": "Kalemie",
        "venue": "Hall by the harbour",
        "provinces": [TANGANYIKA],
        "starts_on": date(2024, 9, 24),
        "ends_on": date(2024, 9, 25),
    }
    return services.plan_workshop(of, by=SYSTEM, **defaults | fields)


@pytest.fixture
def round_of_september(db: None) -> Round:
    """A round."""
    return services.plan_round(title="Update of September 2024", starts_on=date(2024, 9, 1), by=SYSTEM)


@pytest.fixture
def running(round_of_september: Round) -> Workshop:
    """Bahati's running workshop, in another round so that the first can be released."""
    other = services.plan_round(title="Update of October 2024", starts_on=date(2024, 10, 1), by=SYSTEM)
    workshop = planned(other, "bahati", name="Workshop on the river", territoire="Kasongo", provinces=[MANIEMA])
    services.open_workshop(workshop, by=SYSTEM)
    return workshop


@pytest.fixture
def captured(round_of_september: Round) -> Workshop:
    """Amina's running workshop with a tree, counts and two recommendations."""
    workshop = planned(round_of_september, "amina")
    services.open_workshop(workshop, by=SYSTEM)
    services.count_participants(workshop, COUNTS, by=SYSTEM)
    services.form_group(workshop, name="Group of the north", by=SYSTEM)
    services.invite_institution(workshop, name="Body A", category="PROV_MIN", seats=3, women_expected=1, by=SYSTEM)
    core = services.plant_tree(workshop, core=RAW, by=SYSTEM)
    cause = services.add_node(core, side=TreeSide.CAUSE, text=f"{RAW} of a cause", by=SYSTEM)
    secret = services.add_node(core, side=TreeSide.EFFECT, text="said in group", disclosure="GROUP_ONLY", by=SYSTEM)
    services.link_nodes(secret, cause, loop=True, by=SYSTEM)
    services.recommend(workshop, text=f"{RAW} of a recommendation", type=RecommendationType.TRACE_GOLD, by=SYSTEM)
    return workshop


@pytest.fixture
def released(captured: Workshop, esther: Person, furaha: Person) -> Workshop:
    """The same workshop closed, checked, cleared and released by two people."""
    services.close_workshop(captured, plenary={"nodes": 2}, group_only={"nodes": 1}, by=SYSTEM)
    for row in (*TreeNode.objects.all(), *Recommendation.objects.all()):
        services.clear_words(row, text=CLEARED, by=esther)
    services.verify_workshop(captured, by=esther)
    services.release_round(captured.round, by=furaha)
    captured.refresh_from_db()
    return captured
