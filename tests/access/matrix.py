"""The whole table of access: executed on a scratch database, and written as a document."""

from collections.abc import Callable, Iterator

from django.db import transaction

from workshops.models import Workshop

from .channels import gaps, leaks
from .expected_routes import ROUTES
from .fields import failing_fields, undeclared_fields
from .interference import compared
from .planted_claims import plant_both
from .planting import plant_others
from .routes import failing_routes, undeclared_routes
from .routes_world import make_routes_world
from .rows import TABLE, failing_rows, undeclared_models, undeclared_verbs
from .told_workshops import failing_tellings, plant_workshop
from .world import make_world

Part = tuple[str, int, list[str]]


def execute() -> Iterator[Part]:
    """Every declared cell, part by part: the name of the part, the cells executed and the failing ones in words."""
    undeclared = [*undeclared_models(), *undeclared_verbs(), *undeclared_routes(), *undeclared_fields()]
    yield "undeclared", 0, [f"undeclared: {name}" for name in undeclared]
    yield from _undone(_rows_and_fields)
    yield from _undone(_routes)
    with compared() as found:
        yield "persons × values × addresses: nothing leaks", *leaks(found.seen)
        yield "persons × values × channels: nothing is missing", *gaps(found.seen)
        for rows, (executed, differing) in found.told.items():
            yield f"answers unchanged by {rows}", executed, differing


def _undone(part: Callable[[], Iterator[Part]]) -> list[Part]:
    """What a part found; all that it wrote is undone."""
    with transaction.atomic():
        found = list(part())
        transaction.set_rollback(True)
    return found


def _rows_and_fields() -> Iterator[Part]:
    world = make_world()
    plant_others(world)
    cells = [failing_rows(world, label, verb) for label, table in TABLE.items() for verb in table]
    yield "persons × models × verbs × rows", *_summed(cells)
    claims = plant_both()
    yield "audiences × fields of claims", *_summed([failing_fields(kinds, bool(n)) for n, kinds in enumerate(claims)])
    own = [key for key, traits in world.rows["workshops.Workshop"].items() if traits.workshop]
    shown = Workshop.objects.filter(state="RELEASED", provinces=["CD74"]).exclude(pk__in=own)[0]
    yield "audiences × what is told of workshops", *failing_tellings(plant_workshop(shown))


def _routes() -> Iterator[Part]:
    world = make_routes_world()
    cells = [failing_routes(world, route, target) for route, target in ROUTES]
    yield "persons × routes × methods", *_summed(cells)


def _summed(cells: list[tuple[int, list[str]]]) -> tuple[int, list[str]]:
    return sum(executed for executed, _ in cells), [words for _, failures in cells for words in failures]
