"""The plenary part is as if nothing else had ever been entered."""

from copy import deepcopy
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workbook.books import documents, entry_of
from workbook.document import ROOTS
from workbook.projection import plenary, project

STATEMENTS = ("observations", "involvements", "legs", "benefits", "situations")
SITE = {"places": {"p": {"name": "Mwamba 7", "territoire": "CD7401"}, "q": {"name": "Kalima-Sud"}}}


@settings(max_examples=200, deadline=None)
@given(documents(), st.integers(0, 2**40), st.sampled_from(STATEMENTS))
def test_a_statement_that_is_kept_back_changes_nothing(document: dict[str, Any], seed: int, root: str) -> None:
    if not isinstance(document.get(root, {}), dict):
        return
    more = deepcopy(document)
    hidden = entry_of(Random(seed), ROOTS[root]) | {"disclosure": "GROUP_ONLY"}
    more.setdefault(root, {})["hidden"] = hidden
    assert plenary(project(more).records) == plenary(project(document).records)


def told(statements: dict[str, Any]) -> Any:
    return plenary(project({**SITE, **statements}, {"army": "STATE_ARMED", "group-a": "AG_LOCAL"}).records)


def test_state_forces_benefits_and_unknown_actors_are_kept_back_unless_chosen() -> None:
    seen = told(
        {
            "involvements": {
                "a": {"place": "p", "actor": "army"},
                "b": {"place": "p", "actor": "nobody-knows"},
                "c": {"place": "p", "actor": "group-a", "note": "dit par le chef", "said": "…", "group": "g"},
                "d": {"place": "p", "actor_category": "VDP", "disclosure": "PLENARY"},
                "e": {"place": "p", "actor": "group-a", "agreement": "SINGLE", "disclosure": "PLENARY"},
            },
            "benefits": {"f": {"place": "p", "beneficiary_type": "LOCAL_TRADER"}},
            "groups": {"g": {"name": "Axe nord"}},
        }
    )
    assert [it.id for it in seen.involvements] == ["c", "d"]
    assert [(it.note, it.said, it.group) for it in seen.involvements[:1]] == [("", "", "")]
    assert seen.benefits == ()


def test_a_presence_is_told_only_beside_an_armed_actor_who_is_told() -> None:
    seen = {"o": {"place": "p", "armed_presence": "PRESENT_INT", "service:FARDC": True, "service:SAEMAPE": True}}
    army = {"a": {"place": "p", "actor": "army"}}
    group = {"c": {"place": "p", "actor": "group-a"}}
    kept = told({"observations": seen, "involvements": army}).observations[0]
    assert (kept.armed_presence, kept.services) == ("", ("SAEMAPE",))
    assert told({"observations": seen, "involvements": army | group}).observations[0].armed_presence == "PRESENT_INT"


def test_an_observation_of_which_only_the_kept_back_presence_was_said_is_not_there() -> None:
    army = {"a": {"place": "p", "actor": "army"}}
    seen = told({"observations": {"o": {"place": "p", "armed_presence": "PRESENT_INT"}}, "involvements": army})
    assert (seen.observations, seen.places) == ((), ())
    nobody_in = told({"observations": {"o": {"place": "p", "workers_low": 0}}, "involvements": army})
    assert [it.workers_low for it in nobody_in.observations] == [0]


def test_a_site_that_only_kept_back_statements_name_is_not_there() -> None:
    assert told({"involvements": {"a": {"place": "p", "actor": "army"}}}).places == ()
    shown = told({"involvements": {"a": {"place": "p", "actor": "group-a"}}}).places
    assert [(it.name, it.reached) for it in shown] == [("Mwamba 7", True)]


def test_a_card_below_one_that_is_kept_back_hangs_on_the_next_above() -> None:
    seen = told(
        {
            "nodes": {
                "core": {"side": "core", "text": "Insécurité"},
                "x": {"side": "cause", "parent": "core", "text": "Nom", "actor:army": True},
                "y": {"side": "cause", "parent": "x", "text": "Barrières"},
            },
            "links": {"l": {"from": "y", "to": "x"}},
            "votes": {"x|g": 4, "y|g": 2},
            "groups": {"g": {"name": "Axe nord"}},
        }
    )
    assert [(it.id, it.parent, it.kind, it.points) for it in seen.nodes] == [
        ("core", "", "CORE", 0),
        ("y", "core", "CAUSE_DIRECT", 2),
    ]
    assert seen.links == () and seen.votes == ()


def test_what_rests_on_something_kept_back_is_kept_back() -> None:
    seen = told(
        {
            "legs": {"l": {"place": "p", "to": "q", "disclosure": "GROUP_ONLY"}},
            "involvements": {"a": {"leg": "l", "actor": "group-a", "disclosure": "PLENARY"}},
            "benefits": {"b": {"involvement": "a", "beneficiary_type": "MINERS", "disclosure": "PLENARY"}},
            "reserves": {
                "r": {"about": "benefits/b", "text": "non"},
                "t": {"about": "places/q", "text": "pas cette ligne"},
                "s": {"text": "Le groupe des coopératives ne signe pas"},
            },
        }
    )
    assert "q" not in {it.id for it in seen.places if it.reached}
    assert (seen.legs, seen.involvements, seen.benefits) == ((), (), ())
    assert [(it.id, it.text) for it in seen.reserves] == [("s", "")]
