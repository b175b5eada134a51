"""Who reads which workshop and what it left."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from access.querysets import can
from access.reach import SYSTEM, reach_of
from accounts.models import Membership, Person
from accounts.services import Scope, add_membership
from claims.models import Benefit
from lib.problems import Fault, Problem
from tests import factories
from tests.people import make_person
from workshops import services
from workshops.codes import WorkshopState
from workshops.models import Closing, Group, ParticipantCount, Recommendation, TreeNode, Workshop


def test_a_facilitator_reads_the_own_workshop_and_no_other(
    captured: Workshop, running: Workshop, amina: Person, bahati: Person
) -> None:
    assert list(Workshop.objects.permitted(amina)) == [captured]
    assert list(Workshop.objects.permitted(bahati)) == [running]
    assert can(amina, "change", captured) and not can(bahati, "change", captured)


def test_readers_know_nothing_of_a_workshop_before_its_stage(captured: Workshop) -> None:
    for name in ("celine", "daudi", "habiba", "gaspard", "bahati"):
        person = make_person(name)
        assert not Workshop.objects.permitted(person).exists(), name
        assert not TreeNode.objects.permitted(person).exists(), name


def test_a_ministry_reads_its_own_province_once_released(released: Workshop, daudi: Person, habiba: Person) -> None:
    assert list(Workshop.objects.permitted(daudi)) == [released]
    assert not Workshop.objects.permitted(habiba).exists()


def test_a_ministry_reads_cleared_words_of_the_plenary_alone(released: Workshop, daudi: Person, celine: Person) -> None:
    assert TreeNode.objects.permitted(daudi).count() == 2
    assert TreeNode.objects.permitted(celine).count() == 3


def test_words_that_are_not_cleared_stay_with_the_secretariat(
    released: Workshop, celine: Person, esther: Person
) -> None:
    TreeNode.objects.update(cleared_at=None, cleared_text="")
    assert not TreeNode.objects.permitted(celine).exists()
    assert TreeNode.objects.permitted(esther).count() == 3


def test_counts_groups_and_closings_are_the_room_s(released: Workshop, amina: Person, celine: Person) -> None:
    for model in (ParticipantCount, Group, Closing):
        assert model.objects.permitted(amina).exists()
        assert not model.objects.permitted(celine).exists()


def test_provinces_and_stage_follow_the_workshop_onto_its_rows(captured: Workshop) -> None:
    Workshop.objects.filter(pk=captured.pk).update(provinces=["CD74", "CD63"], state=WorkshopState.CLOSED)
    node = TreeNode.objects.first()
    assert node is not None and node.provinces == ["CD74", "CD63"] and node.workshop_state == WorkshopState.CLOSED


def test_a_second_person_releases(captured: Workshop, esther: Person) -> None:
    services.close_workshop(captured, plenary={}, group_only={}, by=esther)
    services.verify_workshop(captured, by=esther)
    with pytest.raises(Problem) as refused:
        services.release_round(captured.round, by=esther)
    assert refused.value.fault == Fault.SECOND_PERSON


def test_a_round_waits_for_its_last_workshop(captured: Workshop, furaha: Person) -> None:
    with pytest.raises(Problem) as refused:
        services.release_round(captured.round, by=furaha)
    assert refused.value.fault == Fault.NOT_READY


def test_releasing_ends_the_room_s_own_access_after_thirty_days(amina: Person, released: Workshop) -> None:
    membership = Membership.objects.get(person=amina, workshop=released.pk)
    assert membership.expires_at is not None
    assert 29 <= (membership.expires_at - timezone.now()).days <= 30


def test_the_room_writes_no_more_once_it_is_closed(captured: Workshop, amina: Person) -> None:
    services.close_workshop(captured, plenary={}, group_only={}, by=amina)
    with pytest.raises(Problem) as refused:
        services.recommend(captured, text="too late", type="TRACE_GOLD", by=amina)
    assert refused.value.fault == Fault.FORBIDDEN
    assert not Recommendation.objects.filter(text="too late").exists()


def test_a_closing_never_changes(captured: Workshop) -> None:
    closing = services.close_workshop(captured, plenary={"a": 1}, group_only={}, by=make_person("amina"))
    assert closing.plenary == '{"a":1}' and len(closing.plenary_digest) == 64
    with pytest.raises(Exception, match="[Cc]annot"), transaction.atomic():
        Closing.objects.update(plenary="{}")
    assert Closing.objects.get().plenary == '{"a":1}'


def test_the_database_refuses_a_workshop_without_province(captured: Workshop) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Workshop.objects.update(provinces=[])
    assert connection.is_usable()


def test_a_closed_room_goes_on_reading_what_it_said_but_not_who_gains(captured: Workshop, amina: Person) -> None:
    said = factories.leg(workshop=captured.pk, review_status="DRAFT")
    gain = factories.benefit(workshop=captured.pk, review_status="DRAFT")
    whom = factories.actor(workshop=captured.pk, sensitivity="SEVERE", category="TRADER", status="PROPOSED")
    own = Person.objects.get(pk=amina.pk)
    assert can(own, "view", gain) and can(own, "change", gain) and can(own, "view", whom)
    services.close_workshop(captured, plenary={}, group_only={}, by=SYSTEM)
    later = Person.objects.get(pk=amina.pk)
    assert can(later, "view", said)
    assert not can(later, "view", gain) and not can(later, "change", gain) and not can(later, "view", whom)
    assert not Benefit.objects.permitted(later).exists()
    services.send_back_workshop(captured, reason="The totals differ", by=SYSTEM)
    assert can(Person.objects.get(pk=amina.pk), "view", gain)


def test_whoever_joins_a_closed_room_later_reads_no_more_than_the_others(released: Workshop, bahati: Person) -> None:
    gain = factories.benefit(workshop=released.pk, review_status="DRAFT")
    add_membership(bahati, "FACILITATOR", Scope((), released.pk), by=SYSTEM)
    own = Person.objects.get(pk=bahati.pk)
    assert released.pk in reach_of(own).closed_workshops
    assert not can(own, "view", gain)
    ends = Membership.objects.get(person=bahati, workshop=released.pk).expires_at
    assert ends is not None and released.released_at is not None
    assert (ends - released.released_at).days == 30
