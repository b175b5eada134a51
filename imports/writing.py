"""INSERT … SELECT for a model: columns that are not given get the model's own default."""

import json
from collections.abc import Mapping

from django.db import connection
from django.db.backends.utils import CursorWrapper
from django.db.models import GeneratedField, Model


def insert_rows(cursor: CursorWrapper, model: type[Model], given: Mapping[str, str], rows: str) -> int:
    """Insert into `model` what `rows` (FROM …) gives, `given` mapping columns to SQL; return how many."""
    columns, values, parameters = [], [], []
    for field in model._meta.local_concrete_fields:
        if isinstance(field, GeneratedField):
            continue
        column = str(field.column)
        columns.append(f'"{column}"')
        if column in given:
            values.append(given[column].replace("%", "%%"))
        else:
            values.append(f"%s::{field.db_type(connection)}")
            default = field.get_default()
            parameters.append(json.dumps(default) if isinstance(default, dict) else default)
    unknown = set(given) - {field.column for field in model._meta.local_concrete_fields}
    assert not unknown, f"{model.__name__} has no column {unknown}"
    listed, read = ", ".join(columns), ", ".join(values)
    cursor.execute(
        f'INSERT INTO "{model._meta.db_table}" ({listed}) SELECT {read} {rows.replace("%", "%%")}', parameters
    )
    return int(cursor.rowcount)


def insert_kinds(cursor: CursorWrapper, model: type[Model], kind: str) -> int:
    """Insert the kind's own columns of the new claims in `fresh` from their content; return how many."""
    fields = [field for field in model._meta.local_concrete_fields if not field.primary_key]
    defaults = {field.column: field.get_default() for field in fields if field.get_default() is not None}
    table = model._meta.db_table
    cursor.execute(
        f"""INSERT INTO "{table}" SELECT (jsonb_populate_record(NULL::"{table}",
        %s::jsonb || f.content || jsonb_build_object('claim_id', f.id))).* FROM fresh f WHERE f.kind = %s""",
        [json.dumps(defaults), kind],
    )
    return int(cursor.rowcount)
