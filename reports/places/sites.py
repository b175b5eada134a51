"""The places of a view as rows of a paper: what the screen shows of each, in words."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.utils.translation import gettext as _

from access.reach import Reach
from claims.codes import ActivityStatus, ArmedPresence, Mineral, QualificationStatus
from mapping.dictionaries import options_of
from mapping.filters import BY_KEY, PRESENCE
from mapping.matching import View
from mapping.words import day_in_words, joined, word, words
from sites.codes import ActorCategory

from ..paper.chart import Spot
from ..place_rows import place_names, place_rows

DRAWN = (*PRESENCE, ArmedPresence.WITHHELD)
"""What a place can be drawn as, the gravest first."""

MOST_ACTORS = 4


@dataclass(frozen=True)
class SiteRow:
    """One place; `last` is the month in which anything was said last."""

    code: str
    name: str
    territoire: str
    province: str
    spot: tuple[float, float] | None
    presence: str
    contradicted: bool
    minerals: str
    actors: str
    activity: str
    workers: str
    qualification: str
    last_on: date | None
    sources: int

    @property
    def presence_words(self) -> str:
        """What is drawn, in words."""
        return word(ArmedPresence, self.presence)

    @property
    def last(self) -> str:
        """The month of the last thing said; the day is not for paper."""
        return day_in_words(self.last_on, "MONTH")


def sites_of(reach: Reach, view: View, today: date, provinces: dict[str, str]) -> list[SiteRow]:
    """The places of `view` that `reach` sees, by province, territoire and name."""
    statement, parameters = place_rows(reach, view, today, guarded=False, verb="view")
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        found = [_row(dict(zip(place_names(), values, strict=True)), provinces) for values in cursor.fetchall()]
    return sorted(found, key=lambda it: (it.province, it.territoire, it.name.casefold(), it.code))


def _row(told: dict[str, Any], provinces: dict[str, str]) -> SiteRow:
    placed = told["longitude"] is not None
    return SiteRow(
        code=told["code"],
        name=told["name"],
        territoire=told["territoire"],
        province=provinces.get(told["province"], told["province"] or ""),
        spot=(float(told["longitude"]), float(told["latitude"])) if placed else None,
        presence=told["armed_presence"],
        contradicted=told["contradicted"],
        minerals=joined(words(Mineral, (told["minerals"] or "").split())),
        actors=_actors(told["actors"] or "", told["actor_categories"] or ""),
        activity=word(ActivityStatus, told["activity"]) if told["activity"] != ActivityStatus.UNKNOWN else "",
        workers="" if told["workers"] is None else str(told["workers"]),
        qualification=word(QualificationStatus, told["qualification"]),
        last_on=told["last_information_on"],
        sources=told["independent_sources"],
    )


def _actors(names: str, categories: str) -> str:
    """Names where the reader is told any, else categories; a few, and how many more."""
    told = names.split("; ") if names else words(ActorCategory, categories.split())
    more = len(told) - MOST_ACTORS
    return joined(told[:MOST_ACTORS]) + (f" (+\u202f{more})" if more > 0 else "")


def by_weight(sites: Iterable[SiteRow]) -> list[SiteRow]:
    """Gravest presence first, then whatever was said last."""
    latest = sorted(sites, key=lambda it: (it.last_on or date.min, it.name), reverse=True)
    return sorted(latest, key=lambda it: DRAWN.index(ArmedPresence(it.presence)))


def spots_of(sites: Iterable[SiteRow]) -> list[Spot]:
    """Marks on a map, numbered as the rows are."""
    return [
        Spot(str(n), it.spot[0], it.spot[1], it.presence, it.contradicted) for n, it in enumerate(sites, 1) if it.spot
    ]


def legend_of(sites: Iterable[SiteRow]) -> list[tuple[str, str]]:
    """Marks that are drawn, in the order of the list."""
    drawn = {it.presence for it in sites}
    return [(str(code), str(code.label)) for code in DRAWN if code in drawn]


def presences_of(sites: Iterable[SiteRow]) -> list[tuple[str, str, int]]:
    """How many places are drawn as what."""
    counted = Counter(it.presence for it in sites)
    return [(str(code), str(code.label), counted[code]) for code in DRAWN if counted[code]]


def view_in_words(view: View, reach: Reach) -> str:
    """The conditions of a view, as they would be read out."""
    told = []
    for key, codes in view.filters.items():
        labels = {str(option["code"]): str(option["label"]) for option in options_of(BY_KEY[key], reach)}
        named = joined(labels[code] for code in codes)
        told.append(_("%(label)s: %(told)s") % {"label": BY_KEY[key].label, "told": named})
    days = ((_("from"), view.start), (_("until"), view.end))
    told += [joined([words_, day_in_words(day)], " ") for words_, day in days if day]
    if view.q:
        told.append(_("%(label)s: %(told)s") % {"label": BY_KEY["q"].label, "told": view.q})
    return joined(told, " · ")
