"""A prepared laptop hands in without a session, reads nothing, and is cut off when it is lost."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from access.reach import SYSTEM
from accounts.models import Device, Membership, Person
from accounts.services import end_device, end_membership, prepare_device
from lib.problems import Problem
from workbook.document import SCHEMA
from workbook.models import HeldUpdate, Update, Workbook
from workshops.services import close_workshop

from .rooms import DAYS, Laptop

pytestmark = pytest.mark.django_db


def prepared(workbook: Workbook, by: Person) -> tuple[Device, str]:
    return prepare_device(workbook.workshop_id, label="Laptop 1", last_day=date(2099, 9, 2), by=by)


def handed_over(workbook: Workbook, token: str, *items: dict[str, Any], epoch: int = 1) -> Any:
    body = {"epoch": epoch, "schema": SCHEMA, "vector": "", "items": list(items)}
    address = f"/workbook/{workbook.workshop_id}/handover/"
    headers = {"Authorization": f"Device {token}"}
    return Client(enforce_csrf_checks=True).post(address, body, "application/json", headers=headers)


def test_it_hands_in_and_is_told_digests_alone(workbook: Workbook, amina: Person) -> None:
    device, token = prepared(workbook, amina)
    made = Laptop().make("nodes", "n1")
    answer = handed_over(workbook, token, made)
    assert answer.json() == {"hashes": [made["hash"]]}
    row = Update.objects.order_by("-position")[0]
    assert (row.device_id, row.person, row.hash) == (device.pk, amina.pk, made["hash"])


@pytest.mark.parametrize("late", ["closed", "rights", "epoch"])
def test_what_it_hands_in_late_is_held_and_answered_alike(workbook: Workbook, amina: Person, late: str) -> None:
    _device, token = prepared(workbook, amina)
    if late == "closed":
        close_workshop(workbook.workshop, plenary={}, group_only={}, by=SYSTEM)
    if late == "rights":
        for membership in Membership.objects.filter(person=amina, workshop=workbook.workshop_id):
            end_membership(membership, by=SYSTEM)
    if late == "epoch":
        Workbook.objects.update(epoch=2)
    made = Laptop().make("nodes", "n1")
    assert handed_over(workbook, token, made).json() == {"hashes": [made["hash"]]}
    assert HeldUpdate.objects.get().hash == made["hash"]


def test_a_lost_laptop_hands_in_nothing_any_more(workbook: Workbook, amina: Person) -> None:
    device, token = prepared(workbook, amina)
    end_device(device, by=amina)
    assert handed_over(workbook, token, Laptop().make("nodes", "n1")).status_code == 403


def test_its_token_ends_thirty_days_after_the_workshop(workbook: Workbook, amina: Person) -> None:
    device, token = prepare_device(workbook.workshop_id, label="Laptop 1", last_day=DAYS["ends_on"], by=amina)
    assert device.expires_at.date() == DAYS["ends_on"] + timedelta(days=31)
    Device.objects.update(expires_at=timezone.now())
    assert handed_over(workbook, token).status_code == 403


def test_a_token_is_kept_nowhere_and_opens_one_workshop(workbook: Workbook, amina: Person) -> None:
    device, token = prepared(workbook, amina)
    assert token not in json.dumps(list(Device.objects.values()), default=str)
    elsewhere = Client().post(
        f"/workbook/{device.pk}/handover/", {}, "application/json", headers={"Authorization": f"Device {token}"}
    )
    assert elsewhere.status_code == 403
    assert handed_over(workbook, "no token at all").status_code == 403


def test_only_the_room_and_the_secretariat_prepare_laptops(workbook: Workbook, bahati: Person) -> None:
    with pytest.raises(Problem):
        prepared(workbook, bahati)


def test_by_http_the_token_is_told_once(
    workbook: Workbook, amina: Person, client_of: Callable[[Person | None], Client]
) -> None:
    browser = client_of(amina)
    address = f"/workbook/{workbook.workshop_id}/devices/"
    made: HttpResponse = browser.post(address, {"label": "Laptop 2"}, "application/json")
    assert made.status_code == 201 and made.json()["token"]  # type: ignore[attr-defined]
    too_long: HttpResponse = browser.post(address, {"label": "L" * 61}, "application/json")
    assert too_long.status_code == 422
    assert [set(it) & {"token"} for it in browser.get(address).json()["devices"]] == [set()]
