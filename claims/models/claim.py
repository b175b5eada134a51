"""The claim: a statement of a place, not a fact about it."""

import uuid
from datetime import date

import pghistory
import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Func, Q

from access.querysets import PermittedQuerySet
from sites.codes import Sensitivity
from sites.models import Area, Place, Source

from ..codes import (
    RELEASED,
    Agreement,
    Basis,
    ClaimKind,
    Credibility,
    DatePrecision,
    Disclosure,
    ReviewStatus,
    SinceLastRound,
)


class ClaimQuerySet(PermittedQuerySet["Claim"]):
    """Claims of every kind."""

    def released(self) -> "ClaimQuerySet":
        """Claims that every audience in scope and class reads."""
        return self.filter(review_status__in=RELEASED)

    def known_on(self, day: date) -> "ClaimQuerySet":
        """Claims that had been said by the end of `day`."""
        return self.filter(known_on__lte=day)


class LastDay(Func):
    """Last day of the period that a date with a precision stands for."""

    function = "last_day_of"
    output_field = models.DateField()


@pghistory.track(
    pghistory.UpdateEvent(row="OLD", level=pgtrigger.Statement),
    pghistory.DeleteEvent(level=pgtrigger.Statement),
    exclude=["known_on"],
)
class Claim(models.Model):
    """What one source said of one place: when, on what basis, how agreed, how sensitive, at which stage of review.

    `provinces`, `open_data`, `about_state` and `known_on` are kept by the database.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=13, choices=ClaimKind.choices)
    entry_id = models.UUIDField(null=True, blank=True, help_text="The entry of a workbook or the row of an import.")
    content_hash = models.CharField(max_length=64, blank=True)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="claims")
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="claims")
    place_as_stated = models.CharField(max_length=200, blank=True)
    area = models.ForeignKey(Area, null=True, blank=True, on_delete=models.PROTECT, related_name="claims")

    observed_from = models.DateField(null=True, blank=True)
    observed_from_precision = models.CharField(max_length=6, choices=DatePrecision.choices, default=DatePrecision.DAY)
    observed_until = models.DateField(null=True, blank=True, help_text="Empty: the end was not said.")
    observed_until_precision = models.CharField(max_length=6, choices=DatePrecision.choices, default=DatePrecision.DAY)
    stated_on = models.DateField(help_text="When it was said or visited.")
    stated_precision = models.CharField(max_length=6, choices=DatePrecision.choices, default=DatePrecision.DAY)
    known_on = models.GeneratedField(
        expression=LastDay(F("stated_on"), F("stated_precision")), output_field=models.DateField(), db_persist=True
    )
    recorded_at = models.DateTimeField(auto_now_add=True)
    published_at = models.DateTimeField(null=True, blank=True)
    retired_at = models.DateTimeField(null=True, blank=True)

    basis = models.CharField(max_length=8, choices=Basis.choices, default=Basis.HEARD)
    credibility = models.CharField(max_length=1, choices=Credibility.choices, blank=True)
    agreement = models.CharField(max_length=13, choices=Agreement.choices, blank=True)
    disclosure = models.CharField(max_length=10, choices=Disclosure.choices, blank=True)
    since_last_round = models.CharField(max_length=9, choices=SinceLastRound.choices, blank=True)
    sensitivity = models.CharField(max_length=8, choices=Sensitivity.choices, default=Sensitivity.HIGH)
    open_data = models.BooleanField(default=False, editable=False)
    about_state = models.BooleanField(default=True, editable=False)
    released_to = ArrayField(
        models.UUIDField(), default=list, blank=True, help_text="Institutions to which this single claim was released."
    )
    import_batch = models.UUIDField(null=True, blank=True, db_index=True)
    review_status = models.CharField(max_length=9, choices=ReviewStatus.choices, default=ReviewStatus.DRAFT)
    verified_by = models.UUIDField(null=True, blank=True)
    verified_at = models.DateTimeField(null=True, blank=True)
    provinces = ArrayField(models.CharField(max_length=12), default=list, editable=False)
    workshop = models.UUIDField(null=True, blank=True)
    group = models.UUIDField(null=True, blank=True)
    recorded_by = models.UUIDField(null=True, blank=True)
    given_by = models.UUIDField(null=True, blank=True, help_text="The institution that gave it, and follows it.")
    supersedes = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="superseded_by"
    )

    note = models.TextField(blank=True)
    said = models.TextField(blank=True, help_text="Original wording.")
    said_language = models.CharField(max_length=8, blank=True)
    cleared_text = models.TextField(blank=True, help_text="Below the secretariat only this text exists.")
    cleared_by = models.UUIDField(null=True, blank=True)
    cleared_at = models.DateTimeField(null=True, blank=True)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ["-known_on", "id"]
        indexes = [
            GinIndex(fields=["provinces"], name="claim_provinces"),
            models.Index(fields=["place", "kind"], name="claim_place_kind"),
            models.Index(fields=["source", "place"], name="claim_source_place"),
            models.Index(fields=["review_status", "recorded_at"], name="claim_queue"),
            models.Index(fields=["workshop"], name="claim_workshop"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(provinces=[]), name="claim_has_a_province"),
            models.UniqueConstraint(
                fields=["entry_id", "content_hash"],
                condition=Q(retired_at=None, entry_id__isnull=False),
                name="claim_said_once",
            ),
            models.CheckConstraint(
                condition=Q(observed_until=None) | Q(observed_from=None) | Q(observed_until__gte=F("observed_from")),
                name="claim_period_runs_forward",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.pk}"
