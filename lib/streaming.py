"""Streams in pieces that are worth a system call."""

from collections.abc import Iterable, Iterator

PIECE_BYTES = 65_536


def in_pieces(parts: Iterable[str | bytes], size: int = PIECE_BYTES) -> Iterator[bytes]:
    """Yield `parts` joined into pieces of at least `size` bytes, the last excepted; nothing is reordered or lost."""
    kept: list[bytes] = []
    length = 0
    for part in parts:
        piece = part.encode() if isinstance(part, str) else part
        kept.append(piece)
        length += len(piece)
        if length >= size:
            yield b"".join(kept)
            kept, length = [], 0
    if length:
        yield b"".join(kept)
