"""What single visits become, told by invented ones."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from access.reach import SYSTEM
from claims.models import ChainLeg, Involvement, Observation, Qualification
from imports.models import ImportBatch
from imports.report import Report
from imports.services import import_ipis
from sites.models import Actor, Place

pytestmark = pytest.mark.django_db
Make = Callable[..., Path]


def imported(path: Path) -> Report:
    return import_ipis(path, by=SYSTEM)


@pytest.mark.parametrize(
    ("presence", "interference", "becomes"),
    [
        ("1", "1", "PRESENT_INT"),
        ("1", "0", "PRESENT_NO_INT"),
        ("1", "", "PRESENT_NO_DATA"),
        ("0", "0", "ABSENT"),
        ("0", "", "ABSENT"),
        ("0", "1", "ABSENT"),
        ("", "", "NO_DATA"),
        ("", "1", "NO_DATA"),
    ],
)
def test_presence_and_interference_become_one_answer(
    visits_file: Make, presence: str, interference: str, becomes: str
) -> None:
    report = imported(visits_file({"presence": presence, "interference": interference}))
    assert Observation.objects.get().armed_presence == becomes
    assert report.warnings.get("interference_alone", 0) == ((presence, interference) == ("0", "1"))


def test_the_first_of_january_is_a_year_and_a_visit_from_afar_was_heard(visits_file: Make) -> None:
    imported(visits_file({"visit_date": "2018-01-01", "visit_onsite": "0"}))
    claim = Observation.objects.get()
    assert (claim.stated_precision, claim.observed_from_precision, claim.basis) == ("YEAR", "YEAR", "HEARD")
    assert claim.known_on == date(2018, 12, 31)


def test_a_blank_is_no_information_and_never_no(visits_file: Make) -> None:
    imported(visits_file({"mercury": "", "women": "0", "childunder15": "1"}))
    claim = Observation.objects.get()
    assert (claim.mercury, claim.women, claim.children, claim.displaced) == ("NO_DATA", "NO", "YES", "NOT_ASKED")
    assert (claim.workers_low, claim.workers_high) == (None, None)


def test_spellings_of_minerals_are_known_and_strangers_become_other(visits_file: Make) -> None:
    report = imported(visits_file({"mineral1": "Plomp", "mineral2": "Manvenve"}))
    minerals = Observation.objects.get().minerals.values_list("mineral", "rank")
    assert list(minerals) == [("LEAD", 1), ("OTHER", 2)]
    assert report.warnings["unknown_mineral"] == 1
    assert report.remarked[0] | {"line": 2, "column": "mineral2", "value": "Manvenve"} == report.remarked[0]


def test_flags_are_modes_and_a_third_group_is_read(visits_file: Make) -> None:
    row = {
        "presence": "1",
        "interference": "1",
        "armed_group1": "FARDC",
        "taxation_armed_group1": "1",
        "digging_armed_group1": "0",
        "frequency_armed_group1": "Occasionelle",
        "armed_group3": "Maï-Maï inconnu de nous",
        "type_armed_group3": "Groupe armé local",
        "pillaging_armed_group3": "1",
    }
    report = imported(visits_file(row))
    army, other = Involvement.objects.order_by("actor__category")[::-1]
    assert (army.actor and army.actor.name, army.modes, army.frequency) == ("FARDC", ["TAX_MINERAL"], "IRREGULAR")
    assert (other.actor and other.actor.category, other.modes) == ("AG_LOCAL", ["PILLAGE"])
    assert report.warnings["unknown_actor"] == 1


def test_an_actor_of_the_register_is_found_by_alias(visits_file: Make) -> None:
    known = Actor.objects.create(category="STATE_ARMED", name="Armed forces", aliases=["F.A.R.D.C."], status="ACCEPTED")
    imported(visits_file({"presence": "1", "armed_group1": "fardc"}))
    assert Involvement.objects.get().actor == known
    assert Actor.objects.count() == 1


def test_lists_of_names_are_legs_from_the_site(visits_file: Make) -> None:
    row = {"selling_points_mineral1": " Punia ,, Kindu", "final_destination_mineral1": "Goma, Bukavu , Goma"}
    report = imported(visits_file(row))
    legs = ChainLeg.objects.order_by("leg_kind", "to_text").values_list("leg_kind", "to_text", "mineral")
    assert list(legs) == [
        ("DESTINATION", "Bukavu", "GOLD"),
        ("DESTINATION", "Goma", "GOLD"),
        ("DESTINATION", "Goma", "GOLD"),
        ("SELLING_POINT", "Kindu", "GOLD"),
        ("SELLING_POINT", "Punia", "GOLD"),
    ]
    assert report.warnings["name_twice"] == 1


def test_services_programme_and_qualification_are_read(visits_file: Make) -> None:
    row = {
        "state_service1": "iTSCi (via SAESSCAM)",
        "state_service2": "Dermatologue",
        "itsci": "Suspendu",
        "traceability": "iTSCI",
        "qualification": "Vert",
    }
    report = imported(visits_file(row))
    claim = Observation.objects.get()
    assert (claim.services, claim.programme, claim.programme_state) == (["SAEMAPE"], "ITSCI", "SUSPENDED")
    assert report.warnings["unknown_service"] == 1
    qualification = Qualification.objects.get()
    assert (qualification.status, qualification.decided_on) == ("GREEN", None)


def test_a_place_has_the_names_and_position_of_its_latest_visit(visits_file: Make) -> None:
    path = visits_file(
        {"visit_date": "2020-02-02", "name": "New name", "longitude": "28.2"}, {"visit_date": "2015-02-02"}
    )
    report = imported(path)
    place = Place.objects.get()
    assert (place.name, place.declared_territoire, place.status) == ("New name", "Kalemie", "PROPOSED")
    assert place.geom is not None and place.geom.x == 28.2
    assert (place.external_ids, place.sensitivity) == ({"ipis": "testmine001"}, "MODERATE")
    assert report.warnings["moved"] == 2


def test_a_place_without_position_stays_beside_the_map(visits_file: Make) -> None:
    report = imported(visits_file({"longitude": "", "latitude": ""}))
    assert Place.objects.get().geom is None
    assert report.warnings["no_position"] == 1


def test_columns_without_a_home_stay_in_the_raw_row(visits_file: Make) -> None:
    imported(visits_file({"womenwork": "Laver", "a further column": "kept"}))
    batch = ImportBatch.objects.get()
    raw = batch.rows.get().raw
    assert (raw["womenwork"], raw["a further column"]) == ("Laver", "kept")
    assert (batch.mapping["a further column"], batch.mapping["FID"], batch.mapping["name"]) == (
        "kept",
        "ignored",
        "read",
    )


def test_the_order_of_columns_and_the_key_of_the_download_change_nothing(visits_file: Make) -> None:
    from .conftest import COLUMNS

    imported(visits_file({"FID": "one"}))
    again = imported(visits_file({"FID": "two"}, columns=list(reversed(COLUMNS))))
    assert again.counts["visits_unchanged"] == 1
