"""What came late is shown to the secretariat alone, with its words; who wrote what goes 30 days after the release."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from access.models import AuditEntry
from access.reach import SYSTEM
from accounts.models import Device, Person
from accounts.services import prepare_device
from workbook import log
from workbook.keeping import forget_archives
from workbook.models import HeldUpdate, NamedVersion, Update, Workbook
from workbook.services import name_version
from workbook.writing import writing
from workshops.models import Workshop
from workshops.services import close_workshop

from .rooms import DAYS, Laptop, hand_in

pytestmark = pytest.mark.django_db


def test_what_came_late_is_shown_with_its_words(
    workbook: Workbook, amina: Person, esther: Person, client_of: Callable[[Person | None], Client], settings: Any
) -> None:
    settings.FILON_SECOND_FACTOR = False
    with writing(workbook, by=amina) as book:
        book.make("nodes", {"side": "cause", "parent": "core", "text": "La taxe"}, "n1")
    laptop = Laptop()
    laptop.sync(workbook, amina)
    close_workshop(workbook.workshop, plenary={}, group_only={}, by=SYSTEM)
    hand_in(workbook, amina, laptop.type("nodes", "n1", " du groupe A"))
    page = client_of(esther).get(f"/workbook/{workbook.workshop_id}/held/").content.decode()
    assert "La taxe du groupe A" in page and "Amina" in page and "Après la clôture" in page
    assert AuditEntry.objects.filter(verb="workbook.read_held", person=esther.pk).exists()
    assert client_of(amina).get(f"/workbook/{workbook.workshop_id}/held/").status_code == 404


def test_the_archive_goes_thirty_days_after_the_release(workbook: Workbook, amina: Person) -> None:
    with writing(workbook, by=amina) as book:
        book.set("nodes", "core", text="L’or")
    name_version(workbook, name="Midi", by=amina)
    prepare_device(workbook.workshop_id, label="Laptop 1", last_day=DAYS["ends_on"], by=amina)
    released = timezone.now()
    Workshop.objects.filter(pk=workbook.workshop_id).update(state="RELEASED", released_at=released)
    hand_in(workbook, Person.objects.get(pk=amina.pk), Laptop().make("nodes", "late"))
    assert forget_archives(released + timedelta(days=29)) == 0
    assert forget_archives(released + timedelta(days=31)) == 1
    assert forget_archives(released + timedelta(days=31)) == 0
    for model in (Update, HeldUpdate, NamedVersion, Device):
        assert not model._default_manager.exists()
    reader = Laptop()
    reader.take(_state(workbook))
    assert reader.words()["core"]["text"] == "L’or"


def _state(workbook: Workbook) -> bytes:
    return log.state(Workbook.objects.get(pk=workbook.pk)).update
