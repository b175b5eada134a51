"""Recording what was said, one service per kind: a draft of its source, with provinces and workshop copied onto it."""

from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from access.audit import record
from access.querysets import require
from access.reach import reach_of
from lib.problems import Fault, Problem
from sites.codes import Sensitivity
from sites.models import Actor, Place, Source

from ..codes import Agreement, BeneficiaryType, ClaimKind, IncidentCategory, Mineral, QualificationStatus
from ..models import (
    ActorSituation,
    Benefit,
    ChainLeg,
    Claim,
    Incident,
    Involvement,
    Observation,
    ObservedMineral,
    Qualification,
)

K = TypeVar("K", bound=Claim)
KEPT_BY_DATABASE = ("provinces", "open_data", "about_state", "claim_ptr", "claim")


def record_observation(
    *, source: Source, stated_on: date, by: Any, minerals: Iterable[str] = (), **said: Any
) -> Observation:
    """A draft of what was seen, or looked for and not seen, with its minerals in the order named; see `_record`."""
    named = list(dict.fromkeys(minerals))
    if any(mineral not in Mineral.values for mineral in named):
        raise Problem(Fault.NOT_VALID)
    with transaction.atomic():
        row = _record(Observation, ClaimKind.OBSERVATION, source, stated_on, by, said)
        ObservedMineral.objects.bulk_create(
            ObservedMineral(observation=row, mineral=mineral, rank=rank) for rank, mineral in enumerate(named, 1)
        )
    return row


def record_involvement(*, source: Source, stated_on: date, by: Any, **said: Any) -> Involvement:
    """A draft of who acts somewhere, and how; see `_record`."""
    return _record(Involvement, ClaimKind.INVOLVEMENT, source, stated_on, by, said)


def record_leg(*, source: Source, stated_on: date, by: Any, place: Place, **said: Any) -> ChainLeg:
    """A draft of one leg of a chain from `place` to a known place or a name; see `_record`."""
    if not said.get("to_place") and not said.get("to_text"):
        raise Problem(Fault.NOT_VALID)
    return _record(ChainLeg, ClaimKind.LEG, source, stated_on, by, {"place": place, **said})


def record_benefit(
    *, source: Source, stated_on: date, by: Any, beneficiary_type: str = BeneficiaryType.UNKNOWN, **said: Any
) -> Benefit:
    """A draft of who gains in the end; see `_record`. An involvement or leg that it is about gives its place."""
    about = said.get("about_involvement") or said.get("about_leg")
    if about is not None:
        said = {"place": about.place, "area": about.area, **said}
    return _record(Benefit, ClaimKind.BENEFIT, source, stated_on, by, {"beneficiary_type": beneficiary_type, **said})


def record_situation(*, source: Source, stated_on: date, by: Any, actor: Actor, **said: Any) -> ActorSituation:
    """A draft of how an actor stands in some areas; see `_record`."""
    return _record(ActorSituation, ClaimKind.SITUATION, source, stated_on, by, {"actor": actor, **said})


def record_qualification(
    *, source: Source, stated_on: date, by: Any, place: Place, status: str, **said: Any
) -> Qualification:
    """A draft of what an inspection decided; an expiry is computed, never recorded. See `_record`."""
    if status == QualificationStatus.EXPIRED:
        raise Problem(Fault.NOT_VALID)
    said = {"sensitivity": Sensitivity.MODERATE, "place": place, "status": status, **said}
    return _record(Qualification, ClaimKind.QUALIFICATION, source, stated_on, by, said)


def record_incident(
    *, source: Source, stated_on: date, by: Any, category: str = IncidentCategory.ACCIDENT, **said: Any
) -> Incident:
    """A draft of what happened; see `_record`."""
    return _record(Incident, ClaimKind.INCIDENT, source, stated_on, by, {"category": category, **said})


def _record(model: type[K], kind: ClaimKind, source: Source, stated_on: date, by: Any, said: dict[str, Any]) -> K:
    """A draft of `source` that says `said`: fields of the kind, place or area, times, basis, class, words.

    For the workshop's own facilitator and the secretariat; recorded as `claim.record`. What a single participant said
    is C3 whatever class is given. Raises `Fault.NOT_VALID` for a code outside its list or figures out of order,
    `CONFLICT` for an entry already recorded with the same content, `FORBIDDEN`.
    """
    if said.get("agreement") == Agreement.SINGLE:
        said = {**said, "sensitivity": Sensitivity.SEVERE}
    row = model(
        kind=kind,
        source=source,
        stated_on=stated_on,
        workshop=source.workshop,
        recorded_by=reach_of(by).person,
        **said,
    )
    try:
        row.clean_fields(exclude=KEPT_BY_DATABASE)
        with transaction.atomic():
            row.save(force_insert=True)
            row.refresh_from_db()
            record("claim.record", Claim(pk=row.pk), by=by, kind=kind)
            require("add", Claim(pk=row.pk), by=by)
    except ValidationError:
        raise Problem(Fault.NOT_VALID) from None
    except IntegrityError as refusal:
        twice = "claim_said_once" in str(refusal)
        raise Problem(Fault.CONFLICT if twice else Fault.NOT_VALID) from None
    return row
