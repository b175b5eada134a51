"""The sheet of restitution, in French or Swahili, and the letter of transmission, ready to be made."""

from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from lib.problems import Fault, Problem
from workshops.codes import WorkshopState
from workshops.models import Recommendation, Workshop

from ..paper import Paper, Sheet, imprint_for
from .letter import Letter, letter_as_word
from .returned import kept, lead_of, returned_as_word, returned_from, rights

RESTITUTION = {"restitution": "fr", "restitution-sw": "sw"}
"""Names of the sheet, and the language of each."""


def restitution_sheet(name: str, workshop: Workshop, *, by: Any) -> Paper:
    """What became of what a released workshop said. Raises `Fault.NOT_READY` before its release."""
    if workshop.state != WorkshopState.RELEASED:
        raise Problem(Fault.NOT_READY)
    language = RESTITUTION[name]
    with translation.override(language):
        told = returned_from(workshop)
        words = {"told": told, "lead": lead_of(told), "figures": told.figures, "rights": rights(), "kept": kept()}
        return Paper(
            stem=f"restitution-{language}",
            imprint=imprint_for(by, _("What became of your words"), "C0"),
            sheet=Sheet("reports/papers/restitution.html", words),
            as_word=lambda imprint: returned_as_word(told, imprint),
            language=language,
        )


def transmission_letter(recommendation: Recommendation, *, by: Any) -> Paper:
    """The letter with which a recommendation goes to whoever is asked, in its cleared words: class C2."""
    letter = Letter.of(recommendation)
    return Paper(
        stem="lettre-de-transmission",
        imprint=imprint_for(by, _("Letter of transmission"), "C2"),
        sheet=Sheet("reports/papers/letter.html", {"letter": letter}),
        as_word=lambda imprint: letter_as_word(letter, imprint),
    )
