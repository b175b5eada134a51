"""Words as they were said beside those that leave the secretariat: what of the first does not stand in the second."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

PIECES = re.compile(r"\S+|\s+")
LONGEST_COMPARED = 3000
"""Pieces; longer texts are shown without marks, so that nobody waits for a comparison."""


@dataclass(frozen=True)
class Piece:
    """A run of words that was kept, or left out."""

    text: str
    left_out: bool


def left_out(said: str, cleared: str) -> list[Piece]:
    """`said` in runs of words, each with whether the cleared text leaves it out."""
    pieces, others = PIECES.findall(said), PIECES.findall(cleared)
    if max(len(pieces), len(others)) > LONGEST_COMPARED:
        return [Piece(said, left_out=False)]
    words = SequenceMatcher(None, [_plain(it) for it in pieces], [_plain(it) for it in others], autojunk=False)
    runs: list[Piece] = []
    for change, start, end, _from, _to in words.get_opcodes():
        runs += _run("".join(pieces[start:end]), left_out=change != "equal")
    return runs


def _run(text: str, *, left_out: bool) -> list[Piece]:
    """A run of words; the gaps around what is left out are not part of it."""
    core = text.strip()
    if not left_out or not core:
        return [Piece(text, left_out=False)] if text else []
    before, after = text[: text.index(core)], text[text.index(core) + len(core) :]
    around = [Piece(before, left_out=False), Piece(core, left_out=True), Piece(after, left_out=False)]
    return [piece for piece in around if piece.text]


def _plain(piece: str) -> str:
    """A word without its marks; every gap alike."""
    return re.sub(r"[^\w]+", "", piece).casefold() or " "
