"""How many fields of a claim a reader is not given: said from the field table, whatever the row itself holds."""

from uuid import UUID

from access.reach import Audience, Reach
from sites.codes import Sensitivity

from ..codes import ClaimKind
from .columns import columns_of, kept_open, kept_own

FIELDS: dict[ClaimKind, tuple[tuple[str, ...], ...]] = {
    ClaimKind.OBSERVATION: (
        ("armed_presence",),
        ("activity_status",),
        ("workers_low", "workers_high"),
        ("mercury",),
        ("women",),
        ("children",),
        ("displaced",),
    ),
    ClaimKind.INVOLVEMENT: (
        ("actor", "actor_id", "actor_category"),
        ("chain_role",),
        ("frequency",),
        ("modes", "mode_families"),
        ("levy_base", "levy_low", "levy_high", "levy_unit", "levy_per", "levy_magnitude"),
    ),
    ClaimKind.LEG: (("to",), ("mineral",), ("via",), ("volume_low", "volume_high", "volume_magnitude")),
    ClaimKind.BENEFIT: (("beneficiary",), ("beneficiary_type",), ("link",), ("unspecified_reason",)),
    ClaimKind.SITUATION: (
        ("actor", "actor_id", "actor_category"),
        ("strength_low", "strength_high", "strength_magnitude"),
        ("allies",),
        ("rivals",),
    ),
}
"""What is asked of each kind, as people count it: a field with the columns in which it is told, finely or coarsely.

Sourcing, groups, raw words and what belongs to the review are not asked of the place and are not counted.
"""


def reserved_fields(kind: str, reach: Reach, *, key: UUID, open_data: bool, own_room: bool = False) -> int:
    """Return how many fields of a claim of `kind` the table gives `reach` in no form.

    It follows from the kind, the audience and whether the row is open data or of the reader's own room, all of which
    the reader knows, and from the grant that the reader holds; never from what the row says.
    """
    own = ClaimKind(kind)
    told = set(columns_of(own, reach))
    if not own_room:
        told -= kept_own(own, reach) if open_data else kept_own(own, reach) | kept_open(own, reach)
    if reach.audience == Audience.ANALYST and key not in reach.granted_at(Sensitivity.SEVERE):
        told.discard("beneficiary")
    return sum(not told.intersection(names) for names in FIELDS.get(own, ()))
