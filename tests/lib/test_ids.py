"""Codes go to integers and back, whatever somebody types."""

import re
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.ids import ALPHABET, CODE_PATTERN, code_of, import_key, new_code, number_of, read_code

NUMBERS = st.integers(0, 2**30 - 1)


@given(NUMBERS)
def test_a_code_is_its_integer_and_back(number: int) -> None:
    code = code_of(number)
    assert re.fullmatch(CODE_PATTERN, code)
    assert number_of(code) == number


@given(NUMBERS)
def test_a_code_is_read_as_it_is_typed(number: int) -> None:
    code = code_of(number)
    sloppy = f" {code[:3].lower()}-{code[3:]} ".replace("1", "l").replace("0", "o")
    assert read_code(sloppy) == code
    assert read_code(code.replace("1", "I")) == code


@pytest.mark.parametrize("text", ["", "ABC", "ABCDEFG", "UUUUUU", "ABC\x00DE", "ééééééé"])
def test_what_is_no_code_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        read_code(text)


@pytest.mark.parametrize("number", [-1, 2**30])
def test_an_integer_of_more_than_thirty_bits_has_no_code(number: int) -> None:
    with pytest.raises(ValueError):
        code_of(number)


def test_new_codes_use_the_whole_alphabet_and_hardly_repeat() -> None:
    codes = {new_code() for _ in range(2000)}
    assert len(codes) > 1990
    assert set("".join(codes)) == set(ALPHABET)


def test_imported_rows_have_the_same_key_on_every_machine() -> None:
    assert import_key("ipis", "visit", "7") == import_key("ipis", "visit", "7")
    assert import_key("ipis", "visit", "7") != import_key("ipis", "visit7")
    assert import_key("ipis", "1", "23") != import_key("ipis", "12", "3")
    assert import_key("ipis", "x").version == UUID(int=0, version=5).version
