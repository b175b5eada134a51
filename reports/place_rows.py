"""The places of a view as one statement: what is known of each, as the reader may know it."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from access.policy import permits
from access.reach import Reach
from claims.codes import CHECKED, TAKES_BACK
from claims.models import Claim, Involvement, PlaceState, StateChange
from claims.telling import TOLD_AUDIENCES, telling
from lib.compiled import Sql, compiled
from mapping.keeping import is_shared
from mapping.matching import View, matching_places
from sites.models import Place

FORMULA = "ARRAY['=', '+', '-', '@', chr(9), chr(13)]"
"""With what a cell begins that spreadsheets take for a formula."""
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

KEPT = {"a.actors": "t.told_actors", "a.categories": "t.told_categories", "o.sources": "t.told_sources"}
"""Where words stand that are kept beside the state."""


def place_names() -> tuple[str, ...]:
    """Names of the columns, in their order."""
    return tuple(name for name, _ in COLUMNS)


def place_rows(reach: Reach, view: View, today: date, *, guarded: bool, verb: str = "export") -> Sql:
    """One row a place of `view`, by code; `guarded` puts an apostrophe before cells that begin like formulas.

    `verb` says what the rows are for: files of data are for fewer persons than papers, which say what the screen shows.
    """
    on = min(view.on or today, today)
    chosen = matching_places(reach, view, today).filter(permits(reach, verb, Place))
    places = compiled(chosen.order_by().values_list("id", "code", "number", "name", "kind", "location_precision"))
    tables = [_table("p (id, code, number, name, kind, location_precision)", places)]
    if on < today:
        tables.append(_table("c (place_id, presence, contradicted)", _presence(reach, on)))
    if not (kept := words_are_kept(reach)):
        tables.append(_words(reach))
    statement = f"""WITH {", ".join(table for table, _ in tables)}
    SELECT {_columns(on < today, kept, guarded)}
    FROM p LEFT JOIN mapping_shown s ON s.place_id = p.id
        LEFT JOIN {PlaceState._meta.db_table} t ON t.place_id = p.id AND t.audience = %s
        {"LEFT JOIN c ON c.place_id = p.id" if on < today else ""}
        {"" if kept else "LEFT JOIN a ON a.place_id = p.id LEFT JOIN o ON o.place_id = p.id"}
    ORDER BY p.number"""
    return statement, (*(value for _, values in tables for value in values), on, reach.audience)


def words_are_kept(reach: Reach) -> bool:
    """Whether actors and sources stand beside the states as `reach` may know them.

    Not for whoever reads more than its audience, by an own workshop or a grant, and not while a place waits for its
    words because an actor or a source has changed; then they are put together from the claims.
    """
    states = PlaceState.objects.filter(audience=reach.audience)
    return reach.audience in TOLD_AUDIENCES and is_shared(reach) and not states.filter(told=False).exists()


def _table(head: str, sql: Sql) -> Sql:
    return f"{head} AS ({sql[0]})", sql[1]


def _words(reach: Reach) -> Sql:
    counted = Q(place__isnull=False, review_status__in=CHECKED) & ~Q(since_last_round__in=TAKES_BACK)
    involvements = Involvement.objects.permitted_to(reach).filter(counted)
    return telling(involvements, Claim.objects.permitted_to(reach).filter(counted), reach)


def _columns(earlier: bool, kept: bool, guarded: bool) -> str:
    """The columns, each from where it is found: what is drawn today and what is kept stand in the state itself."""
    listed = ", ".join(f"{_cell(expression, guarded)} AS {name}" for name, expression in COLUMNS)
    if not earlier:
        listed = listed.replace("c.", "t.")
    for name, column in KEPT.items() if kept else ():
        listed = listed.replace(name, column)
    before, after = listed.split("%(on)s")
    return f"{before}%s{after}"


def _cell(expression: str, guarded: bool) -> str:
    if not expression.startswith("{text:"):
        return expression
    text = f"coalesce({expression[6:-1]}, '')"
    return f"CASE WHEN left({text}, 1) = ANY ({FORMULA}) THEN '''' || {text} ELSE {text} END" if guarded else text


def _presence(reach: Reach, on: date) -> Sql:
    changes = StateChange.objects.filter(audience=reach.audience, since__lte=on).order_by("place_id", "-since")
    return compiled(changes.distinct("place_id").values_list("place_id", "presence", "contradicted"))


def highest_class(reach: Reach, view: View, today: date, verb: str = "export") -> str:
    """The class that the file is stamped with: of its places and of the claims that their states rest on."""
    places = matching_places(reach, view, today).filter(permits(reach, verb, Place)).order_by()
    kept = words_are_kept(reach)
    states = PlaceState.objects.filter(audience=reach.audience)
    for sensitivity in ("SEVERE", "HIGH"):
        claims = Claim.objects.permitted_to(reach).filter(review_status__in=CHECKED, sensitivity=sensitivity)
        counted: QuerySet[Any] = states.filter(told_class=sensitivity) if kept else claims
        if places.filter(sensitivity=sensitivity).exists() or counted.filter(place__in=places.values("pk")).exists():
            return {"SEVERE": "C3", "HIGH": "C2"}[sensitivity]
    return "C1"
