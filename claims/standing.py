"""How a claim stands in its review, in words: what is in its way, and which of its three stages are done."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from access.reach import Reach

from .codes import ReviewStatus

BLOCKED, FREE, OPEN = "is-blocked", "is-free", ""


@dataclass(frozen=True)
class Obstacle:
    """What a row of the queue waits for: an icon, a tone and words."""

    icon: str
    tone: str
    words: str


@dataclass(frozen=True)
class Stage:
    """One of the three stages of a review."""

    name: str
    tone: str
    words: str


def obstacle_of(claim: Any, reach: Reach, names: dict[UUID, str]) -> Obstacle:
    """The first thing in the way of `claim`, a row of the queue, for the person of `reach`."""
    return _in_the_way(claim, reach) or _next_step(claim, names)


def _in_the_way(claim: Any, reach: Reach) -> Obstacle | None:
    verified = claim.review_status == ReviewStatus.VERIFIED
    if claim.review_status == ReviewStatus.RETURNED:
        day = _day(claim.returned_at)
        return Obstacle("reply", BLOCKED, _("Sent back with a reason on %(day)s, no answer yet") % {"day": day})
    if claim.asked_back:
        return Obstacle("undo", BLOCKED, _("Somebody asks for it back: answer first"))
    if verified and claim.verified_by == reach.person:
        return Obstacle("people", BLOCKED, _("Verified by you: somebody else releases it"))
    if not verified and reach.person and claim.recorded_by == reach.person:
        return Obstacle("people", BLOCKED, _("Recorded by you: somebody else verifies it"))
    if claim.unsettled_place:
        return Obstacle("pin", BLOCKED, _("The place is not in the register yet"))
    if claim.raw_text:
        return Obstacle("lock", BLOCKED, _("Text to clear"))
    if claim.contradicts:
        return Obstacle("neq", BLOCKED, _("Contradicts what is known of the place"))
    if verified and claim.early:
        day = _date(claim.said_by + timedelta(days=settings.RELEASE_DELAY_DAYS))
        return Obstacle("clock", BLOCKED, _("The delay runs until %(day)s") % {"day": day})
    return None


def _next_step(claim: Any, names: dict[UUID, str]) -> Obstacle:
    if claim.review_status == ReviewStatus.VERIFIED:
        who = names.get(claim.verified_by, "")
        return Obstacle("check", FREE, _("Verified by %(who)s, ready to release") % {"who": who})
    if claim.answered:
        return Obstacle("reply", OPEN, _("Answered by who recorded it: read it and decide"))
    if claim.sources_here:
        words = ngettext(
            "To verify; %(number)s other source speaks of the place",
            "To verify; %(number)s other sources speak of the place",
            claim.sources_here,
        )
        return Obstacle("clock", OPEN, words % {"number": claim.sources_here})
    return Obstacle("clock", OPEN, _("To verify; no other source yet"))


def stages_of(claim: Any, events: list[Any], reach: Reach, names: dict[UUID, str]) -> list[Stage]:
    """Submitted, verified, released: done, now, or still to come."""
    submitted = next((event for event in events if event.after == ReviewStatus.SUBMITTED), None)
    said = _day(submitted.at) if submitted else _day(claim.recorded_at)
    waits = claim.review_status in (ReviewStatus.DRAFT, ReviewStatus.RETURNED)
    stages = [Stage(_("Submitted"), "is-now" if waits else "is-done", _("sent back") if events and waits else said)]
    if claim.verified_at:
        who = names.get(claim.verified_by, "")
        stages.append(Stage(_("Verified"), "is-done", f"{_day(claim.verified_at)} · {who}"))
    else:
        now = claim.review_status == ReviewStatus.SUBMITTED
        stages.append(Stage(_("Verification"), "is-now" if now else "", _verifier(claim, reach) if now else ""))
    if claim.published_at:
        stages.append(Stage(_("Released"), "is-done", _day(claim.published_at)))
    else:
        now = claim.review_status == ReviewStatus.VERIFIED
        mine = claim.verified_by == reach.person
        words = _("by another person") if mine else _("by another person: you")
        stages.append(Stage(_("Release"), "is-now" if now else "", words if now else _("by a second person")))
    return stages


def _verifier(claim: Any, reach: Reach) -> str:
    own = reach.person and claim.recorded_by == reach.person
    return _("by another person: you recorded it") if own else _("by you")


def _day(moment: Any) -> str:
    return _date(timezone.localdate(moment)) if moment else ""


def _date(day: Any) -> str:
    return str(date_format(day, "SHORT_DATE_FORMAT"))
