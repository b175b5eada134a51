"""The door of screens that are the secretariat's alone."""

from typing import Any

from django.db.models import Model

from access.audit import record_refusal
from access.reach import Audience, Reach, reach_of
from lib.problems import Fault, Problem


def enter_as_secretariat(person: Any, model: type[Model]) -> Reach:
    """The reach of somebody of the secretariat; for everybody else there is nothing here, and it is recorded."""
    reach = reach_of(person)
    if reach.audience != Audience.SECRETARIAT:
        record_refusal("clear", model, reach)
        raise Problem(Fault.NOT_FOUND)
    return reach
