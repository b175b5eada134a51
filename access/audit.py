"""Writing the trail, in the transaction of what it tells."""

from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Model
from django.utils import timezone

from .models import AnonymousRefusal, AuditEntry
from .reach import reach_of


def record(verb: str, obj: Model | type[Model] | None = None, *, by: Any, **details: Any) -> AuditEntry:
    """Leave one entry: `by` did `verb` to `obj`. `details` are ids, counts, classes and checksums, never values."""
    reach = reach_of(by)
    model = obj._meta.label_lower if obj is not None else ""
    key = obj.pk if isinstance(obj, Model) else None
    return AuditEntry.objects.create(
        person=reach.person,
        audience="system" if reach.system else reach.audience,
        verb=verb,
        model=model,
        row=key if isinstance(key, UUID) else None,
        details={name: _plain(value) for name, value in details.items()},
    )


def record_refusal(verb: str, model: type[Model] | None, by: Any) -> None:
    """Leave the trace of a refusal; those of the anonymous are only counted, per minute."""
    reach = reach_of(by)
    if reach.person is not None:
        record(f"refused.{verb}", model, by=reach)
        return
    minute = timezone.now().replace(second=0, microsecond=0)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {AnonymousRefusal._meta.db_table} (id, minute, count)"
            " VALUES (gen_random_uuid(), %s, 1)"
            f" ON CONFLICT (minute) DO UPDATE SET count = {AnonymousRefusal._meta.db_table}.count + 1",
            [minute],
        )


def _plain(value: Any) -> Any:
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(item) for item in value]
    return value if isinstance(value, int | float | bool | None) else str(value)
