"""Executes the declared cells person × verb × row and tells which do not hold."""

from django.apps import apps

from access.policy import policy_of
from access.querysets import can
from access.reach import reach_of

from .expected_rows import ROWS
from .world import World


def forget(world: World) -> None:
    """Let every person's reach be read anew."""
    for person in world.people.values():
        if person is not None:
            person.__dict__.pop("_reach_of_this_request", None)


def failing_rows(world: World, label: str, verb: str) -> tuple[int, list[str]]:
    """Cells executed for `verb` on the model `label`, and the failing ones in words."""
    model = apps.get_model(label)
    planted = world.rows[label]
    failures: list[str] = []
    forget(world)
    for name, person in world.people.items():
        clauses = ROWS[label][verb].get(name, ())
        expected = {key for key, traits in planted.items() if any(traits.meets(clause) for clause in clauses)}
        rows = model._default_manager.permitted_to(reach_of(person), verb)  # type: ignore[attr-defined]
        got = set(rows.filter(pk__in=planted).values_list("pk", flat=True))
        failures += [f"{name} may {verb} {label} {planted[key]}" for key in got - expected]
        failures += [f"{name} may not {verb} {label} {planted[key]}" for key in expected - got]
        for key in [*sorted(expected)[:2], *sorted(set(planted) - expected)[:2]]:
            if can(person, verb, model(pk=key)) != (key in expected):
                failures.append(f"can({name}, {verb}) disagrees with the list for {planted[key]}")
    return len(planted) * len(world.people), failures


def undeclared_verbs() -> list[str]:
    """Verbs of policies whose model stands in the table and that have no line there."""
    return [
        f"{label}.{verb}"
        for label, table in ROWS.items()
        for verb in policy_of(apps.get_model(label)).verbs()
        if verb not in table
    ]
