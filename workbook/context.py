"""What a laptop is told when it opens a workshop: the room, the person, rights and addresses."""

from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils import timezone

from access.policy import permits
from access.querysets import can
from access.reach import Reach
from accounts.codes import PROVINCES
from sites.models import Area
from workshops.models import Workshop

from .document import SCHEMA
from .followed import followed
from .models import NamedVersion, Update, Workbook
from .received import ITEM_BYTES, ITEMS_AT_ONCE
from .seats import struck_names

DOORS = (
    "exchange",
    "register",
    "last_round",
    "history",
    "versions",
    "findings",
    "handover",
    "devices",
    "wall",
    "closing",
    "striking",
)


def context_of(workbook: Workbook, person: Any, reach: Reach, csrf: str) -> dict[str, Any]:
    """The context of a workbook that `reach` may see."""
    workshop = Workshop.objects.select_related("round").get(pk=workbook.workshop_id)
    return {
        "workshop": {
            "id": str(workshop.pk),
            "name": workshop.name,
            "round": workshop.round.title,
            "zone": workshop.zone,
            "territoire": workshop.territoire,
            "venue": workshop.venue,
            "starts_on": workshop.starts_on,
            "ends_on": workshop.ends_on,
            "day": day_of(workshop, timezone.localdate()),
            "days": (workshop.ends_on - workshop.starts_on).days + 1,
            "state": workshop.state,
            "returned_because": workshop.returned_because,
            "provinces": [{"code": code, "name": str(PROVINCES.get(code, code))} for code in workshop.provinces],
            "areas": _areas(workshop, reach),
        },
        "person": {"id": str(reach.person), "name": str(person)},
        "rights": rights_of(workbook, reach),
        "epoch": workbook.epoch,
        "erased_before": workbook.erased_before,
        "struck": struck_names(workbook) if can(reach, "write", workbook) else [],
        "schema": SCHEMA,
        "limits": {"item_bytes": ITEM_BYTES, "items": ITEMS_AT_ONCE},
        "csrf": csrf,
        "followed": followed(workshop, reach),
        "addresses": addresses_of(workbook.workshop_id),
    }


def rights_of(workbook: Workbook, reach: Reach) -> dict[str, bool]:
    """What the person may do here; each door asks again."""
    mine = {"workshop": workbook.workshop_id}
    return {
        "write": can(reach, "write", workbook),
        "close": can(reach, "close", Workshop(pk=workbook.workshop_id)),
        "strike": can(reach, "strike", workbook),
        "show": can(reach, "show", workbook),
        "recall": can(reach, "recall", workbook),
        "history": Update.objects.permitted_to(reach).filter(**mine).exists(),
        "versions": bool(permits(reach, "add", NamedVersion)) and can(reach, "write", workbook),
    }


def addresses_of(workshop: UUID) -> dict[str, str]:
    """Where to ask what."""
    doors = {name: reverse(f"workbook:{name}", args=[workshop]) for name in DOORS}
    sockets = {"socket": f"/ws/workbook/{workshop}/", "wall_socket": wall_socket_of(workshop)}
    papers = {f"report_{part}": reverse("reports:workshop", args=[workshop, part]) for part in ("room", "secretariat")}
    for name in ("communique", "room"):
        papers[f"paper_{name}"] = reverse("reports:workshop_paper", args=[workshop, name, "pdf"])
    return {**doors, **sockets, **papers, "workshop": reverse("workshops:workshop", args=[workshop])}


def wall_socket_of(workshop: UUID) -> str:
    """The socket that only tells what is for the room."""
    return f"/ws/workbook/{workshop}/wall/"


def day_of(workshop: Workshop, today: date) -> int:
    """Which day of the workshop `today` is; before it negative or zero (-6: a week before its first day), then on."""
    return (today - workshop.starts_on).days + 1


def _areas(workshop: Workshop, reach: Reach) -> list[dict[str, Any]]:
    rows = Area.objects.permitted_to(reach).filter(pcode__in=workshop.areas)
    return [dict(row) for row in rows.values("pcode", "name", "level")]
