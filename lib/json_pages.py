"""Pages of JSON for the read-only interface: keyset paging, counts that stay exact, bytes from one statement."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db import connection
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from .compiled import Slot, Sql, compiled
from .counts import count_kept
from .json_rows import joined
from .keyset import COUNTED_ROWS, page_asked
from .prepared import Statement
from .versions import version_sql

Shape = Callable[[Sql], Sql]
AFTER = Slot("after")
"""The key after which a page begins."""
KEPT_PAGES = 512
"""Statements that a process keeps for each list: they differ by reach and by the number of rows, not by the key."""


@dataclass(frozen=True)
class Page:
    """The statements of one page: its items as JSON with their version, and the number of all rows with theirs."""

    items: Statement
    every: Sql


def page_of(rows: QuerySet[Any, Any], shaped: Sql, *, kept: bool = True) -> Page:
    """Statements of a page of `rows`, whose keys and JSON `shaped` gives, perhaps after the slot `AFTER`.

    Where no version is kept of what `rows` are made from, their number must not be `kept` either.
    """
    version = version_sql() if kept else "NULL::text"
    statement, parameters = joined(shaped)
    every, every_parameters = compiled(rows.order_by().values_list("pk")[: COUNTED_ROWS + 1])
    return Page(
        Statement((f"SELECT p.*, {version} FROM ({statement}) AS p", parameters)),
        (f"SELECT count(*), {version} FROM ({every}) AS c", every_parameters),
    )


def json_page(
    request: HttpRequest,
    page: Callable[[int, bool], Page],
    read_key: Callable[[str], Any] = str,
    *,
    collection: bool = False,
) -> HttpResponse:
    """One page of a list, from the key after `?after=`, each row shaped to JSON by the database.

    `page(limit, beyond)` gives the statements, `read_key` makes the value for `AFTER` of a key and raises `Problem`
    for what cannot be one. The number of all rows is exact up to 10,000 and absent beyond.
    """
    asked = page_asked(request.GET.get("after"), request.GET.get("limit"))
    found = page(asked.limit, bool(asked.after))
    key = read_key(asked.after) if asked.after else None
    row = found.items.row(after=key)
    assert row, "an aggregate gives a row"
    items, returned, last, version = row
    number = count_kept(found.every, version)
    head = '"type":"FeatureCollection",' if collection else ""
    name = "features" if collection else "items"
    tail = f',"numberReturned":{returned}'
    if number <= COUNTED_ROWS:
        tail += f',"numberMatched":{number}'
    if returned == asked.limit:
        following = request.GET.dict() | {"after": last}
        tail += f',"next":"{request.path}?{urlencode(following)}"'
    body = f'{{{head}"{name}":[{items}]{tail}}}'
    kind = "application/geo+json" if collection else "application/json"
    return HttpResponse(body, content_type=kind)


def json_item(rows: QuerySet[Any, Any], shape: Shape) -> HttpResponse | None:
    """The first of `rows` as JSON, or nothing."""
    items, returned, _last = _fetch(joined(shape(compiled(rows[:1]))))
    return HttpResponse(items, content_type="application/json") if returned else None


def _fetch(sql: Sql) -> tuple[Any, ...]:
    with connection.cursor() as cursor:
        cursor.execute(*sql)
        found: tuple[Any, ...] = cursor.fetchone()
    return found
