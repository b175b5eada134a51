"""What a paper says of itself: class, who made it when, and of which adopted version it is."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from access.reach import reach_of
from accounts.landing import role_of
from accounts.models import Person

PUBLIC = "C0"
CLASS_WORDS: dict[str, str | Promise] = {
    PUBLIC: gettext_lazy("C0 Public"),
    "C1": gettext_lazy("C1 Partners"),
    "C2": gettext_lazy("C2 Team"),
    "C3": gettext_lazy("C3 Secretariat"),
}
DEMONSTRATION = gettext_lazy("Demonstration: everything here is fictitious.")
CLASS_OF_SENSITIVITY = {"LOW": PUBLIC, "MODERATE": "C1", "HIGH": "C2", "SEVERE": "C3"}


@dataclass(frozen=True)
class Imprint:
    """The imprint of one paper; `standing` is the version that it is of, and `keeping` how it is to be kept."""

    title: str
    classed: str
    made_by: str
    made_at: datetime
    standing: str = ""
    demonstration: bool = False

    @property
    def class_words(self) -> str:
        """The class with its word."""
        return str(CLASS_WORDS[self.classed])

    @property
    def made(self) -> str:
        """Who made it, and when."""
        day, time = f"{self.made_at:%d/%m/%Y}", _clock(self.made_at)
        return _("Made by: %(who)s, on %(day)s at %(time)s") % {"who": self.made_by, "day": day, "time": time}

    @property
    def keeping(self) -> str:
        """How it is to be kept."""
        if self.classed == PUBLIC:
            return ""
        if self.classed == "C3":
            return _("Not to be copied nor to leave the secretariat.")
        return _("Not to be copied beyond those who may read it.")

    @property
    def language(self) -> str:
        """The language that it is written in."""
        return get_language() or "fr"


def imprint_for(person: Person, title: str, classed: str, standing: str = "") -> Imprint:
    """The imprint of a paper that `person` makes now.

    What is public does not name who made it: it hangs on walls where that could do harm. The trail has the name.
    """
    role = str(role_of(reach_of(person))).lower()
    return Imprint(
        title=title,
        classed=classed,
        made_by=role if classed == PUBLIC else f"{person.get_full_name()} ({role})",
        made_at=timezone.localtime(),
        standing=standing,
        demonstration=bool(settings.FILON_DEMONSTRATION),
    )


def adopted_version(number: int, checksum: str) -> str:
    """Which adopted version a paper is of, in words."""
    return _("Adopted version no. %(number)d · SHA-256 %(checksum)s") % {"number": number, "checksum": checksum}


def _clock(at: datetime) -> str:
    return _("%(hours)02d:%(minutes)02d") % {"hours": at.hour, "minutes": at.minute}
