"""Recommendations followed: sent, acknowledged, reported, taken or left, late; a board and a table at each level."""

import csv
import io
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from access.models import AuditEntry
from access.reach import reach_of
from accounts.models import Person
from lib.problems import Fault, Problem
from tests import factories
from tests.workshops.conftest import CLEARED, RAW
from workshops import services
from workshops.advice import board, due_on, followed, lateness, readable
from workshops.models import Recommendation, TreeNode, Workshop
from workshops.ties import causes_of

pytestmark = pytest.mark.django_db
Browser = Callable[[Person | None], Client]


@pytest.fixture(autouse=True)
def no_second_factor(settings: Any) -> None:
    settings.FILON_SECOND_FACTOR = False


def refusal(step: Any, *args: Any, **named: Any) -> Fault:
    with pytest.raises(Problem) as problem:
        step(*args, **named)
    return problem.value.fault


def sent(to: Any, by: Any, days: int = 0, horizon: str = "SHORT") -> Recommendation:
    row = Recommendation.objects.get()
    Recommendation.objects.filter(pk=row.pk).update(horizon=horizon)
    day = timezone.localdate() - timedelta(days=days)
    services.transmit_recommendation(row, addressed_to=to.institution, letter="Letter 7", sent_on=day, by=by)
    return Recommendation.objects.get()


@pytest.mark.parametrize(
    ("sent_on", "horizon", "due"),
    [
        (date(2026, 8, 31), "SHORT", date(2027, 2, 28)),
        (date(2026, 1, 15), "MEDIUM", date(2027, 7, 15)),
        (date(2026, 6, 30), "LONG", date(2029, 6, 30)),
        (date(2026, 6, 30), "", None),
        (None, "SHORT", None),
    ],
)
def test_when_it_should_be_done(sent_on: Any, horizon: str, due: Any) -> None:
    assert due_on(sent_on, horizon) == due


def test_what_is_late_and_by_what() -> None:
    sent_on = date(2026, 1, 1)
    assert lateness("SUBMITTED", sent_on, "SHORT", date(2026, 1, 31)) == ""
    assert lateness("SUBMITTED", sent_on, "SHORT", date(2026, 2, 1)) == "letter"
    assert lateness("RECEIVED", sent_on, "SHORT", date(2026, 2, 1)) == ""
    assert lateness("ONGOING", sent_on, "SHORT", date(2026, 7, 2)) == "horizon"
    assert lateness("DONE", sent_on, "SHORT", date(2027, 1, 1)) == ""
    assert lateness("ADOPTED", None, "SHORT", date(2030, 1, 1)) == ""


def test_a_letter_makes_it_the_institution_s_own_and_its_time_runs(
    released: Workshop, daudi: Any, esther: Any, client_of: Browser
) -> None:
    assert "Report" not in client_of(daudi).get("/recommendations/", headers={"Accept-Language": "en"}).text
    row = sent(daudi, esther, days=40)
    assert (row.status, row.letter) == ("SUBMITTED", "Letter 7")
    page = client_of(daudi).get("/recommendations/")
    assert f"/recommendations/{row.pk}/status/" in page.text and "advice--late" in page.text
    told = followed(readable_by(daudi), reach(daudi))[0]
    assert told.own and told.late == "letter" and [it.status for it in told.history] == ["SUBMITTED"]


def reach(person: Any) -> Any:
    return reach_of(person)


def readable_by(person: Any) -> Any:
    return readable(reach(person))


def test_only_what_is_released_is_sent_and_by_the_secretariat(
    captured: Workshop, daudi: Any, esther: Any, celine: Any
) -> None:
    row = Recommendation.objects.get()
    fields = {"addressed_to": daudi.institution, "letter": "L", "sent_on": timezone.localdate()}
    assert refusal(services.transmit_recommendation, row, **fields, by=esther) == Fault.NOT_READY
    assert refusal(services.transmit_recommendation, row, **fields, by=celine) == Fault.FORBIDDEN
    assert refusal(services.transmit_recommendation, row, **fields | {"letter": " "}, by=esther) == Fault.REASON_MISSING
    tomorrow = timezone.localdate() + timedelta(days=1)
    assert (
        refusal(services.transmit_recommendation, row, **fields | {"sent_on": tomorrow}, by=esther) == Fault.NOT_VALID
    )


