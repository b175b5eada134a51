"""Recording: what arrives, with what the database adds, and what is refused."""

from datetime import date
from typing import Any

import pytest

from access.models import AuditEntry
from claims import services
from claims.models import Claim
from lib.problems import Fault, Problem
from tests import factories
from tests.people import WORKSHOPS

pytestmark = pytest.mark.django_db
DAY = date(2024, 9, 24)


def test_an_observation_is_a_draft_with_the_provinces_of_its_place_and_the_workshop_of_its_source(amina: Any) -> None:
    source = factories.source(workshop=WORKSHOPS["amina"])
    row = services.record_observation(
        source=source, stated_on=DAY, by=amina, place=factories.place(), minerals=["GOLD", "COLTAN", "GOLD"],
        armed_presence="PRESENT_INT",
    )  # fmt: skip
    assert (row.review_status, row.provinces, row.workshop) == ("DRAFT", ["CD74"], WORKSHOPS["amina"])
    assert list(row.minerals.values_list("mineral", "rank")) == [("GOLD", 1), ("COLTAN", 2)]
    assert row.recorded_by == amina.pk
    assert AuditEntry.objects.get(verb="claim.record").row == row.pk


def test_every_kind_is_recorded(esther: Any) -> None:
    place, said = factories.place(), {"source": factories.source(), "stated_on": DAY, "by": esther}
    actor = factories.actor()
    involvement = services.record_involvement(**said, place=place, actor=actor, modes=["TAX_ENTRY"])
    leg = services.record_leg(**said, place=place, to_text="Somewhere", mineral="GOLD")
    benefit = services.record_benefit(**said, about_involvement=involvement, beneficiary_type="LOCAL_TRADER")
    situation = services.record_situation(**said, actor=actor, areas=["CD63"])
    services.record_qualification(**said, place=place, status="GREEN")
    services.record_incident(**said, place=place, category="CLASH")
    assert (benefit.place, leg.place, situation.provinces) == (place, place, ["CD63"])
    assert sorted(Claim.objects.values_list("kind", flat=True)) == [
        "BENEFIT", "INCIDENT", "INVOLVEMENT", "LEG", "QUALIFICATION", "SITUATION",
    ]  # fmt: skip


def test_what_a_single_participant_said_is_severe_whatever_class_is_given(esther: Any) -> None:
    said = {"source": factories.source(), "stated_on": DAY, "by": esther, "place": factories.place()}
    row = services.record_observation(**said, agreement="SINGLE", sensitivity="MODERATE")
    assert row.sensitivity == "SEVERE"


@pytest.mark.parametrize(
    "wrong",
    [
        {"armed_presence": "PERHAPS"},
        {"basis": "DREAMT"},
        {"workers_low": 50, "workers_high": 4},
        {"minerals": ["CHEESE"]},
        {"observed_from": date(2024, 2, 1), "observed_until": date(2024, 1, 1)},
    ],
)
def test_what_cannot_be_is_refused_and_leaves_nothing(esther: Any, wrong: dict[str, Any]) -> None:
    with pytest.raises(Problem) as refusal:
        services.record_observation(
            source=factories.source(), stated_on=DAY, by=esther, place=factories.place(), **wrong
        )
    assert refusal.value.fault == Fault.NOT_VALID
    assert not Claim.objects.exists() and not AuditEntry.objects.filter(verb="claim.record").exists()


def test_a_leg_needs_an_end_and_nobody_records_an_expiry(esther: Any) -> None:
    said = {"source": factories.source(), "stated_on": DAY, "by": esther, "place": factories.place()}
    for refused in (
        lambda: services.record_leg(**said),
        lambda: services.record_qualification(**said, status="EXPIRED"),
    ):
        with pytest.raises(Problem) as refusal:
            refused()
        assert refusal.value.fault == Fault.NOT_VALID


def test_the_same_entry_with_the_same_content_is_recorded_once(esther: Any) -> None:
    said = {"source": factories.source(), "stated_on": DAY, "by": esther, "place": factories.place()}
    key = {"entry_id": factories.source().pk, "content_hash": "a" * 64}
    services.record_observation(**said, **key)
    with pytest.raises(Problem) as refusal:
        services.record_observation(**said, **key)
    assert refusal.value.fault == Fault.CONFLICT


@pytest.mark.parametrize("name", ["bahati", "celine", "daudi", "habiba", "gaspard"])
def test_nobody_records_in_the_workshop_of_others(request: pytest.FixtureRequest, name: str) -> None:
    person = request.getfixturevalue(name)
    source = factories.source(workshop=WORKSHOPS["amina"])
    with pytest.raises(Problem) as refusal:
        services.record_observation(source=source, stated_on=DAY, by=person, place=factories.place())
    assert refusal.value.fault == Fault.FORBIDDEN
    assert not Claim.objects.exists()


def test_a_facilitator_records_nothing_outside_a_workshop(amina: Any) -> None:
    with pytest.raises(Problem):
        services.record_observation(source=factories.source(), stated_on=DAY, by=amina, place=factories.place())
