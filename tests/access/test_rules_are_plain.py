"""Every rule uses columns of its own table alone, so that one statement without sub-plans answers at any size."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.db.models import Model, Q

from access.policy import declared
from access.querysets import PermittedQuerySet
from access.reach import reach_of
from claims.models import Claim
from tests.factories import leg, place

from .world import World

ROWS = 100_000
PAGE_MILLISECONDS = 60
NESTED = ("SubPlan", "InitPlan", "Nested Loop")


def leaves(rule: Q) -> Iterator[tuple[str, Any]]:
    """Every condition of a rule."""
    for child in rule.children:
        if isinstance(child, Q):
            yield from leaves(child)
        else:
            yield child  # type: ignore[misc]


def strangers(model: type[Model], rule: Q) -> list[str]:
    """Conditions that are not on a column of the model's own table, or whose value is a query."""
    own = {name for field in model._meta.concrete_fields for name in (field.name, field.attname, "pk")}
    found = []
    for name, value in leaves(rule):
        column, *lookups = name.split("__")
        joins = [lookup for lookup in lookups if lookup not in ("in", "isnull", "contained_by", "contains", "gt")]
        if column not in own or joins or hasattr(value, "query") or hasattr(value, "resolve_expression"):
            found.append(f"{name}={value!r}")
    return found


@pytest.mark.django_db
def test_every_rule_asks_columns_of_its_own_table_alone(world: World) -> None:
    found = [
        f"{model.__name__}.{verb} for {name}: {stranger}"
        for model, policy in declared().items()
        for verb in policy.verbs()
        for name, person in world.people.items()
        for stranger in strangers(model, policy.rows(verb, reach_of(person)))
    ]
    assert found == []


@pytest.fixture(scope="module")
def many(world: World) -> None:
    rows = [
        leg(place=place("Maniema" if number % 2 else "Tanganyika"), sensitivity=sensitivity, review_status=stage)
        for number, (sensitivity, stage) in enumerate(
            [("MODERATE", "PUBLISHED"), ("HIGH", "PUBLISHED"), ("SEVERE", "PUBLISHED"), ("HIGH", "DRAFT")]
        )
    ]
    names = [f.column for f in Claim._meta.local_concrete_fields if f.column not in ("id", "known_on")]
    columns = ", ".join(f'"{name}"' for name in names)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO claims_claim (id, {columns}) SELECT gen_random_uuid(), {columns} FROM claims_claim,"
            " generate_series(1, %s) WHERE id = ANY(%s::uuid[])",
            [ROWS // len(rows), [str(row.pk) for row in rows]],
        )
        cursor.execute("ANALYZE claims_claim")


def plan_of(rows: PermittedQuerySet[Claim]) -> tuple[str, float]:
    """The plan as text and the milliseconds of its execution."""
    statement, parameters = rows.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {statement}", parameters)
        plan = cursor.fetchone()[0]
    found = plan if isinstance(plan, list) else []
    return str(plan), float(found[0]["Execution Time"]) if found else 0.0


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["amina", "celine", "daudi", "esther"])
def test_a_page_of_a_hundred_is_one_quick_plan_without_sub_plans(world: World, many: None, name: str) -> None:
    permitted = Claim.objects.permitted(world.people[name]).order_by("id")
    plan, milliseconds = plan_of(permitted[:100])
    assert not [word for word in NESTED if word in plan], plan
    assert milliseconds < PAGE_MILLISECONDS
    middle = permitted.filter(id__gt="80000000-0000-4000-8000-000000000000")[:100]
    plan, milliseconds = plan_of(middle)
    assert not [word for word in NESTED if word in plan], plan
    assert milliseconds < PAGE_MILLISECONDS
