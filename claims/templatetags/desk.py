"""What stands beside a claim in a table."""

from collections.abc import Mapping
from typing import Any

from django import template

register = template.Library()


@register.filter
def at(values: Mapping[Any, Any], key: Any) -> Any:
    """The value at `key`, or nothing."""
    return values.get(key)
