"""A captured room, and the cast."""

from datetime import date

import pytest
from django.core.cache import cache

from access.reach import SYSTEM
from accounts.models import Person
from tests.reports.captured import entries
from tests.workshops.conftest import planned
from workbook.services import prepare_workbook
from workbook.writing import writing
from workshops.models import Workshop
from workshops.services import open_workshop, plan_round


@pytest.fixture
def room(amina: Person) -> Workshop:
    """Amina's running workshop, captured; what an earlier test projected under its key is forgotten."""
    cache.clear()
    of = plan_round(title="Mise à jour", starts_on=date(2024, 9, 1), by=SYSTEM)
    workshop = planned(of, "amina", name="Atelier du lac")
    open_workshop(workshop, by=SYSTEM)
    with writing(prepare_workbook(workshop, by=amina), by=amina) as book:
        entries(book)
    return workshop


@pytest.fixture
def people_by_name(
    amina: Person,
    bahati: Person,
    celine: Person,
    daudi: Person,
    habiba: Person,
    esther: Person,
    furaha: Person,
    gaspard: Person,
) -> dict[str, Person]:
    """The cast."""
    cast = (amina, bahati, celine, daudi, habiba, esther, furaha, gaspard)
    return {person.email.partition("@")[0]: person for person in cast}
