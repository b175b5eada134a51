"""The three papers of a closed workshop: for everybody, for the room, for the secretariat."""

from typing import Any

from django.utils.translation import gettext as _

from claims.codes import ArmedPresence
from mapping.filters import PRESENCE
from workbook.models import Workbook

from ..paper import Imprint, Paper, Sheet, adopted_version, imprint_for
from ..paper.chart import Chart, Spot, chart_of
from .adopted import Adopted, adopted_part
from .communique import communique_as_word, communique_of, what_it_keeps, what_they_did
from .content import Report, Site
from .fitting import fitted
from .telling import ROOM, WHOLE, report_from
from .word import as_word
from .words import card_in_words, people_in_words

COMMUNIQUE = "communique"
VERBS = {COMMUNIQUE: "report", ROOM: "report", WHOLE: "report_whole"}
"""Which verb on a workbook opens which paper."""


def workshop_paper(name: str, workbook: Workbook, *, by: Any) -> Paper:
    """The paper of that name, of the adopted version. Raises `Fault.NOT_READY` before there is one."""
    adopted = adopted_part(workbook, whole=name == WHOLE, by=by)
    return _communique(workbook, adopted, by) if name == COMMUNIQUE else _report(name, workbook, adopted, by)


def _communique(workbook: Workbook, adopted: Adopted, by: Any) -> Paper:
    told = communique_of(workbook.workshop, adopted.records)
    words = {"told": told, "did": what_they_did(), "keeps": what_it_keeps()}
    return Paper(
        stem="communique",
        imprint=imprint_for(by, _("Communiqué"), "C0", adopted_version(adopted.number, adopted.checksum)),
        sheet=Sheet("reports/papers/communique.html", words),
        as_word=lambda imprint: communique_as_word(told, imprint),
    )


def _report(name: str, workbook: Workbook, adopted: Adopted, by: Any) -> Paper:
    report = report_from(workbook.workshop, adopted.records, name, by=by)
    title = _("The room's paper") if name == ROOM else _("The secretariat's file")
    standing = adopted_version(adopted.number, adopted.checksum)
    imprint = imprint_for(by, f"{title} – {report.heading.title}", report.heading.classed, standing)

    def write(stamped: Imprint) -> bytes:
        return as_word(report, stamped, _chart(report.sites), _legend(report.sites))

    return Paper(name, imprint, Sheet("reports/papers/workshop.html", _words(report, title)), write)


def _words(report: Report, title: str) -> dict[str, Any]:
    """What the template needs besides the report: everything in words, and the pictures as large as they fit."""
    outline: list[tuple[str, tuple[Any, ...]]] = [(_("Causes"), report.causes), (_("Effects"), report.effects)]
    return {
        "report": report,
        "kind": title,
        "people": people_in_words(report.people),
        "outline": [(head, [(it, card_in_words(it)) for it in side]) for head, side in outline if side],
        "tree": fitted(report.picture) if report.picture else None,
        "chart": _chart(report.sites),
        "unplaced": [number for number, it in enumerate(report.sites, 1) if it.spot is None],
        "legend": _legend(report.sites),
    }


def _chart(sites: tuple[Site, ...]) -> Chart | None:
    placed = [(number, it, it.spot) for number, it in enumerate(sites, 1) if it.spot]
    return chart_of([Spot(str(n), spot[0], spot[1], it.drawn, it.contradicted) for n, it, spot in placed])


def _legend(sites: tuple[Site, ...]) -> list[tuple[str, str]]:
    """Marks that are drawn, in the order of the list."""
    drawn = {it.drawn or str(ArmedPresence.NO_DATA) for it in sites if it.spot}
    return [(str(code), str(code.label)) for code in PRESENCE if code in drawn]
