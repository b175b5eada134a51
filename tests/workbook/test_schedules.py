"""The real provider and outbox against two real webs, over a network that loses, doubles, delays and tears apart.

Whatever the schedule: all laptops and the server end alike, and every word that was said to be received is there.
"""

import json
import os
import random
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings
from django.db import connection
from django.http import HttpRequest
from django.middleware.csrf import get_token

from access.reach import SYSTEM
from accounts.codes import Role
from accounts.models import Person
from accounts.services import Scope, add_membership
from ops.installation import installation
from ops.services import tools_environment
from tests.people import TANGANYIKA
from workbook import log
from workbook.compaction import fold
from workbook.document import described
from workbook.history import entries_of
from workbook.models import MergedState, Update, Workbook
from workbook.services import prepare_workbook
from workshops.models import Round, Workshop
from workshops.services import open_workshop

from .lines import cookie_of
from .web import CHECKOUT, web

SCHEDULES = int(os.environ.get("FILON_SCHEDULES", "40"))
"""How many random schedules; FILON_SCHEDULES=200 and more for a long look, as before a release."""
TOGETHER = 10
LAPTOPS = 3
FIRST_SEED = int(os.environ.get("FILON_FIRST_SCHEDULE", "1"))
RUN_SECONDS = 900
pytestmark = [pytest.mark.django_db(transaction=True)]


def room_of(seed: int, people: list[Person], cookies: list[str]) -> dict[str, Any]:
    """A running workshop in which these people take notes, as the script is told of it."""
    of, _ = Round.objects.get_or_create(title="Round of the schedules", defaults={"starts_on": date(2026, 9, 1)})
    workshop = Workshop.objects.create(
        round=of,
        name=f"Workshop {seed}",
        territoire="Kalemie",
        provinces=[TANGANYIKA],
        starts_on=date(2026, 9, 1),
        ends_on=date(2026, 9, 2),
    )
    open_workshop(workshop, by=SYSTEM)
    for person in people:
        add_membership(person, Role.FACILITATOR, Scope(provinces=(TANGANYIKA,), workshop=workshop.pk), by=SYSTEM)
    workbook = prepare_workbook(workshop, by=SYSTEM)
    token = get_token(HttpRequest())
    return {
        "seed": seed,
        "workshop": str(workshop.pk),
        "epoch": workbook.epoch,
        "socket": f"/ws/workbook/{workshop.pk}/",
        "exchange": f"/workbook/{workshop.pk}/exchange/",
        "cookies": [f"{settings.SESSION_COOKIE_NAME}={cookie}" for cookie in cookies],
        "csrf": token,
        "csrfCookie": f"{settings.CSRF_COOKIE_NAME}={token}",
    }


@contextmanager
def folding(rooms: list[dict[str, Any]]) -> Iterator[None]:
    """Fold now one workbook, now another, all the while."""
    over = threading.Event()

    def work() -> None:
        chance = random.Random(7)
        while not over.wait(0.05):
            room = chance.choice(rooms)
            fold(UUID(room["workshop"]), room["epoch"])
        connection.close()

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def run(told: dict[str, Any]) -> list[dict[str, Any]]:
    """What each room came to."""
    done = subprocess.run(
        ["node", "tests/js/workbook/schedules/run.js"],
        cwd=CHECKOUT,
        env=tools_environment(installation()),
        input=json.dumps(told),
        capture_output=True,
        text=True,
        timeout=RUN_SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_every_schedule_ends_with_equal_replicas_and_every_acknowledged_word(amina: Person, bahati: Person) -> None:
    people = [amina, bahati, amina]
    cookies = [cookie_of(person) for person in people[:LAPTOPS]]
    rooms = [room_of(seed, [amina, bahati], cookies) for seed in range(FIRST_SEED, FIRST_SEED + SCHEDULES)]
    with web() as one, web() as other, folding(rooms):
        ports = [one.port, other.port]
        results = run({"ports": ports, "description": described(), "rooms": rooms, "together": TOGETHER})
    assert len(results) == SCHEDULES
    workshops = {room["seed"]: UUID(room["workshop"]) for room in rooms}
    wrong = {it["seed"]: fault for it in results if (fault := fault_of(it, workshops[it["seed"]]))}
    assert wrong == {}
    assert MergedState.objects.filter(position__gt=0).count() > SCHEDULES / 2, "compaction ran in between"
    faults = [told for it in results for told in it["faults"]]
    counted = {name: sum(told.get(name, 0) for told in faults) for name in ("lost", "doubled", "late", "torn")}
    assert all(number >= SCHEDULES for number in counted.values()), counted


def fault_of(result: dict[str, Any], workshop: UUID) -> str:
    """What is wrong with the end of a schedule; "" when nothing is."""
    if not result["alike"]:
        return f"laptops differ: {result['ends']}"
    if result["wordsTyped"] != result["wordsLeft"]:
        return "a word of a living laptop was not acknowledged"
    workbook = Workbook.objects.get(workshop=workshop)
    stored = set(Update.objects.filter(workshop=workshop).values_list("hash", flat=True))
    if missing := set(result["hashes"]) - stored:
        return f"{len(missing)} acknowledged items are not in the log"
    entries = entries_of(log.document(log.state(workbook).update))
    theirs = {f"{root}/{key}": value for root, rows in result["state"].items() for key, value in rows.items()}
    if entries != theirs:
        differing = sorted(key for key in entries.keys() | theirs.keys() if entries.get(key) != theirs.get(key))
        return f"the server's document differs in {differing[:5]}: {result['ends']}"
    said = json.dumps(entries)
    lost = [word for word in result["words"] if word not in said]
    return f"acknowledged words are missing: {lost}" if lost else ""
