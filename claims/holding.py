"""Claims that are not released one by one: what upper apps hold back for a release of their own."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.dispatch import Signal

from lib.problems import Fault, Problem

from .models import Claim

release_asked = Signal()
"""`claims`: keys of claims that somebody would release one by one; receivers return those that they hold back."""


def held_back(claims: Iterable[UUID]) -> set[UUID]:
    """Those of `claims` that some receiver holds back."""
    keys = list(claims)
    answers: list[Any] = release_asked.send(Claim, claims=keys) if keys else []
    return {key for _receiver, held in answers for key in held or ()}


def refuse_held_back(claims: Iterable[UUID]) -> None:
    """Raise `Fault.WITH_ROUND` where one of `claims` is held back."""
    if held_back(claims):
        raise Problem(Fault.WITH_ROUND)
