"""What ./dev says when it cannot go on: one sentence that names what is wrong and the remedy."""


class Trouble(Exception):
    """Ends the command with its sentence and exit code 1."""
