"""What a workbook lacks is told, each thing by its own code and with what the room may do about it."""

import gc
import time
from typing import Any

import pytest

from bench.figures.workbook import document
from workbook.projection import Finding, FindingCode, Severity, plenary, project, read
from workbook.projection.findings import _BLOCKING, _TELLING

CORE = {"core": {"side": "core", "text": "Activité des groupes armés"}}
SITE = {"p": {"name": "Mwamba 7", "lon": 28.5, "lat": -5.5, "mineral:COLTAN": 1}}


def found(**document: Any) -> list[tuple[str, str, str]]:
    """Code, id and key of findings, counts and what stands on nothing aside."""
    rows = project({"nodes": CORE, "places": SITE, **document}).findings
    return [(str(it.code), it.id, it.key) for it in rows if it.code != FindingCode.NO_COUNTS]


LACKS = [
    ("involvements", {"place": "p"}, "NO_ACTOR", "actor"),
    ("involvements", {"place": "p", "actor_name": "Groupe armé A"}, "NO_CATEGORY", "actor_category"),
    ("involvements", {"actor_category": "AG_LOCAL"}, "NO_PLACE", "place"),
    ("involvements", {"place": "p", "levy_low": 500}, "LEVY_NO_UNIT", "levy_unit"),
    ("involvements", {"place": "p", "levy_low": 500}, "LEVY_NO_BASE", "levy_base"),
    ("involvements", {"place": "p", "levy_low": 9, "levy_high": 5}, "LOW_ABOVE_HIGH", "levy_low"),
    ("involvements", {"place": "p", "levy_high": 120, "levy_unit": "PERCENT"}, "SHARE_ABOVE_ALL", "levy_high"),
    ("involvements", {"place": "p", "mode:DANCING": True}, "UNKNOWN_CODE", "mode:DANCING"),
    ("involvements", {"place": "p", "agreement": "SINGLE"}, "SINGLE_VOICE", "agreement"),
    ("involvements", {"place": "p", "actor_category": "VDP"}, "GROUP_ONLY_UNASKED", "disclosure"),
    ("observations", {"place": "p", "from": "août 2024"}, "UNREADABLE_DAY", "from"),
    ("observations", {"place": "p", "from": "2024-08", "until": "2024-07"}, "PERIOD_BACKWARDS", "until"),
    ("observations", {"place": "p", "workers_low": 80, "workers_high": 20}, "LOW_ABOVE_HIGH", "workers_low"),
    ("observations", {"place": "p", "workers_low": -3}, "NEGATIVE", "workers_low"),
    ("observations", {"place": "p", "armed_presence": "PRESENT_INT"}, "PRESENCE_NO_ACTOR", "armed_presence"),
    ("observations", {"place": "p", "programme": "ITSCI"}, "PROGRAMME_NO_STATE", "programme_state"),
    ("observations", {"place": "p", "since_last_round": "WORSE"}, "ANSWERS_NOTHING", "answers"),
    ("observations", {"place": "gone"}, "UNKNOWN_REFERENCE", "place"),
    ("legs", {"place": "p"}, "NO_END", "to"),
    ("legs", {"place": "p", "to": "p"}, "LEG_ON_ITSELF", "to"),
    ("benefits", {"place": "p"}, "NO_BENEFIT_TYPE", "beneficiary_type"),
    ("benefits", {"place": "p", "beneficiary_type": "UNKNOWN"}, "NO_REASON", "unspecified_reason"),
    ("places", {"lon": 28.5, "lat": -5.5}, "PLACE_UNNAMED", "name"),
    ("places", {"name": "Kalima-Sud"}, "PLACE_NOWHERE", "lon"),
    ("places", {"name": "Kalima-Sud", "lon": 28.5, "territoire": "CD7401"}, "HALF_POSITION", "lat"),
    ("places", {"name": "Kalima-Sud", "lon": -5.5, "lat": 28.5}, "POSITION_FAR", "lon"),
    ("places", {"name": "Kalima-Sud", "territoire": "CD7401", "treat": "a1"}, "NOT_REACHED", ""),
    ("nodes", {"side": "cause", "text": "Impunité"}, "ORPHAN", "parent"),
    ("nodes", {"side": "core", "text": "Pauvreté"}, "TWO_CORES", "side"),
    ("nodes", {"side": "cause", "parent": "core"}, "EMPTY_NODE", "text"),
    ("nodes", {"parent": "core", "text": "activite des Groupes  armés !"}, "SAME_WORDING", "text"),
    ("recommendations", {"type": "TRACE_GOLD", "cause:core": True}, "NO_TEXT", "text"),
    ("recommendations", {"text": "Tracer l’or", "type": "TRACE_GOLD"}, "NO_CAUSE", "cause"),
    ("invitations", {"name": "Division des mines", "seats": 1, "women": 2}, "WOMEN_ABOVE_SEATS", "women"),
]


