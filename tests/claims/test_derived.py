"""Facts that follow from others."""

from datetime import date
from typing import Any

import pytest

from access.reach import SYSTEM
from claims.derived import annex_two_risks, expiry_of, independent_sources, lies_in, standing_on, worker_band
from claims.models import Claim
from tests import factories


def test_risks_follow_from_modes_and_from_who_acts() -> None:
    assert annex_two_risks(["FORCED_LABOUR", "BRIBERY"]) == ["A2_FORCED", "A2_BRIBERY"]
    assert annex_two_risks(["TAX_ENTRY"], "AG_LOCAL") == ["A2_NSAG"]
    assert annex_two_risks(["TAX_ENTRY"], "STATE_ARMED") == ["A2_SECFORCE"]
    assert annex_two_risks(["TAX_ENTRY"], "COMPANY") == []
    assert annex_two_risks(["LAWFUL_MINING", "SUPERVISION", "TAGGING"], "STATE_CIVIL") == []


def test_an_expiry_counts_from_the_decision_else_from_the_statement_at_the_latest(settings: Any) -> None:
    settings.QUALIFICATION_MONTHS = {"GREEN": 36, "YELLOW": 12}
    exact, latest = (
        expiry_of("YELLOW", date(2023, 3, 31), date(2024, 1, 1)),
        expiry_of("GREEN", None, date(2024, 2, 29)),
    )
    assert exact and (exact.day, exact.at_latest) == (date(2024, 3, 31), False)
    assert latest and (latest.day, latest.at_latest) == (date(2027, 2, 28), True)
    assert expiry_of("RED", date(2020, 1, 1), date(2020, 1, 1)) is None
    assert standing_on(date(2024, 3, 31), "YELLOW", date(2023, 3, 31), date(2023, 4, 1)) == "YELLOW"
    assert standing_on(date(2024, 4, 1), "YELLOW", date(2023, 3, 31), date(2023, 4, 1)) == "EXPIRED"


def test_no_figure_is_no_information_and_never_nobody() -> None:
    bands = [worker_band(None), worker_band(0), worker_band(10, 49), worker_band(50), worker_band(400, 500)]
    assert bands == ["NO_DATA", "0", "1", "2", "3"]


@pytest.mark.django_db
def test_one_chain_of_documents_is_one_source() -> None:
    for origin in ("campaign", "campaign", "workshop"):
        factories.observation(source=factories.source(origin=origin))
    assert independent_sources(Claim.objects.all()) == 2


@pytest.mark.django_db
def test_a_place_lies_in_the_zones_around_it() -> None:
    factories.zone(sensitivity="MODERATE")
    assert lies_in(factories.place(), SYSTEM) == {"artisanal": True, "protected": False}
    assert lies_in(factories.place(province="Maniema"), SYSTEM) == {"artisanal": False, "protected": False}
    assert lies_in(factories.place(geom=None), SYSTEM) == {"artisanal": False, "protected": False}
