"""Taken back by somebody who was in the room: in no row, document, version or frozen part of a closed room."""

import pytest

from access.models import AuditEntry
from accounts.models import Person
from claims.models import Claim, WithdrawalRequest
from claims.services import answer_withdrawal
from tests import factories
from workbook.models import Struck, Update, Workbook
from workbook.projected import projected
from workbook.services import close_workbook
from workbook.writing import writing
from workshops.models import Closing, TreeNode
from workshops.services import answer_asked_back

from .test_closing import filled
from .test_striking import everywhere

WORD, KEPT = "Zqxtakenback", "Zqxkept"


@pytest.fixture
def closed(workbook: Workbook, amina: Person) -> Workbook:
    """Amina's closed room: a card and a statement that somebody wants back, and others that stay."""
    factories.actor(name="Groupe armé A")
    filled(workbook)
    with writing(workbook, by=amina) as book:
        book.make("nodes", {"side": "cause", "parent": "core", "text": f"{WORD} a parlé", "order": "a9"}, "danger")
        book.make("nodes", {"side": "cause", "parent": "core", "text": KEPT, "order": "aA"}, "kept")
        book.make("observations", {"place": "p", "note": f"{WORD} l’a vu", "armed_presence": "ABSENT"}, "danger-too")
    with writing(workbook, by=amina) as book:
        for finding in projected(workbook).open_findings:
            if finding.acceptable:
                book.make("acceptances", {"finding": finding.mark, "reason": "—"})
    close_workbook(workbook, by=amina)
    return Workbook.objects.get(pk=workbook.pk)


def test_what_is_granted_is_nowhere_any_more_and_the_rest_stays(closed: Workbook, esther: Person) -> None:
    request = WithdrawalRequest.objects.create(workshop=closed.workshop_id, text=f"ce que {WORD} a dit")
    node = TreeNode.objects.get(text__contains=WORD)
    claims = list(Claim.objects.filter(note__contains=WORD).values_list("pk", flat=True))
    assert claims and WORD in Closing.objects.latest("number").plenary + Closing.objects.latest("number").group_only
    answer_asked_back(request, granted=True, reason="", claims=claims, words=[node.pk], by=esther)
    assert WORD not in everywhere()
    assert KEPT in everywhere() and TreeNode.objects.filter(text=KEPT).exists()
    assert {"nodes/danger", "observations/danger-too"} <= set(Struck.objects.values_list("entry", flat=True))
    now = Workbook.objects.get(pk=closed.pk)
    assert (
        now.epoch > closed.epoch and not Update.objects.filter(workshop=now.workshop_id, epoch__lt=now.epoch).exists()
    )
    told = AuditEntry.objects.filter(verb="workbook.take_back")
    assert sum(entry.details["count"] for entry in told) == 2 and WORD not in str([it.details for it in told])


def test_a_request_about_one_statement_reaches_the_workbook_too(closed: Workbook, esther: Person) -> None:
    claim = Claim.objects.filter(note__contains=WORD)[0]
    request = WithdrawalRequest.objects.create(claim=claim, workshop=closed.workshop_id)
    answer_withdrawal(request, granted=True, reason="", by=esther)
    assert f"{WORD} l’a vu" not in everywhere() and f"{WORD} a parlé" in everywhere()


def test_a_refusal_changes_nothing(closed: Workbook, esther: Person) -> None:
    request = WithdrawalRequest.objects.create(workshop=closed.workshop_id, text="ceci")
    answer_asked_back(request, granted=False, reason="Pas trouvé", claims=[], words=[], by=esther)
    assert Workbook.objects.get(pk=closed.pk).epoch == closed.epoch and WORD in everywhere()
