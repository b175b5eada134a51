"""The letter of transmission: what is asked of whom, by when, and a slip to acknowledge it."""

from dataclasses import dataclass
from typing import Self

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.codes import PROVINCES
from workshops.advice import DAYS_TO_ACKNOWLEDGE, due_on
from workshops.codes import Horizon
from workshops.models import Recommendation

from ..paper import Imprint, begun, written
from ..paper.pieces import table
from ..paper.styles import MARK
from ..workshop.words import quarter_in_words


@dataclass(frozen=True)
class Letter:
    """The letter in words: province and quarter as a ministry is told them, the recommendation as it was cleared."""

    to: str
    reference: str
    day: str
    where: str
    when: str
    words: str
    facts: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, row: Recommendation) -> Self:
        """The letter of one recommendation; what is not filled in yet stays a line to write on."""
        due = due_on(row.sent_on, row.horizon)
        horizon = str(Horizon(row.horizon).label) if row.horizon else ""
        until = _("until %(day)s") % {"day": date_format(due, "SHORT_DATE_FORMAT")} if due else ""
        facts = (
            (_("Subject"), row.get_type_display()),
            (_("Level"), row.get_level_display()),
            (_("Body responsible"), row.body),
            (_("By when"), " – ".join(it for it in (horizon, until) if it)),
            (_("Reference to the roadmap"), row.roadmap),
        )
        return cls(
            to=str(row.addressed_to or row.addressee),
            reference=row.letter,
            day=date_format(row.sent_on, "SHORT_DATE_FORMAT") if row.sent_on else "",
            where=", ".join(str(PROVINCES.get(it, it)) for it in row.workshop.provinces),
            when=quarter_in_words(row.workshop.starts_on),
            words=row.cleared_text,
            facts=tuple(it for it in facts if it[1]),
        )

    @property
    def opening(self) -> str:
        """Where it comes from."""
        return _(
            "In the %(when)s a workshop on the mining sites of %(where)s adopted in plenary the following "
            "recommendation. It is addressed to you."
        ) % {"when": self.when, "where": self.where}

    @property
    def asking(self) -> str:
        """What is asked."""
        return _(
            "We ask you to acknowledge this letter within %(n)d days, with the slip below or by your access, and then "
            "to say how far it has come."
        ) % {"n": DAYS_TO_ACKNOWLEDGE}


def letter_as_word(letter: Letter, imprint: Imprint) -> bytes:
    """The letter as a Word file."""
    document = begun(imprint)
    document.add_paragraph(imprint.title, style="Title")
    blank = "………………………"
    document.add_paragraph(
        _("No. %(reference)s, %(day)s") % {"reference": letter.reference or blank, "day": letter.day or blank},
        style=MARK,
    )
    document.add_paragraph(_("To: %(whom)s") % {"whom": letter.to or blank}, style=MARK)
    document.add_paragraph(letter.opening)
    document.add_paragraph().add_run(letter.words).bold = True
    table(document, (_("Subject"), _("Information")), (5, 12), letter.facts)
    document.add_paragraph()
    document.add_paragraph(letter.asking)
    document.add_paragraph(_("For the technical secretariat"))
    document.add_heading(_("Acknowledgement"), 1)
    document.add_paragraph(_("Letter no. %(reference)s received on:") % {"reference": letter.reference or blank})
    document.add_paragraph(_("Number of registration, name of the body, signature:"))
    return written(document)
