"""The room behind a statement, and numbers by workshop, for templates of other apps too."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import template

from access.reach import reach_of
from claims.models import Claim

from ..rooms import Room, room_of

register = template.Library()


@register.simple_tag(takes_context=True)
def room_behind(context: dict[str, Any], claim: Claim) -> Room | None:
    """The room of `claim` as far as the person of this request reads it."""
    return room_of(claim, reach_of(context["request"].user))


@register.filter
def number_of(numbers: Mapping[UUID, int], key: UUID) -> int:
    """The number that stands at `key`, or none."""
    return numbers.get(key, 0)
