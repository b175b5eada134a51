"""Taking back what a room said: at once and all of it, or piece by piece where somebody who was there asks."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from access.audit import record
from access.policy import histories_of
from access.querysets import require
from claims.models import Emergency, WithdrawalRequest
from claims.services import answer_withdrawal, request_withdrawal, withdraw_workshop_claims
from claims.signals import statements_taken_back
from lib.problems import Fault, Problem

from ..codes import TreeSide, WorkshopState
from ..consent import workshop_of
from ..models import Recommendation, TreeNode, Workshop
from ..signals import workshop_moved

READ_OUTSIDE = (WorkshopState.VERIFIED, WorkshopState.RELEASED)


def withdraw_workshop(workshop: Workshop, *, reason: str, by: Any) -> Emergency:
    """Nothing of the room is read outside it any more: statements, tree, recommendations, its very date.

    For one person of the secretariat; two bring it back. Recorded as `workshop.withdraw`. Raises
    `Fault.REASON_MISSING`.
    """
    with transaction.atomic():
        locked = Workshop.objects.select_for_update().get(pk=workshop.pk)
        require("withdraw", locked, by=by)
        made = withdraw_workshop_claims(locked.pk, reason=reason, by=by, stage=locked.state)
        if locked.state in READ_OUTSIDE:
            _move(locked.pk, WorkshopState.CLOSED)
        record("workshop.withdraw", locked, by=by, emergency=made.pk)
    workshop.refresh_from_db()
    return made


def bring_workshop_back(emergency: Emergency) -> None:
    """The workshop stands where it stood, unless it has moved since; what two people undid is not asked again."""
    stage = emergency.before.get("workshop")
    if emergency.workshop is None or stage not in READ_OUTSIDE:
        return
    if Workshop.objects.filter(pk=emergency.workshop, state=WorkshopState.CLOSED).exists():
        _move(emergency.workshop, WorkshopState(stage))


def _move(workshop: UUID, state: WorkshopState) -> None:
    Workshop.objects.filter(pk=workshop).update(state=state)
    workshop_moved.send(sender=None, workshop=workshop)


def ask_back(*, code: str, text: str) -> WithdrawalRequest | None:
    """The secretariat finds the request of somebody who holds the code of a consent sheet; None for no such code.

    Until it is answered nothing of that workshop is released. Who asked is recorded nowhere.
    """
    workshop = workshop_of(code, timezone.localdate())
    return request_withdrawal(workshop=workshop.pk, text=text) if workshop else None


def answer_asked_back(
    request: WithdrawalRequest, *, granted: bool, reason: str, claims: Iterable[UUID], words: Iterable[UUID], by: Any
) -> None:
    """Granted, the chosen statements, causes and recommendations of the workshop are erased at once, history included.

    For the secretariat; recorded as `withdrawal.answer` and `words.erase`. Raises `Fault.NOT_VALID` when nothing is
    chosen, `REASON_MISSING` when it is refused without a reason, `STALE` when it has been answered.
    """
    claims, words = list(claims), list(words)
    if granted and not claims and not words:
        raise Problem(Fault.NOT_VALID)
    with transaction.atomic():
        answer_withdrawal(request, granted=granted, reason=reason, claims=claims, by=by)
        if granted:
            _erase_words(request.workshop, words, by)


def _erase_words(workshop: UUID | None, keys: list[UUID], by: Any) -> None:
    """What hangs on an erased cause hangs on the one above; the core problem carries the tree and stays."""
    nodes = TreeNode.objects.filter(workshop=workshop, pk__in=keys).exclude(side=TreeSide.CORE)
    advice = Recommendation.objects.filter(workshop=workshop, pk__in=keys)
    rows = [*nodes.values_list("pk", "entry_id"), *advice.values_list("pk", "entry_id")]
    gone = [key for key, _entry in rows]
    for node in nodes:
        require("clear", node, by=by)
        above = TreeNode.objects.get(pk=node.pk).parent_id
        TreeNode.objects.filter(parent=node).update(parent=above)
    nodes.delete()
    advice.delete()
    for model in histories_of("workshops"):
        model._default_manager.filter(pgh_obj_id__in=gone).delete()
    if gone:
        record("words.erase", TreeNode, by=by, count=len(gone), rows=gone)
        entries = {entry for _key, entry in rows if entry}
        statements_taken_back.send(TreeNode, workshop=workshop, entries=entries, by=by)
