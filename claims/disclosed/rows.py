"""Permitted claims as the reader may know them: rows of plain values, keys without a value for the reader left out."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from access.reach import Reach
from lib.compiled import Sql, compiled

from ..codes import ClaimKind
from ..models import ActorSituation, Benefit, ChainLeg, Claim, Incident, Involvement, Observation, Qualification
from .columns import columns_of, kept_open, kept_own

MODEL_OF_KIND: dict[ClaimKind, type[Claim]] = {
    ClaimKind.OBSERVATION: Observation,
    ClaimKind.INVOLVEMENT: Involvement,
    ClaimKind.LEG: ChainLeg,
    ClaimKind.BENEFIT: Benefit,
    ClaimKind.SITUATION: ActorSituation,
    ClaimKind.QUALIFICATION: Qualification,
    ClaimKind.INCIDENT: Incident,
}
KIND_OF_MODEL = {model: kind for kind, model in MODEL_OF_KIND.items()}
PREFIX = "d_"


@dataclass(frozen=True)
class DisclosedRows:
    """A query that selects disclosed values alone; iterate it for dictionaries, or take its SQL for bytes."""

    query: QuerySet[Any, Any]
    names: tuple[str, ...]
    open_only: frozenset[str]
    own_only: frozenset[str]

    def __iter__(self) -> Iterator[dict[str, Any]]:
        for values in self.query.iterator(chunk_size=2000):
            row = dict(zip(self.names, values, strict=True))
            masked = self.masked(open_data=row["open_data"], own_room=row.get("own_room", False))
            yield {name: value for name, value in row.items() if name not in masked}

    def masked(self, *, open_data: bool, own_room: bool) -> frozenset[str]:
        """Names that are absent from a row, by what the row is."""
        if own_room:
            return frozenset()
        return self.own_only if open_data else self.own_only | self.open_only

    def sql(self) -> Sql:
        """The statement and its parameters; columns are in the order of `names`."""
        return compiled(self.query)


def disclosed(rows: QuerySet[Any], reach: Reach, *names: str) -> DisclosedRows:
    """Permitted `rows` of one kind (or of `Claim`: what all kinds share) with the disclosed values that `reach` gets.

    `names` narrows the columns; a name that the reader does not get is left out in silence. Filtering and
    sorting by a value go through `columns_of`, never through the stored one.
    """
    kind = KIND_OF_MODEL.get(rows.model)
    columns = columns_of(kind, reach)
    wanted = [name for name in columns if not names or name in names or name in ("open_data", "own_room")]
    query = rows.annotate(**{PREFIX + name: columns[name] for name in wanted})
    told = query.values_list(*(PREFIX + name for name in wanted))
    return DisclosedRows(told, tuple(wanted), kept_open(kind, reach), kept_own(kind, reach))
