"""Actors: added, named otherwise, classed higher; leaving C3 is a matter of claims and stands there."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from access.audit import record
from access.querysets import require
from lib.problems import Fault, Problem

from ..codes import PlaceStatus, Sensitivity
from ..models import Actor

MENDABLE = frozenset({
    "name", "acronym", "aliases", "category", "parent", "successor_of", "active_from", "active_until", "status",
})  # fmt: skip
RANK = {code: rank for rank, code in enumerate(Sensitivity)}


def add_actor(*, name: str, category: str, by: Any, sensitivity: str = Sensitivity.SEVERE, **fields: Any) -> Actor:
    """An accepted actor; C3 unless a class is given. For the secretariat; recorded as `actor.add`.

    Raises `Fault.NOT_VALID`, `FORBIDDEN`.
    """
    fields = {"status": PlaceStatus.ACCEPTED, **fields}
    actor = Actor(name=name.strip(), category=category, sensitivity=sensitivity, **fields)
    with transaction.atomic():
        _save(actor)
        record("actor.add", actor, by=by, category=category)
        require("change", actor, by=by)
    return actor


def amend_actor(actor: Actor, *, by: Any, **fields: Any) -> Actor:
    """The actor has the new `fields`. For the secretariat; recorded as `actor.amend`.

    Raises `Fault.NOT_VALID` for a field that has its own way, `FORBIDDEN`.
    """
    if not MENDABLE.issuperset(fields):
        raise Problem(Fault.NOT_VALID)
    with transaction.atomic():
        row = Actor.objects.select_for_update(of=("self",)).get(pk=actor.pk)
        for name, value in fields.items():
            setattr(row, name, value)
        _save(row)
        record("actor.amend", row, by=by, fields=sorted(fields))
        require("change", row, by=by)
    return row


def add_alias(actor: Actor, alias: str, *, by: Any) -> Actor:
    """The actor is found under `alias` too; what it is called already is not added twice."""
    known = {actor.name, actor.acronym, *actor.aliases}
    if not alias.strip() or alias.strip() in known:
        return actor
    return amend_actor(actor, by=by, aliases=[*actor.aliases, alias.strip()])


def raise_actor_class(actor: Actor, sensitivity: str, *, by: Any) -> Actor:
    """The name of the actor is kept to the class `sensitivity` or higher. For the secretariat; `actor.raise_class`."""
    with transaction.atomic():
        row = Actor.objects.select_for_update(of=("self",)).get(pk=actor.pk)
        require("change", row, by=by)
        if RANK[Sensitivity(sensitivity)] > RANK[Sensitivity(row.sensitivity)]:
            before, row.sensitivity = row.sensitivity, sensitivity
            row.save(update_fields=["sensitivity"])
            record("actor.raise_class", row, by=by, before=before, after=sensitivity)
    return row


def _save(actor: Actor) -> None:
    try:
        actor.clean_fields()
    except ValidationError:
        raise Problem(Fault.NOT_VALID) from None
    actor.save()
