"""Executes the declared cells person × verb × row and tells which do not hold."""

from typing import Any

from django.apps import apps
from django.db.models import Model

from access.policy import permits, policy_of
from access.querysets import can
from access.reach import reach_of

from .expected_models import MODELS
from .expected_rows import ROWS, Line
from .world import World

OUR_APPS = ("access", "accounts", "sites", "claims", "imports", "workshops", "workbook", "mapping", "reports", "config")
TABLE: dict[str, dict[str, Line]] = {**ROWS, **MODELS}
"""Every model of the house, by label."""


def forget(world: World) -> None:
    """Let every person's reach be read anew."""
    for person in world.people.values():
        if person is not None:
            person.__dict__.pop("_reach_of_this_request", None)


def failing_rows(world: World, label: str, verb: str, *, also_can: bool = True) -> tuple[int, list[str]]:
    """Cells executed for `verb` on the model `label`, and the failing ones in words."""
    model: Any = apps.get_model(label)
    planted = world.rows[label]
    failures: list[str] = []
    forget(world)
    for name, person in world.people.items():
        clauses = TABLE[label][verb].get(name, ())
        expected = {key for key, traits in planted.items() if any(traits.meets(clause) for clause in clauses)}
        rows = model._default_manager.filter(permits(reach_of(person), verb, model))
        got = set(rows.filter(pk__in=planted).order_by().values_list("pk", flat=True))
        failures += [f"{name} may {verb} {label} {planted[key]}" for key in got - expected]
        failures += [f"{name} may not {verb} {label} {planted[key]}" for key in expected - got]
        for key in [*sorted(expected)[:2], *sorted(set(planted) - expected)[:2]] if also_can else ():
            if can(person, verb, model(pk=key)) != (key in expected):
                failures.append(f"can({name}, {verb}) disagrees with the list for {planted[key]}")
    return len(planted) * len(world.people), failures


def our_models() -> list[type[Model]]:
    """Every model of the house, histories included."""
    return [model for model in apps.get_models() if model._meta.app_label in OUR_APPS]


def undeclared_models() -> list[str]:
    """Models of the house without a policy or without a line in the table."""
    found = [model._meta.label for model in our_models() if model._meta.label not in TABLE]
    for model in our_models():
        try:
            policy_of(model)
        except LookupError:
            found.append(f"{model._meta.label} (no policy)")
    return found


def undeclared_verbs() -> list[str]:
    """Verbs of policies that have no line in the table, and lines whose verb no policy has."""
    found = []
    for label, table in TABLE.items():
        verbs = set(policy_of(apps.get_model(label)).verbs())
        found += [f"{label}.{verb}" for verb in sorted(verbs ^ set(table))]
    return found
