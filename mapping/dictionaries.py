"""What the figures in the layers stand for: closed lists, and lists of rows that the reader may see."""

from typing import Any

from django.db import connection
from django.utils.translation import gettext as _

from access.reach import Reach
from claims.codes import TAKES_BACK, ClaimKind
from claims.disclosed import columns_of
from claims.models import Involvement
from sites.codes import ABROAD, UNKNOWN_PROVINCE
from sites.models import Actor, Area
from workshops.disclosed import told_rounds
from workshops.models import Workshop

from .filters import CATALOGUE, Filter, closed_list, filters_of, is_told, layer_column
from .placing import base_spots, map_places, spots

Dictionary = list[tuple[str, str]]

TERRITOIRES = """shown AS MATERIALIZED (
    SELECT spot.at, s.* FROM spot JOIN mapping_shown s ON s.place_id = spot.id WHERE {condition}),
territoire AS (
    SELECT territoire AS key, min(territoire_name) AS name, min(territoire_province) AS province
    FROM shown WHERE territoire IS NOT NULL GROUP BY territoire)"""
"""Where some rows of `spot` lie, and their territoires, whose order is by province, name and key."""


def dictionary_of(one: Filter, reach: Reach) -> Dictionary:
    """Return code and label of every value that rows of `reach` can have, in the order of their figures."""
    if one.register:
        return REGISTERS[one.register](reach)
    return closed_list(one, reach)


def catalogue_for(reach: Reach) -> list[dict[str, Any]]:
    """Return the catalogue as the browser reads it."""
    return [
        {
            "key": one.key,
            "kind": one.kind,
            "column": layer_column(one),
            "type": one.shape,
            "label": str(one.label),
            "first": one.first,
            "options": options_of(one, reach),
        }
        for one in filters_of(reach)
    ]


def options_of(one: Filter, reach: Reach) -> list[dict[str, Any]]:
    """Return the values of a filter that exist for `reach`."""
    if not one.column:
        return []
    pairs = enumerate(dictionary_of(one, reach))
    return [{"value": n, "code": code, "label": label} for n, (code, label) in pairs if is_told(code, reach)]


def provinces(reach: Reach) -> Dictionary:
    """All provinces, whoever asks: which of them have places is not told by the list."""
    names = list(Area.objects.filter(level=1).order_by("pcode").values_list("pcode", "name"))
    return [*names, (ABROAD, _("Abroad")), (UNKNOWN_PROVINCE, _("Province not known"))]


def territoires(reach: Reach) -> Dictionary:
    """Those of the base layer in its order, then those that only places above C1 have."""
    return [(key, name) for key, name, _province in (*_territoires(reach, True), *_territoires(reach, False))]


def _territoires(reach: Reach, based: bool) -> list[tuple[str, str, str]]:
    rows, parameters = base_spots(reach) if based else spots(reach)
    statement = f"WITH {rows}, {TERRITOIRES.format(condition='true')} SELECT * FROM territoire"
    if not based:
        known, own = base_spots(reach)
        inner = f"WITH {known}, {TERRITOIRES.format(condition='true')} SELECT key FROM territoire"
        statement, parameters = f"{statement} WHERE key NOT IN ({inner})", (*parameters, *own)
    with connection.cursor() as cursor:
        cursor.execute(f"{statement} ORDER BY province, name, key", parameters)
        return [(str(key), str(name), str(province)) for key, name, province in cursor.fetchall()]


def actors(reach: Reach) -> Dictionary:
    """Actors that claims on the reader's map name to that reader."""
    column = columns_of(ClaimKind.INVOLVEMENT, reach).get("actor_id")
    if column is None:
        return []
    saying = Involvement.objects.permitted_to(reach).exclude(since_last_round__in=TAKES_BACK)
    named = saying.filter(place__in=map_places(reach)).annotate(told=column)
    rows = Actor.objects.filter(pk__in=named.order_by().values("told")).order_by("name", "id")
    return [(str(key), acronym or name) for key, name, acronym in rows.values_list("id", "name", "acronym")]


def rounds(reach: Reach) -> Dictionary:
    """Rounds that the reader is told of, latest first."""
    return [(str(key), title) for key, title in told_rounds(reach)]


def workshops(reach: Reach) -> Dictionary:
    """Workshops that the reader is told of by name, latest first."""
    return [(str(key), name) for key, name in Workshop.objects.permitted_to(reach).values_list("id", "name")]


REGISTERS = {"province": provinces, "territoire": territoires, "actor": actors, "round": rounds, "workshop": workshops}
assert {one.register for one in CATALOGUE} - {""} == set(REGISTERS)
