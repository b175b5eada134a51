"""The places of a view as one statement: what is known of each, as the reader may know it."""

from datetime import date

from access.policy import permits
from access.reach import Reach
from claims.codes import CHECKED
from claims.disclosed import disclosed
from claims.models import Claim, Involvement, PlaceState, StateChange
from lib.compiled import Sql, compiled
from mapping.matching import View, matching_places
from sites.models import Place

COLUMNS = (
    ("code", "p.code"),
    ("name", "{text:p.name}"),
    ("kind", "p.kind"),
    ("province", "s.province"),
    ("territoire", "{text:s.territoire_name}"),
    ("longitude", "round(s.lon / 100000.0, 5)"),
    ("latitude", "round(s.lat / 100000.0, 5)"),
    ("location_precision", "p.location_precision"),
    ("armed_presence", "coalesce(c.presence, 'NO_DATA')"),
    ("contradicted", "coalesce(c.contradicted, false)"),
    ("situation_on", "%(on)s::date"),
    ("last_information_on", "t.last_on"),
    ("informations", "coalesce(t.claims, 0)"),
    ("independent_sources", "coalesce(t.sources, 0)"),
    ("minerals", "array_to_string(t.minerals, ' ')"),
    ("workers", "t.workers"),
    ("activity", "coalesce(t.activity, 'UNKNOWN')"),
    ("qualification", "coalesce(t.qualification, '')"),
    ("qualified_on", "t.qualified_on"),
    ("actors", "{text:a.actors}"),
    ("actor_categories", "coalesce(a.categories, '')"),
    ("sources", "{text:o.sources}"),
)
"""Name and expression; a text cell is guarded where spreadsheets would take it for a formula."""


def place_names() -> tuple[str, ...]:
    """Names of the columns, in their order."""
    return tuple(name for name, _ in COLUMNS)


def place_rows(reach: Reach, view: View, today: date, *, guarded: bool) -> Sql:
    """One row a place of `view`, by code; `guarded` puts an apostrophe before cells that begin like formulas."""
    on = min(view.on or today, today)
    chosen = matching_places(reach, view, today).filter(permits(reach, "export", Place))
    places, places_parameters = compiled(
        chosen.order_by().values_list("id", "code", "number", "name", "kind", "location_precision")
    )
    presence, presence_parameters = _presence(reach, on, today)
    acting, acting_parameters = _acting(reach)
    sourced, sourced_parameters = _sourced(reach)
    columns = ", ".join(f"{_cell(expression, guarded)} AS {name}" for name, expression in COLUMNS)
    day = columns.split("%(on)s")
    statement = f"""WITH p (id, code, number, name, kind, location_precision) AS ({places}),
    c (place_id, presence, contradicted) AS ({presence}),
    acting (place_id, actor, category) AS ({acting}),
    a AS (SELECT place_id, string_agg(DISTINCT actor, '; ') AS actors, string_agg(DISTINCT category, ' ') AS categories
        FROM acting GROUP BY place_id),
    sourced (place_id, source, licence) AS ({sourced}),
    o AS (SELECT place_id,
            string_agg(DISTINCT concat_ws(', ', nullif(source, ''), nullif(licence, '')), '; ') AS sources
        FROM sourced GROUP BY place_id)
    SELECT {"%s".join(day)}
    FROM p LEFT JOIN mapping_shown s ON s.place_id = p.id LEFT JOIN c ON c.place_id = p.id
        LEFT JOIN {PlaceState._meta.db_table} t ON t.place_id = p.id AND t.audience = %s
        LEFT JOIN a ON a.place_id = p.id LEFT JOIN o ON o.place_id = p.id
    ORDER BY p.number"""
    parameters = (*places_parameters, *presence_parameters, *acting_parameters, *sourced_parameters)
    return statement, (*parameters, on, reach.audience)


def _cell(expression: str, guarded: bool) -> str:
    if not expression.startswith("{text:"):
        return expression
    text = f"coalesce({expression[6:-1]}, '')"
    return f"CASE WHEN {text} ~ '^[=+@\\t\\r-]' THEN '''' || {text} ELSE {text} END" if guarded else text


def _presence(reach: Reach, on: date, today: date) -> Sql:
    if on >= today:
        states = PlaceState.objects.filter(audience=reach.audience)
        return compiled(states.order_by().values_list("place_id", "presence", "contradicted"))
    changes = StateChange.objects.filter(audience=reach.audience, since__lte=on).order_by("place_id", "-since")
    return compiled(changes.distinct("place_id").values_list("place_id", "presence", "contradicted"))


def _acting(reach: Reach) -> Sql:
    rows = Involvement.objects.permitted_to(reach).filter(place__isnull=False, review_status__in=CHECKED).order_by()
    told = disclosed(rows, reach, "actor", "actor_category")
    return compiled(told.query.values_list("place_id", "d_actor", "d_actor_category"))


def _sourced(reach: Reach) -> Sql:
    rows = Claim.objects.permitted_to(reach).filter(place__isnull=False, review_status__in=CHECKED).order_by()
    told = disclosed(rows, reach, "source", "licence")
    return compiled(told.query.values_list("place_id", "d_source", "d_licence"))


def highest_class(reach: Reach, view: View, today: date) -> str:
    """The class that the file is stamped with: of its places and of the claims that their states rest on."""
    places = matching_places(reach, view, today).filter(permits(reach, "export", Place)).order_by()
    for sensitivity in ("SEVERE", "HIGH"):
        counted = Claim.objects.permitted_to(reach).filter(review_status__in=CHECKED, sensitivity=sensitivity)
        if places.filter(sensitivity=sensitivity).exists() or counted.filter(place__in=places.values("pk")).exists():
            return {"SEVERE": "C3", "HIGH": "C2"}[sensitivity]
    return "C1"
