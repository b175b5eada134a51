"""The version of everything that lists are made from, as SQL; declared by the app that keeps it."""

_version = "NULL::text"


def declare_version(expression: str) -> None:
    """Declare an SQL expression of a text that differs after every change, also of the own transaction."""
    global _version
    _version = expression


def version_sql() -> str:
    """The expression; NULL where nobody keeps a version, and then nothing may be kept."""
    return _version
