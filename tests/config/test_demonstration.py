"""The demonstration holds what it promises, and nothing that is real."""

import csv
import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.conf import settings as live
from django.db import transaction
from django.db.models import Count
from django.test import override_settings

from access.models import AuditEntry
from access.reach import Audience, reach_of
from accounts.models import Person
from claims.codes import ClaimKind, ReviewStatus
from claims.models import Claim, CorrectionRequest, Observation, PlaceState, Reply, WithdrawalRequest
from claims.state_counts import state_counts
from config.demonstration import people
from config.demonstration.loading import load, wipe
from config.demonstration.statements import STATEMENTS
from sites.codes import ActorCategory, Sensitivity
from sites.models import Actor, Place, Zone
from workbook.models import RecalledClaim, Workbook
from workbook.projected import projected
from workbook.projection import Records
from workshops.models import ParticipantCount, TreeNode, Workshop

MODE = {"FILON_PRODUCTION": False, "FILON_DEMONSTRATION": True, "RELEASE_DELAY_DAYS": 0}
PASSWORD = "a password of the demonstration"
PUBLIC_DATA = live.BASE_DIR.parent / "shared" / "data"


@pytest.fixture(scope="module")
def loaded_once(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The demonstration, loaded once for all tests of this file and wiped after them."""
    with django_db_blocker.unblock(), override_settings(**MODE):
        assert load(PASSWORD)
    yield
    with django_db_blocker.unblock(), transaction.atomic():
        wipe()


@pytest.fixture
def loaded(loaded_once: None, db: None) -> None:
    """The demonstration, and a transaction of one's own."""


def folded(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).strip()


def column_values(file: str, *columns: str) -> set[str]:
    path = PUBLIC_DATA / file
    if not path.exists():
        pytest.skip("the public data are not here")
    with path.open(encoding="utf-8-sig") as rows:
        found = {value for row in csv.DictReader(rows) for column in columns for value in row[column].split("|")}
    return {folded(value) for value in found} - {""}


def test_it_has_fifty_two_places_and_all_its_claims(loaded: None) -> None:
    provinces = Counter(place.provinces[0] for place in Place.objects.all())
    assert provinces == {"CD74": 26, "CD63": 26, "XA": 1, "XU": 1}
    assert Claim.objects.count() == len(STATEMENTS) == 200
    assert Zone.objects.count() == 2


def records_of(name: str) -> Records:
    return projected(Workbook.objects.get(workshop__name=name)).records


@pytest.mark.parametrize("name", ["Atelier fictif du lac", "Atelier fictif du fleuve"])
def test_the_rooms_of_september_are_captured_whole(loaded: None, name: str) -> None:
    records = records_of(name)
    assert len(records.nodes) >= 25 and any(it.loop for it in records.links) and len(records.links) >= 3
    treated = [it for it in records.places if it.reached]
    assert len(treated) >= 20 and len({it.place for it in records.observations}) >= 20
    assert all(getattr(records, kind) for kind in ("observations", "involvements", "legs", "benefits", "situations"))
    assert {"PLENARY", "GROUP_ONLY"} == {it.disclosure for it in records.statements}
    assert {"CONSENSUS", "MAJORITY", "MINORITY", "CONTESTED"} <= {it.agreement for it in records.statements}
    assert len({it.unspecified_reason for it in records.benefits} - {""}) >= 3
    types = {it.type for it in records.recommendations}
    assert "TRACE_GOLD" in types and any(it.startswith("DDR") for it in types)
    assert records.reserves and len(records.objectives) >= 2


def test_the_ministry_of_the_lake_is_told_a_count_of_what_concerns_the_state(loaded: None) -> None:
    daudi = Person.objects.get(email="daudi@demo.invalid")
    assert [(it.territoire, it.year, it.half) for it in state_counts(reach_of(daudi))] == [("Nyunzu", 2024, 2)]


def test_what_the_rooms_said_is_what_stands_in_their_workbooks(loaded: None) -> None:
    for name in ("Atelier fictif du lac", "Atelier fictif du fleuve"):
        workshop = Workshop.objects.get(name=name)
        entries = {it.id for it in records_of(name).statements}
        claims = Claim.objects.filter(workshop=workshop.pk)
        assert {str(it) for it in claims.values_list("entry_id", flat=True)} == entries
        assert TreeNode.objects.filter(workshop=workshop).count() == len(records_of(name).nodes)
        assert claims.filter(review_status__in=("PUBLISHED", "CONTESTED")).count() > len(entries) * 0.7


def test_the_next_round_has_something_to_go_on_with(loaded: None) -> None:
    running = projected(Workbook.objects.get(workshop__name="Atelier fictif des collines"))
    assert {"PLACE_NOWHERE", "NO_CATEGORY", "NO_MODE", "NO_END", "NOT_REACHED"} <= {
        str(it.code) for it in running.findings
    }
    assert any(it.answers for it in running.records.observations)
    prepared = Workshop.objects.get(name="Atelier fictif de la plaine")
    listed = {it.ref for it in records_of(prepared.name).places if it.treat}
    recalled = Place.objects.filter(claims__in=RecalledClaim.objects.filter(workshop=prepared).values("claim"))
    assert len(listed) == 10 and set(recalled.values_list("code", flat=True)) == listed


def test_it_has_every_kind_class_and_stage(loaded: None) -> None:
    for column, codes in (("kind", ClaimKind), ("sensitivity", Sensitivity), ("review_status", ReviewStatus)):
        counted = dict(Claim.objects.order_by().values_list(column).annotate(n=Count("pk")))
        assert set(counted) == set(codes.values), column
    assert Claim.objects.filter(kind=ClaimKind.OBSERVATION).count() == 62
    assert {True, False} == set(Claim.objects.values_list("about_state", flat=True).distinct())
    assert Claim.objects.filter(open_data=True).exists()
    assert Claim.objects.filter(stated_on__year=2009, review_status=ReviewStatus.PUBLISHED).exists()
    assert Claim.objects.filter(stated_on__gt=date.today() - timedelta(days=60)).count() > 10


def test_its_traps_are_set(loaded: None) -> None:
    assert PlaceState.objects.filter(contradicted=True, audience=Audience.ANALYST).exists()
    assert PlaceState.objects.filter(marked=True, audience=Audience.SECRETARIAT).exists()
    silences = Observation.objects.filter(review_status="PUBLISHED").values_list("armed_presence", flat=True)
    assert {"WITHHELD", "NO_DATA"} <= set(silences)
    unreadable = Place.objects.get(name="Site fictif Ukungu-10")
    for name in ("daudi", "amina", "habiba"):
        person = Person.objects.get(email=f"{name}@{people.DOMAIN}")
        assert not Place.objects.permitted(person).filter(pk=unreadable.pk).exists(), name
    assert Place.objects.filter(geom=None, provinces=["CD74"]).exists()
    assert Claim.objects.filter(place=None).exists()


def test_every_presence_is_drawn_for_an_analyst(loaded: None) -> None:
    drawn = set(PlaceState.objects.filter(audience=Audience.ANALYST).values_list("presence", flat=True))
    assert drawn >= {"PRESENT_INT", "PRESENT_NO_INT", "PRESENT_NO_DATA", "ABSENT", "NO_DATA"}


def test_institutions_were_heard(loaded: None) -> None:
    assert CorrectionRequest.objects.filter(answered_at=None).count() == 1
    assert Reply.objects.exclude(cleared_at=None).exists() and Reply.objects.filter(cleared_at=None).exists()
    assert WithdrawalRequest.objects.filter(answered_at=None).count() == 1


def test_it_was_written_through_the_services(loaded: None) -> None:
    verbs = set(AuditEntry.objects.values_list("verb", flat=True))
    assert {"claim.record", "claim.submit", "claim.verify", "claim.release", "place.accept", "actor.add"} <= verbs


def test_rooms_of_all_stages_stand_in_the_list_of_a_facilitator(loaded: None) -> None:
    amina = Person.objects.get(email=f"amina@{people.DOMAIN}")
    own = Workshop.objects.filter(pk__in=reach_of(amina).workshops).values_list("state", flat=True)
    assert set(own) == {"RELEASED", "RUNNING", "PREPARED"}
    assert Workshop.objects.exclude(returned_because="").count() == 1
    assert sum(ParticipantCount.objects.filter(workshop__state="RELEASED").values_list("number", flat=True)) == 48


def test_no_place_bears_a_real_name_or_lies_on_a_real_mine(loaded: None) -> None:
    real = column_values("ipis_visits_tanganyika_maniema.csv", "name", "village")
    for place in Place.objects.all():
        assert "ficti" in place.name.casefold()
        words = {folded(word.rstrip("0123456789").rstrip("-")) for word in (place.name, *place.name.split())}
        assert not words & real, place.name
    with (PUBLIC_DATA / "ipis_visits_tanganyika_maniema.csv").open(encoding="utf-8-sig") as rows:
        mines = [(float(row["longitude"]), float(row["latitude"])) for row in csv.DictReader(rows)]
    for place in Place.objects.filter(geom__isnull=False, provinces__overlap=["CD74", "CD63"]):
        x, y = place.geom.centroid.coords
        assert min(abs(x - a) + abs(y - b) for a, b in mines) > 0.03, place.name


def test_actors_are_known_by_their_category_alone(loaded: None) -> None:
    real = column_values("armed_actor_seed_from_ipis.csv", "canon", "aliases")
    for actor in Actor.objects.all():
        assert folded(actor.name) not in real
        assert actor.name[-1].isupper() and actor.name[-2] == " ", "a category and a letter"
        assert actor.category in ActorCategory.values