def test_a_report_is_taken_or_left_and_then_may_come_again(
    released: Workshop, daudi: Any, esther: Any, celine: Any, client_of: Browser
) -> None:
    row = sent(daudi, esther)
    step = services.report_status(row, status="DONE", evidence="zqx evidence", by=daudi)
    assert "zqx evidence" in client_of(daudi).get(f"/recommendations/{row.pk}/").text
    assert "zqx evidence" not in client_of(celine).get(f"/recommendations/{row.pk}/").text
    assert refusal(services.decline_step, step, reason=" ", by=esther) == Fault.REASON_MISSING
    address = f"/recommendations/steps/{step.pk}/refusal/"
    assert client_of(daudi).post(address, {"reason": "No"}).status_code == 403
    assert client_of(esther).post(address, {"reason": "The site still works"}).status_code == 302
    assert "The site still works" in client_of(daudi).get(f"/recommendations/{row.pk}/").text
    assert client_of(esther).post(address, {"reason": "Again"}).status_code == 403
    again = services.report_status(row, status="ONGOING", evidence="A note", by=daudi)
    services.accept_step(again, by=esther)
    page = client_of(celine).get(f"/recommendations/{row.pk}/")
    assert page.status_code == 200 and "A note" not in page.text
    told = followed(readable_by(celine), reach(celine))[0]
    assert [it.status for it in told.history] == ["ONGOING", "SUBMITTED"]


def test_the_letter_is_told_to_who_wrote_it_who_got_it_and_analysts(
    released: Workshop, daudi: Any, habiba: Any, esther: Any, celine: Any
) -> None:
    Workshop.objects.filter(pk=released.pk).update(provinces=["CD63"])
    row = sent(daudi, esther)
    letters = {
        who.name: followed(readable_by(who), reach(who))[0].row.letter for who in (daudi, habiba, celine, esther)
    }
    assert letters == {"Daudi": "Letter 7", "Habiba": "", "Celine": "Letter 7", "Esther": "Letter 7"}
    told = followed(readable_by(daudi), reach(daudi))[0]
    assert told.workshop is None and str(row.addressed_to) == told.asked_of


def test_the_board_and_the_table_narrow_alike(released: Workshop, celine: Any, esther: Any, client_of: Browser) -> None:
    browser = client_of(celine)
    for form in ("", "view=table&"):
        assert CLEARED in browser.get(f"/recommendations/?{form}status=PROPOSED&type=TRACE_GOLD&province=CD74").text
        for other in ("type=JUSTICE", "late=on", "province=CD74&horizon=LONG"):
            page = browser.get(f"/recommendations/?{form}{other}").text
            assert (CLEARED in page) == (other == "type=JUSTICE"), "a choice that nobody meets asks for nothing"
        assert RAW not in browser.get(f"/recommendations/?{form}").text
    assert [str(status) for status, _rows in board(followed(readable_by(esther), reach(esther)))] == ["PROPOSED"]


def test_who_reads_no_recommendation_finds_no_page(gaspard: Any, client_of: Browser) -> None:
    assert client_of(gaspard).get("/recommendations/").status_code == 404


def test_who_reads_recommendations_has_them_in_the_menu(
    released: Workshop, amina: Any, celine: Any, gaspard: Any, client_of: Browser
) -> None:
    entry = '<a href="/recommendations/"'
    for who in (amina, celine):
        assert entry in client_of(who).get("/workshops/").text
    assert f"/recommendations/{Recommendation.objects.get().pk}/" in client_of(amina).get("/recommendations/").text
    assert entry not in client_of(gaspard).get("/accounts/").text


def test_the_sender_s_form_and_the_report_s(released: Workshop, daudi: Any, esther: Any, client_of: Browser) -> None:
    row = Recommendation.objects.get()
    address = f"/recommendations/{row.pk}/letter/"
    assert address in client_of(esther).get(f"/recommendations/{row.pk}/").text
    assert address not in client_of(daudi).get(f"/recommendations/{row.pk}/").text
    form = {"addressed_to": daudi.institution_id, "letter": "L 1", "sent_on": timezone.localdate().isoformat()}
    assert client_of(esther).post(address, {**form, "letter": ""}).status_code == 422
    assert client_of(esther).post(address, form).status_code == 302
    report = f"/recommendations/{row.pk}/status/"
    assert "DROPPED" in client_of(esther).get(report).text and "DROPPED" not in client_of(daudi).get(report).text


