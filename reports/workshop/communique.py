"""What a room lets everybody know: no site, no actor, counts of five and more of what was said for the plenary."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from docx.document import Document as WordFile

from access.reach import SYSTEM
from accounts.codes import PROVINCES
from claims.codes import FAMILY_OF_MODE, Mode, ModeFamily
from workbook.projection import Records
from workbook.projection.records import Place
from workbook.projection.statements import PAST
from workshops.codes import CauseTheme, RecommendationType, TreeSide
from workshops.models import Workshop

from ..paper import Imprint, begun, written
from ..paper.pieces import table
from .counting import told_cells, told_count
from .naming import Names
from .people import people_of
from .words import quarter_in_words

Counts = tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Communique:
    """Provinces and quarter, and what is counted; a number that is too small is not there."""

    where: str
    when: str
    people: int | None
    sites: int | None
    causes: int | None
    advice: int | None
    territoires: Counts
    themes: Counts
    families: tuple[tuple[str, Counts], ...]
    subjects: tuple[str, ...]

    @property
    def lead(self) -> str:
        """Who met, where and when."""
        told = {"where": self.where, "when": self.when}
        if self.people is None:
            return _("A workshop met in the %(when)s (%(where)s).") % told
        text = ngettext(
            "A workshop of %(n)d participant met in the %(when)s (%(where)s).",
            "A workshop of %(n)d participants met in the %(when)s (%(where)s).",
            self.people,
        )
        return text % {**told, "n": self.people}

    @property
    def figures(self) -> list[tuple[int, str]]:
        """Numbers with their words."""
        told = (
            (self.people, _("participants")),
            (self.sites, _("sites treated")),
            (self.causes, _("causes found")),
            (self.advice, _("recommendations")),
        )
        return [(number, words) for number, words in told if number is not None]

    @property
    def tables(self) -> list[tuple[str, str, Counts]]:
        """Title, head of the first column and rows of what is counted; by province where provinces differ."""
        families = [
            (_("Operational modes named in %(where)s") % {"where": where}, _("Family of modes"), cells)
            for where, cells in self.families
        ]
        tables = [
            (_("Sites by territoire"), _("Territoire"), self.territoires),
            (_("What the causes are about"), _("Theme"), self.themes),
            *families,
        ]
        return [it for it in tables if it[2]]


def communique_of(workshop: Workshop, records: Records) -> Communique:
    """What `records`, the plenary's part, let everybody know; the same for whoever takes it."""
    names = Names(records, SYSTEM)
    reached = {it.place for it in records.statements}
    places = [it for it in records.places if it.id in reached]
    causes = [it for it in records.nodes if it.side == TreeSide.CAUSE and it.text]
    advice = [it for it in records.recommendations if it.text]
    return Communique(
        where=" · ".join(_province(it) for it in workshop.provinces),
        when=quarter_in_words(workshop.starts_on),
        people=told_count(people_of(records, exact=False).total),
        sites=told_count(len(places)),
        causes=told_count(len(causes)),
        advice=told_count(len(advice)),
        territoires=told_cells(Counter(names.where(it) or _("not said") for it in places)),
        themes=tuple(
            (str(CauseTheme(code).label), n) for code, n in told_cells(Counter(it.theme for it in causes)) if code
        ),
        families=tuple(_families(workshop, records, places, names)),
        subjects=tuple(sorted({str(RecommendationType(it.type).label) for it in advice if it.type})),
    )


def _province(code: str) -> str:
    return str(PROVINCES.get(code, code))


def _families(workshop: Workshop, records: Records, places: list[Place], names: Names) -> Iterable[tuple[str, Counts]]:
    """In how many sites of each province a family of modes was named."""
    home = {it.id: names.province(it) for it in places}
    for code in workshop.provinces:
        named = {
            (FAMILY_OF_MODE[Mode(mode)], act.place)
            for act in records.involvements
            if act.since_last_round not in PAST
            for mode in act.modes
            if mode in Mode.values and home.get(act.place) == code
        }
        cells = told_cells(Counter(family for family, _place in named))
        if cells:
            yield _province(code), tuple((str(ModeFamily(family).label), n) for family, n in cells)


def communique_as_word(told: Communique, imprint: Imprint) -> bytes:
    """The communiqué as a Word file."""
    document = begun(imprint)
    document.add_paragraph(imprint.title, style="Title")
    document.add_paragraph(f"{told.lead} {what_they_did()}")
    if told.figures:
        table(document, (_("What"), _("Number")), (12, 4), [(words, str(n)) for n, words in told.figures])
    for title, head, rows in told.tables:
        document.add_heading(title, 1)
        table(document, (head, _("Number")), (12, 4), [(words, str(n)) for words, n in rows])
    _subjects(document, told)
    for line in what_it_keeps():
        document.add_paragraph(line)
    return written(document)


def _subjects(document: WordFile, told: Communique) -> None:
    if told.subjects:
        document.add_heading(_("What the recommendations are about"), 1)
        for subject in told.subjects:
            document.add_paragraph(subject, style="List Bullet")


def what_they_did() -> str:
    """What a workshop is for, in a sentence."""
    return _(
        "They looked for the causes of the activity of armed groups around mining sites, made a summary mapping and "
        "recommended ways to peace. What stands here was adopted in plenary."
    )


def what_it_keeps() -> list[str]:
    """What whoever reads it has to know."""
    return [
        _("This paper names no site, no actor and no participant; a number below five is not given."),
        _("What was said is a statement, not an established fact: it is checked before it is released."),
        _("Whoever was in the room can ask for a withdrawal within fourteen days, without giving a reason."),
    ]
