"""The note on one place: one page, as its reader knows the place, and nothing of class C3."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from docx.document import Document as WordFile

from access.reach import Reach, reach_of
from claims.codes import ArmedPresence, ReviewStatus
from claims.derived import independent_sources
from claims.models import Claim
from mapping.cards import Card, Moment, time_line
from mapping.involved import Involved, Way, actors_of, gains_of, ways_of
from mapping.reading import Reading, highest, read_place
from mapping.sheet import drawn_of, facts_of, heading_of
from mapping.triptych import columns_of_site, lines_of_site
from mapping.words import day_in_words, joined, word
from sites.codes import Sensitivity
from sites.models import Place

from ..paper import Imprint, Paper, Sheet, begun, imprint_for, written
from ..paper.chart import Chart, Spot, chart_of
from ..paper.imprint import CLASS_OF_SENSITIVITY
from ..paper.pieces import beside_picture, table
from ..paper.sketch import sketch_of
from ..paper.styles import MARK
from .causes import advice_on_paper, causes_on_paper, first_of

MAP_SIZE, MAP_SPAN_DEGREES = (300.0, 236.0), 2.4
MAP_IN_WORD = 5.6
"""Centimetres."""
MOST_ACTORS, MOST_WAYS, MOST_GAINS = 6, 5, 4
ROOM = ((7, 5), (5, 4), (4, 3), (3, 3), (2, 2), (1, 1), (1, 0), (0, 0))
"""How many moments, and how many causes and recommendations, are tried until the note stands on one page."""
ROOM_IN_WORD = (3, 2)


def place_note(place: Place, today: date, *, by: Any) -> Paper:
    """The note on a place that `by` may see."""
    reach = reach_of(by)
    reading = read_place(place, reach, today, today, on_paper=True)
    words = _words(reading, reach, today)
    classed = highest([reading.highest_class, *[Sensitivity.HIGH] * bool(words["all_causes"] or words["all_advice"])])
    title = _("Situation note – %(name)s") % {"name": place.name}

    def write(imprint: Imprint) -> bytes:
        return _as_word({**words, **_fitted(words, *ROOM_IN_WORD)}, imprint)

    return Paper(
        stem=f"note-{place.code or 'site'}",
        imprint=imprint_for(by, title, CLASS_OF_SENSITIVITY[classed]),
        sheet=Sheet("reports/papers/place_note.html", words, [_fitted(words, *numbers) for numbers in ROOM]),
        as_word=write,
    )


def _fitted(words: dict[str, Any], moments: int, ties: int) -> dict[str, Any]:
    """So many moments, and so many causes and recommendations, of all that may stand on the note."""
    tied = first_of(words["all_causes"], words["all_advice"], ties)
    return {**_latest(words["all_moments"], moments), **tied}


def _latest(moments: list[Moment], most: int) -> dict[str, Any]:
    said = [_said(card, moment.contradicted) for moment in moments[:most] for card in moment.cards]
    return {"said": said, "older": max(len(moments) - most, 0)}


def _said(card: Card, contradicted: bool) -> dict[str, Any]:
    """One statement in words, with the replies that everybody may read."""
    replies = [_("Reply: %(text)s") % {"text": it.cleared_text} for it in card.replies if it.cleared_text]
    return {
        "when": card.when,
        "contradicted": contradicted,
        "presence": card.presence,
        "presence_words": word(ArmedPresence, card.presence),
        "text": joined([card.title, *card.lines, *replies], " · "),
        "meta": joined(card.meta),
        "contested": str(ReviewStatus.CONTESTED.label) if card.contested else "",
    }


def _words(reading: Reading, reach: Reach, today: date) -> dict[str, Any]:
    drawn, columns, moments = drawn_of(reading, today), columns_of_site(reading), time_line(reading)
    causes, advice = causes_on_paper(reading.place.pk, reach), advice_on_paper(reading.place.pk, reach)
    presence = drawn["presence"]
    return {
        **heading_of(reading),
        "presence": presence,
        "presence_words": word(ArmedPresence, presence),
        "contradicted": drawn["contradicted"],
        "facts": [(label, told) for label, told in facts_of(reading) if told],
        "columns": columns,
        "lines": _lines(reading, columns),
        "actors": [(it.name, _told(it)) for it in actors_of(reading)[:MOST_ACTORS]],
        "ways": [_way(it) for it in ways_of(reading)[:MOST_WAYS]],
        "gains": list(dict.fromkeys(joined([it.who, it.how], " – ") for it in gains_of(reading)))[:MOST_GAINS],
        "all_moments": moments,
        "all_causes": causes,
        "all_advice": advice,
        **_latest(moments, len(moments)),
        **first_of(causes, advice, max(len(causes), len(advice))),
        "known": _known(reading),
        "chart": _chart(reading.place, presence, drawn["contradicted"]),
        "licences": sorted({row["licence"] for row in reading.all if row["open_data"] and row["licence"]}),
        "day": day_in_words(today),
    }


def _known(reading: Reading) -> str:
    """How much is known, from how many sources, how old."""
    rows = reading.all
    if not rows:
        return _("Nothing is known that may stand on this paper.")
    sources = independent_sources(Claim.objects.filter(pk__in=[row["id"] for row in rows]))
    said = ngettext("%(n)d statement", "%(n)d statements", len(rows)) % {"n": len(rows)}
    origin = ngettext("from %(n)d source", "from %(n)d independent sources", sources) % {"n": sources}
    last = day_in_words(rows[0]["stated_on"], rows[0]["stated_precision"])
    return _("%(said)s %(origin)s, the last of %(last)s.") % {"said": said, "origin": origin, "last": last}


def _lines(reading: Reading, columns: Any) -> list[tuple[str, list[str], bool]]:
    """The three views of the site, every cell in words."""
    return [
        (
            line.label,
            [cell.get("text") or word(ArmedPresence, cell.get("presence")) for cell in line.cells],
            line.differs,
        )
        for line in lines_of_site(reading, columns)
    ]


def _told(actor: Involved) -> str:
    """What is said of an actor last, with its day."""
    what, when, _row = actor.said[0]
    return joined([what, when], " · ")


def _way(way: Way) -> str:
    stops = joined(stop.name for stop in way.stops)
    return joined([f"{way.kind} → {stops}", way.told], " · ")


def _chart(place: Place, presence: str, contradicted: bool) -> Chart | None:
    if place.geom is None:
        return None
    point = place.geom if place.geom.geom_type == "Point" else place.geom.point_on_surface
    return chart_of([Spot(place.name, point.x, point.y, presence, contradicted)], MAP_SIZE, MAP_SPAN_DEGREES)


def _as_word(words: dict[str, Any], imprint: Imprint) -> bytes:
    document = begun(imprint, tight=True)
    place = words["place"]
    document.add_paragraph(place.name, style="Title")
    document.add_paragraph(
        joined([place.code or "", words["kind"], words["area"], words["position"]], " · "), style=MARK
    )
    differs = " ≠" if words["contradicted"] else ""
    document.add_paragraph(
        _("Situation on %(day)s: %(presence)s") % {"day": words["day"], "presence": words["presence_words"] + differs}
    )
    _site(document, words)
    _views(document, words)
    _listed(document, _("Actors"), [joined(it, " – ") for it in words["actors"]])
    gains = [_("%(label)s: %(told)s") % {"label": _("Who gains"), "told": it} for it in words["gains"]]
    _listed(document, _("Chain of the minerals"), [*words["ways"], *gains])
    _ties(document, words)
    _statements(document, words)
    if words["licences"]:
        document.add_paragraph(joined(words["licences"], " · "))
    return written(document)


def _site(document: WordFile, words: dict[str, Any]) -> None:
    if words["chart"]:
        document.add_heading(_("The site"), 1)
        says = _("Where %(name)s lies") % {"name": words["place"].name}
        beside_picture(document, words["facts"], sketch_of(words["chart"]).png, says, MAP_IN_WORD)
    elif words["facts"]:
        document.add_heading(_("The site"), 1)
        table(document, (_("Subject"), _("Information")), (4.5, 12.5), words["facts"])


def _views(document: WordFile, words: dict[str, Any]) -> None:
    if words["lines"]:
        document.add_heading(_("Three views of the site"), 1)
        heads = ("", *(column.title for column in words["columns"]))
        rows = [(f"{label} ≠" if differs else label, *cells) for label, cells, differs in words["lines"]]
        table(document, heads, (3.4, 4.6, 4.6, 4.6), rows)


def _listed(document: WordFile, head: str, lines: list[str]) -> None:
    if lines:
        document.add_heading(head, 1)
        for line in lines:
            document.add_paragraph(line, style="List Bullet")


def _ties(document: WordFile, words: dict[str, Any]) -> None:
    _listed(document, _("Causes that name it"), [joined([it.words, it.told], " – ") for it in words["causes"]])
    _listed(document, _("Recommendations"), [joined([it.words, it.told], " – ") for it in words["advice"]])
    if more := words["ties_left_out"]:
        document.add_paragraph(_("Further causes and recommendations, on the sheet: %(n)d") % {"n": more})


def _statements(document: WordFile, words: dict[str, Any]) -> None:
    document.add_heading(_("Statements"), 1)
    if not words["said"]:
        document.add_paragraph(_("Nothing is known that may stand on this paper."))
    for it in words["said"]:
        line = document.add_paragraph(style="List Bullet")
        line.add_run(joined([it["when"], "≠" if it["contradicted"] else ""], " ")).bold = True
        told = joined([it["presence_words"], it["text"], it["meta"], it["contested"]], " · ")
        line.add_run(f" – {told}")
    if words["older"]:
        document.add_paragraph(_("Older ones, on the sheet: %(n)d") % {"n": words["older"]})
