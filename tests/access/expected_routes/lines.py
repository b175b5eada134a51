"""How a line is written: `abcdhefg0` are the cast and the anonymous in a fixed order."""

PERSONS = {
    "a": "amina",
    "b": "bahati",
    "c": "celine",
    "d": "daudi",
    "h": "habiba",
    "e": "esther",
    "f": "furaha",
    "g": "gaspard",
    "0": "anonymous",
}
METHODS = ("GET", "POST", "DELETE")
Lines = tuple[str, str, str]

REFUSED = "abcdhefg 405, 0 302"
"""A wrong method: who is not signed in is sent to the sign-in before anything is looked at."""

REFUSED_JSON = "abcdhefg 405, 0 403"


def read(get: str) -> Lines:
    """A page that is only read."""
    return get, REFUSED, REFUSED


def read_json(get: str) -> Lines:
    """Data that are only read; who is not signed in is told so."""
    return get, REFUSED_JSON, REFUSED_JSON


def read_open(get: str) -> Lines:
    """A page without sign-in."""
    return get, "abcdhefg0 405", "abcdhefg0 405"


def sent(post: str) -> Lines:
    """A step that is only sent."""
    return REFUSED, post, REFUSED


def form(get: str, post: str = "") -> Lines:
    """A page with a form; the empty form is shown again with the status of the page, unless said."""
    return get, post or get, REFUSED


def sent_json(post: str) -> Lines:
    """A step that programs send."""
    return REFUSED_JSON, post, REFUSED_JSON


def both_json(get: str, post: str) -> Lines:
    """Data that are read and added to."""
    return get, post, REFUSED_JSON


def step_open(post: str) -> Lines:
    """A step without a session."""
    return "abcdhefg0 405", post, "abcdhefg0 405"
