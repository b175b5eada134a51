"""Erased for safety: the struck text is in no table, archive, file or backup, and does not come back."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.utils import timezone

from access.models import AuditEntry
from accounts.models import Person
from claims.models import Claim
from lib.problems import Fault, Problem
from ops.backup import dumped
from ops.databases import Address, program
from tests import factories
from workbook import log
from workbook.compaction import fold
from workbook.frozen import frozen_version
from workbook.held import late_of
from workbook.models import HeldUpdate, MergedState, NamedVersion, Seat, Struck, Update, Workbook
from workbook.projected import projected
from workbook.projection import read
from workbook.services import close_workbook, name_version, strike_entry
from workbook.writing import writing
from workshops.models import TreeNode, Workshop
from workshops.services import send_back_workshop

from .rooms import Laptop, hand_in
from .test_closing import filled

WORD = "Zqxstruck"
EARLIER = "Zqxearlier"


@pytest.fixture
def room(workbook: Workbook, amina: Person) -> Workbook:
    """Amina's running workbook; one of its cards says what it should not, and once said something else."""
    factories.actor(name="Groupe armé A")
    filled(workbook)
    with writing(workbook, by=amina) as book:
        book.make("nodes", {"side": "cause", "parent": "core", "text": EARLIER, "order": "a9"}, "danger")
        book.vote("danger", "g", 3)
    with writing(workbook, by=amina) as book:
        book.set("nodes", "danger", text=f"{WORD} a parlé", said=f"{WORD} kwa Kiswahili")
        book.make("reserves", {"about": "nodes/danger", "text": f"Non, pas {WORD}", "group": "g"})
    name_version(workbook, name="Avant le déjeuner", by=amina)
    fold(workbook.workshop_id, workbook.epoch)
    projected(workbook)
    return Workbook.objects.get(pk=workbook.pk)


def everywhere() -> str:
    """Every row of every table as text, bytes as they are; what the cache and the files hold."""
    found: list[str] = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT t::text FROM "{table}" t')
            found += [row[0] for row in cursor.fetchall() if row[0]]
            cursor.execute(
                "SELECT column_name FROM information_schema.columns WHERE table_name = %s AND data_type = 'bytea'",
                [table],
            )
            for (column,) in cursor.fetchall():
                cursor.execute(f'SELECT encode("{column}", \'escape\') FROM "{table}"')
                found += [row[0] for row in cursor.fetchall() if row[0]]
    root = Path(settings.MEDIA_ROOT)
    found += [path.read_bytes().decode("latin-1") for path in root.rglob("*") if path.is_file()]
    return "\n".join(found)


def cached() -> Iterator[bytes]:
    """Whatever stands in the cache."""
    client: Any = cache._cache.get_client(None)  # type: ignore[attr-defined]
    for key in client.scan_iter("*workbook:projected*"):
        yield bytes(client.get(key) or b"")


def test_the_struck_text_is_nowhere(room: Workbook, amina: Person, django_capture_on_commit_callbacks: Any) -> None:
    assert WORD in everywhere() and EARLIER in everywhere()
    assert any(WORD.encode() in held for held in cached())
    with django_capture_on_commit_callbacks(execute=True):
        begun = strike_entry(room, root="nodes", key="danger", by=amina)
    assert WORD not in everywhere() and EARLIER not in everywhere()
    assert not any(WORD.encode() in held for held in cached())
    records = projected(begun).records
    assert {it.id for it in records.nodes} == {"core", "c", "d", "e"} and WORD not in repr(records)
    assert [it.text for it in records.reserves] == ["Nous n’étions pas d’accord"]
    assert [(it.node, it.points) for it in records.votes] == [("c", 5)]


def test_nothing_older_is_kept_and_the_trail_says_one_entry(room: Workbook, amina: Person) -> None:
    begun = strike_entry(room, root="nodes", key="danger", by=amina)
    of = {"workshop": room.workshop_id}
    assert begun.epoch == room.epoch + 1 == begun.erased_before
    assert not Update.objects.filter(**of, epoch__lt=begun.epoch).exists()
    assert not MergedState.objects.filter(**of, epoch__lt=begun.epoch).exists() and not NamedVersion.objects.exists()
    entry = AuditEntry.objects.get(verb="workbook.strike")
    assert entry.details["count"] == 1 and entry.person == amina.pk
    assert "nodes/danger" in set(Struck.objects.values_list("entry", flat=True))


def test_after_a_closing_rows_claims_and_versions_lose_it_too(room: Workbook, amina: Person, esther: Person) -> None:
    with writing(room, by=amina) as book:
        book.make("observations", {"place": "p", "note": f"{WORD} l’a vu", "armed_presence": "ABSENT"}, "danger-too")
    with writing(room, by=amina) as book:
        for finding in projected(room).open_findings:
            if finding.acceptable:
                book.make("acceptances", {"finding": finding.mark, "reason": "—"})
    close_workbook(room, by=amina)
    send_back_workshop(Workshop.objects.get(pk=room.workshop_id), reason="Danger", by=esther)
    before = frozen_version(room.workshop_id, by=esther)
    assert before is not None and Claim.objects.filter(note__contains=WORD).exists()
    for root, key in (("nodes", "danger"), ("observations", "danger-too")):
        strike_entry(Workbook.objects.get(pk=room.pk), root=root, key=key, by=amina)
    assert WORD not in everywhere() and EARLIER not in everywhere()
    assert not TreeNode.objects.filter(text__contains=WORD).exists()
    after = frozen_version(room.workshop_id, by=esther)
    assert after is not None and after.struck and after.checksum == before.checksum


