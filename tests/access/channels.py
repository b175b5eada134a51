"""Searches every answer of every route for every planted value and tells who meets what it must not, or misses it."""

from dataclasses import dataclass
from functools import cached_property

from .crawling import Answer
from .expected_channels import OPENED, WORDS
from .planted_words import Planted


@dataclass(frozen=True)
class Seen:
    """What each person was answered at each address."""

    planted: Planted
    answers: dict[str, dict[str, Answer]]

    @cached_property
    def met(self) -> dict[str, dict[str, set[str]]]:
        """Which planted values each person meets at each address."""
        return {
            person: {address: self.planted.met(answer.whole) for address, answer in answers.items()}
            for person, answers in self.answers.items()
        }


def leaks(seen: Seen) -> tuple[int, list[str]]:
    """Cells person × value × address executed, and where somebody meets a value that it may not."""
    executed, found = 0, []
    for person, answers in seen.answers.items():
        hidden = {word for word, (readers, _channels) in WORDS.items() if person not in readers}
        for address in answers:
            executed += len(hidden)
            found += [f"{person} meets “{word}” at {address}" for word in sorted(hidden & seen.met[person][address])]
    return executed, found


def gaps(seen: Seen) -> tuple[int, list[str]]:
    """Cells person × value × channel executed, and where somebody misses a value that it must meet."""
    executed, found = 0, []
    for word, (readers, channels) in WORDS.items():
        for channel in channels:
            for person in readers:
                if person not in OPENED.get(channel, readers) or person not in OPENED.get(word, readers):
                    continue
                executed += 1
                address = _address(channel, seen.planted)
                if word not in seen.met[person][address]:
                    found.append(f"{person} misses “{word}” in {channel} ({seen.answers[person][address].status})")
    return executed, found


def _address(channel: str, planted: Planted) -> str:
    """The address at which a channel tells of what was planted."""
    if channel in ("panel", "sheet", "api place"):
        return f"{channel} {planted.place}"
    if channel.startswith("note "):
        return f"note {planted.place} {channel.removeprefix('note ')}"
    return f"{channel} {planted.workshop}" if channel in ("workshop", "tree") else channel
