"""The sheet that opens the next round: what became of what was said before all, and where recommendations stand."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from docx.document import Document as WordFile

from accounts.codes import PROVINCES
from claims.codes import Disclosure, ReviewStatus
from claims.models import Claim
from workshops.advice import ORDER
from workshops.codes import Horizon, RecommendationStatus, RecommendationType
from workshops.models import Recommendation, Workshop

from ..paper import Imprint, begun, written
from ..paper.pieces import table
from ..workshop.counting import told_cells, told_count
from ..workshop.words import quarter_in_words

RELEASED, CHECKED, WAITING, TAKEN_BACK = "released", "checked", "waiting", "taken back"
FATE = {
    ReviewStatus.PUBLISHED: RELEASED,
    ReviewStatus.CONTESTED: RELEASED,
    ReviewStatus.VERIFIED: CHECKED,
    ReviewStatus.SUBMITTED: WAITING,
    ReviewStatus.RETURNED: WAITING,
    ReviewStatus.DRAFT: WAITING,
    ReviewStatus.RETIRED: TAKEN_BACK,
}


@dataclass(frozen=True)
class Returned:
    """Provinces and quarter, counts of five and more, and each recommendation by subject; no wording, no site."""

    where: str
    when: str
    said: int | None
    fates: tuple[tuple[str, int], ...]
    advice: tuple[tuple[str, str, str], ...]

    @property
    def figures(self) -> list[tuple[int, str]]:
        """Numbers with their words."""
        told = [] if self.said is None else [(self.said, _("statements made before all"))]
        return told + [(number, fate_in_words(fate)) for fate, number in self.fates]


def fate_in_words(fate: str) -> str:
    """What became of statements, in the words of the room."""
    words: dict[str, Callable[[], str]] = {
        RELEASED: lambda: _("released to those who may read them"),
        CHECKED: lambda: _("checked, kept for now"),
        WAITING: lambda: _("still being checked"),
        TAKEN_BACK: lambda: _("taken back"),
    }
    return words[fate]()


def returned_from(workshop: Workshop) -> Returned:
    """What became of what was said for the plenary of a workshop; the rest is neither shown nor counted.

    What the room itself said anew replaces what it said before, and is counted once.
    """
    rows = Claim.objects.filter(workshop=workshop.pk, disclosure=Disclosure.PLENARY)
    rows = rows.exclude(review_status=ReviewStatus.RETIRED, superseded_by__isnull=False)
    stages = Counter(FATE[ReviewStatus(it)] for it in rows.order_by().values_list("review_status", flat=True))
    asked = Recommendation.objects.filter(workshop=workshop, disclosure=Disclosure.PLENARY)
    told = asked.values_list("status", "type", "horizon")
    return Returned(
        where=" · ".join(str(PROVINCES.get(it, it)) for it in workshop.provinces),
        when=quarter_in_words(workshop.starts_on),
        said=told_count(sum(stages.values())),
        fates=told_cells(stages),
        advice=tuple(_advice(*it) for it in sorted(told, key=_order, reverse=True)),
    )


def _order(told: tuple[str, str, str]) -> tuple[int, str, str]:
    """How far it has come; no order of theirs tells which was said first."""
    return ORDER.index(RecommendationStatus(told[0])), told[1], told[2]


def _advice(status: str, type: str, horizon: str) -> tuple[str, str, str]:
    when = str(Horizon(horizon).label) if horizon else ""
    return str(RecommendationType(type).label), when, str(RecommendationStatus(status).label)


def lead_of(told: Returned) -> str:
    """What the sheet is, in two sentences."""
    return _(
        "In the %(when)s a workshop spoke of mining sites and of peace. This is what became of what was said there; "
        "with it the next update begins."
    ) % {"when": told.when}


def rights() -> list[str]:
    """What whoever takes part has to know."""
    return [
        _("No name of a participant is written down."),
        _("You may keep silent, and you may ask for a withdrawal within fourteen days, without saying why."),
        _("What is read before all is known to all here; the rest goes to the secretariat alone."),
        _("Name no victim."),
    ]


def returned_as_word(told: Returned, imprint: Imprint) -> bytes:
    """The sheet as a Word file."""
    document = begun(imprint)
    document.add_paragraph(imprint.title, style="Title")
    document.add_paragraph(lead_of(told))
    if told.figures:
        document.add_heading(_("What was said"), 1)
        table(document, (_("What"), _("Number")), (13, 3), [(words, str(n)) for n, words in told.figures])
    _recommendations(document, told)
    document.add_heading(_("Your rights"), 1)
    for line in rights():
        document.add_paragraph(line, style="List Bullet")
    document.add_paragraph(kept())
    return written(document)


def _recommendations(document: WordFile, told: Returned) -> None:
    document.add_heading(_("Where the recommendations stand"), 1)
    if told.advice:
        table(document, (_("Subject"), _("By when"), _("Status")), (8.5, 4, 4.5), told.advice)
    else:
        document.add_paragraph(_("No recommendation yet."))


def kept() -> str:
    """What is not on the sheet."""
    return _("This sheet names no site, no actor and no participant; a number below five is not given.")
