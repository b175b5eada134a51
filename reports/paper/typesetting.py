"""French typography for words as people type them: no line begins with a mark, no space before it is too wide."""

import re

NARROW, WIDE = "\u202f", "\u00a0"
RULES = (
    (re.compile(r"[ \u00a0](?=[;!?](?!\w))"), NARROW),
    (re.compile(r"(?<=\w)[ \u00a0](?=[:»])"), WIDE),
    (re.compile(r"(?<=«) "), WIDE),
    (re.compile(r"(?<=\b[Jj]our) (?=\d)"), WIDE),
    (re.compile(r"(?<=\d) (?=(?:km|m|%|h|FC|kg|sites?)\b)"), WIDE),
)
TAG = re.compile(r"(<[^>]*>)")


def typeset(html: str, language: str) -> str:
    """Return a page with its words set as French is; other languages, and whatever stands in tags, are left alone."""
    if not language.startswith("fr"):
        return html
    return "".join(part if part.startswith("<") else in_french(part) for part in TAG.split(html))


def in_french(text: str) -> str:
    """Return one text with the spaces of French typography."""
    for rule, space in RULES:
        text = rule.sub(space, text)
    return text
