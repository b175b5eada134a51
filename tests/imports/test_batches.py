"""A batch is reviewed as a whole by two people, corrected by a later one, and can be taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.utils import timezone

from access.reach import SYSTEM
from accounts.models import Person
from claims.models import ChainLeg, Claim, Observation, PlaceState, Reply
from imports.models import ImportBatch, ImportedRow, PlaceAmendment
from imports.services import import_ipis, publish_batch, undo_batch, verify_batch
from lib.problems import Fault, Problem
from sites.models import Actor, Place, Source
from tests import factories

from .conftest import digests

pytestmark = pytest.mark.django_db
Make = Callable[..., Path]
Bring = Callable[[Path], ImportBatch]
ARMED = {"presence": "1", "interference": "1", "armed_group1": "FARDC"}


def fault_of(act: Callable[[], object]) -> Fault:
    with pytest.raises(Problem) as raised:
        act()
    return raised.value.fault


def test_until_it_is_released_only_the_secretariat_sees_anything(
    visits_file: Make, brought_in: Bring, esther: Person, celine: Person, daudi: Person
) -> None:
    batch = brought_in(visits_file({}))
    for person in (celine, daudi):
        assert not Place.objects.permitted(person).exists()
        assert not Claim.objects.permitted(person).exists()
        assert not ImportBatch.objects.permitted(person).exists()
        assert not ImportedRow.objects.permitted(person).exists()
    assert Place.objects.permitted(esther).exists()
    verify_batch(batch, by=esther)
    assert not Place.objects.permitted(celine).exists()


def test_who_imported_is_neither_of_the_two(visits_file: Make, esther: Person, furaha: Person) -> None:
    report = import_ipis(visits_file({}), by=esther)
    batch = ImportBatch.objects.get(pk=report.batch)
    assert fault_of(lambda: verify_batch(batch, by=esther)) == Fault.SECOND_PERSON
    verify_batch(batch, by=furaha)
    assert fault_of(lambda: publish_batch(batch, by=furaha)) == Fault.SECOND_PERSON
    assert fault_of(lambda: publish_batch(batch, by=esther)) == Fault.SECOND_PERSON
    assert not Claim.objects.released().exists()


def test_steps_come_in_their_order_and_once(
    visits_file: Make, brought_in: Bring, esther: Person, furaha: Person
) -> None:
    batch = brought_in(visits_file({}))
    assert fault_of(lambda: publish_batch(batch, by=furaha)) == Fault.STALE
    verify_batch(batch, by=esther)
    assert fault_of(lambda: verify_batch(batch, by=furaha)) == Fault.STALE
    publish_batch(batch, by=furaha)
    undo_batch(batch, by=esther)
    assert fault_of(lambda: undo_batch(batch, by=esther)) == Fault.GONE


@pytest.mark.parametrize("name", ["celine", "daudi", "gaspard"])
def test_others_than_the_secretariat_may_do_nothing(
    name: str, visits_file: Make, brought_in: Bring, request: pytest.FixtureRequest
) -> None:
    batch, person = brought_in(visits_file({})), request.getfixturevalue(name)
    assert fault_of(lambda: import_ipis(visits_file({}), by=person)) == Fault.FORBIDDEN
    assert fault_of(lambda: verify_batch(batch, by=person)) == Fault.FORBIDDEN
    assert fault_of(lambda: undo_batch(batch, by=person)) == Fault.FORBIDDEN


def test_a_released_batch_has_one_date_codes_and_two_names(
    visits_file: Make, released: Bring, daudi: Person, habiba: Person
) -> None:
    batch = released(visits_file({**ARMED, "qualification": "Vert"}, {"vid": "2", "pcode": "testmine002"}))
    assert set(Claim.objects.values_list("published_at", flat=True)) == {batch.published_at}
    assert set(Claim.objects.values_list("review_status", flat=True)) == {"PUBLISHED"}
    codes = Place.objects.accepted().values_list("code", flat=True)
    assert len({code for code in codes if code and len(code) == 6}) == 2
    assert set(Actor.objects.values_list("status", flat=True)) == {"ACCEPTED"}
    assert Place.objects.permitted(daudi).count() == 2
    assert not Place.objects.permitted(habiba).exists()


def test_a_changed_row_supersedes_only_what_it_says_otherwise(visits_file: Make, released: Bring) -> None:
    legs = {"selling_points_mineral1": "Kindu, Punia"}
    released(visits_file({**legs, "presence": "0"}, {"vid": "2"}))
    report = import_ipis(visits_file({"selling_points_mineral1": "Kindu", **ARMED}, {"vid": "2"}), by=SYSTEM)
    assert (report.counts["visits_changed"], report.counts["visits_unchanged"]) == (1, 1)
    batch = ImportBatch.objects.get(pk=report.batch)
    added = Claim.objects.filter(import_batch=batch.pk)
    assert sorted(added.values_list("kind", flat=True)) == ["INVOLVEMENT", "OBSERVATION"]
    fresh = Observation.objects.get(import_batch=batch.pk)
    assert fresh.supersedes is not None and fresh.supersedes.entry_id == fresh.entry_id
    assert Claim.objects.filter(retired_at=None).count() == 6, "what stands stays until the new batch is released"
    assert batch.supersessions.count() == 2


def test_on_release_what_was_superseded_ends_and_undoing_revives_it(
    visits_file: Make, released: Bring, esther: Person, furaha: Person
) -> None:
    first = released(visits_file({"selling_points_mineral1": "Kindu, Punia", "name": "Old name"}))
    place = Place.objects.get()
    before = digests()
    released(visits_file({"selling_points_mineral1": "Kindu", "name": "New name", **ARMED}))
    place.refresh_from_db()
    assert place.name == "New name"
    assert ChainLeg.objects.get(retired_at=None).to_text == "Kindu"
    assert PlaceState.objects.get(place=place, audience="analyst").presence == "PRESENT_INT"
    second = ImportBatch.objects.exclude(pk=first.pk).get()
    assert fault_of(lambda: undo_batch(first, by=esther)) == Fault.CONFLICT
    undo_batch(second, by=esther)
    assert digests() == before
    undo_batch(first, by=esther)
    assert not (Place.objects.exists() or Claim.objects.exists() or Source.objects.exists() or Actor.objects.exists())


def test_what_stood_before_stays_as_it_is_until_the_change_is_released(
    visits_file: Make, released: Bring, brought_in: Bring, celine: Person
) -> None:
    released(visits_file({"name": "Old name"}))
    batch = brought_in(visits_file({"name": "New name", **ARMED}))
    assert Place.objects.get().name == "Old name"
    amendment = PlaceAmendment.objects.get(batch=batch)
    assert (amendment.before, amendment.after) == ({"name": "Old name"}, {"name": "New name"})
    read = Observation.objects.permitted(celine).values_list("armed_presence", flat=True)
    assert list(read) == ["ABSENT"]


def test_there_and_back_and_there_again_keeps_every_version(visits_file: Make, released: Bring) -> None:
    for presence in ("0", "1", "0", "1"):
        released(visits_file({"presence": presence}))
    versions = Observation.objects.order_by("recorded_at")
    assert [row.armed_presence for row in versions] == ["ABSENT", "PRESENT_NO_INT", "ABSENT", "PRESENT_NO_INT"]
    assert Observation.objects.filter(retired_at=None).count() == 1
    assert len({row.pk for row in versions}) == 4


def test_a_withdrawn_claim_is_not_brought_back_by_the_same_words(
    visits_file: Make, released: Bring, brought_in: Bring
) -> None:
    released(visits_file({**ARMED, "village": "One"}))
    actors = Claim.objects.filter(kind="INVOLVEMENT")
    actors.update(review_status="RETIRED", retired_at=timezone.now())
    brought_in(visits_file({**ARMED, "village": "Two"}))
    assert actors.count() == 1


def test_an_earlier_batch_is_released_before_the_one_that_corrects_it(
    visits_file: Make, brought_in: Bring, esther: Person, furaha: Person
) -> None:
    brought_in(visits_file({}))
    second = brought_in(visits_file(ARMED))
    verify_batch(second, by=esther)
    assert fault_of(lambda: publish_batch(second, by=furaha)) == Fault.NOT_READY


def test_undoing_keeps_what_others_use_and_refuses_once_they_have_answered(
    visits_file: Make, released: Bring, daudi: Person
) -> None:
    batch = released(visits_file({}, {"vid": "2", "pcode": "testmine002", "project": "Other"}))
    used = Place.objects.get(external_ids__ipis="testmine001")
    other = factories.observation(place=used)
    reply = Reply.objects.create(claim=Claim.objects.filter(import_batch=batch.pk)[0], text="No.", by=daudi)
    assert fault_of(lambda: undo_batch(batch, by=SYSTEM)) == Fault.CONFLICT
    reply.delete()
    undo_batch(batch, by=SYSTEM)
    assert list(Place.objects.all()) == [used]
    assert list(Claim.objects.values_list("pk", flat=True)) == [other.pk]


def test_a_visit_to_a_merged_place_goes_to_the_one_that_stands(
    visits_file: Make, released: Bring, brought_in: Bring
) -> None:
    released(visits_file({}))
    merged, into = Place.objects.get(), factories.place()
    Place.objects.filter(pk=merged.pk).update(status="MERGED", merged_into=into)
    brought_in(visits_file({}, {"vid": "2", "visit_date": "2021-01-05"}))
    assert Observation.objects.latest("stated_on").place_id == into.pk
