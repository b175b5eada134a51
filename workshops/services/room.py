"""Who is invited and how the room sits: bodies and numbers, never persons."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction

from access.audit import record
from access.querysets import require
from accounts.models import Institution
from lib.problems import Fault, Problem

from ..codes import GroupKind
from ..models import Group, ParticipantCount, Workshop, WorkshopInstitution


def invite_institution(
    workshop: Workshop,
    *,
    name: str,
    category: str,
    seats: int,
    by: Any,
    women_expected: int = 0,
    institution: Institution | None = None,
) -> WorkshopInstitution:
    """Return the invitation of a body with its seats. For the room and the secretariat. Recorded as `workshop.invite`.

    Raises `Fault.CONFLICT` for a body invited already, `Fault.NOT_VALID` for more women than seats.
    """
    if not name.strip() or seats < 1 or women_expected > seats:
        raise Problem(Fault.NOT_VALID)
    with transaction.atomic():
        if WorkshopInstitution.objects.filter(workshop=workshop, name=name).exists():
            raise Problem(Fault.CONFLICT)
        invited = WorkshopInstitution.objects.create(
            workshop=workshop,
            name=name,
            category=category,
            seats=seats,
            women_expected=women_expected,
            institution=institution,
        )
        record("workshop.invite", invited, by=by)
        require("change", invited, by=by)
    return invited


def amend_invitation(
    invited: WorkshopInstitution, *, category: str, seats: int, women_expected: int, by: Any
) -> WorkshopInstitution:
    """The body comes with other seats than it was invited with. For the room and the secretariat; `workshop.reseat`.

    Raises `Fault.NOT_VALID` for more women than seats.
    """
    if seats < 1 or not 0 <= women_expected <= seats:
        raise Problem(Fault.NOT_VALID)
    with transaction.atomic():
        row = WorkshopInstitution.objects.select_for_update().get(pk=invited.pk)
        require("change", row, by=by)
        row.category, row.seats, row.women_expected = category, seats, women_expected
        row.save(update_fields=["category", "seats", "women_expected"])
        record("workshop.reseat", row, by=by)
        require("change", row, by=by)
    return row


def count_participants(workshop: Workshop, counts: Mapping[tuple[str, str], int], *, by: Any) -> None:
    """The counts of a workshop by (category, sex) are `counts` and no others. Recorded as `workshop.count`.

    For the room and the secretariat. Raises `Fault.NOT_VALID` for a negative number.
    """
    if any(number < 0 for number in counts.values()):
        raise Problem(Fault.NOT_VALID)
    with transaction.atomic():
        require("change", workshop, by=by)
        ParticipantCount.objects.filter(workshop=workshop).delete()
        ParticipantCount.objects.bulk_create(
            ParticipantCount(workshop=workshop, category=category, sex=sex, number=number)
            for (category, sex), number in counts.items()
            if number
        )
        record("workshop.count", workshop, by=by)


def form_group(
    workshop: Workshop,
    *,
    name: str,
    by: Any,
    session: int = 1,
    kind: str = GroupKind.WORKING,
    areas: Iterable[str] = (),
) -> Group:
    """Return a group to which statements may be attributed. For the room and the secretariat. Recorded as `group.form`.

    Raises `Fault.CONFLICT` for a name used already on that day.
    """
    with transaction.atomic():
        if Group.objects.filter(workshop=workshop, session=session, name=name).exists():
            raise Problem(Fault.CONFLICT)
        group = Group.objects.create(workshop=workshop, name=name, session=session, kind=kind, areas=sorted(areas))
        record("group.form", group, by=by)
        require("change", group, by=by)
    return group
