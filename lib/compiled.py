"""A queryset of `values_list` as the statement that it stands for, with slots for what differs each time."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db.models import Field, QuerySet
from django.db.models.expressions import RawSQL

Sql = tuple[str, tuple[Any, ...]]


@dataclass(frozen=True)
class Slot:
    """Stands among the parameters of a statement for a value that is known only when it is asked."""

    name: str

    def of(self, field: "Field[Any, Any]") -> RawSQL:
        """The slot as an expression."""
        return RawSQL("%s", (self,), output_field=field)


def compiled(rows: QuerySet[Any, Any]) -> Sql:
    """Statement and parameters of `rows`; a query that Django knows to be empty gives a statement without rows."""
    try:
        statement, parameters = rows.query.sql_with_params()
    except EmptyResultSet:
        columns = ", ".join("NULL" for _ in rows._fields)  # type: ignore[attr-defined]  # rows of values have it
        return f"SELECT {columns} WHERE false", ()
    return statement, tuple(parameters)
