"""Places: proposed, accepted, mended, classed, settled."""

from typing import Any

import pytest
from django.contrib.gis.geos import Point

from access.models import AuditEntry
from lib.ids import number_of
from lib.problems import Fault, Problem
from sites import services
from sites.models import Actor, Place
from tests import factories
from tests.people import WORKSHOPS

pytestmark = pytest.mark.django_db


def refusal(step: Any, *args: Any, **named: Any) -> Fault:
    with pytest.raises(Problem) as problem:
        step(*args, **named)
    return problem.value.fault


def test_a_facilitator_proposes_in_an_own_workshop_and_nowhere_else(amina: Any, bahati: Any) -> None:
    own = {"name": " Mwamba-7 ", "workshop": WORKSHOPS["amina"], "declared_province": "Tanganyika"}
    place = services.propose_place(**own, by=amina)
    assert (place.name, place.status, place.code, place.provinces) == ("Mwamba-7", "PROPOSED", None, ["CD74"])
    assert refusal(services.propose_place, **own, by=bahati) == Fault.FORBIDDEN
    assert refusal(services.propose_place, name="Elsewhere", by=amina) == Fault.FORBIDDEN
    assert Place.objects.count() == 1


def test_acceptance_gives_a_code_that_is_its_number(esther: Any) -> None:
    places = [factories.proposed_place() for _ in range(5)]
    assert services.accept_places(Place.objects.all(), by=esther) == 5
    for place in Place.objects.all():
        assert place.code and place.number == number_of(place.code) and place.accepted_at
    assert refusal(services.accept_place, places[0], by=esther) == Fault.STALE


@pytest.mark.parametrize("name", ["amina", "celine", "daudi", "gaspard"])
def test_only_the_secretariat_keeps_the_register(request: Any, name: str) -> None:
    person = request.getfixturevalue(name)
    proposed, known = factories.proposed_place(), factories.place()
    refused = (Fault.FORBIDDEN, Fault.NOT_FOUND)
    assert refusal(services.accept_place, proposed, by=person) in refused
    assert refusal(services.amend_place, known, name="Other", by=person) in refused
    assert refusal(services.settle_province, known, "CD63", by=person) in refused
    assert refusal(services.lower_place_class, known, "LOW", reason="No", by=person) in refused
    assert refusal(services.raise_place_class, known, "SEVERE", by=person) in refused
    assert refusal(services.merge_places, known, factories.place(), by=person) in refused


def test_a_place_that_exists_only_through_hidden_claims_is_c2(esther: Any) -> None:
    hidden = factories.proposed_place(sensitivity="MODERATE")
    factories.observation(place=hidden, sensitivity="HIGH")
    known = factories.proposed_place(sensitivity="HIGH")
    factories.observation(place=known, sensitivity="MODERATE")
    services.accept_places([hidden, known], by=esther)
    assert [Place.objects.get(pk=p.pk).sensitivity for p in (hidden, known)] == ["HIGH", "MODERATE"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"geom": Point(500, 0, srid=4326)},
        {"geom": Point(float("nan"), 0, srid=4326)},
        {"kind": "CASTLE"},
        {"code": "A"},
    ],
)
def test_what_cannot_be_is_refused(esther: Any, wrong: dict[str, Any]) -> None:
    assert refusal(services.amend_place, factories.place(), by=esther, **wrong) == Fault.NOT_VALID


def test_a_proposal_is_mended_by_who_proposed_it(amina: Any, esther: Any) -> None:
    place = factories.proposed_place(workshop=WORKSHOPS["amina"])
    services.amend_place(place, name="Better", by=amina)
    services.accept_place(place, by=esther)
    assert refusal(services.amend_place, place, name="Worse", by=amina) == Fault.FORBIDDEN


def test_a_lower_class_has_a_reason_in_the_history(esther: Any) -> None:
    place = factories.place(sensitivity="HIGH")
    assert refusal(services.lower_place_class, place, "MODERATE", reason=" ", by=esther) == Fault.REASON_MISSING
    services.lower_place_class(place, "MODERATE", reason="It is on the official list.", by=esther)
    event = Place.pgh_event_model.objects.filter(pgh_obj_id=place.pk).latest("pgh_id")  # type: ignore[attr-defined]
    assert event.pgh_context.metadata["reason"] == "It is on the official list."
    services.raise_place_class(place, "SEVERE", by=esther)
    services.raise_place_class(place, "LOW", by=esther)
    assert Place.objects.get().sensitivity == "SEVERE"


def test_a_settled_province_decides_who_sees_the_place(esther: Any, daudi: Any, habiba: Any) -> None:
    place = factories.place(province="Tanganyika")
    assert Place.objects.permitted(daudi).exists() and not Place.objects.permitted(habiba).exists()
    services.settle_province(place, "CD63", by=esther)
    assert Place.objects.permitted(habiba).exists() and not Place.objects.permitted(daudi).exists()
    assert refusal(services.settle_province, place, "CD7401", by=esther) == Fault.NOT_VALID
    services.settle_province(place, "", by=esther)
    assert Place.objects.get().provinces == ["CD74"]
    assert AuditEntry.objects.filter(verb="place.settle").count() == 2


def test_actors_are_the_secretariat_s_to_keep(esther: Any, celine: Any) -> None:
    actor = services.add_actor(name="Group A", category="AG_LOCAL", by=esther, sensitivity="MODERATE")
    services.add_alias(actor, "The ones of the hill", by=esther)
    services.add_alias(Actor.objects.get(), "The ones of the hill", by=esther)
    assert Actor.objects.get().aliases == ["The ones of the hill"]
    assert services.raise_actor_class(actor, "SEVERE", by=esther).sensitivity == "SEVERE"
    assert refusal(services.add_actor, name="B", category="AG_LOCAL", by=celine) == Fault.FORBIDDEN
    assert refusal(services.amend_actor, actor, category="CASTLE", by=esther) == Fault.NOT_VALID
    assert refusal(services.amend_actor, actor, sensitivity="LOW", by=esther) == Fault.NOT_VALID
