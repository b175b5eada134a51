"""Rows whose key stands in an array of another row, by index."""

from typing import Any

from django.db.models import F, OuterRef
from django.db.models.lookups import Lookup


class StandsIn(Lookup):
    """`left = ANY (right)`: PostgreSQL looks the keys up one by one instead of searching the array in each row."""

    lookup_name = "stands_in"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """The condition; an expression on the right comes in brackets already."""
        left, left_parameters = self.process_lhs(compiler, connection)
        right, right_parameters = self.process_rhs(compiler, connection)
        return f"{left} = ANY {right}", (*left_parameters, *right_parameters)


def key_in_outer(column: str) -> StandsIn:
    """The key of a row of a subquery stands in the array `column` of the outer row."""
    return StandsIn(F("pk"), OuterRef(column))
