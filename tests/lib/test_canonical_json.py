"""Equal content has equal bytes."""

import json
import unicodedata
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.canonical_json import canonical, digest

TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(TEXTS, VALUES, max_size=5))
def test_the_order_of_keys_and_the_spelling_of_accents_change_nothing(value: dict[str, object]) -> None:
    turned = dict(reversed(value.items()))
    assert canonical(value) == canonical(turned)
    assert canonical(["\u00e9"]) == canonical([unicodedata.normalize("NFD", "\u00e9")])


@given(VALUES)
def test_it_is_json_and_stable(value: object) -> None:
    assert canonical(json.loads(canonical(value))) == canonical(value)


def test_keys_dates_sets_and_whole_floats_have_one_spelling() -> None:
    assert canonical({"b": {2, 1}, "a": 1.0, "d": date(2024, 9, 30), "u": UUID(int=1)}) == (
        b'{"a":1,"b":[1,2],"d":"2024-09-30","u":"00000000-0000-0000-0000-000000000001"}'
    )
    assert digest({}) == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_json_cannot_say_is_refused(value: float) -> None:
    with pytest.raises(ValueError):
        canonical([value])
