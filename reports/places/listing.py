"""The table of sites by territoire: every place of a view, as its reader knows it."""

from datetime import date
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from access.reach import reach_of
from lib.problems import Fault, Problem
from mapping.dictionaries import provinces
from mapping.matching import View
from mapping.words import day_in_words, joined

from ..paper import Imprint, Paper, Sheet, begun, imprint_for, written
from ..paper.pieces import table
from ..paper.styles import MARK
from ..place_rows import highest_class
from .sites import SiteRow, legend_of, sites_of, view_in_words

MOST_SITES = 1000
"""What is made while one waits; more is for a file of data, or for a view that is narrower."""
WIDTHS = (1.1, 2.0, 4.6, 4.4, 3.6, 5.2, 3.4, 1.9)


def site_table(view: View, today: date, *, by: Any) -> Paper:
    """The places of `view`, by province and territoire. Raises `Fault.TOO_MANY_ROWS` for more than a paper holds."""
    reach = reach_of(by)
    sites = sites_of(reach, view, today, dict(provinces(reach)))
    if len(sites) > MOST_SITES:
        raise Problem(Fault.TOO_MANY_ROWS, most=MOST_SITES)
    words = {
        "groups": _grouped(sites),
        "number": len(sites),
        "filters": view_in_words(view, reach),
        "legend": legend_of(sites),
        "day": day_in_words(min(view.on or today, today)),
    }
    return Paper(
        stem="sites-par-territoire",
        imprint=imprint_for(by, _("Sites by territoire"), highest_class(reach, view, today, "view")),
        sheet=Sheet("reports/papers/site_table.html", words),
        as_word=lambda imprint: _as_word(words, imprint),
    )


def _grouped(sites: list[SiteRow]) -> list[tuple[str, str, list[SiteRow]]]:
    """Province, territoire and their sites; what has neither stands last."""
    groups = groupby(sites, key=lambda it: (it.province, it.territoire))
    told = [(province, territoire or _("Territoire not known"), list(rows)) for (province, territoire), rows in groups]
    return sorted(told, key=lambda it: not it[0])


def _as_word(words: dict[str, Any], imprint: Imprint) -> bytes:
    document = begun(imprint, landscape=True)
    document.add_paragraph(imprint.title, style="Title")
    when = _("Situation on") + f" {words['day']}"
    document.add_paragraph(
        joined(
            [when, ngettext("%(n)d site", "%(n)d sites", words["number"]) % {"n": words["number"]}, words["filters"]],
            " · ",
        ),
        style=MARK,
    )
    heads = (
        "N°",
        _("Code"),
        _("Site"),
        _("Armed presence"),
        _("Minerals"),
        _("Actors"),
        _("Qualification"),
        _("Last"),
    )
    number = 0
    for province, territoire, sites in words["groups"]:
        document.add_heading(joined([territoire, province], " · "), 1)
        rows = []
        for site in sites:
            number += 1
            presence = f"{site.presence_words} ≠" if site.contradicted else site.presence_words
            told = (site.minerals, site.actors, site.qualification, site.last)
            rows.append((str(number), site.code, site.name, presence, *told))
        table(document, heads, WIDTHS, rows)
    if not words["number"]:
        document.add_paragraph(_("There is no site here that you may read."))
    return written(document)
