"""Searches every answer of every route for every planted value and tells who meets what it must not, or misses it."""

from dataclasses import dataclass

from .crawling import Answer
from .expected_channels import OPENED, WORDS
from .planted_words import Planted


@dataclass(frozen=True)
class Seen:
    """What each person was answered at each address."""

    planted: Planted
    answers: dict[str, dict[str, Answer]]


def leaks(seen: Seen) -> tuple[int, list[str]]:
    """Cells person × value × address executed, and where somebody meets a value that it may not."""
    executed, found = 0, []
    patterns = seen.planted.patterns()
    for person, answers in seen.answers.items():
        hidden = {word: patterns[word] for word, (readers, _channels) in WORDS.items() if person not in readers}
        for address, answer in answers.items():
            executed += len(hidden)
            text = answer.whole
            found += [f"{person} meets “{word}” at {address}" for word, rule in hidden.items() if rule.search(text)]
    return executed, found


def gaps(seen: Seen) -> tuple[int, list[str]]:
    """Cells person × value × channel executed, and where somebody misses a value that it must meet."""
    executed, found = 0, []
    patterns = seen.planted.patterns()
    for word, (readers, channels) in WORDS.items():
        for channel in channels:
            for person in readers:
                if person not in OPENED.get(channel, readers) or person not in OPENED.get(word, readers):
                    continue
                executed += 1
                answer = seen.answers[person][_address(channel, seen.planted)]
                if not patterns[word].search(answer.whole):
                    found.append(f"{person} misses “{word}” in {channel} ({answer.status})")
    return executed, found


def _address(channel: str, planted: Planted) -> str:
    """The address at which a channel tells of what was planted."""
    if channel in ("panel", "sheet", "api place"):
        return f"{channel} {planted.place}"
    if channel.startswith("note "):
        return f"note {planted.place} {channel.removeprefix('note ')}"
    return f"{channel} {planted.workshop}" if channel in ("workshop", "tree") else channel
