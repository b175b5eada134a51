"""Executes the declared cells audience × field and tells which do not hold."""

from typing import Any
from uuid import UUID

from access.reach import READING_AUDIENCES, SYSTEM, Audience, Reach
from claims.codes import ClaimKind
from claims.disclosed import columns_of, disclosed
from claims.disclosed.rows import MODEL_OF_KIND
from claims.models import Claim

from .expected_fields import DAYS, FIELDS, NOT_TOLD, OWN_ROOM, SOFT, STATED

ABSENT, PRESENT = object(), object()
OTHER_ROOM = UUID(int=9)


def failing_fields(claims: dict[str, Claim], open_data: bool) -> tuple[int, list[str]]:
    """Cells executed over `claims` and the failing ones in words."""
    executed, failures = 0, []
    for position, audience in enumerate(READING_AUDIENCES):
        reach = Reach(audience=audience, provinces=("CD74",))
        for kind, table in FIELDS.items():
            rows = MODEL_OF_KIND[ClaimKind(kind)].objects.permitted(reach).filter(pk=claims[kind].pk)
            shown = next(iter(disclosed(rows, reach)), None)
            if shown is None:
                failures.append(f"{audience} does not read the {kind}")
                continue
            for name, letters in table.items():
                executed += 1
                expected = _expected(name, letters[open_data][position], claims[kind])
                got = shown.get(name, ABSENT)
                if not _holds(got, expected):
                    failures.append(f"{audience} gets {name} of {kind} ({'open' if open_data else 'said'}): {got!r}")
    return executed, failures


def failing_own_fields(claims: dict[str, Claim], closed: bool) -> tuple[int, list[str]]:
    """Cells executed over what was said, read by who facilitated that room and by who facilitated another."""
    executed, failures = 0, []
    for own in (True, False):
        room = (claims["LEG"].workshop if own else OTHER_ROOM,)
        scope = {"provinces": ("CD74",), "workshops": room, "closed_workshops": room if closed else ()}
        reach = Reach(audience=Audience.BASIC, **scope)  # type: ignore[arg-type]
        for kind, table in FIELDS.items():
            rows = MODEL_OF_KIND[ClaimKind(kind)].objects.filter(pk=claims[kind].pk)
            shown = next(iter(disclosed(rows, reach)))
            in_own_room = own and not (closed and kind == "BENEFIT")
            for name, letters in {**table, "own_room": ("+", "+")}.items():
                executed += 1
                letter = OWN_ROOM[kind].get(name, letters[False][0]) if in_own_room else letters[False][0]
                if not _holds(shown.get(name, ABSENT), _expected(name, letter, claims[kind])):
                    failures.append(f"{own=} {closed=} {name} of {kind}: {shown.get(name)!r}")
            if shown["own_room"] is not in_own_room:
                failures.append(f"{own=} {closed=} {kind} is of the own room: {shown['own_room']}")
    return executed, failures


def _holds(got: Any, expected: Any) -> bool:
    return got is not ABSENT if expected is PRESENT else _same(got, expected)


def _expected(name: str, letter: str, claim: Claim) -> Any:
    if letter == "-":
        return ABSENT
    if letter == "+":
        return PRESENT
    if letter == "~":
        return SOFT[name]
    if name in DAYS:
        return DAYS[name][letter]
    if name in STATED:
        return STATED[name]
    if name == "place":
        return claim.place.code if claim.place else None
    if name == "actor_id":
        return claim.actor_id  # type: ignore[attr-defined]
    return getattr(claim, name)


def _same(got: Any, expected: Any) -> bool:
    if got is ABSENT or expected is ABSENT:
        return got is expected
    return bool(got == expected)


def undeclared_fields() -> list[str]:
    """Values of claims without a line, lines without a value, and columns that are neither told nor explained."""
    found = []
    for kind, model in MODEL_OF_KIND.items():
        told = set(columns_of(kind, SYSTEM))
        stored = {field.name for field in model._meta.concrete_fields}
        found += [f"{kind} {name}" for name in sorted(told ^ set(FIELDS[kind]))]
        found += [f"{kind} {name} (column)" for name in sorted(stored - told - set(NOT_TOLD))]
    return found
