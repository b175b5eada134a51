"""What of the registers reaches an audience: columns of places, actors and areas on their way out."""

from access.reach import Audience, Reach

PLACE = ("name", "kind", "aliases", "location_precision", "provinces", "province_declared", "province_located") + (
    "declared_province",
    "declared_territoire",
    "declared_collectivite",
    "declared_groupement",
    "declared_village",
)
PLACE_FOR_ANALYSTS = ("external_ids", "sensitivity")
PLACE_FOR_SECRETARIAT = ("settled_province", "status")
ACTOR = ("id", "name", "acronym", "aliases", "category", "active_from", "active_until")
AREA = ("pcode", "level", "name", "source")


def place_columns(reach: Reach) -> tuple[str, ...]:
    """Columns of a place besides its code and its geometry, which every reader gets."""
    told: tuple[str, ...] = PLACE
    if reach.audience in (Audience.ANALYST, Audience.SECRETARIAT):
        told += PLACE_FOR_ANALYSTS
    if reach.audience == Audience.SECRETARIAT:
        told += PLACE_FOR_SECRETARIAT
    return told
