"""The visits of a view in the 71 columns of IPIS' open data: rows that came so are given back as they were."""

from datetime import date

from access.policy import permits
from access.reach import Reach
from claims.codes import CHECKED
from claims.disclosed import disclosed
from claims.models import Observation
from imports.models import ImportedRow
from lib.compiled import Sql, compiled
from mapping.matching import View, matching_places
from sites.models import Place

HEAD = [
    "FID",
    "vid",
    "cid",
    "id",
    "source",
    "project",
    "pcode",
    "name",
    "visit_date",
    "visit_onsite",
    "visit_onsite_novisitreason",
    "geom",
    "longitude",
    "latitude",
    "location_origin",
    "province",
    "province_old",
    "territoire",
    "collectivite",
    "groupement",
    "village",
    "workers_numb",
    "access_dry",
    "access_wet",
    "is_3t_mine",
    "is_gold_mine",
]
FLAGS = [
    "taxation",
    "commerce_taxation",
    "entrance_taxation",
    "monopoly",
    "buying_minerals",
    "digging",
    "forced_labour",
    "pillaging",
]
TAIL = [
    "state_service1",
    "state_service2",
    "state_service3",
    "state_service4",
    "itsci",
    "traceability",
    "qualification",
    "childunder15",
    "childunder15work",
    "women",
    "womenwork",
]


def layout() -> tuple[str, ...]:
    """The columns in their order."""
    minerals = [
        f"{name}{number}"
        for number in (1, 2, 3)
        for name in ("mineral", "selling_points_mineral", "final_destination_mineral")
    ]
    groups = [
        f"{name}_armed_group{number}" if name else f"armed_group{number}"
        for number in (1, 2)
        for name in ("", "type", "frequency", *FLAGS)
    ]
    return (*HEAD, *minerals, "mercury", "presence", "interference", *groups, *TAIL)


SAID_HERE = {
    "vid": "v.id::text",
    "source": "v.source",
    "pcode": "p.code",
    "name": "p.name",
    "visit_date": "v.stated_on::text",
    "visit_onsite": "CASE v.basis WHEN 'SEEN' THEN '1' ELSE '0' END",
    "longitude": "round(s.lon / 100000.0, 5)::text",
    "latitude": "round(s.lat / 100000.0, 5)::text",
    "location_origin": "p.location_precision",
    "province": "p.declared_province",
    "territoire": "p.declared_territoire",
    "collectivite": "p.declared_collectivite",
    "groupement": "p.declared_groupement",
    "village": "p.declared_village",
    "workers_numb": "v.workers_high::text",
    "mineral1": "v.minerals[1]",
    "mineral2": "v.minerals[2]",
    "mineral3": "v.minerals[3]",
    "presence": "CASE WHEN v.presence LIKE 'PRESENT%%' THEN '1' WHEN v.presence = 'ABSENT' THEN '0' END",
    "interference": "CASE v.presence WHEN 'PRESENT_INT' THEN '1' WHEN 'PRESENT_NO_INT' THEN '0' END",
}
"""Columns that a statement made elsewhere fills; it leaves the others empty, which is not a "no"."""

PLACE = (
    "id",
    "code",
    "name",
    "location_precision",
    "declared_province",
    "declared_territoire",
    "declared_collectivite",
    "declared_groupement",
    "declared_village",
)
VISIT = ("id", "source", "stated_on", "basis", "workers_high", "minerals", "armed_presence")


def ipis_rows(reach: Reach, view: View, today: date) -> Sql:
    """One row a released or verified observation of the places of `view`; cells never begin like a formula."""
    places = matching_places(reach, view, today).filter(permits(reach, "export", Place)).order_by()
    listed, listed_parameters = compiled(places.values_list(*PLACE))
    visits = Observation.objects.permitted_to(reach).filter(place__isnull=False, review_status__in=CHECKED)
    told = disclosed(visits.order_by(), reach, *VISIT)
    seen, seen_parameters = compiled(told.query.values_list("place_id", "entry_id", *(f"d_{name}" for name in VISIT)))
    said = ", ".join(f"{_guard(_cell(name))} AS {_quote(name)}" for name in layout())
    columns = ", ".join(("place_id", "entry_id", *VISIT[:-1], "presence"))
    return (
        f"""WITH p ({", ".join(PLACE)}) AS ({listed}), v ({columns}) AS ({seen})
    SELECT {said}
    FROM v JOIN p ON p.id = v.place_id LEFT JOIN mapping_shown s ON s.place_id = p.id
        LEFT JOIN {ImportedRow._meta.db_table} i ON i.place_id = p.id AND v.entry_id = ANY(i.entries)
            AND i.replaced_by_id IS NULL
    ORDER BY p.code, v.stated_on, v.id""",
        (*listed_parameters, *seen_parameters),
    )


def _cell(name: str) -> str:
    return f"CASE WHEN i.id IS NULL THEN {SAID_HERE.get(name, 'NULL')} ELSE i.raw ->> '{name}' END"


def _guard(text: str) -> str:
    return f"regexp_replace({text}, '^(?=[=+@\\t\\r]|-[^0-9])', '''')"


def _quote(name: str) -> str:
    return f'"{name}"'
