"""Who has seen or taken along what was withdrawn, as far as the trail and the rules can tell."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Min, Q
from django.utils.translation import gettext as _

from access.models import AuditEntry
from access.reach import Audience, Reach, reach_of
from accounts.landing import role_of
from accounts.models import Person

from .codes import CHECKED, RELEASED
from .models import Claim, Emergency
from .policies import visible_to

SEEN = ("claim.read", "read.severe", "read.history", "attachment.read")
TAKEN = ("export.end", "export.broken", "collection.end", "collection.broken", "report.end", "report.show", "paper.end")


@dataclass
class Exposed:
    """One person: what the trail has of it reading these rows, what it took along since, whether it could read them."""

    person: Person
    role: str
    seen: list[datetime] = field(default_factory=list)
    taken: list[tuple[datetime, str]] = field(default_factory=list)
    could_read: bool = False
    last_visit: datetime | None = None


def exposure_of(emergency: Emergency) -> list[Exposed]:
    """Everybody outside the secretariat who read it by the trail, took files since, or could have read it.

    The trail names each reading of a severe record; below that class it knows who could read and had signed in, and
    who took a file whose rows could have been among them. Until when: the withdrawal, or the answer to it by two.
    """
    stages: dict[str, str] = emergency.before.get("claims", {})
    keys = [UUID(key) for key in stages]
    recorded, opened = _since(keys, emergency.at)
    trail = _trail(emergency, keys, recorded)
    found = []
    here = Q(last_visit__gte=recorded) | Q(pk__in=list(trail))
    for person in Person.objects.filter(here).select_related("institution"):
        reach = reach_of(person)
        if reach.audience == Audience.SECRETARIAT:
            continue
        seen, taken = trail.get(person.pk, ([], []))
        came_after = bool(taken) or (person.last_visit is not None and person.last_visit >= opened)
        could = could_read(reach, stages, outside=came_after)
        if seen or could:
            role = str(role_of(reach))
            found.append(Exposed(person, role, seen, taken if could else [], could, person.last_visit))
    return sorted(found, key=lambda it: (not it.seen, not it.taken, str(it.person)))


def could_read(reach: Reach, stages: dict[str, str], *, outside: bool) -> bool:
    """Whether `reach` read one of the claims while they stood at `stages`: by audience, own room or grant.

    `outside`: whether it came back after they were open to anybody but the room and the secretariat.
    """
    checked = [key for key, stage in stages.items() if stage in CHECKED]
    released = [key for key in checked if stages[key] in RELEASED]
    open_to = checked if reach.audience == Audience.ANALYST else released
    rule = reach.in_scope() & once_visible_to(reach.audience) & Q(pk__in=open_to if outside else [])
    own = Q(workshop__in=reach.workshops, pk__in=list(stages))
    granted = reach.granted_rows() & Q(pk__in=list(stages))
    return Claim.objects.filter(rule | own | granted).exists()


def once_visible_to(audience: str) -> Q:
    """The audience's rule as it was while a row stood open to it: its stage aside."""
    rule = visible_to(audience)
    kept = [child for child in rule.children if not _is_stage(child)]
    return Q.create(kept, connector=rule.connector, negated=rule.negated)


def _is_stage(child: Any) -> bool:
    return isinstance(child, tuple) and str(child[0]).startswith("review_status")


def _since(keys: list[UUID], otherwise: datetime) -> tuple[datetime, datetime]:
    """When the first of them was recorded, and when the first was open to anybody outside."""
    stamps = Claim.objects.filter(pk__in=keys).aggregate(Min("recorded_at"), Min("verified_at"), Min("published_at"))
    opened = [stamp for name, stamp in stamps.items() if stamp and not name.startswith("recorded")]
    return stamps["recorded_at__min"] or otherwise, min(opened, default=otherwise)


def _trail(
    emergency: Emergency, keys: list[UUID], since: datetime
) -> dict[UUID, tuple[list[datetime], list[tuple[datetime, str]]]]:
    """By person: when the trail has a reading of these rows, and what files were taken since."""
    rows = [*keys, *(UUID(key) for key in emergency.before.get("places", {}))]
    about = Q(row__in=rows) | Q(details__claims__has_any_keys=[str(key) for key in keys])
    trail: dict[UUID, tuple[list[datetime], list[tuple[datetime, str]]]] = defaultdict(lambda: ([], []))
    entries = AuditEntry.objects.filter(person__isnull=False).order_by("at")
    for entry in entries.filter(about, verb__in=SEEN).only("person", "at"):
        trail[_who(entry)][0].append(entry.at)
    files = entries.filter(verb__in=TAKEN, at__gte=since, at__lte=emergency.at)
    for entry in files.only("person", "at", "verb", "details"):
        trail[_who(entry)][1].append((entry.at, _file(entry.verb, entry.details)))
    return dict(trail)


def _who(entry: AuditEntry) -> UUID:
    assert entry.person is not None, "entries without a person are not asked for"
    return entry.person


def _file(verb: str, details: dict[str, Any]) -> str:
    """Through which door, and how many rows where that is known."""
    doors = {
        "export": _("file"),
        "collection": _("interface"),
        "report": _("report"),
        "paper": _("paper (PDF or Word)"),
    }
    door, rows = doors[verb.partition(".")[0]], details.get("rows")
    return door if rows is None else _("%(door)s, %(n)s rows") % {"door": door, "n": rows}
