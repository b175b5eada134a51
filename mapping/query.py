"""Reads the part of an address that says which rows: strictly, so that a mistyped filter never widens what is shown."""

import math
from datetime import date
from typing import NoReturn

from django.http import QueryDict

from access.reach import Reach
from lib.problems import Fault, Problem

from .dictionaries import options_of
from .filters import filters_of
from .matching import View

LONGEST_TEXT_CHARACTERS = 200
LONGEST_LIST_CODES = 500
EARLIEST, LATEST = date(1900, 1, 1), date(2100, 12, 31)
SINCE = "since"


def read_view(query: QueryDict, reach: Reach) -> View:
    """Return what the address asks for.

    Raises `Fault.BAD_PARAMETER`, naming the parameter, for a filter or value that does not exist for this reader.
    Names that say nothing about rows (position, colour, panel) are not looked at.
    """
    for name in query:
        if len(query.getlist(name)) > 1 and (name.startswith("f.") or name in ("q", "from", "to", "on", "box", "only")):
            _refuse(name if not name.startswith("f.") else "f")
    start, end = read_day(query, "from"), read_day(query, "to")
    if start and end and start > end:
        _refuse("to")
    if query.get("only", "") not in ("", SINCE):
        _refuse("only")
    return View(
        filters=_chosen(query, reach),
        q=_text(query),
        start=start,
        end=end,
        on=read_day(query, "on"),
        box=_box(query),
        only_since=query.get("only") == SINCE,
    )


def _refuse(parameter: str) -> NoReturn:
    raise Problem(Fault.BAD_PARAMETER, parameter=parameter)


def _chosen(query: QueryDict, reach: Reach) -> dict[str, tuple[str, ...]]:
    asked = {name[2:]: str(value) for name, value in query.items() if name.startswith("f.")}
    known = {one.key: one for one in filters_of(reach) if one.column}
    chosen: dict[str, tuple[str, ...]] = {}
    for key, value in asked.items():
        if key not in known:
            _refuse("f")
        codes = tuple(dict.fromkeys(code for code in value.split(",") if code))
        if not codes:
            continue
        if len(codes) > LONGEST_LIST_CODES:
            _refuse(f"f.{key}")
        if not set(codes) <= {str(option["code"]) for option in options_of(known[key], reach)}:
            _refuse(f"f.{key}")
        chosen[key] = codes
    return chosen


def _text(query: QueryDict) -> str:
    text = query.get("q", "").strip()
    if len(text) > LONGEST_TEXT_CHARACTERS:
        _refuse("q")
    return text


def read_day(query: QueryDict, name: str) -> date | None:
    """Return the day that a parameter says (YYYY-MM-DD); None where it is absent."""
    text = query.get(name, "")
    if not text:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        _refuse(name)
    if len(text) != len("2024-09-24") or not EARLIEST <= day <= LATEST:
        _refuse(name)
    return day


def _box(query: QueryDict) -> tuple[float, float, float, float] | None:
    text = query.get("box", "")
    if not text:
        return None
    try:
        west, south, east, north = (float(edge) for edge in text.split(","))
    except ValueError:
        _refuse("box")
    edges = (west, south, east, north)
    sound = all(math.isfinite(edge) for edge in edges) and -180 <= west < east <= 180 and -90 <= south < north <= 90
    if not sound:
        _refuse("box")
    return edges
