"""Whatever is in a document, it has records and findings, the same on every replica."""

from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pycrdt import Array, Doc, Map, Text, merge_updates

from lib.canonical_json import canonical
from tests.workbook.books import IDS, documents, put, written
from workbook.document import SCHEMA
from workbook.projection import FindingCode, plenary, project, read

CARD = st.fixed_dictionaries({"parent": st.sampled_from(IDS), "side": st.sampled_from(["cause", "effect"])})
CARDS = st.dictionaries(st.sampled_from(IDS), CARD, max_size=8)


def plain(value: Any) -> Any:
    """Records as values that have bytes."""
    if hasattr(value, "__dataclass_fields__"):
        return {name: plain(getattr(value, name)) for name in value.__dataclass_fields__}
    return [plain(it) for it in value] if isinstance(value, tuple) else value


@settings(max_examples=300, deadline=None)
@given(documents())
def test_any_document_has_records_and_findings_and_twice_the_same(document: dict[str, Any]) -> None:
    first, second = project(document), project(document)
    assert first == second
    assert canonical(plain(first.records))
    told = plenary(first.records)
    assert plenary(told) == told


@settings(max_examples=100, deadline=None)
@given(documents())
def test_the_order_of_entries_and_keys_changes_nothing(document: dict[str, Any]) -> None:
    turned = {
        name: {
            id: dict(reversed(entry.items())) if isinstance(entry, dict) else entry
            for id, entry in reversed(held.items())
        }
        if isinstance(held, dict)
        else held
        for name, held in reversed(document.items())
    }
    assert project(turned) == project(document)


@settings(max_examples=30, deadline=None)
@given(st.lists(CARDS, min_size=2, max_size=3))
def test_changes_made_at_once_are_projected_the_same_whoever_comes_first(
    moves: list[dict[str, dict[str, str]]],
) -> None:
    base = written({"nodes": {"core": {"side": "core", "text": "insécurité"}}}).get_update()
    updates = [base]
    for cards in moves:
        replica: Doc[Any] = Doc()
        replica.apply_update(base)
        put(replica, "nodes", cards)
        updates.append(replica.get_update())
    seen = [project(read(merge_updates(*order))) for order in permutations(updates)]
    assert all(it == seen[0] for it in seen)


@settings(max_examples=200, deadline=None)
@given(CARDS)
def test_no_card_is_its_own_ancestor_and_every_cut_is_told(cards: dict[str, dict[str, str]]) -> None:
    projected = project({"nodes": {**cards, "core": {"side": "core", "text": "insécurité"}}})
    parents = {it.id: it.parent for it in projected.records.nodes}
    assert set(parents) == {*cards, "core"}
    for node in parents:
        seen = set()
        while node:
            assert node not in seen
            seen.add(node)
            node = parents[node]
    cut = {it.id for it in projected.findings if it.code == FindingCode.CYCLE}
    lost = {id for id, card in cards.items() if card["parent"] not in parents}
    assert {id for id in cards if not parents[id]} == cut | lost


def test_a_ring_is_opened_at_the_smallest_id() -> None:
    ring = {"c": {"parent": "b"}, "b": {"parent": "a"}, "a": {"parent": "c"}}
    projected = project({"nodes": ring})
    assert {it.id: it.parent for it in projected.records.nodes} == {"a": "", "b": "a", "c": "b"}
    assert [(it.id, it.other) for it in projected.findings if it.code == FindingCode.CYCLE] == [("a", "c")]


@pytest.mark.parametrize("schema", [None, 0, SCHEMA, SCHEMA + 1, "one", -3])
def test_a_document_of_any_schema_is_read(schema: object) -> None:
    document = {"meta": {"meta": {"schema": schema, "epoch": 2}}, "groups": {"g": {"name": "Axe nord"}}}
    projected = project(read(written(document).get_update()))
    assert [it.name for it in projected.records.groups] == ["Axe nord"]
    newer = any(it.code == FindingCode.NEWER_SCHEMA for it in projected.findings)
    assert newer == (schema == SCHEMA + 1)


def test_roots_and_entries_of_strange_kinds_are_told_and_left_out() -> None:
    made: Doc[Any] = Doc()
    made.get("nodes", type=Array).append("x")
    made.get("novelties", type=Text).insert(0, "x")
    places: Map[Any] = made.get("places", type=Map)
    places["a"], places["b"] = "no entry", Map({"name": Array(["x"]), "lon": float("nan"), "kind": "CASTLE"})
    projected = project(read(made.get_update()))
    told = {(it.code, it.root, it.id, it.key) for it in projected.findings}
    assert [it.id for it in projected.records.places] == ["b"]
    assert {
        ("UNKNOWN_ROOT", "novelties", "", ""),
        ("UNREADABLE", "places", "a", ""),
        ("UNREADABLE", "places", "b", "name"),
        ("UNKNOWN_CODE", "places", "b", "kind"),
    } <= told


def test_an_entry_nested_without_end_leaves_the_others_readable() -> None:
    made = written({"groups": {"g": {"name": "Axe nord"}}})
    deep: Any = "x"
    for _ in range(1500):
        deep = [deep]
    groups: Map[Any] = made.get("groups", type=Map)
    groups["deep"], groups["h"] = Map({"name": deep}), Map({"name": "Axe sud"})
    assert {it.name for it in project(read(made.get_update())).records.groups} >= {"Axe nord", "Axe sud"}


def test_bytes_that_are_no_update_are_refused() -> None:
    with pytest.raises(ValueError):
        read(b"\xff" * 20)
