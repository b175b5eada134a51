"""Public codes of six Crockford characters (30 random bits) and stable keys of imported rows."""

import secrets
from uuid import NAMESPACE_URL, UUID, uuid5

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_CHARACTERS = 6
CODE_BITS = 5 * CODE_CHARACTERS
CODE_PATTERN = r"[0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{6}"
_VALUES = {character: value for value, character in enumerate(ALPHABET)} | {"I": 1, "L": 1, "O": 0}
_IMPORTS = uuid5(NAMESPACE_URL, "urn:filon:imports")


def new_code() -> str:
    """Return six random characters; nothing of place, time or order is in them."""
    return code_of(secrets.randbits(CODE_BITS))


def code_of(number: int) -> str:
    """Return the code of an integer of 0 to 2^30 - 1; raises `ValueError` outside."""
    if not 0 <= number < 1 << CODE_BITS:
        raise ValueError("a code has 30 bits")
    shifts = range(CODE_BITS - 5, -1, -5)
    return "".join(ALPHABET[number >> shift & 31] for shift in shifts)


def number_of(code: str) -> int:
    """Return the integer of a code, read leniently: case, blanks, hyphens, I and L for 1, O for 0."""
    number = 0
    for character in read_code(code):
        number = number << 5 | _VALUES[character]
    return number


def read_code(text: str) -> str:
    """Return the code as it is stored; raises `ValueError` if `text` cannot be one."""
    letters = [character for character in text.strip().upper() if character not in "- \u00a0\u202f"]
    if len(letters) != CODE_CHARACTERS or any(character not in _VALUES for character in letters):
        raise ValueError("not a code of six characters")
    return "".join(ALPHABET[_VALUES[character]] for character in letters)


def import_key(layout: str, *external: str) -> UUID:
    """Return the key of an imported row: the same layout and external id give the same key on every machine."""
    return uuid5(_IMPORTS, "\x1f".join((layout, *external)))
