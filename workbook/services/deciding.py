"""What becomes of words that came too late: a person admits them, or sets them aside with a reason."""

from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from pycrdt import Doc, Map, Text

from access.audit import record
from access.querysets import require
from access.reach import reach_of
from claims.codes import Disclosure
from lib.problems import Fault, Problem
from workshops.codes import OPEN_STATES, WorkshopState
from workshops.models import Workshop
from workshops.services import amend_closing

from .. import log
from ..codes import HeldDecision
from ..content import adopted
from ..document import REMOVED_AT, ROOTS, Kind
from ..held import Changes, arrivals, changes_of
from ..models import HeldUpdate, Workbook
from ..projected import categories
from ..projection import project, read
from ..received import item_of
from ..relay import relay
from .closing import hand_in

NEVER_NEW = ("meta", "counts", "votes")
"""Roots of which late words change nothing."""


def admit_late(workbook: Workbook, held: HeldUpdate, *, items: int, reason: str, by: Any) -> int:
    """What one laptop handed in too late is part of the document of today; return how many entries that changes.

    Late statements were not read back, so the plenary never hears of them. Where the room is closed its statements are
    handed in as a correction and there is another version, with `reason`. For the secretariat; recorded as
    `workbook.admit_late` with counts. Raises `Fault.REASON_MISSING`, `STALE` where something came or was decided
    meanwhile, `NOT_READY` once the workshop is checked or where nothing of it can be read.
    """
    with transaction.atomic():
        locked, rows = _undecided(workbook, held, items, reason, by)
        workshop = Workshop.objects.select_for_update().get(pk=locked.workshop_id)
        if workshop.state not in (*OPEN_STATES, WorkshopState.CLOSED):
            raise Problem(Fault.NOT_READY)
        written = _write(locked, changes_of(locked, rows))
        if not written:
            raise Problem(Fault.NOT_READY)
        _decide(rows, HeldDecision.ADMITTED, reason, by)
        if workshop.state == WorkshopState.CLOSED:
            _correct(Workbook.objects.get(pk=locked.pk), workshop, reason, by)
        record("workbook.admit_late", locked, by=by, workshop=locked.workshop_id, items=len(rows), entries=written)
    return written


def set_late_aside(workbook: Workbook, held: HeldUpdate, *, items: int, reason: str, by: Any) -> None:
    """What came too late stays apart for good. For the secretariat; recorded as `workbook.set_late_aside`.

    Raises `Fault.REASON_MISSING`, `STALE` where something came or was decided meanwhile.
    """
    with transaction.atomic():
        locked, rows = _undecided(workbook, held, items, reason, by)
        _decide(rows, HeldDecision.SET_ASIDE, reason, by)
        record("workbook.set_late_aside", locked, by=by, workshop=locked.workshop_id, items=len(rows))


def _undecided(
    workbook: Workbook, held: HeldUpdate, items: int, reason: str, by: Any
) -> tuple[Workbook, list[HeldUpdate]]:
    """The locked workbook and everything that belongs together with `held`."""
    if not reason.strip():
        raise Problem(Fault.REASON_MISSING)
    locked = Workbook.objects.select_for_update().get(pk=workbook.pk)
    rows = next((it for it in arrivals(locked) if held.pk in {row.pk for row in it}), [])
    if not rows or len(rows) != items or rows[0].decided_at is not None:
        raise Problem(Fault.STALE)
    for row in rows:
        require("decide", row, by=by)
    return locked, rows


def _decide(rows: list[HeldUpdate], decision: HeldDecision, reason: str, by: Any) -> None:
    told: dict[str, Any] = {"decision": decision, "decided_because": reason.strip()}
    told |= {"decided_by": reach_of(by).person, "decided_at": timezone.now()}
    HeldUpdate.objects.filter(pk__in=[row.pk for row in rows]).update(**told)


def _write(workbook: Workbook, changes: Changes) -> int:
    """Write what the late words say into the document of today, as one update of the server."""
    doc: Doc[Any] = log.document(log.state(workbook).update)
    before = doc.get_state()
    with doc.transaction():
        names = [change["entry"] for change in changes if _apply(doc, change)]
    if not names:
        return 0
    rows = log.append(workbook, [item_of(doc.get_update(before), tuple(names))], log.Handed())
    transaction.on_commit(lambda: relay(workbook.workshop_id, rows, ""), robust=True)
    return len(names)


def _apply(doc: "Doc[Any]", change: dict[str, Any]) -> bool:
    root, _slash, key = change["entry"].partition("/")
    if root not in ROOTS or root in NEVER_NEW:
        return False
    keys, entries = ROOTS[root].keys, doc.get(root, type=Map)
    values = {name: after for name, (_before, after) in change["changed"].items() if name}
    if "disclosure" in keys:
        values["disclosure"] = str(Disclosure.GROUP_ONLY)
    texts = {name for name, it in keys.items() if it.kind == Kind.TEXT}
    if key not in entries:
        made = {name: Text(str(values.get(name) or "")) for name in texts}
        plain = {name: it for name, it in values.items() if name not in texts and it is not None}
        entries[key] = Map(made | plain)
        return True
    entry: Any = entries[key]
    for name, value in values.items():
        if name in texts and name in entry:
            entry[name].clear()
            entry[name] += str(value or "")
        elif value is not None or name == REMOVED_AT:
            entry[name] = value
        elif name in entry:
            del entry[name]
    return True


def _correct(workbook: Workbook, workshop: Workshop, reason: str, by: Any) -> None:
    """The closed room has another version, and its statements are handed in as the document says now."""
    records = project(read(log.state(workbook).update), categories()).records
    hand_in(records, workshop, by)
    plenary, group_only = adopted(records)
    with translation.override(settings.LANGUAGE_CODE):
        because = _("Arrived late: %(reason)s") % {"reason": reason.strip()}
    amend_closing(workshop, plenary=plenary, group_only=group_only, because=because[:500], by=by)
