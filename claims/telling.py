"""What the claims about a place tell together, in words: actors, their categories, sources, and the highest class."""

from typing import Any

from django.db.models import QuerySet

from access.reach import Audience, Reach
from lib.compiled import Sql, compiled
from sites.codes import Sensitivity

from .disclosed import disclosed

TOLD_AUDIENCES = (Audience.ANALYST, Audience.SECRETARIAT)
"""For whom the words are kept beside the states: those who take files along."""

HIGHEST = f"""CASE WHEN bool_or(sensitivity = '{Sensitivity.SEVERE}') THEN '{Sensitivity.SEVERE}'
    WHEN bool_or(sensitivity = '{Sensitivity.HIGH}') THEN '{Sensitivity.HIGH}' ELSE '' END"""


def telling(involvements: QuerySet[Any], claims: QuerySet[Any], reach: Reach) -> Sql:
    """Common tables `a` (place_id, actors, categories) and `o` (place_id, sources, highest) of the given rows.

    The rows are those which `reach` reads; their values are disclosed to it.
    """
    acting = disclosed(involvements.order_by(), reach, "actor", "actor_category").query
    sourced = disclosed(claims.order_by(), reach, "source", "licence").query
    acted, acted_parameters = compiled(acting.values_list("place_id", "d_actor", "d_actor_category"))
    said, said_parameters = compiled(sourced.values_list("place_id", "d_source", "d_licence", "sensitivity"))
    return (
        f"""acting (place_id, actor, category) AS ({acted}),
    a AS (SELECT place_id, string_agg(DISTINCT actor, '; ') AS actors, string_agg(DISTINCT category, ' ') AS categories
        FROM acting GROUP BY place_id),
    sourced (place_id, source, licence, sensitivity) AS ({said}),
    o AS (SELECT place_id, {HIGHEST} AS highest,
            string_agg(DISTINCT concat_ws(', ', nullif(source, ''), nullif(licence, '')), '; ') AS sources
        FROM sourced GROUP BY place_id)""",
        (*acted_parameters, *said_parameters),
    )
