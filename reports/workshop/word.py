"""The report as a Word file."""

from collections.abc import Sequence

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from docx.document import Document as WordFile
from docx.shared import Cm

from ..paper import Imprint, begun, written
from ..paper.chart import Chart
from ..paper.pieces import picture, table, turn
from ..paper.sketch import sketch_of
from ..paper.styles import MARK, OUTLINE
from .content import Advice, Dissent, Goal, Report, Site
from .drawing import as_png
from .words import card_in_words, labelled, people_in_words, sites_in_words

PICTURE_WIDTH, PICTURE_HEIGHT = 25.8, 14.8
SITE_WIDTHS = (4.2, 4.4, 4.4, 5.4, 4.9, 2.6)
ADVICE_WIDTHS = (0.9, 7.6, 4.4, 4.3)
GOAL_WIDTHS = (9.4, 7.8)
Legend = Sequence[tuple[str, str]]


def as_word(report: Report, imprint: Imprint, chart: Chart | None = None, legend: Legend = ()) -> bytes:
    """The whole report; with `chart` its sites are numbered as on that map."""
    document = begun(imprint)
    _title(document, report, imprint)
    _context(document, report)
    _participants(document, report)
    _tree(document, report)
    if report.sites or report.not_reached:
        turn(document, landscape=True)
        _sites(document, report, chart, legend)
    turn(document, landscape=False)
    _advice(document, report.advice)
    _goals(document, report.goals)
    _dissent(document, report.dissent)
    _to_complete(document, report)
    return written(document)


def summary_as_word(report: Report, imprint: Imprint) -> bytes:
    """The first day on one page: core problem, direct causes and effects, how far the sites have come."""
    document = begun(imprint)
    _title(document, report, imprint)
    document.add_paragraph(people_in_words(report.people))
    document.add_heading(_("Core problem"), 1)
    document.add_paragraph(report.core or _("No wording yet."))
    for head, cards in ((_("Direct causes"), report.causes), (_("Direct effects"), report.effects)):
        document.add_heading(head, 1)
        for card in (it for it in cards if it.depth == 1):
            document.add_paragraph(card_in_words(card), style="List Bullet")
    document.add_heading(_("Sites"), 1)
    document.add_paragraph(sites_in_words(report))
    return written(document)


def _title(document: WordFile, report: Report, imprint: Imprint) -> None:
    document.add_paragraph(imprint.title, style="Title")
    document.add_paragraph(report.heading.title, style=MARK)
    document.add_paragraph(f"{report.heading.part} · {imprint.class_words}", style=MARK)


def _context(document: WordFile, report: Report) -> None:
    heading = report.heading
    document.add_heading(_("Context"), 1)
    facts = [
        (_("Round"), heading.round),
        (_("Dates"), heading.when),
        (_("Place"), heading.where),
        (_("Report"), f"{heading.number}, {_('version')} {heading.version}"),
        (_("Made on"), date_format(heading.made_on, "SHORT_DATE_FORMAT")),
    ]
    if report.groups:
        facts.append((_("Groups"), ", ".join(report.groups)))
    table(document, (_("Subject"), _("Information")), (4, 13.2), facts)
    if report.agenda:
        document.add_heading(_("Agenda"), 2)
        for day, title, minutes in report.agenda:
            line = _("Day %(day)d: %(title)s (%(minutes)d min)") % {"day": day, "title": title, "minutes": minutes}
            document.add_paragraph(line, style="List Bullet")


def _participants(document: WordFile, report: Report) -> None:
    document.add_heading(_("Participants"), 1)
    document.add_paragraph(people_in_words(report.people))
    rows = [(name, str(number)) for name, number in report.people.categories]
    if rows:
        table(document, (_("Category"), _("Participants")), (11, 3.5), rows)


