"""Audiences × what is told of a workshop elsewhere: place, date, participants; executed and compared."""

from datetime import date
from typing import Any

from access.reach import READING_AUDIENCES, Audience, Reach
from workshops.disclosed import told_counts, told_workshops
from workshops.models import ParticipantCount, Workshop

COUNTS = {("PROV_MIN", "M"): 7, ("PROV_MIN", "F"): 6, ("MEDIA", "F"): 2}

EXPECTED: dict[str, dict[str, Any]] = {
    Audience.BASIC: {"starts_on": date(2026, 9, 1), "step": "month", "venue": "", "total": None, "categories": 0},
    Audience.MINISTRY: {"starts_on": date(2026, 7, 1), "step": "quarter", "venue": "", "total": 15, "categories": 0},
    Audience.ANALYST: {"starts_on": date(2026, 9, 24), "step": "day", "venue": "V", "total": 15, "categories": 0},
    Audience.SECRETARIAT: {"starts_on": date(2026, 9, 24), "step": "day", "venue": "V", "total": 15, "categories": 2},
}
"""`categories`: how many are told apart; with two people from the media nobody below the secretariat is told any,
because the rest could be subtracted."""


def plant_workshop(world_workshop: Workshop) -> Workshop:
    """A released workshop of Tanganyika with a day of its own and counts."""
    day = date(2026, 9, 24)
    Workshop.objects.filter(pk=world_workshop.pk).update(starts_on=day, ends_on=day, venue="V")
    ParticipantCount.objects.filter(workshop=world_workshop).delete()
    for (category, sex), number in COUNTS.items():
        ParticipantCount.objects.create(workshop=world_workshop, category=category, sex=sex, number=number)
    return world_workshop


def failing_tellings(workshop: Workshop) -> tuple[int, list[str]]:
    """Cells executed and the failing ones in words."""
    executed, failures = 0, []
    for audience in READING_AUDIENCES:
        reach = Reach(audience=audience, provinces=("CD74",))
        told, counts = told_workshops(reach, [workshop.pk])[0], told_counts(workshop.pk, reach)
        got = {
            "starts_on": told.starts_on,
            "step": told.step,
            "venue": told.venue,
            "total": counts.total,
            "categories": len(counts.by_category),
        }
        for name, expected in EXPECTED[audience].items():
            executed += 1
            if got[name] != expected:
                failures.append(f"{audience} is told {name} {got[name]!r} instead of {expected!r}")
    return executed, failures
