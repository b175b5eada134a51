"""Scans and photographs: kept under the hash of their bytes, the secretariat's alone until cleared."""

import hashlib
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from access.audit import record
from access.querysets import require
from access.reach import reach_of
from lib.problems import Fault, Problem
from sites.codes import Sensitivity
from sites.models import Place

from ..models import Attachment, Claim

MEDIA_TYPES = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"%PDF-": "application/pdf",
}
"""First bytes and what they are; the name and the type that a browser sends are not believed."""

LARGEST_BYTES = 10 * 1024 * 1024


def attach(
    content: bytes, *, by: Any, claim: Claim | None = None, place: Place | None = None, about: str = ""
) -> Attachment:
    """The bytes are kept and belong to `claim` or `place`, as severe until cleared. For who may change the claim.

    See `keep_scan`, which asks nobody.
    """
    subject: Claim | Place | None = claim or place
    if subject is None:
        raise Problem(Fault.NOT_VALID)
    with transaction.atomic():
        require("change", subject, by=by)
        return keep_scan(content, by=by, claim=claim, place=place, about=about)


def keep_scan(
    content: bytes, *, by: Any, claim: Claim | None = None, place: Place | None = None, about: str = ""
) -> Attachment:
    """The bytes are kept under their hash; whether `by` may is for the caller to ask. Recorded as `attachment.add`.

    Raises `Fault.TOO_LARGE`, and `NOT_VALID` for anything but PNG, JPEG and PDF.
    """
    if len(content) > LARGEST_BYTES:
        raise Problem(Fault.TOO_LARGE)
    media_type = next((name for start, name in MEDIA_TYPES.items() if content.startswith(start)), "")
    subject: Claim | Place | None = claim or place
    if not media_type or subject is None:
        raise Problem(Fault.NOT_VALID)
    digest = hashlib.sha256(content).hexdigest()
    with transaction.atomic():
        row = Attachment.objects.create(
            claim=claim,
            place=place,
            digest=digest,
            media_type=media_type,
            size=len(content),
            about=about.strip(),
            provinces=subject.provinces,
            added_by_id=reach_of(by).person,
        )
        record("attachment.add", row, by=by, digest=digest, size=len(content))
        if not default_storage.exists(path_of(row)):
            default_storage.save(path_of(row), ContentFile(content))
    return row


def clear_attachment(attachment: Attachment, sensitivity: str, *, by: Any) -> Attachment:
    """Readers of the class `sensitivity` in scope may open it. For the secretariat; recorded as `attachment.clear`."""
    with transaction.atomic():
        row = Attachment.objects.select_for_update().get(pk=attachment.pk)
        subject: Claim | Place | None = row.claim or row.place
        assert subject is not None
        require("clear" if isinstance(subject, Claim) else "settle", subject, by=by)
        if sensitivity not in Sensitivity.values:
            raise Problem(Fault.NOT_VALID)
        before, row.sensitivity = row.sensitivity, sensitivity
        row.save(update_fields=["sensitivity"])
        record("attachment.clear", row, by=by, before=before, after=sensitivity)
    return row


def path_of(attachment: Attachment) -> str:
    """Where the bytes lie below the media folder; the name tells nothing."""
    return f"attachments/{attachment.digest[:2]}/{attachment.digest}"
