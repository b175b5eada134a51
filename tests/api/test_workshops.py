"""Workshops, nodes and recommendations under `/api/`: the same words as on the screens, masked keys absent."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import Person
from tests import factories
from tests.workshops.conftest import CLEARED, RAW, captured, released, round_of_september
from workshops.models import Recommendation, TreeNode, Workshop
from workshops.services import transmit_recommendation

Browsers = Callable[[Person | None], Client]
__all__ = ["captured", "released", "round_of_september"]


@pytest.fixture(autouse=True)
def no_second_factor(settings: Any) -> None:
    settings.FILON_SECOND_FACTOR = False


def items(client: Client, address: str) -> list[dict[str, Any]]:
    answer = client.get(f"/api/{address}")
    assert answer.status_code == 200, answer.content
    found: list[dict[str, Any]] = answer.json()["items"]
    return found


def test_a_ministry_is_told_quarter_and_territoire_and_no_name(
    released: Workshop, daudi: Person, celine: Person, client_of: Browsers
) -> None:
    told = items(client_of(daudi), "workshops/")
    assert [(row["starts_on"], row["step"], row["territoire"]) for row in told] == [
        ("2024-07-01", "quarter", "Kalemie")
    ]
    assert not {"name", "ends_on", "zone", "round", "venue"} & set(told[0])
    exact = items(client_of(celine), "workshops/")[0]
    assert (exact["starts_on"], exact["name"], exact["round"]) == (
        "2024-09-24", "Workshop at the lake", "Update of September 2024",
    )  # fmt: skip


def test_nodes_in_cleared_words_with_permitted_places_and_read_parents(
    released: Workshop, daudi: Person, celine: Person, esther: Person, client_of: Browsers
) -> None:
    here, west = factories.place(), factories.place("Maniema")
    TreeNode.objects.update(places=[here.pk, west.pk], votes=4)
    TreeNode.objects.filter(side="cause").update(votes=7)
    told = items(client_of(daudi), "nodes/")
    assert {row["text"] for row in told} == {CLEARED} and len(told) == 2
    assert all(row["places"] == [here.code] for row in told)
    assert {row.get("votes") for row in told} == {7, None}
    assert len(items(client_of(celine), f"nodes/?workshop={released.pk}")) == 3
    assert any(RAW in row["text"] for row in items(client_of(esther), "nodes/"))
    TreeNode.objects.filter(side="core").update(cleared_at=None)
    assert all("parent" not in row for row in items(client_of(daudi), "nodes/"))


def test_recommendations_with_the_letter_for_who_got_it(
    released: Workshop, daudi: Any, habiba: Any, celine: Person, esther: Any, client_of: Browsers
) -> None:
    cause = TreeNode.objects.get(side="cause")
    Recommendation.objects.update(causes=[cause.pk])
    row = Recommendation.objects.get()
    day = timezone.localdate()
    transmit_recommendation(row, addressed_to=habiba.institution, letter="Letter 7", sent_on=day, by=esther)
    for person, letter in ((daudi, None), (habiba, "Letter 7"), (celine, "Letter 7")):
        told = items(client_of(person), "recommendations/")[0]
        assert (told["text"], told["status"], told.get("letter")) == (CLEARED, "SUBMITTED", letter)
        assert told["asked_of"] == habiba.institution.name
    assert "workshop" not in items(client_of(habiba), "recommendations/")[0]
    assert items(client_of(habiba), "recommendations/")[0]["causes"] == []
    assert items(client_of(daudi), "recommendations/")[0]["causes"] == [str(cause.pk)]
    assert items(client_of(habiba), f"recommendations/?workshop={released.pk}") == []
    assert len(items(client_of(daudi), f"recommendations/?workshop={released.pk}&status=SUBMITTED")) == 1
    assert items(client_of(daudi), "recommendations/?status=DONE") == []


@pytest.mark.parametrize(
    "address", ["nodes/?workshop=x", "recommendations/?status=NO", "workshops/?limit=0", "nodes/?after=x"]
)
def test_what_cannot_be_read_is_a_problem_in_json(db: None, celine: Person, client_of: Browsers, address: str) -> None:
    answer = client_of(celine).get(f"/api/{address}")
    assert answer.status_code == 400 and answer["Content-Type"].startswith("application/problem+json")


def test_pages_follow_each_other_and_the_count_is_never_a_kept_one(
    released: Workshop, celine: Person, client_of: Browsers
) -> None:
    client, seen, address = client_of(celine), [], "/api/nodes/?limit=2"
    while address:
        page = client.get(address).json()
        assert page["numberMatched"] == 3
        seen += [row["id"] for row in page["items"]]
        address = page.get("next", "")
    assert seen == sorted(seen) and len(seen) == 3
    TreeNode.objects.filter(side="effect").delete()
    assert client.get("/api/nodes/").json()["numberMatched"] == 2


def test_who_is_not_signed_in_is_refused(db: None, client_of: Browsers) -> None:
    for name in ("workshops", "nodes", "recommendations"):
        assert client_of(None).get(f"/api/{name}/").status_code == 403