@pytest.mark.parametrize(("root", "entry", "code", "key"), LACKS)
def test_what_is_missing_or_wrong_is_told_at_its_field(root: str, entry: dict[str, Any], code: str, key: str) -> None:
    held = {"nodes": CORE, "places": SITE}.get(root, {})
    assert (code, "x", key) in found(**{root: {**held, "x": entry}})


def test_a_complete_site_has_nothing_to_complete() -> None:
    assert (
        found(
            observations={"o": {"place": "p", "armed_presence": "PRESENT_INT", "mineral:COLTAN": 1}},
            involvements={
                "i": {"place": "p", "actor_name": "A", "actor_category": "AG_LOCAL", "mode:TAX_MINERAL": True}
            },
            legs={"l": {"place": "p", "to_text": "Kalemie"}},
            benefits={
                "b": {"involvement": "i", "beneficiary_type": "UNKNOWN", "unspecified_reason": "BEYOND_VIEW"}
                | {"disclosure": "GROUP_ONLY"}
            },
        )
        == []
    )


def test_a_reference_to_what_was_removed_is_told_apart() -> None:
    gone = {**SITE, "q": {"name": "Kalima-Sud", "removed_at": "2024-09-24T10:00:00Z"}}
    told = found(places=gone, legs={"l": {"place": "p", "to": "q", "to_text": "Kalima"}})
    assert told == [("REMOVED_REFERENCE", "l", "to")]


def test_an_effect_that_feeds_a_cause_is_a_loop_or_a_finding() -> None:
    cards = {
        **CORE,
        "c": {"side": "cause", "parent": "core", "text": "Barrières"},
        "e": {"side": "effect", "parent": "core", "text": "Déplacements"},
    }
    assert found(nodes=cards, links={"l": {"from": "e", "to": "c"}}) == [("EFFECT_FEEDS_CAUSE", "l", "loop")]
    assert found(nodes=cards, links={"l": {"from": "e", "to": "c", "loop": True}}) == []


def test_kinds_follow_from_the_depth() -> None:
    chain = {
        f"c{depth}": {"side": "cause", "parent": f"c{depth - 1}" if depth > 1 else "core"} for depth in (1, 2, 3, 4)
    }
    kinds = {it.id: it.kind for it in project({"nodes": {**CORE, **chain}}).records.nodes}
    assert [kinds[f"c{depth}"] for depth in (1, 2, 3, 4)] == [
        "CAUSE_DIRECT",
        "CAUSE_UNDERLYING",
        "CAUSE_ROOT",
        "CAUSE_ROOT",
    ]


def test_a_finding_is_accepted_with_a_reason_and_only_where_that_is_allowed() -> None:
    places = {**SITE, "q": {"name": "Kalima-Sud", "treat": "a1", "territoire": "CD7401"}, "r": {"territoire": "CD7401"}}
    not_reached, unnamed = Finding("NOT_REACHED", "places", "q"), Finding("PLACE_UNNAMED", "places", "r", "name")
    accepted = {
        "a": {"finding": not_reached.mark, "reason": "Le temps a manqué"},
        "b": {"finding": unnamed.mark, "reason": "Sans nom"},
    }
    projected = project({"nodes": CORE, "places": places, "acceptances": accepted})
    assert not_reached in projected.findings and not_reached not in projected.open_findings
    assert unnamed in projected.open_findings


def test_every_code_has_one_severity() -> None:
    assert not _BLOCKING & _TELLING
    assert {Finding(code, "places").severity for code in FindingCode.values} == set(Severity)


def test_a_document_of_500_nodes_and_200_statements_is_projected_in_half_a_second() -> None:
    update = document()
    gc.collect()
    gc.freeze()  # what other tests have left in this process is not searched while the clock runs
    start = time.thread_time()
    projected = project(read(update))
    plenary(projected.records)
    took = time.thread_time() - start
    gc.unfreeze()
    assert took <= 0.5
    assert (len(projected.records.nodes), len(projected.records.statements)) == (500, 200)
