"""How long the log of a workbook is kept: its archive goes 30 days after the release, the document itself stays."""

from datetime import datetime, timedelta

from django.db import transaction

from access.audit import record
from access.reach import SYSTEM
from accounts.models import Device

from .compaction import fold_all
from .models import HeldUpdate, MergedState, NamedVersion, RecalledClaim, Seat, Update, Workbook

AFTER_RELEASE = timedelta(days=30)


def forget_archives(now: datetime) -> int:
    """Erase who wrote what when, old documents, what came late, versions and laptops; return of how many workbooks.

    What the room last agreed on stays, as one merged state without names. Recorded as `workbook.forget_archive`.
    """
    old = Workbook.objects.filter(workshop__released_at__lt=now - AFTER_RELEASE)
    with_archive = [book for book in old if Update.objects.filter(workshop=book.workshop_id).exists()]
    for book in with_archive:
        with transaction.atomic():
            locked = Workbook.objects.select_for_update().get(pk=book.pk)
            fold_all(locked.workshop_id, locked.epoch)
            of = {"workshop": locked.workshop_id}
            for model in (Update, HeldUpdate, NamedVersion, RecalledClaim, Seat):
                model._default_manager.filter(**of).delete()
            MergedState.objects.filter(**of).exclude(epoch=locked.epoch).delete()
            Device.objects.filter(**of).delete()
            record("workbook.forget_archive", locked, by=SYSTEM, workshop=locked.workshop_id)
    return len(with_archive)
