"""Words that the Word file and the page share."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from .content import Card, People, Report

QUARTERS = (
    gettext_lazy("first quarter of %(year)d"),
    gettext_lazy("second quarter of %(year)d"),
    gettext_lazy("third quarter of %(year)d"),
    gettext_lazy("fourth quarter of %(year)d"),
)


def quarter_in_words(day: date) -> str:
    """The quarter in which a day lies, as it stands in a sentence."""
    return str(QUARTERS[(day.month - 1) // 3]) % {"year": day.year}


def sites_in_words(report: Report) -> str:
    """How many sites were treated, and which; how many of the list wait."""
    treated, waiting = len(report.sites), len(report.not_reached)
    told = ngettext("%(n)d site treated", "%(n)d sites treated", treated) % {"n": treated}
    if report.sites:
        told = labelled(told, ", ".join(it.name for it in report.sites))
    rest = ngettext("%(n)d other stands on the list.", "%(n)d others stand on the list.", waiting) % {"n": waiting}
    return f"{told}. {rest}" if waiting else f"{told}."


def card_in_words(card: Card) -> str:
    """Its wording, the points it got, and whether it is kept from the plenary."""
    points = ngettext("%(n)d point", "%(n)d points", card.points) % {"n": card.points} if card.points else ""
    kept = _("not for the plenary") if card.group_only else ""
    beside = ", ".join(it for it in (points, kept) if it)
    return f"{card.text} ({beside})" if beside else card.text


def labelled(label: str, told: str) -> str:
    """A label and what it introduces, as the language sets a colon."""
    return _("%(label)s: %(told)s") % {"label": label, "told": told}


def people_in_words(people: People) -> str:
    """How many, women and men, and which categories are too small to be counted; never a name."""
    if not people.total:
        return _("The participants are not counted, or too few to be counted.")
    told = ngettext("%(n)d participant", "%(n)d participants", people.total) % {"n": people.total}
    if people.sexes:
        told += " (" + ", ".join(labelled(name.lower(), str(number)) for name, number in people.sexes) + ")"
    if people.small:
        told += ". " + _("Also present, not counted by category: %(names)s") % {"names": ", ".join(people.small)}
    return f"{told}."
