"""Who asks: session, person, memberships and grants in force, read together at each request, in one statement."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.contrib.sessions.models import Session
from django.db import connection
from django.db.models import CharField, DateTimeField, Model, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject
from django.utils import timezone

from lib.compiled import Slot, compiled
from lib.prepared import Statement

from .models import Grant, Membership, Person
from .reach import keep_for_reach

M = TypeVar("M", bound=Model)
KEY, NOW = Slot("key").of(CharField()), Slot("now").of(DateTimeField())
FIELDS = [field.attname for field in Person._meta.concrete_fields]


@dataclass(frozen=True)
class Identity:
    """A session's content, still sealed, and the person who signed in with it."""

    sealed: str
    person: Person


def identity_of(session_key: str) -> Identity | None:
    """The session of that key with its person, whose reach is ready; None where nobody signed in or it is over."""
    row = _statement().row(key=session_key, now=timezone.now())
    if row is None or row[-3] is None:
        return None
    *values, sealed, memberships, grants = row
    person = Person.from_db(connection.alias, FIELDS, values)
    keep_for_reach(person, [_made(Membership, told) for told in memberships], [_made(Grant, told) for told in grants])
    return Identity(sealed, person)


@cache
def _statement() -> Statement:
    session = Session.objects.filter(session_key=KEY, expire_date__gt=NOW)
    memberships = Membership.objects.filter(person=OuterRef("pk")).in_force()
    grants = Grant.objects.filter(person=OuterRef("pk")).in_force()
    rows = (
        Person.objects.order_by()
        .filter(usersession__session_key=KEY)
        .annotate(
            sealed=Subquery(session.values("session_data")),
            holds=_told(memberships),
            granted=_told(grants),
        )
    )
    return Statement(compiled(rows.values_list(*FIELDS, "sealed", "holds", "granted")))


def _told(rows: QuerySet[Any]) -> ArraySubquery:
    """Every column of the rows, so that none is missing when a reach begins to rest on it."""
    names = [field.attname for field in rows.model._meta.concrete_fields]
    objects = rows.order_by().annotate(told=JSONObject(**{name: name for name in names}))
    return ArraySubquery(objects.values("told"))


def _made(model: type[M], text: str) -> M:
    told = json.loads(text)
    return model(**{field.attname: _value(field, told[field.attname]) for field in model._meta.concrete_fields})


def _value(field: Any, told: Any) -> Any:
    if isinstance(field, ArrayField) and told is not None:
        return [field.base_field.to_python(item) for item in told]
    return field.to_python(told)
