"""Whatever leaves an entry in the audit trail has words for those who read it."""

import ast
from collections.abc import Iterator

from pghistory.models import Event

from access.policy import declared
from accounts.trail import DETAILS, model_in_words, verb_in_words
from tests.architecture.sources import APPS, ROOT, files

LEAVES_TRAIL = {"record", "leave_trail"}
TAKES_VERB = {*LEAVES_TRAIL, "Step", "erase_claims", "_class_place", "traced"}
PASSES_VERB_ON = {"access/audit.py", "sites/services/places.py", "claims/services/steps.py",
                  "claims/services/erasing.py", "reports/services/taking.py"}  # fmt: skip
STREAMED = ("export", "collection")
STAGES = ("start", "end", "broken")


def calls() -> Iterator[tuple[str, str, ast.Call]]:
    for path in files(".py", folders=(*APPS, "config")):
        for node in ast.walk(ast.parse((ROOT / path).read_text())):
            if isinstance(node, ast.Call):
                called = node.func
                name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
                if name in TAKES_VERB:
                    yield str(path), name, node


def verbs() -> set[str]:
    words = {
        word.value
        for _, name, call in calls()
        if name != "traced"
        for word in call.args
        if isinstance(word, ast.Constant) and isinstance(word.value, str) and "." in word.value
    }
    refusals = {verb for policy in declared().values() for verb in policy.verbs()}
    return words | {f"{what}.{stage}" for what in STREAMED for stage in STAGES} | {f"refused.{it}" for it in refusals}


def test_every_verb_of_the_sources_has_words() -> None:
    found = verbs()
    assert {"person.sign_in", "claim.release", "place.lower_class", "refused.view", "export.broken"} <= found
    assert sorted(verb for verb in found if verb_in_words(verb) == verb) == []


def test_verbs_made_at_run_time_are_those_that_this_test_knows() -> None:
    computed = {
        path for path, name, call in calls() if name in LEAVES_TRAIL and not isinstance(call.args[0], ast.Constant)
    }
    streamed = {
        word.value
        for _, name, call in calls()
        if name == "traced"
        for word in call.args
        if isinstance(word, ast.Constant) and isinstance(word.value, str)
    }
    assert computed == PASSES_VERB_ON and streamed == set(STREAMED)


def test_every_name_of_a_detail_has_words() -> None:
    named = {word.arg for _, name, call in calls() if name in LEAVES_TRAIL for word in call.keywords if word.arg}
    assert sorted(named - {"by"} - set(DETAILS)) == []


def test_every_model_under_a_policy_that_stands_in_entries_has_words() -> None:
    spoken = {model._meta.label_lower for model in declared() if not issubclass(model, Event)}
    assert sorted(label for label in spoken if model_in_words(label) == label) == []
