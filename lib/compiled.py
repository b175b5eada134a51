"""A queryset of `values_list` as the statement that it stands for."""

from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db.models import QuerySet

Sql = tuple[str, tuple[Any, ...]]


def compiled(rows: QuerySet[Any, Any]) -> Sql:
    """Statement and parameters of `rows`; a query that Django knows to be empty gives a statement without rows."""
    try:
        statement, parameters = rows.query.sql_with_params()
    except EmptyResultSet:
        columns = ", ".join("NULL" for _ in rows._fields)  # type: ignore[attr-defined]
        return f"SELECT {columns} WHERE false", ()
    return statement, tuple(parameters)
