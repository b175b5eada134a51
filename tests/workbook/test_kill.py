"""The web is killed again and again while people type: what was received is there, and nothing is doubled."""

import asyncio
import random
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg2
import pytest
from django.db import connection

from accounts.models import Person
from workbook import log
from workbook.compaction import fold
from workbook.models import MergedState, Update, Workbook

from .lines import cookie_of
from .rooms import Laptop
from .web import Page, Web, web, worker

KILLS = 20
PAUSE = 47_110_815
pytestmark = [pytest.mark.django_db(transaction=True)]


def test_killed_twenty_times_while_two_type(workbook: Workbook, amina: Person) -> None:
    pages = [Page(name, workbook.workshop_id, cookie_of(amina)) for name in ("a", "b")]
    chance = random.Random(20)
    with web() as running:
        for _ in range(KILLS):
            typing = threading.Thread(target=_type_for, args=(pages, running.port, 1.6))
            typing.start()
            time.sleep(0.4 + chance.random())
            running.kill()
            running.start()
            typing.join()
            running.wait()
        _type_for(pages, running.port, 3.0)
        _settle(pages, running)
    assert all(len(page.acknowledged) > KILLS for page in pages)
    _nothing_is_lost(workbook, pages)


def test_killed_between_storing_and_committing(workbook: Workbook, amina: Person) -> None:
    page = Page("a", workbook.workshop_id, cookie_of(amina))
    page.write()
    with web() as running, _inserts_wait(), _held(f"SELECT pg_advisory_lock({PAUSE})"):
        sending = threading.Thread(target=_send_and_break, args=(page, running.port))
        sending.start()
        _until_somebody_waits()
        running.kill()
        sending.join()
        assert not page.acknowledged
    _comes_back_once(workbook, page)


def test_killed_between_committing_and_acknowledging(workbook: Workbook, amina: Person) -> None:
    page = Page("a", workbook.workshop_id, cookie_of(amina))
    before = Update.objects.count()
    page.write()
    with web() as running, _held("BEGIN; LOCK TABLE workbook_mergedstate IN ACCESS EXCLUSIVE MODE"):
        asking = threading.Thread(target=_exchange_by_http, args=(page, running.port))
        asking.start()
        _until_somebody_waits()
        assert Update.objects.count() == before + 1
        running.kill()
        asking.join()
        assert not page.acknowledged
    _comes_back_once(workbook, page)
    assert Update.objects.count() == before + 1


def test_killed_while_folding(workbook: Workbook, amina: Person) -> None:
    page = Page("a", workbook.workshop_id, cookie_of(amina))
    for _ in range(log.UNFOLDED_AT_MOST):
        page.write()
    row = Update.objects.order_by("position")[0]
    locked = _held(f"BEGIN; SELECT 1 FROM workbook_update WHERE id = '{row.pk}' FOR UPDATE")
    with web() as running, worker() as working, locked:
        _settle([page], running)
        _until_somebody_waits()
        working.kill()
        working.wait(20)
    whole = log.state(workbook)
    assert not Update.objects.exclude(folded_at=None).exists()
    assert not MergedState.objects.filter(position__gt=0).exists()
    waiting = Update.objects.filter(folded_at=None).count()
    assert fold(workbook.workshop_id, 1) == waiting
    assert log.state(workbook).position == whole.position
    _comes_back_once(workbook, page)


def _type_for(pages: list[Page], port: int, seconds: float) -> None:
    async def everybody() -> None:
        await asyncio.gather(*(page.live(port, seconds) for page in pages))

    asyncio.run(everybody())


def _settle(pages: list[Page], running: Web) -> None:
    """Each page hands in what is left and takes what it lacks."""

    async def settle(page: Page) -> None:
        async with page.line(running.port) as line:
            await page.greet(line)
            while page.laptop.outbox:
                await page.send(line)
                await page.hear(line, "received")

    for page in [*pages, *pages]:
        asyncio.run(settle(page))


def _comes_back_once(workbook: Workbook, page: Page) -> None:
    with web() as running:
        _settle([page], running)
        _settle([page], running)
    _nothing_is_lost(workbook, [page])


def _nothing_is_lost(workbook: Workbook, pages: list[Page]) -> None:
    """The document holds every typed word once; the log every acknowledged item once; replicas are equal."""
    stored = list(Update.objects.values_list("hash", flat=True))
    assert len(stored) == len(set(stored))
    assert all(page.acknowledged <= set(stored) and not page.laptop.outbox for page in pages)
    positions = list(Update.objects.order_by("position").values_list("position", flat=True))
    assert positions == list(range(1, len(positions) + 1))
    kept = _words(log.state(workbook).update)
    for page in pages:
        own = [str(it["text"]) for key, it in kept.items() if key.startswith(f"{page.name}-")]
        numbers = sorted(int(word) for text in own for word in text.split())
        assert numbers == list(range(page.typed))
        assert page.laptop.words() == kept


def _words(update: bytes) -> dict[str, dict[str, object]]:
    reader = Laptop()
    reader.take(update)
    return reader.words()


def _send_and_break(page: Page, port: int) -> None:
    async def send() -> None:
        async with page.line(port) as line:
            await page.greet(line)
            await page.send(line)
            await page.hear(line, "received")

    with pytest.raises(Exception, match=r"."):
        asyncio.run(send())


def _exchange_by_http(page: Page, port: int) -> None:
    body, headers = page.http_exchange(port)
    address = f"http://127.0.0.1:{port}/workbook/{page.workshop}/exchange/"
    request = urllib.request.Request(address, data=body, headers=headers, method="POST")
    with pytest.raises(OSError):
        urllib.request.urlopen(request, timeout=30)


@contextmanager
def _inserts_wait() -> Iterator[None]:
    """While this holds, whoever has inserted an update waits for a lock before it can go on."""
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE FUNCTION zz_pause() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            f" PERFORM pg_advisory_xact_lock({PAUSE}); RETURN NULL; END $$;"
            "CREATE TRIGGER zz_pause AFTER INSERT ON workbook_update FOR EACH ROW EXECUTE FUNCTION zz_pause()"
        )
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DROP TRIGGER zz_pause ON workbook_update; DROP FUNCTION zz_pause()")


@contextmanager
def _held(lock: str) -> Iterator[None]:
    """A lock in the database, in a connection of its own."""
    described = connection.settings_dict
    holder = psycopg2.connect(
        dbname=described["NAME"],
        user=described["USER"] or None,
        password=described["PASSWORD"] or None,
        host=described["HOST"] or None,
        port=described["PORT"] or None,
    )
    holder.autocommit = True
    try:
        with holder.cursor() as cursor:
            cursor.execute(lock)
        yield
    finally:
        holder.close()


def _until_somebody_waits() -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
            )
            if cursor.fetchone()[0]:
                return
        time.sleep(0.05)
    raise AssertionError("nobody waits for the lock")
