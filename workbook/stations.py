"""The stations of the workbook in the order of the two days, and what the shell page shows of them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from claims.codes import Agreement

TEMPLATES = Path(settings.BASE_DIR) / "templates"
ANY_WORKSHOP = "00000000-0000-0000-0000-000000000000"
ADDRESSES = ("context", "register", "last-round")
"""What the shell asks by itself; every other address comes with the context of a workshop."""


@dataclass(frozen=True)
class Station:
    """One station: its name in addresses, its label, its icon."""

    name: str
    label: str | Promise
    icon: str

    @property
    def template(self) -> str:
        """Its template, "" while it has none: the rail leaves it out."""
        path = f"workbook/{self.name}.html"
        return path if (TEMPLATES / path).exists() else ""


STATIONS = (
    Station("preparation", _("Preparation"), "prep"),
    Station("agenda", _("Agenda and groups"), "clock"),
    Station("tree", _("Problem tree"), "tree"),
    Station("sites", _("Sites to treat"), "pin"),
    Station("table", _("Table of sites"), "table"),
    Station("chain", _("Mineral chain"), "chain"),
    Station("recommendations", _("Recommendations"), "flag"),
    Station("complete", _("To complete"), "checks"),
    Station("adoption", _("Reading back and adoption"), "okc"),
)


LEVELS = (
    Agreement.CONSENSUS,
    Agreement.MAJORITY,
    Agreement.MINORITY,
    Agreement.CONTESTED,
    Agreement.NOT_DISCUSSED,
)
"""What 1 to 5 mean where a site is opened for an exception; `adoption_keys.js` has the same."""


def words() -> list[str]:
    """Templates with what scripts say, one file per station and one for the frame."""
    return [f"workbook/words/{path.name}" for path in sorted((TEMPLATES / "workbook" / "words").glob("*.html"))]


def addresses() -> list[tuple[str, str]]:
    """What the shell asks for a workshop, whose id replaces the zeros."""
    found = []
    for name in ADDRESSES:
        try:
            found.append((name, reverse(f"workbook:{name.replace('-', '_')}", args=[ANY_WORKSHOP])))
        except NoReverseMatch:
            continue
    return found


def shell_page() -> dict[str, Any]:
    """Return what the page shows besides the document and its vocabulary; nothing of it depends on the person."""
    return {
        "stations": [station for station in STATIONS if station.template],
        "words": words(),
        "addresses": addresses(),
        "agreement_levels": [(it.value, it.label) for it in LEVELS],
    }
