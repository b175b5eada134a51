"""Stable keys made in the database, the same as `lib.ids.import_key` makes them."""

from uuid import NAMESPACE_URL, uuid5

NAMESPACE = uuid5(NAMESPACE_URL, "urn:filon:imports")


def key_sql(layout: str, *parts: str) -> str:
    """SQL of the key of a row; `layout` is a word, `parts` are SQL expressions of texts that are never null."""
    joined = " || chr(31) || ".join((f"'{layout}'", *parts))
    return f"uuid_generate_v5('{NAMESPACE}', {joined})"


def hash_sql(content: str) -> str:
    """SQL of the SHA-256, in hexadecimal, of a JSON expression; equal content has equal bytes whatever its order."""
    return f"encode(sha256(convert_to(({content})::text, 'UTF8')), 'hex')"
