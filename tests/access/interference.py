"""Databases from one template, with and without hidden rows: who may not read them gets the same bytes."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.contrib.gis.geos import MultiPolygon
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client

from access.models import AuditEntry
from reports.paper import MEDIA_TYPES
from sites.models import Area
from tests.people import CAST, make_person

from .channels import Seen
from .crawling import Answer, crawl
from .databases import clones, within
from .expected_rows import MANIEMA
from .hidden_rows import HIDDEN
from .planted_words import Planted, plant_words
from .routes import browsers_of
from .world import MANIEMA_SQUARE

Answers = dict[str, dict[str, Answer]]

EXCEPTIONS: dict[str, str] = {}
"""Addresses that tell an aggregate of hidden rows on purpose, with the reason. There is none: counts per territoire and
half-year of what is about the state begin at three sites of two sources, and the hidden rows are fewer."""


COMPARED_FORMS = ("docx",)
LEFT_OUT = " pdf"
"""Papers are compared in one form: both are written from the same telling."""


@dataclass
class Compared:
    """What everybody was answered, what the trail and letters then held, and what hidden rows changed."""

    seen: Seen
    left_behind: list[str]
    told: dict[str, tuple[int, list[str]]] = field(default_factory=dict)


@dataclass(frozen=True)
class _Readers:
    people: dict[str, Any]
    browsers: dict[str, Client]
    planted: Planted

    def crawled(self, names: tuple[str, ...], forms: tuple[str, ...] = tuple(MEDIA_TYPES)) -> Answers:
        """The answers that the named persons get in the database at hand, papers in these forms."""
        for name in names:
            if self.people[name] is not None:
                self.people[name].__dict__.pop("_reach_of_this_request", None)
        return {name: crawl(self.browsers[name], self.people[name], self.planted.keys, forms) for name in names}


@contextmanager
def compared() -> Iterator[Compared]:
    """Fill a database, read it as everybody, and again with each set of hidden rows."""
    cache.clear()  # what an earlier run kept of a room with the same key
    first = str(connection.settings_dict["NAME"])
    bare, other = f"{first}_bare", f"{first}_hidden"
    with clones(bare, other) as clone:
        clone(first, bare)
        readers = within(bare, _fill)
        clone(bare, other)
        before = within(other, lambda: readers.crawled(tuple(readers.people)))
        found = Compared(Seen(readers.planted, before), within(other, _left_behind))
        for name, (plantings, persons) in HIDDEN.items():
            clone(bare, other)

            def add_and_read(plantings: Any = plantings, persons: Any = persons) -> Answers:
                for plant in plantings:
                    plant(readers.planted)
                return readers.crawled(persons, COMPARED_FORMS)

            found.told[name] = _differences(before, within(other, add_and_read))
        yield found


def _fill() -> _Readers:
    people: dict[str, Any] = {name: make_person(name) for name in CAST} | {"anonymous": None}
    Area.objects.filter(pcode=MANIEMA).update(geom=MultiPolygon(MANIEMA_SQUARE, srid=4326))
    return _Readers(people, browsers_of(people), plant_words(people))


def _left_behind() -> list[str]:
    trail = [str(details) for details in AuditEntry.objects.values_list("details", flat=True)]
    return trail + [f"{letter.subject} {letter.body}" for letter in getattr(mail, "outbox", [])]


def _differences(before: Answers, after: Answers) -> tuple[int, list[str]]:
    executed, found = 0, []
    for person, answers in after.items():
        earlier = {address for address in before[person] if not address.endswith(LEFT_OUT)}
        for address in sorted(answers.keys() | earlier):
            executed += 1
            one, other = before[person].get(address), answers.get(address)
            if one != other and address not in EXCEPTIONS:
                found.append(f"{person}, {address}: {_first_difference(one, other)}")
    return executed, found


def _first_difference(one: Answer | None, other: Answer | None) -> str:
    """Where two answers part, with what stands around it."""
    was, became = (answer.whole if answer else "" for answer in (one, other))
    at = next((n for n, (a, b) in enumerate(zip(was, became, strict=False)) if a != b), 0)
    return f"{was[max(at - 60, 0) : at + 60]!r} became {became[max(at - 60, 0) : at + 60]!r}"
