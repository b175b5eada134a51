"""Which places stand on a reader's map, in which order, and which of them belong to the layer that is kept."""

from dataclasses import replace

from django.db.models import BooleanField, Case, QuerySet, Value, When

from access.policy import permits
from access.reach import Reach
from lib.compiled import Sql, compiled
from sites.codes import C1, PlaceStatus
from sites.models import Place

SPOT = ("id", "number", "code", "name", "kind", "aliases", "based")
DRAWN_IN_ORDER = """spot AS (
    SELECT id, number, code, name, kind, aliases, based,
        (row_number() OVER (ORDER BY based DESC, number) - 1)::integer AS at
    FROM ({places}) AS permitted (id, number, code, name, kind, aliases, based))"""
"""Base rows first, then those above C1, each by number: the order tells nothing."""


def shared_reach(reach: Reach) -> Reach:
    """Return what everybody of the same audience and provinces reaches: no own workshop, no grant, no institution."""
    return replace(reach, person=None, workshops=(), granted=(), institution=None, administers=False)


def map_places(reach: Reach) -> "QuerySet[Place]":
    """Return the accepted places that `reach` may see."""
    return Place.objects.permitted_to(reach).filter(status=PlaceStatus.ACCEPTED, number__isnull=False).order_by()


def base_places(reach: Reach) -> "QuerySet[Place]":
    """Return those of the base layer: class C1, and the same for everybody of that audience and those provinces."""
    return map_places(shared_reach(reach)).filter(sensitivity__in=C1)


def spots(reach: Reach) -> Sql:
    """Return the common table `spot`: each place of the map with its row, from 0."""
    in_base = permits(shared_reach(reach), "view", Place)
    based = Case(When(in_base, sensitivity__in=C1, then=Value(True)), default=Value(False), output_field=BooleanField())
    rows = map_places(reach).annotate(based=based)
    statement, parameters = compiled(rows.values_list(*SPOT))
    return DRAWN_IN_ORDER.format(places=statement), parameters


def base_spots(reach: Reach) -> Sql:
    """Return the common table `spot` of the base layer alone."""
    rows = base_places(reach).annotate(based=Value(True))
    statement, parameters = compiled(rows.values_list(*SPOT))
    return DRAWN_IN_ORDER.format(places=statement), parameters
