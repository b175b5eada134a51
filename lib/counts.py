"""Numbers of rows, counted once for as long as nothing changes: on a long list the counting is dearer than a page."""

from collections import OrderedDict
from threading import Lock

from django.db import connection

from .compiled import Sql

KEPT_COUNTS = 512

_kept: OrderedDict[tuple[str, ...], tuple[str, int]] = OrderedDict()
_lock = Lock()


def count_kept(sql: Sql, version: str | None) -> int:
    """The number that `sql` counts at `version`; `sql` gives it together with the version at which it was counted.

    A statement holds every right of whoever asks in its text and parameters, so equal statements count the same rows.
    """
    key = (str(connection.settings_dict["NAME"]), sql[0], repr(sql[1]))
    with _lock:
        counted = _kept.get(key)
    if counted is not None and counted[0] == version:
        return counted[1]
    with connection.cursor() as cursor:
        cursor.execute(*sql)
        number, at = cursor.fetchone()
    if at is not None:
        with _lock:
            _kept[key] = at, number
            _kept.move_to_end(key)
            if len(_kept) > KEPT_COUNTS:
                _kept.popitem(last=False)
    return int(number)
