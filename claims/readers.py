"""Who would read a claim once it is released, and what the four questions rest on: for the eye of who decides."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sites.codes import Sensitivity

from .derived import independent_sources
from .hand import Hand
from .models import Claim


@dataclass(frozen=True)
class Question:
    """One of the four questions with what is known that bears on it."""

    name: str
    hint: str


def readers_of(claim: Claim) -> str:
    """Who reads the claim after its release, in one sentence."""
    if claim.sensitivity == Sensitivity.SEVERE:
        return _("The secretariat alone will read it.")
    if claim.sensitivity != Sensitivity.HIGH:
        return _("Every reader of its province will read it, ministries and facilitators by month.")
    if claim.about_state:
        return _("Analysts will read it; the ministry only as a count, because it is about the state.")
    return _("Analysts will read it; the ministry sees the category and the period.")


def questions_of(claim: Claim, hand: Hand) -> list[Question]:
    """The four questions, each with what is known."""
    return [
        Question("speaker", _speaker(claim, hand)),
        Question("single_source", _sources(claim)),
        Question("attack", readers_of(claim)),
        Question("reply", _replies(claim, hand)),
    ]


def _speaker(claim: Claim, hand: Hand) -> str:
    if hand.raw and claim.cleared_at is None:
        return _("the text is not cleared yet")
    if claim.cleared_text:
        return _("read the cleared text once more")
    return _("no words leave the secretariat")


def _sources(claim: Claim) -> str:
    rows = Claim.objects.filter(place=claim.place_id, retired_at=None) if claim.place_id else Claim.objects.none()
    number = independent_sources(rows)
    words = ngettext(
        "%(number)s independent source speaks of the place", "%(number)s independent sources speak of the place", number
    )
    return words % {"number": number}


def _replies(claim: Claim, hand: Hand) -> str:
    number = claim.replies.count()
    if number:
        return ngettext("%(number)s reply is recorded", "%(number)s replies are recorded", number) % {"number": number}
    return _("somebody is named; no reply yet") if hand.own.row.get("actor") else _("nobody is named")
