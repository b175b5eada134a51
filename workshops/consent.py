"""The code on a workshop's consent sheet: who was in the room asks with it, without an account or a name."""

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from claims.services import DAYS_TO_ASK
from lib.ids import ALPHABET

from .models import Workshop

CHARACTERS, CHARACTER_BITS = 12, 5
"""60 bits: nobody finds one by trying, least of all at ten tries in ten minutes."""
SHOWN_IN = 4


def consent_code(workshop: UUID, secret: str = "") -> str:
    """The code of a workshop, in groups of four; computed from the installation's secret, kept in no table."""
    digest = salted_hmac("filon.consent", str(workshop), secret=secret or None, algorithm="sha256").digest()
    number = int.from_bytes(digest, "big")
    letters = "".join(ALPHABET[number >> CHARACTER_BITS * at & 31] for at in range(CHARACTERS))
    return "-".join(letters[at : at + SHOWN_IN] for at in range(0, CHARACTERS, SHOWN_IN))


def last_day(workshop: Workshop) -> date:
    """Until when somebody who was in the room may ask that something be taken back."""
    return workshop.ends_on + timedelta(days=DAYS_TO_ASK)


def workshop_of(code: str, today: date) -> Workshop | None:
    """The workshop of that code while its time to ask runs; a wrong code and one whose time is over are the same."""
    asked = _read(code)
    found = None
    open_ones = Workshop.objects.filter(starts_on__lte=today, ends_on__gte=today - timedelta(days=DAYS_TO_ASK))
    for workshop in open_ones.only("pk", "ends_on"):
        for secret in _secrets():
            if constant_time_compare(_read(consent_code(workshop.pk, secret)), asked):
                found = workshop
    return found


def _secrets() -> Iterator[str]:
    """A sheet printed before the secret was changed still opens the way."""
    yield str(settings.SECRET_KEY)
    yield from (str(earlier) for earlier in settings.SECRET_KEY_FALLBACKS)


def _read(text: str) -> str:
    """Small letters, blanks, hyphens, I and L for 1 and O for 0 are forgiven."""
    letters = (character for character in text.upper() if character.isascii() and character.isalnum())
    return "".join({"I": "1", "L": "1", "O": "0"}.get(character, character) for character in letters)
