"""When two wordings are the same: case, accents, punctuation and blanks aside."""

import re
import unicodedata

NO_LETTER = re.compile(r"[\W_]+")


def folded(text: str) -> str:
    """Return `text` as it is compared."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return NO_LETTER.sub(" ", "".join(it for it in plain if not unicodedata.combining(it))).strip()
