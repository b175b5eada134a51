"""Free text on the map: names that sound alike are alike; the browser, SQL and this module fold in the same way."""

import re
import unicodedata
from dataclasses import dataclass

SHORTEST_CODE_CHARACTERS = 3
"""A lone figure belongs to a name."""

SPELLING = (
    ("ph", "f"),
    ("ou", "u"),
    ("w", "u"),
    ("y", "i"),
    ("ck", "k"),
    ("qu", "k"),
    ("q", "k"),
    ("c", "k"),
    ("x", "ks"),
    ("z", "s"),
    ("th", "t"),
    ("dj", "j"),
)


@dataclass(frozen=True)
class Word:
    """One word of a search: as it sounds, and as a piece of a code ('' where it can be none)."""

    sound: str
    code: str


def fold(text: str) -> str:
    """Return letters without accents, those that sound alike as one, all else as one blank (SQL: `sound_of`)."""
    plain = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))
    folded = re.sub(r"[^a-z0-9]+", " ", plain).strip()
    for sound, letter in SPELLING:
        folded = folded.replace(sound, letter)
    return re.sub(r"(.)\1+", r"\1", folded)


def words_of(text: str) -> list[Word]:
    """Return the words of a search; those that say nothing are left out."""
    words = [Word(fold(word), _as_code(word)) for word in text.split()]
    return [word for word in words if word.sound or word.code]


def found(words: list[Word], folded: str, code: str) -> bool:
    """Whether every word is in the folded names or in the code."""
    return all((word.sound and word.sound in folded) or (word.code and word.code in code) for word in words)


def _as_code(word: str) -> str:
    if len(word) < SHORTEST_CODE_CHARACTERS:
        return ""
    return word.upper().replace("O", "0").replace("I", "1").replace("L", "1")
