"""The note on a territoire: one page of counts, a map and the sites that weigh most, as its reader knows them."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from access.reach import Reach, reach_of
from lib.problems import Fault, Problem
from mapping.dictionaries import provinces, territoires
from mapping.matching import View
from mapping.words import day_in_words, joined

from ..paper import Imprint, Paper, Sheet, begun, imprint_for, written
from ..paper.chart import chart_of
from ..paper.pieces import picture, table
from ..paper.sketch import sketch_of
from ..paper.styles import MARK
from ..place_rows import highest_class
from .sites import SiteRow, by_weight, legend_of, presences_of, sites_of, spots_of, view_in_words

MAP_SIZE = (702.0, 300.0)
ROWS = (16, 13, 10, 8, 6, 4, 2)
"""How many sites are tried, until the note stands on one page."""
ROWS_IN_WORD = 12
MAP_IN_WORD = (16.0, 7.6)
"""Centimetres."""
MOST_COUNTED = 5
WIDTHS = (1.0, 4.0, 4.4, 3.6, 2.6, 1.8)


def territoire_note(view: View, today: date, *, by: Any) -> Paper:
    """The note on the one territoire of `view`. Raises `Fault.BAD_PARAMETER` without one, or with several."""
    reach = reach_of(by)
    asked = view.filters.get("territoire", ())
    name = dict(territoires(reach)).get(asked[0], "") if len(asked) == 1 else ""
    if not name:
        raise Problem(Fault.BAD_PARAMETER, parameter="f.territoire")
    words = _words(name, view, reach, today)

    def write(imprint: Imprint) -> bytes:
        return _as_word({**words, **_first(words["all_sites"], ROWS_IN_WORD)}, imprint)

    title = _("Situation note – territoire of %(name)s") % {"name": name}
    return Paper(
        stem="note-territoire",
        imprint=imprint_for(by, title, highest_class(reach, view, today, "view")),
        sheet=Sheet("reports/papers/territoire_note.html", words, [_first(words["all_sites"], n) for n in ROWS]),
        as_word=write,
    )


def _first(sites: Sequence[SiteRow], most: int) -> dict[str, Any]:
    return {"sites": sites[:most], "others": max(len(sites) - most, 0)}


def _words(name: str, view: View, reach: Reach, today: date) -> dict[str, Any]:
    sites = by_weight(sites_of(reach, view, today, dict(provinces(reach))))
    dated = [it.last_on for it in sites if it.last_on]
    other = View(filters={key: codes for key, codes in view.filters.items() if key != "territoire"}, q=view.q)
    return {
        "name": name,
        "province": next((it.province for it in sites if it.province), ""),
        "filters": view_in_words(other, reach),
        "all_sites": sites,
        **_first(sites, ROWS[0]),
        "number": len(sites),
        "presences": presences_of(sites),
        "minerals": _counted(mineral for it in sites for mineral in it.minerals.split(", ") if mineral),
        "qualifications": _counted(it.qualification for it in sites if it.qualification),
        "last": day_in_words(max(dated), "MONTH") if dated else "",
        "chart": chart_of(spots_of(sites), MAP_SIZE),
        "legend": legend_of(sites),
        "day": day_in_words(min(view.on or today, today)),
    }


def _counted(found: Any) -> str:
    """The most frequent, with their numbers."""
    return joined(f"{word} ({n})" for word, n in Counter(found).most_common(MOST_COUNTED))


def _as_word(words: dict[str, Any], imprint: Imprint) -> bytes:
    document = begun(imprint, tight=True)
    document.add_paragraph(_("Territoire of %(name)s") % {"name": words["name"]}, style="Title")
    document.add_paragraph(
        joined([words["province"], _("Situation on") + f" {words['day']}", words["filters"]], " · "), style=MARK
    )
    facts = [(label, str(n)) for _code, label, n in words["presences"]]
    facts += [
        (label, told)
        for label, told in (
            (_("Minerals"), words["minerals"]),
            (_("Qualification"), words["qualifications"]),
            (_("Last information"), words["last"]),
        )
        if told
    ]
    document.add_heading(_("In figures"), 1)
    table(document, (_("What"), _("Number")), (9, 8), [(_("Sites"), str(words["number"])), *facts])
    if chart := words["chart"]:
        sketch = sketch_of(chart, words["legend"])
        says = _("Numbered sites, told in the table below")
        picture(document, sketch.png, says, *MAP_IN_WORD, sketch.shape)
    document.add_heading(_("Sites that weigh most"), 1)
    heads = ("N°", _("Site"), _("Armed presence"), _("Actors"), _("Qualification"), _("Last"))
    table(document, heads, WIDTHS, [_row(n, it) for n, it in enumerate(words["sites"], 1)])
    if words["others"]:
        document.add_paragraph(_("Further sites: %(n)d. All stand in “Sites by territoire”.") % {"n": words["others"]})
    document.add_paragraph(_("A statement is not an established fact."))
    return written(document)


def _row(number: int, site: SiteRow) -> tuple[Any, ...]:
    presence = f"{site.presence_words} ≠" if site.contradicted else site.presence_words
    return str(number), (site.name, f"\u2003{site.code}"), presence, site.actors, site.qualification, site.last
