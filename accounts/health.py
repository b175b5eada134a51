"""How the installation is: disk, last backup, queue, versions, the trail's figures; never any content."""

import platform
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import django
import redis
from django.conf import settings
from django.db import connection
from django.db.models import Count
from django.utils import timezone

from access.models import AnonymousRefusal, AuditEntry

LAST_BACKUP = "last_backup"
QUEUE = "celery"


def health() -> dict[str, Any]:
    """Return what the administrator's page shows."""
    return {
        "disk": _disk(settings.FILON_DATA),
        "last_backup": _last_backup(settings.FILON_DATA),
        "queue": queue_length(),
        "versions": _versions(),
        "trail": _trail(timezone.now() - timedelta(days=7)),
    }


def database_answers() -> bool:
    """Whether the database answers a question."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return bool(cursor.fetchone() == (1,))


def queue_length() -> int | None:
    """How many tasks wait; None where the queue does not answer."""
    prefix = settings.CELERY_BROKER_TRANSPORT_OPTIONS["global_keyprefix"]
    try:
        with redis.Redis.from_url(settings.CELERY_BROKER_URL, socket_timeout=2) as server:
            return int(server.llen(f"{prefix}{QUEUE}"))
    except redis.RedisError:
        return None


def _disk(folder: Path) -> dict[str, int]:
    """Bytes in whole, free, and the share that is used, in percent."""
    usage = shutil.disk_usage(folder if folder.exists() else "/")
    return {"total": usage.total, "free": usage.free, "used_percent": round(100 * usage.used / usage.total)}


def _last_backup(folder: Path) -> datetime | None:
    """When the last backup ended: the time of the file that the backup leaves behind."""
    mark = folder / LAST_BACKUP
    return datetime.fromtimestamp(mark.stat().st_mtime, UTC) if mark.exists() else None


def _versions() -> dict[str, str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('server_version'), postgis_lib_version()")
        postgres, postgis = cursor.fetchone()
    return {
        "Python": platform.python_version(),
        "Django": django.get_version(),
        "PostgreSQL": str(postgres).split(" ")[0],
        "PostGIS": str(postgis),
    }


def _trail(since: datetime) -> dict[str, Any]:
    """How many entries of each verb the trail got, and how many refusals of strangers; no row, no person."""
    verbs = AuditEntry.objects.filter(at__gte=since).values("verb").annotate(count=Count("id")).order_by("-count")
    strangers = AnonymousRefusal.objects.filter(minute__gte=since).values_list("count", flat=True)
    return {"since": since, "verbs": list(verbs[:30]), "strangers": sum(strangers)}
