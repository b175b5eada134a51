"""From the records of a workbook to a report: for the room what was said for the plenary, for the secretariat all."""

from dataclasses import replace
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.codes import PROVINCES
from claims.codes import Agreement
from lib.canonical_json import digest
from workbook.claiming import as_plain
from workbook.projection import FindingCode, Projection, Records, plenary
from workbook.projection.records import Node
from workbook.projection.records import Recommendation as Asked
from workbook.projection.statements import PLENARY
from workshops.codes import (
    ActionLevel,
    Horizon,
    NodeKind,
    RecommendationType,
    TreeSide,
)
from workshops.models import Closing, Workshop

from ..paper.lettering import wrapped
from .content import Advice, Card, Dissent, Goal, Heading, Report
from .layout import drawn
from .naming import Names
from .people import people_of
from .sites import rows_of

ROOM, WHOLE = "room", "secretariat"
PARTS = (ROOM, WHOLE)
DIGITS_OF_VERSION = 8


def report_of(workshop: Workshop, projection: Projection, part: str, *, by: Any) -> Report:
    """The report of `part` of a workbook as it is now, as `by` may read the names in it."""
    if part == WHOLE:
        return report_from(workshop, projection.records, part, by=by, to_complete=_to_complete(projection))
    return report_from(workshop, plenary(projection.records, reserves=True), part, by=by)


def report_from(
    workshop: Workshop, records: Records, part: str, *, by: Any, to_complete: tuple[tuple[str, int], ...] = ()
) -> Report:
    """The report that says `records`, which are those of `part` and no more."""
    whole = part == WHOLE
    names = Names(records, by)
    core = next((it.text for it in records.nodes if it.side == TreeSide.CORE), "")
    texts = {it.id: it.text for it in records.nodes}
    picture = drawn(records.nodes, records.links, wrapped)
    waiting = [it for it in records.places if it.treat and not it.reached]
    return Report(
        heading=_heading(workshop, records, part),
        agenda=tuple((it.day, it.title, it.minutes) for it in records.agenda if it.title),
        groups=tuple(it.name for it in records.groups if it.name),
        people=people_of(records, exact=whole),
        core=core,
        causes=_outline(records, TreeSide.CAUSE),
        effects=_outline(records, TreeSide.EFFECT),
        loops=tuple((texts[it.source], texts[it.target], it.loop) for it in records.links),
        picture=picture,
        picture_says=_("Problem tree: causes on the left, the core problem, effects on the right. In words below."),
        sites=rows_of(records, names),
        not_reached=tuple(names.place(it.id) for it in waiting),
        not_reached_says=_("On the list, not reached") if whole else _("On the list, nothing read in plenary"),
        advice=tuple(_advice(it, texts) for it in records.recommendations if it.text),
        goals=tuple(Goal(it.text, texts.get(it.node, "")) for it in records.objectives if it.text),
        dissent=tuple(Dissent(_about(it.about, records, names), it.text) for it in records.reserves if it.text),
        to_complete=to_complete,
    )


def _heading(workshop: Workshop, records: Records, part: str) -> Heading:
    """The version is a digest of what this part says: it tells nothing of the other one."""
    closing = Closing.objects.filter(workshop=workshop).order_by("-number").first()
    content = as_plain(replace(records, schema=0, epoch=0))
    return Heading(
        title=workshop.name,
        part=_("For the room: what was said for the plenary") if part == ROOM else _("For the secretariat: everything"),
        round=workshop.round.title,
        when=_days(workshop),
        where=", ".join([workshop.territoire, *(str(PROVINCES.get(it, it)) for it in workshop.provinces)]),
        number=_("No. %(number)s") % {"number": closing.number} if closing else _("provisional"),
        version=digest([part, content])[:DIGITS_OF_VERSION],
        made_on=timezone.localdate(),
        classed="C3" if part == WHOLE or _names_who_gains(records) else "C2",
        demonstration=bool(settings.FILON_DEMONSTRATION),
    )


def _names_who_gains(records: Records) -> bool:
    """Who gains by name is C3 also where the room chose to say it before all."""
    return any(it.beneficiary or it.beneficiary_name for it in records.benefits)


def _days(workshop: Workshop) -> str:
    first, last = (date_format(it, "SHORT_DATE_FORMAT") for it in (workshop.starts_on, workshop.ends_on))
    return first if first == last else _("%(first)s to %(last)s") % {"first": first, "last": last}


def _outline(records: Records, side: str) -> tuple[Card, ...]:
    """Cards of one side, each followed by what hangs on it."""
    cards = [it for it in records.nodes if it.side == side and it.text]
    known = {it.id for it in cards}
    below: dict[str, list[Node]] = {}
    for it in cards:
        below.setdefault(it.parent if it.parent in known else "", []).append(it)
    found: list[Card] = []
    waiting = [(it, 1) for it in reversed(below.get("", []))]
    while waiting:
        node, depth = waiting.pop()
        kind = str(NodeKind(node.kind).label) if node.kind else ""
        found.append(Card(depth, kind, node.text, node.points, node.disclosure != PLENARY))
        waiting += [(it, depth + 1) for it in reversed(below.get(node.id, []))]
    return tuple(found)


def _advice(it: Asked, texts: dict[str, str]) -> Advice:
    return Advice(
        type=str(RecommendationType(it.type).label) if it.type else "",
        text=it.text,
        causes=tuple(texts[cause] for cause in it.causes if texts.get(cause)),
        body=" · ".join(dict.fromkeys(who for who in (it.body, it.addressee) if who)),
        level=str(ActionLevel(it.level).label) if it.level else "",
        horizon=str(Horizon(it.horizon).label) if it.horizon else "",
        agreement=str(Agreement(it.agreement).label) if it.agreement else "",
        group_only=it.disclosure != PLENARY,
    )


def _about(about: str, records: Records, names: Names) -> str:
    """In words, what a réserve concerns."""
    root, _slash, id = about.partition("/")
    for it in getattr(records, root, ()) if id else ():
        if getattr(it, "id", "") == id:
            return names.place(id) or names.place(getattr(it, "place", "")) or str(getattr(it, "text", ""))
    return ""


def _to_complete(projection: Projection) -> tuple[tuple[str, int], ...]:
    """What is still open, by kind."""
    counted: dict[str, int] = {}
    for it in projection.open_findings:
        if it.severity != "TELLS":
            counted[it.code] = counted.get(it.code, 0) + 1
    return tuple((str(FindingCode(code).label), number) for code, number in sorted(counted.items()))
