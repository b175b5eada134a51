"""Erasing: rows, what belongs to them, their earlier versions and the bytes of their scans, for good."""

from collections.abc import Iterable
from functools import partial
from typing import Any
from uuid import UUID

from django.core.files.storage import default_storage
from django.db import transaction

from access.policy import histories_of

from ..models import Attachment, Claim, ReviewEvent, WithdrawalRequest
from ..state import refresh_states
from .attachments import path_of
from .steps import leave_trail, places_of


def erase_claims(keys: Iterable[UUID], verb: str, *, by: Any) -> int:
    """The claims at `keys` are in no table any more, history and files included; returns how many there were.

    Who may is for the caller to ask. Recorded as `verb` with keys alone. What was asked about them stays answered.
    """
    wanted = sorted(keys)
    with transaction.atomic():
        held = Claim.objects.filter(pk__in=wanted).order_by("pk").select_for_update(of=("self",))
        found = list(held.values_list("pk", flat=True))
        if not found:
            return 0
        places = places_of(found)
        erase_attachments(Attachment.objects.filter(claim__in=found))
        WithdrawalRequest.objects.filter(claim__in=found, workshop=None).delete()
        WithdrawalRequest.objects.filter(claim__in=found).update(claim=None, text="")
        Claim.objects.filter(pk__in=found).delete()
        forget_versions(found)
        refresh_states(places)
        leave_trail(verb, found, by=by)
    return len(found)


def forget_versions(keys: Iterable[UUID]) -> None:
    """Earlier versions of the claims at `keys` are gone: they tell what a row once said."""
    wanted = list(keys)
    for model in histories_of("claims"):
        model._default_manager.filter(pgh_obj_id__in=wanted).delete()


def forget_words(keys: Iterable[UUID]) -> None:
    """What the claims at `keys` say in words, and why reviewers decided as they did, is gone; codes and dates stay."""
    wanted = list(keys)
    Claim.objects.filter(pk__in=wanted).update(
        note="", said="", cleared_text="", cleared_by=None, cleared_at=None, place_as_stated=""
    )
    ReviewEvent.objects.filter(claim__in=wanted).update(reason="")


def erase_attachments(rows: Any) -> int:
    """The scans and photographs `rows` are gone; their bytes too, unless another row has the same."""
    found = list(rows.select_for_update(of=("self",)))
    Attachment.objects.filter(pk__in=[row.pk for row in found]).delete()
    for row in found:
        if not Attachment.objects.filter(digest=row.digest).exists():
            transaction.on_commit(partial(default_storage.delete, path_of(row)))
    return len(found)
