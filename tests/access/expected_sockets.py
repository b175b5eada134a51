"""Which connection each person gets: `open`, or the reason with which the server ends it at once."""

SOCKETS: dict[str, dict[str, tuple[str, ...]]] = {
    "room": {
        "open": ("amina",),
        "RIGHTS": ("bahati", "celine", "daudi", "habiba", "esther", "furaha", "gaspard"),
        "SESSION": ("anonymous",),
    },
    "wall": {
        "open": ("amina",),
        "RIGHTS": ("bahati", "celine", "daudi", "habiba", "esther", "furaha", "gaspard"),
        "SESSION": ("anonymous",),
    },
}
"""Route of a socket → what becomes of a connection to amina's running room → who; nobody is left out."""

WALL_NEVER_SHOWS = ("cause of a group of the room", "group of the room", "actor of a group", "who gains")
"""Planted words that no wall shows, whoever opens it."""
