"""What of a workbook's records is adopted, as plain content in two parts; and how two contents differ.

Content is root → list of entries, each in its order. What is only about the work in the hall (which document it is,
what was prepared, how far the agenda is) is no part of it.
"""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from .claiming import as_plain
from .projection import Records, plenary

Content = dict[str, Any]

OF_THE_WORK = {"epoch": None, "checks": ()}
OF_THE_DAY = {"agenda": ("state", "started_at"), "places": ("adopted",)}
AT, ENTRY = "at", "entry"


@dataclass(frozen=True, order=True)
class Change:
    """One entry (`root/id`) that was `added`, `changed` or `removed`; the fields that differ by name."""

    entry: str
    what: str
    fields: tuple[str, ...] = ()


def adopted(records: Records) -> tuple[Content, Content]:
    """The plenary's part, with the text of réserves, and what only the group and the secretariat have beside it."""
    told, whole = content_of(plenary(records, reserves=True)), content_of(records)
    return told, {root: rest for root in whole if (rest := _beside(told[root], whole[root]))}


def content_of(records: Records) -> Content:
    """`records` as plain values, without what is only about the work."""
    content: Content = {name: it for name, it in as_plain(records).items() if name not in OF_THE_WORK}
    for root, names in OF_THE_DAY.items():
        content[root] = [{name: it for name, it in entry.items() if name not in names} for entry in content[root]]
    return content


def _beside(told: Any, whole: Any) -> Any:
    """Entries that are not in the plenary's part as they are, each with its place in the order; nothing for a value."""
    if not isinstance(whole, list):
        return None
    known = {key_of(it): it for it in told}
    return [{AT: at, ENTRY: it} for at, it in enumerate(whole) if known.get(key_of(it)) != it]


def joined(told: Content, rest: Mapping[str, Any]) -> Content:
    """The whole, of both parts."""
    content = dict(told)
    for root, entries in rest.items():
        kept_back = {key_of(it[ENTRY]) for it in entries}
        whole = [it for it in told[root] if key_of(it) not in kept_back]
        for it in sorted(entries, key=lambda it: int(it[AT])):
            whole.insert(it[AT], it[ENTRY])
        content[root] = whole
    return content


def key_of(entry: Mapping[str, Any]) -> str:
    """How an entry is known in its root: its id, or what makes it one of a kind."""
    parts = [entry["id"]] if "id" in entry else [entry.get(name, "") for name in ("category", "sex", "node", "group")]
    return "|".join(str(it) for it in parts if it)


def changes(before: Content, after: Content) -> tuple[Change, ...]:
    """What of `after` is new, what is said otherwise, and what of `before` is gone."""
    found: list[Change] = []
    for root in sorted(before.keys() | after.keys()):
        one, other = _by_key(before.get(root)), _by_key(after.get(root))
        found += [Change(f"{root}/{key}", "added") for key in other.keys() - one.keys()]
        found += [Change(f"{root}/{key}", "removed") for key in one.keys() - other.keys()]
        for key in one.keys() & other.keys():
            names = one[key].keys() | other[key].keys()
            if fields := tuple(sorted(name for name in names if one[key].get(name) != other[key].get(name))):
                found.append(Change(f"{root}/{key}", "changed", fields))
    return tuple(sorted(found))


def _by_key(entries: Any) -> dict[str, Mapping[str, Any]]:
    return {key_of(it): it for it in entries} if isinstance(entries, list) else {}


def records_of(content: Content) -> Records:
    """The records that `content` was made of; what older content lacks is empty."""
    records: Records = _made(Records, content)
    return records


def _made(kind: Any, value: Any) -> Any:
    if value is None:
        return None
    if dataclasses.is_dataclass(kind):
        hints: Any = _hints(kind)  # type: ignore[arg-type]  # is_dataclass does not narrow to a class
        fields = {name: _made(it, value[name]) if name in value else _empty(it) for name, it in hints}
        return kind(**fields)  # type: ignore[operator]  # is_dataclass does not narrow to a class
    if get_origin(kind) is tuple:
        return tuple(_made(get_args(kind)[0], it) for it in value)
    if get_origin(kind) in (Union, UnionType):
        return _made(next(it for it in get_args(kind) if it is not NoneType), value)
    return _READ[kind](value) if kind in _READ else value


_READ: dict[Any, Any] = {Decimal: Decimal, float: float, date: date.fromisoformat}


def _empty(kind: Any) -> Any:
    if get_origin(kind) is tuple:
        return ()
    return None if get_origin(kind) in (Union, UnionType) else kind()


@lru_cache
def _hints(kind: Any) -> tuple[tuple[str, Any], ...]:
    return tuple(get_type_hints(kind).items())