def _tree(document: WordFile, report: Report) -> None:
    if report.picture is not None:
        turn(document, landscape=True)
        document.add_heading(_("Problem tree"), 1)
        shape = report.picture.height / report.picture.width
        picture(document, as_png(report.picture), report.picture_says, PICTURE_WIDTH, PICTURE_HEIGHT, shape)
        turn(document, landscape=False)
    document.add_heading(_("The tree in words"), 1)
    document.add_paragraph(labelled(_("Core problem"), report.core or _("No wording yet.")), style=MARK)
    for head, cards in ((_("Causes"), report.causes), (_("Effects"), report.effects)):
        if cards:
            document.add_heading(head, 2)
        for card in cards:
            line = document.add_paragraph(style=OUTLINE)
            line.paragraph_format.left_indent = Cm(0.8 * (card.depth - 1))
            line.add_run(labelled(card.kind, "")).bold = True
            line.add_run(card_in_words(card))
    if report.loops:
        document.add_heading(_("Links between branches"), 2)
        for source, target, loop in report.loops:
            told = f"{source} → {target}" + (f" ({_('loop')})" if loop else "")
            document.add_paragraph(told, style="List Bullet")


def _sites(document: WordFile, report: Report, chart: Chart | None, legend: Legend) -> None:
    document.add_heading(_("Summary mapping of sites"), 1)
    if chart:
        sketch = sketch_of(chart, legend)
        says = _("Numbered sites, told in the table below")
        picture(document, sketch.png, says, PICTURE_WIDTH, PICTURE_HEIGHT, sketch.shape)
    heads = (
        _("Site"),
        _("Nature of the site"),
        _("Main actors"),
        _("Operational modes"),
        _("Final beneficiaries"),
        _("Agreement"),
    )
    rows = [(f"{number}. " if chart else "", it) for number, it in enumerate(report.sites, 1)]
    table(document, heads, SITE_WIDTHS, (_site(it, number) for number, it in rows))
    if report.not_reached:
        document.add_heading(report.not_reached_says, 2)
        document.add_paragraph(", ".join(report.not_reached))


def _site(it: Site, number: str = "") -> tuple[tuple[str, ...] | str, ...]:
    """A line that begins with an em space is one of the small ones."""
    beside = [it.where, _("contains statements that are not for the plenary") if it.group_only else ""]
    seen = [it.presence] if it.presence else []
    name = (number + it.name, *(f"\u2003{line}" for line in beside if line))
    actors = (*(f"\u2003{line}" for line in seen), *it.actors, *(f"\u2003{line}" for line in it.past))
    return name, it.nature, actors, it.modes, it.beneficiaries, it.agreement


def _advice(document: WordFile, advice: tuple[Advice, ...]) -> None:
    document.add_heading(_("Recommendations"), 1)
    if not advice:
        document.add_paragraph(_("No recommendation yet."))
        return
    heads = ("N°", _("Recommendation"), _("Causes that it answers"), _("Who, where, by when"))
    rows = []
    for number, it in enumerate(advice, 1):
        beside = [it.type, _("not for the plenary") if it.group_only else "", it.agreement]
        said = (it.text, *(f"\u2003{line}" for line in beside if line))
        rows.append((str(number), said, it.causes, tuple(line for line in (it.body, it.level, it.horizon) if line)))
    table(document, heads, ADVICE_WIDTHS, rows)


def _goals(document: WordFile, goals: tuple[Goal, ...]) -> None:
    if goals:
        document.add_heading(_("Objectives"), 1)
        heads = (_("What should hold instead"), _("In place of the cause"))
        table(document, heads, GOAL_WIDTHS, ((it.text, it.cause) for it in goals))


def _dissent(document: WordFile, dissent: tuple[Dissent, ...]) -> None:
    document.add_heading(_("Reservations"), 1)
    if not dissent:
        document.add_paragraph(_("No reservation was recorded."))
    for it in dissent:
        line = document.add_paragraph(style="List Bullet")
        if it.about:
            line.add_run(labelled(it.about, "")).bold = True
        line.add_run(it.text)


def _to_complete(document: WordFile, report: Report) -> None:
    if report.to_complete:
        document.add_heading(_("Still to be completed"), 1)
        rows = [(told, str(number)) for told, number in report.to_complete]
        table(document, (_("What"), _("How often")), (13.5, 3.5), rows)
