"""Each line of the table of keeping and erasing, by a moved clock: rows, history, files and words."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.utils import timezone

from access.keeping import forget_trail
from access.models import AuditEntry
from access.policy import histories_of
from claims import services
from claims.codes import ReviewStatus
from claims.models import Attachment, Benefit, Claim, Involvement, Observation, PlaceState
from lib.problems import Fault, Problem
from sites.codes import Sensitivity
from sites.models import Actor, Place
from tests import factories as make

pytestmark = pytest.mark.django_db

WORD = "Zorvaquin"


def after(days: int) -> dict[str, int]:
    """What the daily job does when so many days have passed."""
    return services.keep_no_longer(timezone.now() + timedelta(days=days))


def stands_anywhere(word: str) -> list[str]:
    """Tables of the whole database in which a text column holds `word`."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'"
            " AND data_type IN ('text', 'character varying', 'jsonb', 'ARRAY')"
        )
        found = []
        for table, column in cursor.fetchall():
            cursor.execute(f'SELECT 1 FROM "{table}" WHERE "{column}"::text LIKE %s LIMIT 1', [f"%{word}%"])
            found += [f"{table}.{column}"] if cursor.fetchone() else []
    return found


def versions_of(key: UUID) -> int:
    return sum(model._default_manager.filter(pgh_obj_id=key).count() for model in histories_of("claims"))


def test_a_draft_that_was_never_submitted_goes_after_sixty_days_with_its_history() -> None:
    draft = make.observation(review_status=ReviewStatus.DRAFT, note=WORD)
    Observation.objects.filter(pk=draft.pk).update(note=f"{WORD} again")
    assert versions_of(draft.pk) and after(59)["drafts"] == 0
    assert after(61)["drafts"] == 1
    assert not Claim.objects.exists() and versions_of(draft.pk) == 0 and stands_anywhere(WORD) == []
    assert AuditEntry.objects.filter(verb="claim.erase_draft").count() == 1


def test_a_draft_that_came_back_from_review_is_kept(esther: Any) -> None:
    row = make.submitted_claim()
    services.send_back_claims(row, reason="Which group?", by=esther)
    make.submitted_claim()
    assert after(400)["drafts"] == 0


def test_a_raw_photograph_goes_after_half_a_year_with_its_bytes_and_a_cleared_one_stays(
    esther: Any, django_capture_on_commit_callbacks: Any
) -> None:
    row = make.submitted_claim()
    raw = services.attach(b"\xff\xd8\xff raw", claim=row, by=esther)
    cleared = services.clear_attachment(services.attach(b"\xff\xd8\xff ok", claim=row, by=esther), "HIGH", by=esther)
    lies = services.attachments.path_of(raw)
    assert default_storage.exists(lies) and after(179)["photographs"] == 0
    with django_capture_on_commit_callbacks(execute=True):
        assert after(181)["photographs"] == 1
    assert list(Attachment.objects.all()) == [cleared] and not default_storage.exists(lies)


def named_benefit(**fields: Any) -> Benefit:
    fields.setdefault("beneficiary", make.actor(name=WORD, sensitivity=Sensitivity.SEVERE))
    made: Benefit = make.benefit(sensitivity=Sensitivity.SEVERE, **fields)
    return made


def test_a_name_from_one_source_is_forgotten_after_a_year_and_the_kind_of_gain_stays() -> None:
    row = named_benefit(said=f"It goes to {WORD}", note=WORD)
    Benefit.objects.filter(pk=row.pk).update(link="DIRECT")
    assert after(364)["allegations"] == 0
    assert after(366)["allegations"] == 1
    kept = Benefit.objects.get()
    assert kept.beneficiary is None and kept.beneficiary_type == "LOCAL_TRADER"
    assert not Actor.objects.filter(name=WORD).exists() and stands_anywhere(WORD) == []


def test_a_name_that_two_sources_give_is_kept() -> None:
    first = named_benefit()
    second = named_benefit(beneficiary=first.beneficiary, place=first.place)
    assert first.source.origin != second.source.origin
    assert after(5000)["allegations"] == 0


def test_a_second_word_of_the_same_campaign_is_no_second_source() -> None:
    first = named_benefit()
    named_benefit(beneficiary=first.beneficiary, place=first.place, source=make.source(origin=first.source.origin))
    assert after(366)["allegations"] == 2


def test_a_renewed_name_is_kept_for_another_year_and_needs_a_reason(esther: Any, celine: Any) -> None:
    row = named_benefit()
    for by, reason, fault in ((esther, " ", Fault.REASON_MISSING), (celine, "why", Fault.NOT_FOUND)):
        with pytest.raises(Problem) as refused:
            services.renew_allegation(row, reason=reason, by=by)
        assert refused.value.fault == fault
    Benefit.objects.filter(pk=row.pk).update(recorded_at=timezone.now() - timedelta(days=364))
    services.renew_allegation(row, reason="A court asks.", by=esther)
    assert after(300)["allegations"] == 0
    assert services.name_is_kept_until(row) == timezone.localdate() + timedelta(days=365)
    assert after(366)["allegations"] == 1


def old_presence(**fields: Any) -> Observation:
    made: Observation = make.observation(
        armed_presence="PRESENT_INT", stated_on=date(2024, 8, 17), observed_from=date(2024, 8, 16), note=WORD, **fields
    )
    return made


def test_exact_presence_becomes_territoire_and_quarter_after_five_years() -> None:
    place = make.place(name=f"{WORD} hill", declared_territoire="Nyunzu")
    seen, acts = old_presence(place=place), make.involvement(place=place, stated_on=date(2024, 8, 17))
    harmless = make.observation(place=place, stated_on=date(2024, 8, 17))
    services.keep_no_longer(timezone.make_aware(timezone.datetime(2029, 8, 10)))
    assert Observation.objects.get(pk=seen.pk).place == place
    assert services.keep_no_longer(timezone.make_aware(timezone.datetime(2029, 9, 1)))["presence"] == 2
    for row in (Observation.objects.get(pk=seen.pk), Involvement.objects.get(pk=acts.pk)):
        assert row.place is None and row.area is not None and row.provinces == ["CD74"]
        assert (row.known_on, row.note, versions_of(row.pk)) == (date(2024, 9, 30), "", 0)
        assert (row.observed_from, row.observed_until) == (date(2024, 7, 1), date(2024, 9, 1))
    assert Claim.objects.get(pk=harmless.pk).place == place
    assert Place.objects.get().status == "ACCEPTED"
    assert not PlaceState.objects.filter(place=place, presence="PRESENT_INT").exists()


def test_open_data_and_other_classes_stay_exact() -> None:
    old_presence(source=make.open_source(), sensitivity=Sensitivity.MODERATE)
    old_presence(sensitivity=Sensitivity.SEVERE)
    assert after(10000)["presence"] == 0


def test_what_was_asked_back_is_nowhere_any_more(esther: Any) -> None:
    row = make.submitted_claim(stated_on=timezone.localdate(), note=WORD, said=WORD, workshop=UUID(int=5))
    Observation.objects.filter(pk=row.pk).update(note=f"{WORD}!")
    services.answer_withdrawal(services.request_withdrawal(claim=row), granted=True, reason="", by=esther)
    assert stands_anywhere(WORD) == [] and not Claim.objects.exists()


def test_the_trail_is_kept_for_twenty_four_months() -> None:
    AuditEntry.objects.create(audience="system", verb="test.old")
    assert forget_trail(timezone.now() + timedelta(days=729)) == 0
    assert forget_trail(timezone.now() + timedelta(days=731)) == 1
