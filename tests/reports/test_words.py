"""Actors and sources in a file are kept beside the states, and never say more or less than the claims do now."""

import re
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import Grant, Person
from claims.models import PlaceState
from claims.state import refresh_states, tell_again
from sites.models import Actor, Place, Source
from sites.services import amend_actor, raise_actor_class
from tests import factories
from tests.people import make_person

Browsers = Callable[[Person | None], Client]
pytestmark = pytest.mark.django_db(transaction=True)
KINDS = ("places.csv", "places.geojson")


def exported(client: Client, kind: str = "places.csv") -> str:
    answer = client.get(f"/exports/{kind}")
    with closing(answer):
        told = b"".join(answer.streaming_content).decode()  # type: ignore[attr-defined]
    return re.sub(r"\d{4}-\d\d-\d\dT\d\d:\d\d", "now", told)


@pytest.fixture
def cast(transactional_db: None) -> dict[str, Person]:
    return {name: make_person(name) for name in ("celine", "esther", "furaha")}


@pytest.fixture
def place(cast: dict[str, Person]) -> Place:
    """Two actors whose names analysts may know, one whose name they may not, on the word of two sources."""
    place = factories.place(name="Kilima")
    told: dict[str, Any] = {"place": place, "review_status": "PUBLISHED"}
    for name, sensitivity in (("Group Mamba", "MODERATE"), ("Group Chui", "HIGH"), ("Company Simba", "SEVERE")):
        actor = factories.actor(name=name, sensitivity=sensitivity)
        factories.involvement(
            actor=actor, sensitivity="HIGH", source=factories.source(title=f"Campaign {name.split()[1]}"), **told
        )
    factories.involvement(actor=factories.actor(name="Group Draft"), place=place, review_status="DRAFT")
    factories.place(name="Silent")
    refresh_states(None)
    return place


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("who", ["celine", "esther"])
def test_kept_words_are_those_of_the_claims(
    who: str, kind: str, client_of: Browsers, cast: dict[str, Person], place: Place
) -> None:
    client = client_of(cast[who])
    kept = exported(client, kind)
    assert "Group Mamba" in kept and "Group Chui" in kept and "Group Draft" not in kept
    assert ("Company Simba" in kept) == (who == "esther")
    PlaceState.objects.update(told=False, told_actors="", told_categories="", told_sources="", told_class="")
    assert exported(client, kind) == kept


def test_a_name_that_is_raised_or_changed_is_gone_from_the_next_file(
    client_of: Browsers, cast: dict[str, Person], place: Place
) -> None:
    client, chui = client_of(cast["celine"]), Actor.objects.get(name="Group Chui")
    amend_actor(chui, by=cast["esther"], name="Group Duma")
    assert "Group Duma" in exported(client) and "Group Chui" not in exported(client)
    raise_actor_class(chui, "SEVERE", by=cast["esther"])
    assert "Group Duma" not in exported(client)
    assert PlaceState.objects.filter(place=place, audience="analyst", told=True).exists()


def test_words_are_taken_back_by_the_database_whoever_changes_a_row(
    client_of: Browsers, cast: dict[str, Person], place: Place
) -> None:
    client = client_of(cast["celine"])
    assert "Campaign Mamba" in exported(client)
    Source.objects.filter(title="Campaign Mamba").update(sensitivity="SEVERE")
    Actor.objects.filter(name="Group Mamba").update(status="PROPOSED")
    assert not PlaceState.objects.filter(place=place, told=True).exists()
    file = exported(client)
    assert "Mamba" not in file and "Group Chui" in file
    tell_again()
    assert PlaceState.objects.filter(place=place, audience="analyst", told=True).exists()
    assert "Mamba" not in exported(client) and "Group Chui" in exported(client)


def test_what_changes_nothing_in_the_words_leaves_them(place: Place) -> None:
    Actor.objects.update(acronym="X")
    Source.objects.update(reference="page 3")
    assert not PlaceState.objects.filter(place=place, audience="analyst", told=False).exists()


def test_who_reads_more_than_the_audience_is_told_from_the_claims(
    client_of: Browsers, cast: dict[str, Person], place: Place
) -> None:
    """A claim that is opened to one person stands in that person's file and in nobody else's."""
    hidden = factories.involvement(
        actor=factories.actor(name="Group Fisi", sensitivity="MODERATE"),
        place=place,
        review_status="PUBLISHED",
        sensitivity="SEVERE",
    )
    refresh_states([place.pk])
    celine = client_of(cast["celine"])
    assert "Group Fisi" not in exported(celine)
    Grant.objects.create(
        person=cast["celine"],
        records=[hidden.pk],
        highest_class="SEVERE",
        reason="A question of protection",
        asked_by=cast["esther"],
        approved_by=cast["furaha"],
        approved_at=timezone.now(),
        expires_at=timezone.now() + timedelta(days=1),
    )
    assert "Group Fisi" in exported(celine)
