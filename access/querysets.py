"""The two questions, which rows and this row, asked of one policy: the second is computed from the first."""

from typing import Any, Self, TypeVar

from django.core.exceptions import ValidationError
from django.db import models

from lib.problems import Fault, Problem

from .audit import record_refusal
from .policy import NO_ROW, permits
from .reach import Reach, reach_of

M = TypeVar("M", bound=models.Model)


class PermittedQuerySet(models.QuerySet[M]):
    """A queryset that can be narrowed to what a person may touch."""

    def permitted(self, person: Any, verb: str = "view") -> Self:
        """Rows that `person` may touch with `verb`; the rule's columns are those of the model itself."""
        return self.permitted_to(reach_of(person), verb)

    def permitted_to(self, reach: Reach, verb: str = "view") -> Self:
        """The same for a reach that is already known."""
        return self.filter(permits(reach, verb, self.model))


def can(person: Any, verb: str, obj: models.Model) -> bool:
    """Whether `person` may touch `obj` with `verb`: the same rows, asked for one key, as the database has it now."""
    model = type(obj)
    return model._default_manager.filter(permits(person, verb, model), pk=obj.pk).exists()


def may_ever(person: Any, verb: str, model: type[models.Model]) -> bool:
    """Whether there can be any row of `model` that `person` may touch with `verb`: for doors that lead to many rows."""
    return permits(person, verb, model) != NO_ROW


def require(verb: str, obj: models.Model, *, by: Any) -> None:
    """Raise `Fault.FORBIDDEN` unless `by` may touch `obj`; asked again after saving, in the same transaction."""
    if not can(by, verb, obj):
        raise Problem(Fault.FORBIDDEN)


def load(person: Any, verb: str, rows: "models.Manager[M] | models.QuerySet[M]", **lookup: Any) -> M:
    """The one row of `rows` at `lookup` that `person` may touch with `verb`.

    Raises `Fault.NOT_FOUND` for a row that may not be seen and `Fault.FORBIDDEN` for one that may be seen
    but not touched so; both leave a refusal in the audit trail.
    """
    reach = reach_of(person)
    model = rows.model
    try:
        found = rows.filter(**lookup)
        row = found.filter(permits(reach, verb, model)).first()
    except (ValueError, ValidationError):
        raise Problem(Fault.NOT_FOUND) from None
    if row is not None:
        return row
    seen = verb != "view" and found.filter(permits(reach, "view", model)).exists()
    record_refusal(verb, model, reach)
    raise Problem(Fault.FORBIDDEN if seen else Fault.NOT_FOUND)
