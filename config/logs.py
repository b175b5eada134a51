"""How the installation logs: what happened and where in the code, never the values that were handled."""

import logging
import traceback
from types import TracebackType
from typing import Any


class QuietFormatter(logging.Formatter):
    """Writes the frames and the type of an exception, but not its text: a database's message quotes the row."""

    def formatException(
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None],
    ) -> str:
        """Return the type and the frames of the exception."""
        if ei[0] is None:
            return ""
        frames = traceback.extract_tb(ei[2])
        lines = [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
        return "\n".join([f"{ei[0].__module__}.{ei[0].__qualname__}", *lines])

    def formatStack(self, stack_info: str) -> str:
        """Leave the stack out: it quotes source lines only, but the frames above say enough."""
        return ""


def logging_of(level: str) -> dict[str, Any]:
    """Return Django's LOGGING for `level`: one stream, short lines, no query, no body, no SQL."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "line": {
                "()": "config.logs.QuietFormatter",
                "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
            }
        },
        "handlers": {"stream": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["stream"], "level": level},
        "loggers": {
            "django": {"handlers": [], "level": level, "propagate": True},
            "django.db.backends": {"level": "WARNING"},
            "django.server": {"handlers": ["stream"], "level": level, "propagate": False},
            "fontTools": {"level": "WARNING"},
            "weasyprint": {"level": "ERROR"},
        },
    }
