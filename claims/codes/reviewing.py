"""Closed lists of how a claim was said and how far its review has come."""

from django.db import models
from django.utils.translation import pgettext_lazy


class Agreement(models.TextChoices):
    """How far a group agreed."""

    CONSENSUS = "CONSENSUS", pgettext_lazy("group_agreement", "Consensus")
    MAJORITY = "MAJORITY", pgettext_lazy("group_agreement", "Majority")
    CONTESTED = "CONTESTED", pgettext_lazy("group_agreement", "Contested")
    MINORITY = "MINORITY", pgettext_lazy("group_agreement", "Minority view")
    SINGLE = "SINGLE", pgettext_lazy("group_agreement", "Single participant")
    NOT_DISCUSSED = "NOT_DISCUSSED", pgettext_lazy("group_agreement", "Not discussed")


class ReviewStatus(models.TextChoices):
    """Stage of review of a claim."""

    DRAFT = "DRAFT", pgettext_lazy("review_status", "Draft")
    SUBMITTED = "SUBMITTED", pgettext_lazy("review_status", "Submitted")
    VERIFIED = "VERIFIED", pgettext_lazy("review_status", "Verified")
    PUBLISHED = "PUBLISHED", pgettext_lazy("review_status", "Released to authorised users")
    CONTESTED = "CONTESTED", pgettext_lazy("review_status", "Contested")
    RETIRED = "RETIRED", pgettext_lazy("review_status", "Retracted")
    RETURNED = "RETURNED", pgettext_lazy("review_status", "Sent back with a reason")


class Credibility(models.TextChoices):
    """How credible a claim is beside others (Admiralty scale)."""

    CONFIRMED = "1", pgettext_lazy("information_credibility", "Confirmed by other sources")
    PROBABLE = "2", pgettext_lazy("information_credibility", "Probably true")
    POSSIBLE = "3", pgettext_lazy("information_credibility", "Possibly true")
    DOUBTFUL = "4", pgettext_lazy("information_credibility", "Doubtful")
    IMPROBABLE = "5", pgettext_lazy("information_credibility", "Improbable")
    UNJUDGED = "6", pgettext_lazy("information_credibility", "Truth cannot be judged")


class Basis(models.TextChoices):
    """On what a statement rests."""

    SEEN = "SEEN", pgettext_lazy("basis", "Seen on site")
    HEARD = "HEARD", pgettext_lazy("basis", "Heard")
    DOCUMENT = "DOCUMENT", pgettext_lazy("basis", "Document")


class Disclosure(models.TextChoices):
    """Where a statement of a workshop may be read."""

    PLENARY = "PLENARY", pgettext_lazy("disclosure", "Read and adopted in plenary")
    GROUP_ONLY = "GROUP_ONLY", pgettext_lazy("disclosure", "Said in group, not for plenary")


class SinceLastRound(models.TextChoices):
    """What a group says of the last round's statement."""

    UNCHANGED = "UNCHANGED", pgettext_lazy("since_last_round", "Still true")
    WORSE = "WORSE", pgettext_lazy("since_last_round", "Worse")
    BETTER = "BETTER", pgettext_lazy("since_last_round", "Better")
    ENDED = "ENDED", pgettext_lazy("since_last_round", "No longer so")
    WRONG = "WRONG", pgettext_lazy("since_last_round", "It was an error")
    NOT_KNOWN = "NOT_KNOWN", pgettext_lazy("since_last_round", "Not known")


TAKES_BACK = (SinceLastRound.WRONG, SinceLastRound.NOT_KNOWN)
"""Answers that say nothing of a place themselves: what they answer was an error, or nobody knows any more."""


class DatePrecision(models.TextChoices):
    """How precisely a date is known."""

    DAY = "DAY", pgettext_lazy("date_precision", "To the day")
    MONTH = "MONTH", pgettext_lazy("date_precision", "To the month")
    YEAR = "YEAR", pgettext_lazy("date_precision", "To the year")
    SEASON = "SEASON", pgettext_lazy("date_precision", "Season")
    EVENT = "EVENT", pgettext_lazy("date_precision", "Since an event")


class ClaimKind(models.TextChoices):
    """What a claim is about; each kind has a model of its own."""

    OBSERVATION = "OBSERVATION", pgettext_lazy("claim_kind", "Observation")
    INVOLVEMENT = "INVOLVEMENT", pgettext_lazy("claim_kind", "Actor at the site")
    LEG = "LEG", pgettext_lazy("claim_kind", "Leg of the chain")
    BENEFIT = "BENEFIT", pgettext_lazy("claim_kind", "Benefit")
    SITUATION = "SITUATION", pgettext_lazy("claim_kind", "Situation of an actor")
    QUALIFICATION = "QUALIFICATION", pgettext_lazy("claim_kind", "Qualification")
    INCIDENT = "INCIDENT", pgettext_lazy("claim_kind", "Incident")


RELEASED = (ReviewStatus.PUBLISHED, ReviewStatus.CONTESTED)
"""Stages in which every audience in scope and class reads a claim."""

CHECKED = (ReviewStatus.VERIFIED, ReviewStatus.PUBLISHED, ReviewStatus.CONTESTED)
"""Stages from which states are computed for analyst and secretariat."""
