"""The claim in hand: what it says, beside what was known before and what other sources say."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django_stubs_ext import StrOrPromise

from access.reach import Reach
from sites.codes import Sensitivity, SourceKind

from .clearing import Piece, left_out
from .codes import CHECKED, PRESENCE_ANSWERS, ClaimKind, ReviewStatus
from .disclosed import disclosed
from .disclosed.rows import MODEL_OF_KIND
from .models import Claim
from .wording import Row, dated, facts, headline, unsaid

OTHERS_SHOWN = 3


@dataclass(frozen=True)
class Glance:
    """One claim as it stands in the row of comparison."""

    row: Row
    headline: str
    earlier_round: bool = False
    unchecked: bool = False
    contrary: bool = False

    @property
    def dated(self) -> str:
        """When it was said."""
        return dated(self.row)

    @property
    def presence(self) -> str:
        """The code of an answer about armed presence, which is drawn with its mark."""
        answer = str(self.row.get("armed_presence", ""))
        return answer if answer in PRESENCE_ANSWERS else ""


@dataclass(frozen=True)
class Hand:
    """All that the desk shows of one claim."""

    claim: Claim
    own: Glance
    others: list[Glance]
    facts: list[tuple[StrOrPromise, str]]
    unsaid: list[StrOrPromise]
    raw: str
    severe: bool
    pieces: list[Piece]

    @property
    def contradicted(self) -> bool:
        """Whether another source says otherwise."""
        return any(other.contrary for other in self.others)


def take_in_hand(claim: Claim, reach: Reach) -> Hand:
    """`claim` with what its reader may compare it with."""
    row = row_of(claim, reach)
    others = [_beside(row, claim, other, reach) for other in _others(claim, reach)]
    others += [glance for other in _unchecked(claim, reach) if (glance := _beside(row, claim, other, reach)).contrary]
    raw = "\n".join(text for text in (row.get("said", ""), row.get("note", "")) if text)
    severe = claim.sensitivity == Sensitivity.SEVERE or bool(raw) or bool(row.get("beneficiary"))
    pieces = left_out(raw, claim.cleared_text) if claim.cleared_at else [Piece(raw, left_out=False)]
    return Hand(claim, Glance(row, headline(row)), others, facts(row), unsaid(row), raw, severe, pieces)


def row_of(claim: Claim, reach: Reach) -> Row:
    """The disclosed row of a permitted claim."""
    model = MODEL_OF_KIND[ClaimKind(claim.kind)]
    return next(iter(disclosed(model._default_manager.filter(pk=claim.pk), reach)))


def _others(claim: Claim, reach: Reach) -> list[Claim]:
    """The latest checked claim of the same kind and place from each other origin, and of its own before it."""
    if claim.place_id is None:
        return []
    rows: QuerySet[Any] = Claim.objects.permitted_to(reach).filter(
        place=claim.place_id, kind=claim.kind, review_status__in=CHECKED
    )
    latest = rows.exclude(pk=claim.pk).select_related("source")
    found: dict[str, Claim] = {}
    renewed = latest.filter(pk=claim.supersedes_id).first() if claim.supersedes_id else None
    if renewed is not None:
        found[renewed.source.origin] = renewed
    for other in latest.order_by("-known_on", "pk")[:50]:
        before = other.source.origin != claim.source.origin or other.known_on < claim.known_on
        if before and other.source.origin not in found:
            found[other.source.origin] = other
    by_round = sorted(found.values(), key=lambda other: other.source.kind != SourceKind.WORKSHOP)
    return by_round[:OTHERS_SHOWN]


def _unchecked(claim: Claim, reach: Reach) -> list[Claim]:
    """The latest claims about the same place that wait to be checked: only what they contradict is marked by them."""
    if claim.place_id is None:
        return []
    rows = Claim.objects.permitted_to(reach).filter(
        place=claim.place_id, kind=claim.kind, review_status=ReviewStatus.SUBMITTED
    )
    return list(rows.exclude(pk=claim.pk).select_related("source").order_by("-known_on", "pk")[:OTHERS_SHOWN])


def _beside(own: Row, claim: Claim, other: Claim, reach: Reach) -> Glance:
    row = row_of(other, reach)
    told = _earlier_round(claim, other)
    return Glance(
        row,
        headline(row),
        earlier_round=told,
        unchecked=other.review_status == ReviewStatus.SUBMITTED,
        contrary=contradicts(claim, own, other, row),
    )


def _earlier_round(claim: Claim, other: Claim) -> bool:
    """Whether `other` is what an earlier workshop said of the same place."""
    return other.source.kind == SourceKind.WORKSHOP and other.known_on < claim.known_on


def contradicts(claim: Claim, own: Row, other: Claim, row: Row) -> bool:
    """Whether `other`, with its disclosed `row`, says otherwise about the same time than `claim` with `own`.

    What an earlier round said is no contradiction: times change.
    """
    return not _earlier_round(claim, other) and _overlap(claim, other) and _contrary(own, row)


def _overlap(one: Claim, other: Claim) -> bool:
    """Whether the two speak of one time; an end that was not said is the last day of the statement."""
    begins = [claim.observed_from or claim.stated_on for claim in (one, other)]
    ends = [claim.observed_until or claim.known_on for claim in (one, other)]
    return begins[0] <= max(begins[1], ends[1]) and begins[1] <= max(begins[0], ends[0])


def _contrary(one: Row, other: Row) -> bool:
    """Two answers that differ, about one time; silence contradicts nothing."""
    if one["kind"] == ClaimKind.OBSERVATION:
        pair = {one["armed_presence"], other["armed_presence"]}
        return len(pair) == 2 and pair <= set(PRESENCE_ANSWERS)
    if one["kind"] == ClaimKind.QUALIFICATION:
        return bool(one["status"] != other["status"])
    return False
