"""A field that two persons changed at the same time is found, whoever's value won; who saw it settles it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pycrdt import Array, Doc, Map, Text

from access.reach import SYSTEM
from accounts.models import Person
from accounts.services import add_membership
from accounts.services.memberships import Scope
from tests.people import WORKSHOPS
from workbook.clashes import Seen, clashes_of, seen_of
from workbook.findings import findings_of
from workbook.history import history_of
from workbook.models import Workbook
from workbook.wire import ANY, writes

from .rooms import Laptop

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair(workbook: Workbook, amina: Person, bahati: Person) -> tuple[tuple[Laptop, Person], tuple[Laptop, Person]]:
    """Two persons of the room, each with a laptop that has everything."""
    add_membership(bahati, "FACILITATOR", Scope(("CD63",), WORKSHOPS["amina"]), by=SYSTEM)
    one, other = Laptop(), Laptop()
    one.make("places", "p1", kind="MINE_SITE", name="Mwamba")
    one.sync(workbook, amina)
    bahati = Person.objects.get(pk=bahati.pk)
    other.sync(workbook, bahati)
    return (one, amina), (other, bahati)


Pair = tuple[tuple[Laptop, Person], tuple[Laptop, Person]]


def found(workbook: Workbook) -> list[tuple[str, str, str]]:
    return [(it.root, it.id, it.key) for it in clashes_of(workbook)]


def remembered(workbook: Workbook) -> Seen:
    clashes_of(workbook)
    return seen_of(workbook)


@pytest.mark.parametrize("first", [0, 1])
def test_a_field_changed_by_two_is_found_whoever_comes_first(workbook: Workbook, pair: Pair, first: int) -> None:
    for (laptop, _person), name in zip(pair, ("Mwamba-7", "Mwamba 7"), strict=True):
        laptop.set("places", "p1", name=name)
    for laptop, person in (pair[first], pair[1 - first]):
        laptop.sync(workbook, person)
    assert found(workbook) == [("places", "p1", "name")]
    assert "CHANGED_BY_TWO" in [it["code"] for it in findings_of(Workbook.objects.get())]


@pytest.mark.parametrize("first", [0, 1])
@pytest.mark.parametrize(
    "values", [("Mwamba-7", "Mwamba 7"), (None, "x"), ("a", 12.5), (["x", {"k": [True, -7]}], "y")]
)
def test_the_history_has_both_values_whoever_comes_first(
    workbook: Workbook, pair: Pair, first: int, values: tuple[object, object]
) -> None:
    for (laptop, _person), value in zip(pair, values, strict=True):
        laptop.set("places", "p1", name=value)
    for laptop, person in (pair[first], pair[1 - first]):
        laptop.sync(workbook, person)
    told = history_of(workbook.workshop_id, workbook.epoch, "places", "p1")
    standing = pair[1 - first][0].words("places")["p1"]["name"]
    said = [
        one for change in told for one in (*change["changed"].get("name", ()), *change["overruled"].get("name", ()))
    ]
    assert all(value in said for value in values)
    assert [it["overruled"]["name"][1] for it in told if it["overruled"]] in ([], [standing])


def test_one_after_the_other_is_no_clash(workbook: Workbook, pair: Pair) -> None:
    for (laptop, person), name in zip(pair, ("Mwamba-7", "Mwamba 7"), strict=True):
        laptop.sync(workbook, person)
        laptop.set("places", "p1", name=name)
        laptop.sync(workbook, person)
    assert found(workbook) == []


def test_two_fields_of_one_entry_and_two_hands_in_one_text_are_no_clash(workbook: Workbook, pair: Pair) -> None:
    (one, amina), (other, bahati) = pair
    one.set("places", "p1", name="Mwamba-7")
    other.set("places", "p1", label="S-12")
    one.type("nodes", "core", "un")
    other.type("nodes", "core", "deux")
    one.sync(workbook, amina)
    other.sync(workbook, bahati)
    assert found(workbook) == []


def test_letters_of_texts_are_not_kept(workbook: Workbook, pair: Pair) -> None:
    """What is remembered of a room grows with its fields, not with its words."""
    (one, amina), _other = pair
    for number in range(20):
        one.type("nodes", "core", f"{number} ")
    one.sync(workbook, amina)
    before = len(remembered(workbook).spots)
    for number in range(20):
        one.type("nodes", "core", f"{number} ")
    one.sync(workbook, amina)
    assert len(remembered(workbook).spots) == before and not remembered(workbook).waiting


def test_whoever_sets_it_again_settles_it(workbook: Workbook, pair: Pair) -> None:
    (one, amina), (other, bahati) = pair
    one.set("places", "p1", name="Mwamba-7")
    other.set("places", "p1", name="Mwamba 7")
    one.sync(workbook, amina)
    other.sync(workbook, bahati)
    one.sync(workbook, amina)
    one.set("places", "p1", name="Mwamba-7")
    one.sync(workbook, amina)
    assert found(workbook) == []


def test_a_field_that_nobody_had_set_before(workbook: Workbook, pair: Pair) -> None:
    for laptop, _person in pair:
        laptop.set("places", "p1", label=f"S-{laptop.doc.client_id}")
    for laptop, person in pair:
        laptop.sync(workbook, person)
    assert found(workbook) == [("places", "p1", "label")]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(values=st.lists(st.tuples(st.sampled_from("abc"), VALUES), max_size=6), words=st.text(max_size=12))
def test_every_write_is_read_from_the_bytes(values: list[tuple[str, object]], words: str) -> None:
    doc: Doc[object] = Doc()
    root = doc.get("nodes", type=Map)
    root["n1"] = Map({"text": Text(words), "list": Array([1, "two"])})
    for key, value in values:
        root["n1"][key] = value
    read = writes(doc.get_update())
    assert {it.key for it in read if it.key} >= {"n1", "text", "list"}
    clocks = [it.id[1] for it in read]
    told = [it.value for it in read if it.ref == ANY]
    assert all(value in told for value in dict(values).values())
    assert clocks == sorted(set(clocks))


@given(st.binary(max_size=60))
def test_bytes_that_are_no_update_are_read_as_nothing_or_something(data: bytes) -> None:
    assert isinstance(writes(data), list)
