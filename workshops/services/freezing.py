"""Freezing what a room adopted, and erasing from it what was struck for safety."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pgtrigger
from django.db import transaction
from django.utils import timezone

from access.audit import record
from access.policy import histories_of
from access.querysets import require
from access.reach import reach_of
from lib.canonical_json import canonical, digest

from ..models import Closing, Recommendation, TreeNode, Workshop


def freeze(workshop: Workshop, *, plenary: object, group_only: object, because: str, by: Any) -> Closing:
    """The version with this content: the last one where it says the same, else the next. The caller asks who may."""
    last = Closing.objects.filter(workshop=workshop).order_by("-number").first()
    made = Closing(
        workshop=workshop,
        number=last.number + 1 if last else 1,
        plenary=canonical(plenary).decode(),
        plenary_digest=digest(plenary),
        group_only=canonical(group_only).decode(),
        group_only_digest=digest(group_only),
        because=because if last else "",
        closed_by_id=reach_of(by).person,
    )
    made.digest = made.checksum
    if last is not None and last.checksum == made.digest:
        return last
    made.save(force_insert=True)
    return made


def amend_closing(workshop: Workshop, *, plenary: object, group_only: object, because: str, by: Any) -> Closing:
    """A closed room has another version: something arrived late. For the secretariat; recorded as `workshop.amend`."""
    with transaction.atomic():
        locked = Workshop.objects.select_for_update().get(pk=workshop.pk)
        require("reopen", locked, by=by)
        closing = freeze(locked, plenary=plenary, group_only=group_only, because=because, by=by)
        record("workshop.amend", closing, by=by, plenary=closing.plenary_digest, number=closing.number)
    return closing


def erase_words(workshop: Workshop, entry: UUID, content: Callable[[str], str]) -> None:
    """Nothing of an entry is left in rows, their history and frozen versions; digests stay those of what was adopted.

    `content` gives a frozen part without the entry. Who may, and the trace, are for the caller.
    """
    with transaction.atomic():
        for model in (TreeNode, Recommendation):
            keys = list(model.objects.filter(workshop=workshop, entry_id=entry).values_list("pk", flat=True))
            if model is TreeNode:
                TreeNode.objects.filter(parent__in=keys).update(parent=None)
            model._default_manager.filter(pk__in=keys).delete()
            for history in histories_of("workshops"):
                if history.pgh_tracked_model is model:  # type: ignore[attr-defined]  # pghistory adds it to each event model
                    history._default_manager.filter(pgh_obj_id__in=keys).delete()
        for row in Closing.objects.filter(workshop=workshop):
            plenary, group_only = content(row.plenary), content(row.group_only) if row.group_only else ""
            if (plenary, group_only) != (row.plenary, row.group_only):
                with pgtrigger.ignore("workshops.Closing:closing_never_changes"):
                    Closing.objects.filter(pk=row.pk).update(
                        plenary=plenary, group_only=group_only, digest=row.checksum, struck_at=timezone.now()
                    )
