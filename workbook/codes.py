"""Closed lists of the workbook; codes are never reused."""

from django.db import models
from django.utils.translation import pgettext_lazy


class HeldReason(models.TextChoices):
    """Why an update is kept apart instead of being part of the document."""

    CLOSED = "CLOSED", pgettext_lazy("held_reason", "After the closing")
    RIGHTS = "RIGHTS", pgettext_lazy("held_reason", "After the person's rights ended")
    EPOCH = "EPOCH", pgettext_lazy("held_reason", "From an earlier document")
    ERASED = "ERASED", pgettext_lazy("held_reason", "From a document that was erased for safety: no word is kept")


class HeldDecision(models.TextChoices):
    """What the secretariat made of an update that was kept apart."""

    ADMITTED = "ADMITTED", pgettext_lazy("held_decision", "Admitted")
    SET_ASIDE = "SET_ASIDE", pgettext_lazy("held_decision", "Set aside")


class RefusedReason(models.TextChoices):
    """Why an update is not stored at all."""

    MALFORMED = "MALFORMED", pgettext_lazy("refused_reason", "Damaged")
    TOO_LARGE = "TOO_LARGE", pgettext_lazy("refused_reason", "Too large")
    TOO_FAST = "TOO_FAST", pgettext_lazy("refused_reason", "Too much at once")
    SCHEMA = "SCHEMA", pgettext_lazy("refused_reason", "From a newer page than this server knows")


class EndReason(models.TextChoices):
    """Why a connection ends from the server's side."""

    RIGHTS = "RIGHTS", pgettext_lazy("end_reason", "The rights have ended")
    CLOSED = "CLOSED", pgettext_lazy("end_reason", "The workshop is closed")
    EPOCH = "EPOCH", pgettext_lazy("end_reason", "The document has been begun anew")
    SESSION = "SESSION", pgettext_lazy("end_reason", "The session has ended")
