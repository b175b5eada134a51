"""Which pages hold which document: who has not changed over since something was erased."""

from typing import Any
from uuid import UUID

from django.utils import timezone

from .history import names_of
from .models import Seat, Struck, Workbook


def take_seat(workbook: Workbook, page: UUID, person: UUID | None) -> None:
    """The page was given the document as it is now."""
    told = {"person": person, "epoch": workbook.epoch, "seen_at": timezone.now()}
    Seat.objects.update_or_create(workshop_id=workbook.workshop_id, page=page, defaults=told)


def leave_seat(workshop: UUID, page: UUID) -> None:
    """The page was closed; what it held is gone with it."""
    Seat.objects.filter(workshop=workshop, page=page).delete()


def behind(workbook: Workbook) -> list[dict[str, Any]]:
    """Pages that hold an erased document as far as anybody knows: whose, and when they were last heard of."""
    rows = list(Seat.objects.filter(workshop=workbook.workshop_id, epoch__lt=workbook.erased_before))
    names = names_of({row.person for row in rows})
    return [{"person": names.get(row.person, "") if row.person else "", "seen_at": row.seen_at} for row in rows]


def struck_names(workbook: Workbook) -> list[str]:
    """Names of the entries that were erased; a page that changes over does not bring them back."""
    return list(Struck.objects.filter(workshop=workbook.workshop_id).values_list("entry", flat=True))
