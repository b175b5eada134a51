"""Taking recommendations along as a table."""

from collections.abc import Iterator
from typing import Any

from access.audit import record
from access.querysets import may_ever
from access.reach import reach_of
from accounts.models import Person
from lib.problems import Fault, Problem
from workshops.advice import Narrowing
from workshops.models import Recommendation

from ..advice_rows import advice_chosen, advice_class, advice_table
from ..formats import write_table
from ..stamp import stamp_for
from .taking import traced


def export_advice(by: Narrowing, asked: str, *, person: Person) -> Iterator[bytes]:
    """The recommendations of the board as CSV; begun and ended in the trail, see `traced`.

    For analysts and the secretariat; raises `Fault.FORBIDDEN` for others.
    """
    if not may_ever(person, "export", Recommendation):
        record("refused.export", Recommendation, by=person)
        raise Problem(Fault.FORBIDDEN)
    reach = reach_of(person)
    keys = advice_chosen(reach, by)
    sensitivity = advice_class(keys)
    pieces = write_table(advice_table(reach, keys), stamp_for(person, sensitivity, asked))
    told: dict[str, Any] = {"layout": "recommendations.csv", "sensitivity": sensitivity}
    return traced(pieces, "export", 1, person, about=Recommendation, **told)
