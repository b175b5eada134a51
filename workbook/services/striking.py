"""Erasing for safety: one entry is gone from the document, its past, and everything that was made of it."""

from collections.abc import Collection
from functools import partial
from typing import Any
from uuid import UUID

from django.db import transaction

from access.audit import record
from access.querysets import require
from access.reach import reach_of
from claims.models import Claim
from claims.services import erase_claims
from lib.problems import Fault, Problem
from sites.services import erase_proposal
from workshops.models import Workshop
from workshops.services import erase_words

from .. import log
from ..claiming.matching import entry_key
from ..document import ROOTS
from ..epochs import begin_epoch
from ..held import keep_what_it_says
from ..models import MergedState, NamedVersion, Struck, Update, Workbook
from ..projected import forget_projections
from ..projection import Document, read
from ..striking import KEPT_ROOTS, content_without, frozen_entries, take_out


def strike_entry(workbook: Workbook, *, root: str, key: str, by: Any) -> Workbook:
    """The entry and everything that the workbook ever held of it are gone; return the workbook in its next epoch.

    The document begins anew without it and without réserves about it. All earlier updates, merged states and named
    versions are destroyed, and so is what was frozen, claimed or proposed from the entry; what was kept apart stays
    as what it says, without the entry. Pages change over at their next contact; nothing that is still handed in for an
    erased document is kept. For who leads the room while it is open, and the secretariat; recorded as
    `workbook.strike` with a count. Raises `Fault.NOT_VALID` for an entry that is not there.
    """
    if root not in ROOTS or root in KEPT_ROOTS:
        raise Problem(Fault.NOT_VALID)
    with transaction.atomic():
        locked = Workbook.objects.select_for_update().get(pk=workbook.pk)
        require("strike", locked, by=by)
        document = read(log.state(locked).update)
        names = take_out(document, root, key)
        if not names:
            raise Problem(Fault.NOT_VALID)
        begun = _begin_without(locked, document, names, by)
        record("workbook.strike", begun, by=by, workshop=begun.workshop_id, count=1, epoch=begun.epoch)
    return begun


def take_back_entries(workshop: UUID, entries: Collection[UUID], *, by: Any) -> int:
    """Nothing of what was asked back is left in the document, its past and what was frozen; return how many entries.

    `entries` are keys as rows carry them. Who may is asked by who answers the request; also a closed room's document
    begins anew then. Recorded as `workbook.take_back` with a count.
    """
    with transaction.atomic():
        locked = Workbook.objects.select_for_update().filter(workshop=workshop).first()
        if locked is None:
            return 0
        document = read(log.state(locked).update)
        held = {(root, key) for root in ROOTS for key in (document.get(root) or {}) if root not in KEPT_ROOTS}
        meant = {
            (root, key) for root, key in held | frozen_entries(workshop) if entry_key(workshop, root, key) in entries
        }
        if not meant:
            return 0
        found = sorted(meant)
        names = [name for root, key in found for name in take_out(document, root, key) or [f"{root}/{key}"]]
        begun = _begin_without(locked, document, names, by)
        record("workbook.take_back", begun, by=by, workshop=workshop, count=len(found), epoch=begun.epoch)
    return len(found)


def _begin_without(locked: Workbook, document: Document, names: list[str], by: Any) -> Workbook:
    """The workbook in its next epoch, of which `document` is all; nothing earlier of `names` is kept anywhere."""
    keep_what_it_says(locked, names)
    begun = begin_epoch(locked, document)
    _destroy(begun)
    _erase_rows(begun, names, by)
    for name in names:
        made = {"epoch": begun.epoch, "by": reach_of(by).person}
        Struck.objects.update_or_create(workshop_id=begun.workshop_id, entry=name, defaults=made)
    return begun


def _destroy(workbook: Workbook) -> None:
    """No byte of an earlier document is kept."""
    earlier = {"workshop": workbook.workshop_id, "epoch__lt": workbook.epoch}
    for model in (Update, MergedState, NamedVersion):
        model._default_manager.filter(**earlier).delete()
    Workbook.objects.filter(pk=workbook.pk).update(erased_before=workbook.epoch)
    workbook.refresh_from_db()
    forget = partial(forget_projections, workbook.workshop_id, workbook.epoch, workbook.position)
    transaction.on_commit(forget, robust=True)


def _erase_rows(workbook: Workbook, names: list[str], by: Any) -> None:
    """What a reopened room had handed in of the entries."""
    workshop = Workshop.objects.get(pk=workbook.workshop_id)
    for name in names:
        root, _slash, key = name.partition("/")
        entry = entry_key(workshop.pk, root, key)
        claims = Claim.objects.filter(workshop=workshop.pk, entry_id=entry)
        erase_claims(claims.values_list("pk", flat=True), "claim.erase_struck", by=by)
        if root == "places":
            erase_proposal(entry, workshop=workshop.pk, by=by)
        erase_words(workshop, entry, partial(content_without, root=root, key=key))
