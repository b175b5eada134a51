"""The version that a room adopted, as its papers need it: number, checksum, and the records of one part."""

from dataclasses import dataclass
from typing import Any

from lib.problems import Fault, Problem
from workbook.frozen import frozen_version
from workbook.models import Workbook
from workbook.projection import Records


@dataclass(frozen=True)
class Adopted:
    """One part of an adopted version; the checksum is of that part alone, so that it tells nothing of the other."""

    number: int
    checksum: str
    records: Records


def adopted_part(workbook: Workbook, *, whole: bool, by: Any) -> Adopted:
    """The latest adopted version of a workbook, as `by` may read it. Raises `Fault.NOT_READY` where there is none."""
    frozen = frozen_version(workbook.workshop_id, by=by)
    if frozen is None:
        raise Problem(Fault.NOT_READY)
    part = frozen.whole if whole else frozen.plenary
    if part is None:
        raise Problem(Fault.NOT_READY)
    return Adopted(frozen.number, part.checksum, part.records)
