"""Who took a file, when, of which class, from an installation of which kind: on each file that leaves."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Person


@dataclass(frozen=True)
class Stamp:
    """What a file says of itself."""

    reader: str
    at: datetime
    sensitivity: str
    view: str
    attribution: str
    demonstration: str

    def cells(self) -> dict[str, str]:
        """The stamp as columns of a table: each line stays attributable when it is copied elsewhere."""
        told = {
            "exported_by": self.reader,
            "exported_at": self.at.isoformat(timespec="minutes"),
            "class": self.sensitivity,
            "view": self.view,
            "attribution": self.attribution,
        }
        return told | ({"demonstration": self.demonstration} if self.demonstration else {})


def stamp_for(person: Person, sensitivity: str, view: str) -> Stamp:
    """The stamp of a file that `person` takes now."""
    told = _("Demonstration data: fictitious sites; nothing here is real.") if settings.FILON_DEMONSTRATION else ""
    return Stamp(
        reader=f"{person.get_full_name()} <{person.email}>",
        at=timezone.localtime(),
        sensitivity=sensitivity,
        view=view,
        attribution=_("Filon; sources and licences stand in the column “sources”."),
        demonstration=told,
    )
