"""Every answer of every route, for every person: no planted value that is not for them, no trace of hidden rows."""

import logging
from collections.abc import Iterator

import pytest

from .channels import gaps, leaks
from .expected_channels import WORDS
from .hidden_rows import HIDDEN
from .interference import Compared, compared


class Heard(logging.Handler):
    """Keeps what is logged."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@pytest.fixture(scope="module")
def heard() -> Iterator[Heard]:
    handler = Heard()
    logging.getLogger().addHandler(handler)
    yield handler
    logging.getLogger().removeHandler(handler)


@pytest.fixture(scope="module")
def found(django_db_setup: None, django_db_blocker: object, heard: Heard) -> Iterator[Compared]:
    with django_db_blocker.unblock(), compared() as everything:  # type: ignore[attr-defined]
        yield everything


@pytest.mark.django_db
def test_nobody_meets_a_value_that_is_not_for_them(found: Compared) -> None:
    executed, leaking = leaks(found.seen)
    assert executed > 10_000
    assert leaking == []


@pytest.mark.django_db
def test_whoever_may_meet_a_value_does(found: Compared) -> None:
    executed, missing = gaps(found.seen)
    assert executed > 100
    assert missing == []


@pytest.mark.django_db
def test_every_planted_value_has_a_line(found: Compared) -> None:
    assert found.seen.planted.names == set(WORDS)


@pytest.mark.django_db
def test_neither_the_trail_nor_a_letter_nor_a_log_holds_a_value(found: Compared, heard: Heard) -> None:
    words = [word for name, word in found.seen.planted.words.items() if name != "e-mail address"]
    assert found.left_behind
    told = [*found.left_behind, *heard.lines]
    assert [text for text in told if any(word in text for word in words)] == []


@pytest.mark.django_db
@pytest.mark.parametrize("rows", HIDDEN)
def test_hidden_rows_change_not_one_byte(found: Compared, rows: str) -> None:
    executed, differing = found.told[rows]
    assert executed > 100
    assert not differing, f"{len(differing)} of {executed} answers differ:\n" + "\n".join(differing[:15])