def test_the_list_asks_the_database_a_bounded_number_of_times(
    released: Workshop, esther: Any, client_of: Browser, django_assert_max_num_queries: Any
) -> None:
    first = Recommendation.objects.get()
    for rank in range(20):
        Recommendation.objects.create(
            workshop=released, text="t", cleared_text="c", cleared_at=first.cleared_at, type="OTHER", rank=rank
        )
    browser = client_of(esther)
    with django_assert_max_num_queries(25):
        assert browser.get("/recommendations/").status_code == 200


def test_causes_of_a_place_and_places_of_a_cause_at_each_level(
    released: Workshop, celine: Any, daudi: Any, habiba: Any, esther: Any, client_of: Browser
) -> None:
    here, west = factories.place(), factories.place("Maniema")
    plenary = TreeNode.objects.get(side="cause")
    TreeNode.objects.filter(workshop=released).update(places=[here.pk, west.pk], votes=3)
    Recommendation.objects.update(places=[here.pk], causes=[plenary.pk])
    tree = f"/workshops/{released.pk}/tree/"
    for who, causes in ((celine, 3), (daudi, 2), (esther, 3)):
        page = client_of(who).get(f"/sites/{here.code}/").text
        assert page.count(f"{tree}?node=") == causes
        panel = client_of(who).get(f"/map/places/{here.code}/panel/").text
        assert 'id="tab-causes"' in panel and 'id="tab-advice"' in panel
        assert 'data-class="C2"' in page and 'data-class="C2"' in panel
    chosen = client_of(daudi).get(f"{tree}?node={plenary.pk}").text
    assert here.name in chosen and west.name not in chosen and RAW not in chosen
    assert f"/recommendations/{Recommendation.objects.get().pk}/" in chosen
    assert west.name in client_of(celine).get(tree).text
    assert client_of(habiba).get(tree).status_code == 404
    assert client_of(daudi).get(f"{tree}?node=x").status_code == 400
    bare = client_of(celine).get(f"/map/places/{factories.place().code}/panel/").text
    assert 'id="tab-causes"' not in bare and 'data-class="C2"' not in bare


def test_a_group_s_cause_chosen_by_its_key_tells_a_ministry_nothing(
    released: Workshop, daudi: Any, celine: Any, client_of: Browser
) -> None:
    here = factories.place()
    group = TreeNode.objects.get(disclosure="GROUP_ONLY")
    TreeNode.objects.filter(pk=group.pk).update(places=[here.pk], cleared_text="zqx of a group")
    tree = f"/workshops/{released.pk}/tree/?node={group.pk}"
    assert "zqx" in client_of(celine).get(tree).text
    page = client_of(daudi).get(tree).text
    assert "zqx" not in page and here.name not in page


def test_few_votes_are_told_to_nobody_outside(released: Workshop, celine: Any, esther: Any) -> None:
    here = factories.place()
    TreeNode.objects.filter(side="cause").update(places=[here.pk], votes=4)
    assert causes_of(here.pk, reach(celine))[0].votes is None and causes_of(here.pk, reach(esther))[0].votes == 4
    TreeNode.objects.filter(side="cause").update(votes=5)
    assert causes_of(here.pk, reach(celine))[0].votes == 5


def test_the_board_leaves_as_a_table_with_its_trace(
    released: Workshop, daudi: Any, celine: Any, esther: Any, client_of: Browser
) -> None:
    Recommendation.objects.update(cleared_text="=1+1 a formula")
    answer = client_of(celine).get("/exports/recommendations.csv?status=PROPOSED")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    rows = list(csv.DictReader(io.StringIO(text)))
    assert text.startswith("id,workshop,type,status,text")
    assert [(row["text"], row["class"], row["view"]) for row in rows] == [("'=1+1 a formula", "C2", "status=PROPOSED")]
    assert AuditEntry.objects.get(verb="export.end").details["rows"] == 1
    none = client_of(celine).get("/exports/recommendations.csv?late=on")
    assert len(b"".join(none.streaming_content).splitlines()) == 1  # type: ignore[attr-defined]
    assert client_of(daudi).get("/exports/recommendations.csv").status_code == 403
    assert "exports/recommendations.csv" in client_of(esther).get("/recommendations/").text
    assert "exports/recommendations.csv" not in client_of(daudi).get("/recommendations/").text
