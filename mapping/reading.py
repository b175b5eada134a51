"""A place and everything that a reader may know of it on a day, as rows of disclosed values."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from access.audit import record
from access.policy import permits
from access.querysets import load
from access.reach import Audience, Reach
from claims.codes import TAKES_BACK, ClaimKind, ReviewStatus
from claims.disclosed import columns_of, disclosed
from claims.disclosed.reserved import reserved_fields
from claims.disclosed.rows import MODEL_OF_KIND
from claims.models import Claim, CorrectionRequest, Reply
from lib.ids import read_code
from sites.codes import PlaceStatus, Sensitivity
from sites.models import Place

Row = dict[str, Any]
OF_PLACES = tuple(kind for kind in ClaimKind if kind != ClaimKind.SITUATION)
ORDER = [str(code) for code in (Sensitivity.LOW, Sensitivity.MODERATE, Sensitivity.HIGH, Sensitivity.SEVERE)]
NAMED = ("beneficiary", "note", "said")
"""Columns that are severe by themselves wherever they say something."""

NOT_ON_PAPER = (*NAMED, "actor_as_stated")
"""Columns that no paper carries: names of who gains, and words that nobody has cleared."""


@dataclass(frozen=True)
class Reading:
    """What one reader gets of one place: rows by kind, the latest first, with replies and what may be contested."""

    place: Place
    on: date
    reach: Reach
    rows: dict[ClaimKind, list[Row]]
    replies: dict[UUID, list[Reply]] = field(default_factory=dict)
    contestable: frozenset[UUID] = frozenset()
    asked: dict[UUID, list[CorrectionRequest]] = field(default_factory=dict)

    def of(self, kind: ClaimKind) -> list[Row]:
        """Return the rows of one kind."""
        return self.rows.get(kind, [])

    @property
    def all(self) -> list[Row]:
        """Every row, the latest first."""
        rows = [row for rows in self.rows.values() for row in rows]
        return sorted(rows, key=lambda row: (row["known_on"], str(row["id"])), reverse=True)

    def reserved(self, row: Row) -> int:
        """How many fields of a row the table does not give the reader, whether they are filled or not."""
        own_room = row.get("own_room", False)
        return reserved_fields(row["kind"], self.reach, key=row["id"], open_data=row["open_data"], own_room=own_room)

    @property
    def severe(self) -> list[UUID]:
        """Keys of the rows that show something of class C3."""
        return [row["id"] for row in self.all if _is_severe(row)]

    @property
    def highest_class(self) -> str:
        """The highest class that a page about it shows."""
        shown = [self.place.sensitivity, *(row["sensitivity"] for row in self.all)]
        return Sensitivity.SEVERE if self.severe else highest(shown)


def highest(classes: Iterable[str]) -> str:
    """The highest of some classes."""
    return max(classes, key=ORDER.index)


def _is_severe(row: Row) -> bool:
    return row["sensitivity"] == Sensitivity.SEVERE or any(row.get(name) for name in NAMED)


def place_at(person: Any, key: str) -> Place:
    """Return the place with that code or key, or the one it was merged into, which `person` may see.

    Raises `Fault.NOT_FOUND` otherwise.
    """
    try:
        code = read_code(key)
    except ValueError:
        return load(person, "view", Place.objects, pk=key)
    merged = Place.objects.filter(code=code, status=PlaceStatus.MERGED).values_list("merged_into", flat=True).first()
    return load(person, "view", Place.objects, **({"pk": merged} if merged else {"code": code}))


def key_of_place(place: Place) -> str:
    """Return what stands in the address of a place: its code, or its key before it has one."""
    return place.code or str(place.pk)


def read_place(place: Place, reach: Reach, on: date, today: date, *, on_paper: bool = False) -> Reading:
    """Return what `reach` gets of `place` as known on `on`; what is severe leaves its trace, and is on no paper."""
    rows: dict[ClaimKind, list[Row]] = {kind: _rows(kind, place, reach, on, today) for kind in OF_PLACES}
    if on_paper:
        rows = {kind: _for_paper(found) for kind, found in rows.items()}
    reading = Reading(place, on, reach, rows)
    keys = [row["id"] for row in reading.all]
    found = Reading(place, on, reach, rows, _replies(keys, reach), _contestable(keys, reach), _asked(keys, reach))
    if found.severe:
        record("read.severe", place, by=reach, count=len(found.severe), claims=found.severe)
    return found


def _rows(kind: ClaimKind, place: Place, reach: Reach, on: date, today: date) -> list[Row]:
    rows = MODEL_OF_KIND[kind]._default_manager.permitted_to(reach)
    rows = rows.filter(place=place).exclude(review_status=ReviewStatus.RETIRED).order_by()
    rows = rows.exclude(since_last_round__in=TAKES_BACK)
    if on < today:
        rows = rows.annotate(told=columns_of(kind, reach)["known_on"]).filter(told__lte=on)
    found = list(disclosed(rows, reach))
    return sorted(found, key=lambda row: (row["known_on"], str(row["id"])), reverse=True)


def _for_paper(rows: list[Row]) -> list[Row]:
    open_rows = [row for row in rows if row["sensitivity"] != Sensitivity.SEVERE]
    return [{name: value for name, value in row.items() if name not in NOT_ON_PAPER} for row in open_rows]


def _replies(keys: list[UUID], reach: Reach) -> dict[UUID, list[Reply]]:
    """Replies in the words that the reader may have: the institution's own, or the cleared ones."""
    if not keys:
        return {}
    own = permits(reach, "view", Reply)
    found: dict[UUID, list[Reply]] = {}
    rows = Reply.objects.filter(Q(claim__in=keys) & (own | ~Q(cleared_text=""))).select_related("institution")
    raw = set(Reply.objects.filter(own, claim__in=keys).values_list("pk", flat=True))
    for reply in rows:
        reply.text = reply.text if reply.pk in raw else reply.cleared_text
        found.setdefault(reply.claim_id, []).append(reply)
    return found


def _asked(keys: list[UUID], reach: Reach) -> dict[UUID, list[CorrectionRequest]]:
    """Requests for a rectification that the reader may know of: an institution's own, all for the secretariat."""
    found: dict[UUID, list[CorrectionRequest]] = {}
    if reach.audience not in (Audience.MINISTRY, Audience.SECRETARIAT) or not keys:
        return found
    for row in CorrectionRequest.objects.permitted_to(reach).filter(claim__in=keys).select_related("institution"):
        found.setdefault(row.claim_id, []).append(row)
    return found


def _contestable(keys: list[UUID], reach: Reach) -> frozenset[UUID]:
    if reach.audience != Audience.MINISTRY or not keys:
        return frozenset()
    return frozenset(Claim.objects.permitted_to(reach, "correct").filter(pk__in=keys).values_list("pk", flat=True))
