"""Lawful actors: who is approved to buy, treat or mine, by which act, until when."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from access.querysets import PermittedQuerySet
from accounts.models import Institution
from sites.codes import ActorCategory

from ..codes import ReviewStatus


class Approval(models.Model):
    """An approved actor as its ministry gives it: submitted until the secretariat takes it or gives a reason."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="approvals")
    provinces = ArrayField(models.CharField(max_length=12), help_text="P-codes in which it holds.")
    name = models.CharField(max_length=200)
    category = models.CharField(max_length=14, choices=ActorCategory.choices)
    number = models.CharField(max_length=120, help_text="Reference of the act.")
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True, help_text="Empty: the act names no end.")
    status = models.CharField(max_length=9, choices=ReviewStatus.choices, default=ReviewStatus.SUBMITTED)
    answer = models.TextField(blank=True)
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField(auto_now_add=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = PermittedQuerySet["Approval"].as_manager()

    class Meta:
        ordering = ["name", "-valid_from"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")), name="approval_runs_forward"
            ),
            models.CheckConstraint(condition=~Q(provinces=[]), name="approval_has_a_province"),
            models.UniqueConstraint(
                fields=["institution", "name", "number"],
                condition=~Q(status=ReviewStatus.RETURNED),
                name="approval_given_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name
