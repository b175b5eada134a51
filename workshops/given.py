"""What an institution asked and gave, with what became of it: rows of its own alone, and of others what it may read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from access.reach import Audience, Reach
from claims.codes import QualificationStatus, ReviewStatus
from claims.models import Approval, Claim, CorrectionRequest, Qualification, Reply, ReviewEvent
from claims.queue import headlines
from sites.models import Place

from .models import RecommendationStep


@dataclass(frozen=True)
class Line:
    """One thing asked or given: when, what, where it is looked at again, its state in words, the answer."""

    at: datetime
    what: str
    words: str
    url: str
    state: str
    tone: str
    answer: str = ""
    answered_at: datetime | None = None


@dataclass(frozen=True)
class Section:
    """Lines of one sort, the latest first; `later` says what will appear where there is none."""

    title: str
    lines: list[Line]
    later: str


def given_by(reach: Reach) -> list[Section]:
    """Everything that the institution of `reach` asked and gave."""
    return [
        Section(
            _("Qualifications"), _qualifications(reach), _("What you decide of a site appears here once you give it.")
        ),
        Section(_("Status of recommendations"), _steps(reach), _("Your reports on recommendations appear here.")),
        Section(_("Approved actors"), _approvals(reach), _("Approved actors that you list appear here.")),
        Section(
            _("Requests for a rectification"), _corrections(reach), _("What you contest appears here with its answer.")
        ),
        Section(_("Replies"), _replies(reach), _("What you reply to a statement appears here.")),
    ]


def answers_since(reach: Reach, moment: datetime | None) -> int:
    """How many answers the institution of `reach` got after `moment`: a number, and nothing of what they say."""
    if reach.audience != Audience.MINISTRY or reach.institution is None or moment is None:
        return 0
    own = {"institution": reach.institution}
    asked = CorrectionRequest.objects.filter(**own, answered_at__gt=moment).order_by().values("pk")
    listed = Approval.objects.filter(**own, answered_at__gt=moment).order_by().values("pk")
    told = RecommendationStep.objects.filter(**own, accepted_at__gt=moment).order_by().values("pk")
    steps = ReviewEvent.objects.filter(claim__given_by=reach.institution, at__gt=moment, after__in=_DECIDED)
    return asked.union(listed, told, steps.order_by().values("pk"), all=True).count()


_DECIDED = (ReviewStatus.RETURNED, ReviewStatus.VERIFIED, ReviewStatus.PUBLISHED, ReviewStatus.RETIRED)
TONES = {
    ReviewStatus.SUBMITTED: "SUBMITTED",
    ReviewStatus.VERIFIED: "VERIFIED",
    ReviewStatus.PUBLISHED: "PUBLISHED",
    ReviewStatus.CONTESTED: "CONTESTED",
    ReviewStatus.RETIRED: "RETIRED",
    ReviewStatus.RETURNED: "RETURNED",
}


def _stage(status: str) -> str:
    words = {
        ReviewStatus.VERIFIED: _("checked"),
        ReviewStatus.PUBLISHED: _("released"),
        ReviewStatus.CONTESTED: _("released, contested"),
        ReviewStatus.RETURNED: _("given back with a reason"),
        ReviewStatus.RETIRED: _("taken back"),
    }
    return words.get(ReviewStatus(status), _("submitted"))


def _places(reach: Reach, keys: Iterable[UUID | None]) -> dict[Any, Place]:
    return {row.pk: row for row in Place.objects.permitted_to(reach).filter(pk__in=[key for key in keys if key])}


def _qualifications(reach: Reach) -> list[Line]:
    rows: QuerySet[Any] = Qualification.objects.permitted_to(reach, "follow").order_by("-recorded_at")
    found = list(rows)
    places = _places(reach, (row.place_id for row in found))
    back = ReviewEvent.objects.filter(claim__in=[row.pk for row in found], after=ReviewStatus.RETURNED).order_by("at")
    reasons = {event.claim_id: event.reason for event in back}
    return [
        Line(
            row.recorded_at,
            str(places.get(row.place_id) or _("A place")),
            f"{QualificationStatus(row.status).label} · {row.decree}",
            places[row.place_id].get_absolute_url() if row.place_id in places else "",
            _stage(row.review_status),
            TONES.get(ReviewStatus(row.review_status), ""),
            reasons.get(row.pk, "") if row.review_status == ReviewStatus.RETURNED else "",
        )
        for row in found
    ]


def _steps(reach: Reach) -> list[Line]:
    rows = RecommendationStep.objects.permitted_to(reach).filter(institution=reach.institution)
    return [
        Line(
            step.at,
            str(step.get_status_display()),
            step.evidence,
            "",
            _("taken") if step.accepted_at else _("submitted"),
            "VERIFIED" if step.accepted_at else "SUBMITTED",
            answered_at=step.accepted_at,
        )
        for step in rows.order_by("-at")
    ]


def _approvals(reach: Reach) -> list[Line]:
    rows = Approval.objects.permitted_to(reach).filter(institution=reach.institution).order_by("-given_at")
    return [
        Line(
            row.given_at,
            row.name,
            f"{row.get_category_display()} · {row.number}",
            "",
            _("taken") if row.status == ReviewStatus.VERIFIED else _stage(row.status),
            TONES.get(ReviewStatus(row.status), ""),
            row.answer,
            row.answered_at,
        )
        for row in rows
    ]


def _about(reach: Reach, keys: Iterable[UUID]) -> dict[UUID, tuple[str, str]]:
    """Name of the place and headline of each claim that is still read, as it is read."""
    rows = list(Claim.objects.permitted_to(reach).filter(pk__in=list(keys)))
    places, words = _places(reach, (row.place_id for row in rows)), headlines(rows, reach)
    return {row.pk: (str(places.get(row.place_id) or _("A statement")), words.get(row.pk, "")) for row in rows}


def _corrections(reach: Reach) -> list[Line]:
    rows = list(CorrectionRequest.objects.permitted_to(reach).order_by("-asked_at"))
    about = _about(reach, (row.claim_id for row in rows))
    lines = []
    for row in rows:
        where, words = about.get(row.claim_id, (_("A statement that you no longer read"), ""))
        state = _("waits for its answer")
        if row.answered_at:
            state = _("accepted: the claim is marked as contested") if row.accepted else _("answered: the claim stands")
        url = reverse("claims:correction", args=[row.claim_id]) if row.claim_id in about else ""
        tone = "SUBMITTED" if not row.answered_at else "VERIFIED" if row.accepted else "CONTESTED"
        told = f"{words} – {row.text}" if words else row.text
        lines.append(Line(row.asked_at, where, told, url, state, tone, row.answer, row.answered_at))
    return lines


def _replies(reach: Reach) -> list[Line]:
    rows = list(Reply.objects.permitted_to(reach).order_by("-at"))
    about = _about(reach, (row.claim_id for row in rows))
    lines = []
    for row in rows:
        where, _words = about.get(row.claim_id, (_("A statement that you no longer read"), ""))
        state = _("read by others as cleared") if row.cleared_at else _("waits for clearing")
        url = reverse("claims:reply", args=[row.claim_id]) if row.claim_id in about else ""
        tone = "PUBLISHED" if row.cleared_at else "SUBMITTED"
        lines.append(Line(row.at, where, row.text, url, state, tone, row.cleared_text, row.cleared_at))
    return lines
