"""A file on its way to the database: read once, in pieces, and stopped at the first byte that cannot be a table."""

import codecs
import csv
import hashlib
import io
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from django.utils.translation import gettext as _

from .faults import FileFault

LONGEST_LINE_BYTES = 1_000_000
LARGEST_FILE_BYTES = 2_000_000_000
PIECE_BYTES = 262_144
LONGEST_COLUMN_NAME = 60
BOM = b"\xef\xbb\xbf"


class TableFile(io.RawIOBase):
    """A CSV file, open: its header is read, its rows stream by `read`, and what was read is counted and summed."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.lines = 1
        self.fault: FileFault | None = None
        self.bytes_since_newline = 0
        self.held = b""
        self.kept = b""
        self.digest = hashlib.sha256()
        self.decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            self.size = path.stat().st_size
            self.file: BinaryIO = path.open("rb")
        except OSError as error:
            raise FileFault(_("“%(name)s” cannot be opened. Check the path.") % {"name": path.name}) from error
        try:
            if self.size > LARGEST_FILE_BYTES:
                raise FileFault(_("The file is larger than 2 GB. Divide it."))
            self.header = self._header()
        except FileFault:
            self.file.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.file.close()

    def readable(self) -> bool:
        """Pieces can be read."""
        return True

    def read(self, size: int = -1) -> bytes:
        """Return the next piece; line ends at the end of the file are left out, as an empty row is not one."""
        try:
            return self._next()
        except FileFault as fault:
            self.fault = fault
            raise

    def _next(self) -> bytes:
        piece = self.kept or self.file.read(PIECE_BYTES)
        self.kept = b""
        while piece:
            self._check(piece)
            body = piece.rstrip(b"\r\n")
            if body:
                ready, self.held = self.held + body, piece[len(body) :]
                return ready
            self.held += piece
            piece = self.file.read(PIECE_BYTES)
        self._decode(b"", final=True)
        return b""

    @property
    def checksum(self) -> str:
        """SHA-256 of what was read so far."""
        return self.digest.hexdigest()

    def _header(self) -> list[str]:
        start = self.file.read(LONGEST_LINE_BYTES)
        self.digest.update(start[: len(start) - len(start.removeprefix(BOM))])
        start = start.removeprefix(BOM)
        line, newline, self.kept = start.partition(b"\n")
        if not start.strip():
            raise FileFault(_("The file is empty. Choose a CSV file with a header and rows."))
        if not newline and len(start) >= LONGEST_LINE_BYTES:
            raise FileFault(_too_long(1))
        self._check(line + newline)
        self._decode(b"", final=not newline)
        try:
            names = next(csv.reader([line.decode(errors="replace").rstrip("\r")]), [])
        except csv.Error as error:  # a carriage return inside a name
            raise FileFault(_no_header(1)) from error
        _check_names(names)
        return names

    def _check(self, piece: bytes) -> None:
        self.digest.update(piece)
        if (nul := piece.find(b"\0")) >= 0:
            line = self.lines + piece.count(b"\n", 0, nul)
            raise FileFault(
                _("Line %(line)d contains a NUL character: this is not a text file. Export it again as CSV (UTF-8).")
                % {"line": line}
            )
        self._decode(piece)
        first = piece.find(b"\n")
        if self.bytes_since_newline + (first if first >= 0 else len(piece)) > LONGEST_LINE_BYTES:
            raise FileFault(_too_long(self.lines))
        self.lines += piece.count(b"\n")
        last = piece.rfind(b"\n")
        self.bytes_since_newline = len(piece) - last - 1 if last >= 0 else self.bytes_since_newline + len(piece)

    def _decode(self, piece: bytes, final: bool = False) -> None:
        try:
            self.decoder.decode(piece, final)
        except UnicodeDecodeError as error:
            line = self.lines + piece.count(b"\n", 0, max(error.start, 0))
            raise FileFault(
                _("Line %(line)d is not UTF-8 (an old Windows or Latin-1 file?). Save the file as “CSV UTF-8”.")
                % {"line": line}
            ) from error


def _too_long(line: int) -> str:
    return _("Line %(line)d is longer than 1 MB: this is not a table of rows. Export the file again as CSV.") % {
        "line": line
    }


def _no_header(number: int) -> str:
    return _("The name of column %(number)d in line 1 cannot be used: this does not look like a header.") % {
        "number": number
    }


def _check_names(names: Sequence[str]) -> None:
    if len(names) == 1:
        return
    seen: set[str] = set()
    for number, name in enumerate(names, 1):
        if not name.strip():
            raise FileFault(_("Column %(number)d has no name in line 1. Give it one.") % {"number": number})
        if len(name.encode()) > LONGEST_COLUMN_NAME or name == "line":
            raise FileFault(_no_header(number))
        if name in seen:
            raise FileFault(_("Line 1 has two columns “%(name)s”. Keep one of them.") % {"name": name})
        seen.add(name)


def require_columns(names: Sequence[str], compulsory: Sequence[str]) -> None:
    """Raise `FileFault` when a compulsory column is missing, with a word on the delimiter where that is the cause."""
    missing = [name for name in compulsory if name not in names]
    if not missing:
        return
    if len(names) == 1 and any(mark in names[0] for mark in (";", "\t", "|")):
        raise FileFault(
            _("Line 1 is not separated by commas. Save the file as “CSV (comma delimited)”, with points for decimals.")
        )
    raise FileFault(
        _("Line 1 lacks the columns: %(names)s. Choose the file as it was published, with its header.")
        % {"names": ", ".join(missing)}
    )
