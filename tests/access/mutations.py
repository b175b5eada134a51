"""Every way of weakening the rules by one stroke, generated from the policies and the field table."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from unittest.mock import patch

from django.apps import apps
from django.db.models import Q

from access import fields
from access.fields import FIELD_TABLE, Rule
from access.policy import EVERY_ROW, policy_of
from access.reach import READING_AUDIENCES, Audience, Reach
from accounts import reach as accounts_reach
from claims.disclosed import columns

from .expected_models import OF_KINDS
from .rows import TABLE


@dataclass(frozen=True)
class Mutation:
    """One weakening: its name, how it is applied, and which test must notice it."""

    name: str
    apply: Callable[[], AbstractContextManager[object]]
    noticed_by: str
    label: str = ""
    verb: str = "view"
    consumer: str = "claims"


def every_row(label: str, verb: str) -> Mutation:
    """The verb's rule gives every row."""
    policy = type(policy_of(apps.get_model(label)))
    return Mutation(
        f"{label}.{verb} gives every row",
        lambda: patch.object(policy, verb, lambda self, reach: EVERY_ROW),
        "test_each_person_may_touch_exactly_the_declared_rows",
        label,
        verb,
    )


def swapped(one: Audience, other: Audience) -> Mutation:
    """Persons of one audience read as another."""
    build = accounts_reach._build

    def as_other(person: object) -> Reach:
        reach = build(person)  # type: ignore[arg-type]
        return replace(reach, audience=other) if reach.audience == one else reach

    return Mutation(
        f"{one} reads as {other}",
        lambda: patch.object(accounts_reach, "_build", as_other),
        "test_each_person_may_touch_exactly_the_declared_rows",
        "claims.Claim",
    )


def without_scope(label: str) -> Mutation:
    """No province is asked."""
    return Mutation(
        f"{label}: scope is not asked",
        lambda: patch.object(Reach, "in_scope", lambda self, column="provinces": Q()),
        "test_each_person_may_touch_exactly_the_declared_rows",
        label,
    )


def grants_open_every_class() -> Mutation:
    """A granted record opens whatever its class."""
    return Mutation(
        "claims.Claim: the highest class of a grant is not asked",
        lambda: patch.object(
            Reach, "granted_rows", lambda self: Q(id__in=[key for one in self.granted for key in one.records])
        ),
        "test_each_person_may_touch_exactly_the_declared_rows",
        "claims.Claim",
    )


def closed_rooms_stay_open(label: str) -> Mutation:
    """A closed room is read like one that still writes."""
    return Mutation(
        f"{label}: whether the room is closed is not asked",
        lambda: patch.object(Reach, "open_workshops", property(lambda self: self.workshops)),
        "test_each_person_may_touch_exactly_the_declared_rows",
        label,
    )


def every_room_is_the_own_one() -> Mutation:
    """Whoever facilitates one room gets what every room said as stated."""
    return Mutation(
        "what any room said is told as the own room's",
        lambda: patch.object(columns, "heard", lambda reach: EVERY_ROW),
        "test_a_facilitator_gets_what_the_own_room_said_and_of_others_what_anybody_gets",
        consumer="own room",
    )


OF_WORKSHOPS = ("workshop place and date", "participants")
"""Lines of the field table that `workshops` reads besides, or instead of, claims."""


def unmasked(line: str, audience: Audience, consumer: str) -> Mutation:
    """A masked or coarse field is given as stated."""
    table = FIELD_TABLE | {line: FIELD_TABLE[line] | {audience: Rule.EXACT}}
    noticed_by = {
        "claims": "test_each_audience_gets_exactly_the_declared_values",
        "workshops": "test_each_audience_is_told_of_a_workshop_exactly_what_is_declared",
    }
    return Mutation(
        f"{line} as stated for {audience} ({consumer})",
        lambda: patch.dict(fields.FIELD_TABLE, table),
        noticed_by[consumer],
        consumer=consumer,
    )


def mutations() -> Iterator[Mutation]:
    """All of them."""
    for label, table in TABLE.items():
        for verb in table:
            if label not in OF_KINDS:
                yield every_row(label, verb)
    for label in ("claims.Claim", "sites.Place", "workshops.Workshop", "workshops.TreeNode", "workshops.ProblemTree"):
        yield without_scope(label)
    yield grants_open_every_class()
    for label in ("claims.Claim", "sites.Actor"):
        yield closed_rooms_stay_open(label)
    yield every_room_is_the_own_one()
    for one in READING_AUDIENCES:
        for other in READING_AUDIENCES:
            if one != other:
                yield swapped(one, other)
    for line, rules in FIELD_TABLE.items():
        for audience, rule in rules.items():
            if rule != Rule.EXACT and line != "participants":
                yield unmasked(line, audience, "claims")
            if rule != Rule.EXACT and line in OF_WORKSHOPS:
                yield unmasked(line, audience, "workshops")
