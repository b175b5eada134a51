"""What a reader is told of workshops is as coarse as the field table says."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from access.reach import reach_of
from accounts.models import Person
from tests.workshops.conftest import CLEARED, RAW
from workshops.disclosed import told_counts, told_rounds, told_workshops
from workshops.models import ParticipantCount, Round, Workshop
from workshops.told import sides, told_recommendations, told_tree


def test_a_ministry_is_told_territoire_and_quarter(released: Workshop, daudi: Person) -> None:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        (told,) = told_workshops(reach_of(daudi))
    assert (told.name, told.venue, told.territoire) == ("", "", "Kalemie")
    assert (told.starts_on, told.step, told.quarter, told.ends_on) == (date(2024, 7, 1), "quarter", 3, None)
    assert '"workshops_workshop"."venue"' not in asked[-1]["sql"]


def test_a_facilitator_elsewhere_is_told_territoire_and_month(released: Workshop, bahati: Person) -> None:
    Workshop.objects.update(provinces=["CD63"])
    (told,) = told_workshops(reach_of(bahati))
    assert (told.name, told.starts_on, told.step) == ("", date(2024, 9, 1), "month")


def test_an_analyst_is_told_the_day(released: Workshop, celine: Person) -> None:
    (told,) = told_workshops(reach_of(celine))
    assert (told.name, told.starts_on) == ("Workshop at the lake", date(2024, 9, 24))


def test_readers_get_cleared_words_and_the_room_its_own(
    released: Workshop, amina: Person, celine: Person, esther: Person
) -> None:
    assert {node.words for node in told_tree(released.pk, reach_of(celine))} == {CLEARED}
    assert told_tree(released.pk, reach_of(amina))[0].words == RAW
    assert told_tree(released.pk, reach_of(esther))[0].words == RAW
    assert told_recommendations(released.pk, reach_of(celine)).get().words == CLEARED


def test_the_tree_stands_with_effects_above_and_causes_below(released: Workshop, amina: Person) -> None:
    told = {side: len(nodes) for side, nodes in sides(told_tree(released.pk, reach_of(amina)))}
    assert list(told) == ["effect", "core", "cause"] and list(told.values()) == [1, 1, 1]


def test_a_ministry_is_told_a_total_from_five(released: Workshop, daudi: Person) -> None:
    counts = told_counts(released.pk, reach_of(daudi))
    assert counts.total == 18 and not counts.by_category and not counts.by_sex
    ParticipantCount.objects.exclude(number=2).delete()
    assert told_counts(released.pk, reach_of(daudi)).total is None


def test_an_analyst_is_told_cells_from_five_that_cannot_be_subtracted(released: Workshop, celine: Person) -> None:
    counts = told_counts(released.pk, reach_of(celine))
    assert counts.total == 18 and counts.by_category == (("PROV_MIN", 8),)
    assert counts.by_sex == (("F", 9), ("M", 9))
    ParticipantCount.objects.filter(category="MEDIA").delete()
    assert told_counts(released.pk, reach_of(celine)).by_category == (("CIVIL_SOC", 8), ("PROV_MIN", 8))


def test_one_sex_alone_is_not_told(released: Workshop, celine: Person) -> None:
    ParticipantCount.objects.filter(sex="F").delete()
    assert told_counts(released.pk, reach_of(celine)).by_sex == ()


@pytest.mark.parametrize("name", ["amina", "esther"])
def test_the_room_and_the_secretariat_get_the_counts(
    released: Workshop, name: str, request: pytest.FixtureRequest
) -> None:
    counts = told_counts(released.pk, reach_of(request.getfixturevalue(name)))
    assert counts.total == 18 and dict(counts.by_category)["MEDIA"] == 2


def test_a_round_is_named_by_the_step_that_the_reader_is_told(
    released: Workshop, running: Workshop, amina: Person, bahati: Person, daudi: Person, celine: Person
) -> None:
    other = running.round
    Round.objects.filter(pk=other.pk).update(released_at=released.released_at)
    titles = ["Update of October 2024", "Update of September 2024"]
    with translation.override("en"):
        named = {
            who: [title for _key, title in told_rounds(reach_of(person))]
            for who, person in (("amina", amina), ("bahati", bahati), ("daudi", daudi), ("celine", celine))
        }
    assert named["celine"] == titles
    assert named["daudi"] == ["Update: quarter 4 of 2024", "Update: quarter 3 of 2024"]
    assert named["amina"] == ["Update: October 2024", titles[1]]
    assert named["bahati"] == [titles[0], "Update: September 2024"]


def test_neither_title_nor_day_of_a_round_reaches_a_page_of_a_ministry(
    released: Workshop, daudi: Person, client_of: Any
) -> None:
    day = "2024-09-11"
    Round.objects.update(title="Title that names the month", starts_on=day)
    browser = client_of(daudi)
    for address in ("/workshops/", f"/workshops/{released.pk}/", "/map/", "/map/claims.json"):
        answer = browser.get(address, follow=True)
        assert answer.status_code == 200, address
        text = answer.content.decode()
        assert "Title that names the month" not in text and day not in text
