"""Pages of JSON for the read-only interface: keyset paging, counts that stay exact, bytes from one statement."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.db import connection
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from .compiled import Sql, compiled
from .json_rows import joined
from .keyset import COUNTED_ROWS, page_asked

Shape = Callable[[Sql], Sql]


def json_page(
    request: HttpRequest,
    rows: QuerySet[Any, Any],
    after: Callable[[str], QuerySet[Any, Any]],
    shape: Shape,
    *,
    collection: bool = False,
) -> HttpResponse:
    """One page of `rows` (ordered by key), from the key after `?after=`, each row shaped to JSON by the database.

    `after(key)` gives the rows beyond a key and raises `Problem` for a key that cannot be one. The number of
    all rows is exact up to 10,000 and absent beyond.
    """
    asked = page_asked(request.GET.get("after"), request.GET.get("limit"))
    page = (after(asked.after) if asked.after else rows)[: asked.limit]
    items, returned, last, found = _fetch(_counted(joined(shape(compiled(page))), rows))
    head = '"type":"FeatureCollection",' if collection else ""
    name = "features" if collection else "items"
    tail = f',"numberReturned":{returned}'
    if found <= COUNTED_ROWS:
        tail += f',"numberMatched":{found}'
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


def _counted(page: Sql, rows: QuerySet[Any, Any]) -> Sql:
    """The page and, in the same statement, how many rows there are: one more than are counted, at most."""
    statement, parameters = page
    every, every_parameters = compiled(rows.order_by().values_list("pk")[: COUNTED_ROWS + 1])
    counted = f"SELECT p.*, (SELECT count(*) FROM ({every}) AS c) FROM ({statement}) AS p"
    return counted, (*every_parameters, *parameters)