def test_an_old_page_hands_in_nothing_that_is_kept(room: Workbook, amina: Person) -> None:
    laptop, old = Laptop(), room.epoch
    laptop.sync(room, amina)
    begun = strike_entry(room, root="nodes", key="danger", by=amina)
    late = hand_in(begun, amina, laptop.type("nodes", "danger", f" et {WORD}"), epoch=old)
    assert set(late.held) == {"ERASED"} and late.update is None
    assert HeldUpdate.objects.get().reason == "ERASED" and WORD not in everywhere()


def test_what_was_kept_apart_stays_as_words_without_the_entry(room: Workbook, amina: Person, esther: Person) -> None:
    laptop, old = Laptop(), room.epoch
    laptop.sync(room, amina)
    close_workbook(room, by=amina)
    send_back_workshop(Workshop.objects.get(pk=room.workshop_id), reason="Encore", by=esther)
    now = Workbook.objects.get(pk=room.pk)
    items = [laptop.type("nodes", "danger", f" et {WORD}"), laptop.make("objectives", "late", "Trop tard")]
    hand_in(now, amina, *items, epoch=old)
    strike_entry(now, root="nodes", key="danger", by=amina)
    assert [it.words for it in late_of(now)] == [("Trop tard",)] and WORD not in everywhere()


@pytest.mark.django_db(transaction=True)
def test_a_backup_made_afterwards_does_not_hold_it(room: Workbook, amina: Person, tmp_path: Path) -> None:
    assert holds(WORD, backup_of(tmp_path / "before"))
    strike_entry(room, root="nodes", key="danger", by=amina)
    after = backup_of(tmp_path / "after")
    assert not holds(WORD, after) and not holds(EARLIER, after) and holds("Insécurité", after)


def backup_of(path: Path) -> bytes:
    """What the installation's own backup dumps of the database, unpacked as text."""
    told = connection.settings_dict
    names = [str(told[name]) for name in ("USER", "PASSWORD", "NAME")]
    address = Address(str(told["HOST"]), str(told["PORT"]), *names)
    dumped(address, path)
    return subprocess.run([program("pg_restore"), "--file=-", str(path)], capture_output=True, check=True).stdout


def holds(word: str, dump: bytes) -> bool:
    """Whether a word stands in a dump: in a text, or in bytes, which are written in hexadecimal."""
    return word.encode() in dump or word.encode().hex().encode() in dump


def test_the_lead_is_told_whose_page_has_not_changed_over(
    room: Workbook, amina: Person, client_of: Callable[[Person | None], Client]
) -> None:
    browser, page = client_of(amina), str(uuid4())
    door = f"/workbook/{room.workshop_id}/"
    ask = {"epoch": room.epoch, "schema": 1, "vector": "", "items": [], "page": page}
    browser.post(f"{door}exchange/", ask, "application/json")
    answer = browser.post(f"{door}striking/", {"entry": "nodes/danger"}, "application/json")
    assert answer.status_code == 201
    assert [it["person"] for it in answer.json()["behind"]] == [amina.name] and answer.json()["erased"] == 2
    browser.post(f"{door}exchange/", ask | {"epoch": answer.json()["epoch"]}, "application/json")
    assert browser.get(f"{door}striking/").json()["behind"] == []
    assert Seat.objects.get().seen_at <= timezone.now()
    told = browser.get(f"{door}context/").json()
    assert "nodes/danger" in told["struck"] and told["erased_before"] == answer.json()["epoch"]


@pytest.mark.parametrize("entry", ["nodes/none", "meta/book", "nothing/x", "nodes"])
def test_what_is_not_there_is_not_erased(
    room: Workbook, amina: Person, client_of: Callable[[Person | None], Client], entry: str
) -> None:
    browser = client_of(amina)
    answer = browser.post(f"/workbook/{room.workshop_id}/striking/", {"entry": entry}, "application/json")
    assert answer.status_code == 422 and Workbook.objects.get(pk=room.pk).epoch == room.epoch


def test_nobody_else_erases_and_a_closed_room_asks_the_secretariat(
    room: Workbook, amina: Person, bahati: Person, celine: Person
) -> None:
    for person in (bahati, celine):
        with pytest.raises(Problem):
            strike_entry(room, root="nodes", key="danger", by=person)
    close_workbook(room, by=amina)
    with pytest.raises(Problem) as refusal:
        strike_entry(Workbook.objects.get(pk=room.pk), root="nodes", key="danger", by=amina)
    assert refusal.value.fault == Fault.FORBIDDEN


def test_the_core_problem_loses_its_words_and_stays(room: Workbook, amina: Person) -> None:
    begun = strike_entry(room, root="nodes", key="core", by=amina)
    document = read(log.state(begun).update)
    assert document["nodes"]["core"]["side"] == "core" and document["nodes"]["core"]["text"] == ""
    assert document["nodes"]["c"]["parent"] == "core" and "Insécurité" not in everywhere()
