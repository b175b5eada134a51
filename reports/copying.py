"""Rows as a stream of bytes by `COPY`: the database writes, nothing is held in memory."""

import queue
import threading
from collections.abc import Iterator
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, connections

from lib.compiled import Sql
from lib.streaming import PIECE_BYTES

PIECES_AHEAD = 8
SORTED_IN_MEMORY = "64MB"
CSV = "FORMAT csv, HEADER true"
LINES = "FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02'"
"""A column of text as it is, a line a row: neither sign can stand in JSON made by PostgreSQL."""


class Abandoned(Exception):
    """Nobody reads the stream any more."""


class _Pieces:
    """What `COPY` writes to: pieces of at least 64 kB wait for the reader, who may have gone."""

    def __init__(self) -> None:
        self.waiting: queue.Queue[bytes | BaseException | None] = queue.Queue(maxsize=PIECES_AHEAD)
        self.abandoned = threading.Event()
        self._parts: list[bytes] = []
        self._length = 0

    def write(self, part: bytes) -> int:
        """Keep a part; hand a full piece over."""
        self._parts.append(bytes(part))
        self._length += len(part)
        if self._length >= PIECE_BYTES:
            self.flush()
        return len(part)

    def flush(self) -> None:
        """Hand over what is kept."""
        if self._parts:
            self.put(b"".join(self._parts))
            self._parts, self._length = [], 0

    def put(self, piece: bytes | BaseException | None) -> None:
        """Wait for room; raises `Abandoned` when the reader has gone."""
        while not self.abandoned.is_set():
            try:
                self.waiting.put(piece, timeout=0.2)
                return
            except queue.Full:
                continue
        raise Abandoned


def copied(sql: Sql, shape: str = CSV) -> Iterator[bytes]:
    """Yield the rows of `sql` in pieces of at least 64 kB; a statement that fails raises at the next piece.

    Until the last piece the connection of this thread belongs to the stream: nothing else may be asked in between.
    A stream that is given up ends the connection, and with it the statement; the next question opens another.
    """
    connection.ensure_connection()
    lent, pieces = connections[DEFAULT_DB_ALIAS], _Pieces()
    lent.inc_thread_sharing()
    writer = threading.Thread(target=_write, args=(lent, sql, shape, pieces), daemon=True)
    writer.start()
    whole = False
    try:
        while (piece := pieces.waiting.get()) is not None:
            if isinstance(piece, BaseException):
                raise piece
            yield piece
        whole = True
    finally:
        pieces.abandoned.set()
        writer.join()
        lent.dec_thread_sharing()
        if not whole:
            lent.close()


def _write(lent: Any, sql: Sql, shape: str, pieces: _Pieces) -> None:
    """Runs in a thread of its own: `COPY` does not return before its last row."""
    statement, parameters = sql
    try:
        with lent.cursor() as cursor:
            bound = cursor.mogrify(statement, parameters).decode()
            cursor.execute(f"SET work_mem = '{SORTED_IN_MEMORY}'")
            cursor.copy_expert(f"COPY ({bound}) TO STDOUT WITH ({shape})", pieces)
            cursor.execute("RESET work_mem")
        pieces.flush()
        pieces.put(None)
    except Abandoned:
        return
    except BaseException as failure:  # handed to the reader, who raises it
        if not pieces.abandoned.is_set():
            pieces.put(failure)
