"""Streams come in pieces of 64 kB, complete and in order."""

from hypothesis import given
from hypothesis import strategies as st

from lib.streaming import PIECE_BYTES, in_pieces


@given(st.lists(st.text(st.characters(exclude_categories=("Cs",))) | st.binary(), max_size=30), st.integers(1, 40))
def test_nothing_is_lost_and_only_the_last_piece_is_small(parts: list[str | bytes], size: int) -> None:
    whole = b"".join(part.encode() if isinstance(part, str) else part for part in parts)
    pieces = list(in_pieces(parts, size))
    assert b"".join(pieces) == whole
    assert all(len(piece) >= size for piece in pieces[:-1])
    assert all(pieces)


def test_a_long_stream_of_short_lines_takes_few_pieces() -> None:
    pieces = list(in_pieces("a line of a table\n" for _ in range(100_000)))
    assert len(pieces) == 1_800_000 // PIECE_BYTES + 1
