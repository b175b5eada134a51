"""Columns of the layout: which must be there, which are understood, and groups of columns that repeat."""

from collections.abc import Sequence
from dataclasses import dataclass

COMPULSORY = (
    "vid",
    "pcode",
    "name",
    "source",
    "project",
    "visit_date",
    "visit_onsite",
    "longitude",
    "latitude",
    "province",
    "territoire",
    "mineral1",
    "presence",
    "interference",
)
SINGLE = (
    *COMPULSORY,
    "visit_onsite_novisitreason",
    "location_origin",
    "collectivite",
    "groupement",
    "village",
    "workers_numb",
    "mercury",
    "itsci",
    "traceability",
    "qualification",
    "childunder15",
    "women",
)
KEPT_RAW = (
    "cid",
    "id",
    "province_old",
    "access_dry",
    "access_wet",
    "is_3t_mine",
    "is_gold_mine",
    "childunder15work",
    "womenwork",
)
"""Columns without a home: they stay in the imported row and count as content."""

NOT_CONTENT = ("FID", "geom")
"""A key made per download, and the position in other words."""

MODE_OF_FLAG = {
    "taxation": "TAX_MINERAL",
    "commerce_taxation": "TAX_COMMERCE",
    "entrance_taxation": "TAX_ENTRY",
    "monopoly": "MONOPOLY",
    "buying_minerals": "BUYING",
    "digging": "DIGGING",
    "forced_labour": "FORCED_LABOUR",
    "pillaging": "PILLAGE",
}
PER_MINERAL = ("mineral{}", "selling_points_mineral{}", "final_destination_mineral{}")
PER_ACTOR = (
    "armed_group{}",
    "type_armed_group{}",
    "frequency_armed_group{}",
    *(f"{flag}_armed_group{{}}" for flag in MODE_OF_FLAG),
)
YES_NO = ("visit_onsite", "presence", "interference", "mercury", "childunder15", "women")
LENGTHS = {
    "name": 200,
    "source": 90,
    "project": 90,
    "province": 120,
    "territoire": 120,
    "collectivite": 120,
    "groupement": 120,
    "village": 120,
}


@dataclass(frozen=True)
class Columns:
    """The understood columns of one file, and how often its groups repeat."""

    minerals: tuple[int, ...]
    actors: tuple[int, ...]
    services: tuple[str, ...]
    present: frozenset[str]

    @property
    def known(self) -> tuple[str, ...]:
        """Every column that means something, in a fixed order; those that a file lacks are read as empty."""
        grouped = [template.format(n) for n in self.minerals for template in PER_MINERAL]
        grouped += [template.format(n) for n in self.actors for template in PER_ACTOR]
        return tuple(dict.fromkeys((*SINGLE, *KEPT_RAW, *grouped, *self.services)))

    @property
    def flags(self) -> tuple[str, ...]:
        """Cells that say 1, 0 or nothing."""
        return (*YES_NO, *(f"{flag}_armed_group{n}" for n in self.actors for flag in MODE_OF_FLAG))


def columns_of(header: Sequence[str]) -> Columns:
    """Return what is understood of `header`, in any order: further minerals, armed groups and services too."""
    return Columns(
        minerals=tuple(n for n in range(1, 10) if n <= 3 or f"mineral{n}" in header),
        actors=tuple(n for n in range(1, 10) if n <= 2 or f"armed_group{n}" in header),
        present=frozenset(header),
        services=tuple(f"state_service{n}" for n in range(1, 10) if n <= 4 or f"state_service{n}" in header),
    )
