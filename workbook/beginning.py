"""What a workbook begins with: the entries that everybody has, made once by the server."""

from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from accounts.codes import ParticipantCategory
from workshops.codes import Sex, TreeSide
from workshops.models import Workshop

from .document import SCHEMA, SEPARATOR
from .models import Workbook
from .writing import Book

META, CORE = "book", "core"
"""Ids of the two entries of which there is one in every workbook."""

AGENDA = (
    (1, _("Opening, ground rules and consent"), 30),
    (1, _("What the last round said"), 30),
    (1, _("Problem tree: the core problem and its causes"), 120),
    (1, _("Problem tree: effects, links and votes"), 60),
    (1, _("Sites: who acts there and how"), 150),
    (1, _("Summary of the day"), 30),
    (2, _("Sites: routes of minerals and who gains"), 120),
    (2, _("Armed groups and disarmament"), 60),
    (2, _("Recommendations"), 90),
    (2, _("What is still open"), 60),
    (2, _("Reading back, reservations and closing"), 90),
)
"""Day, title and minutes of each session, where the workshop has no agenda of its own."""

CHECKS = (
    (-7, _("Letters of invitation are out, with the seats for women")),
    (-7, _("The hall is booked: wall for the projector, tables for groups, power")),
    (-7, _("The secretariat has chosen the sites to treat and given the last round’s statements")),
    (-7, _("The text of consent and the ground rules are printed")),
    (-1, _("Laptops are charged and have opened this workbook once")),
    (-1, _("Router, projector and extension leads are tried in the hall")),
    (-1, _("Lists by category, stickers for votes and paper sheets are printed")),
    (-1, _("Who leads, who takes notes and who looks after phones is agreed")),
)
"""Days before the first day, and what must be true by then."""


def write_beginning(book: Book, workbook: Workbook, workshop: Workshop) -> None:
    """Make the entries that everybody has; what is there already is left as it is."""
    with translation.override(settings.LANGUAGE_CODE):
        _once(book, "meta", META, {"schema": SCHEMA, "epoch": workbook.epoch})
        _once(book, "nodes", CORE, {"side": TreeSide.CORE, "order": order_of(0)})
        _write_agenda(book, workshop)
        for number, (due, title) in enumerate(CHECKS):
            _once(book, "checks", f"check-{number + 1}", {"order": order_of(number), "due": due, "title": str(title)})
    for category in ParticipantCategory.values:
        for sex in Sex.values:
            key = f"{category}{SEPARATOR}{sex}"
            _once(book, "counts", key, {"category": category, "sex": sex, "number": None})


def order_of(number: int) -> str:
    """A fractional index for the entry with that number (0 to 61 * 62): `a0` … `a9`, `aA` … `az`, then `b00` …."""
    digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    if number < len(digits):
        return f"a{digits[number]}"
    high, low = divmod(number - len(digits), len(digits))
    return f"b{digits[high]}{digits[low]}"


def _write_agenda(book: Book, workshop: Workshop) -> None:
    own = [line for line in workshop.agenda if isinstance(line, dict) and line.get("title")]
    told: list[dict[str, Any]] = own or [
        {"day": day, "title": str(title), "minutes": minutes} for day, title, minutes in AGENDA
    ]
    for number, line in enumerate(told):
        fields: dict[str, Any] = {"day": _whole(line.get("day"), 1), "minutes": _whole(line.get("minutes"), 30)}
        fields |= {"title": str(line["title"]), "order": order_of(number)}
        _once(book, "agenda", f"session-{number + 1}", fields)


def _whole(told: Any, otherwise: int) -> int:
    return told if isinstance(told, int) and not isinstance(told, bool) and told > 0 else otherwise


def _once(book: Book, root: str, key: str, fields: dict[str, Any]) -> None:
    if key not in book.ids(root):
        book.make(root, fields, key)
