"""Where statements come from."""

import uuid

from django.db import models

from access.querysets import PermittedQuerySet

from ..codes import Reliability, Sensitivity, SourceKind


class Source(models.Model):
    """A workshop, a survey, an act or a document: everything that a claim says, it says on the word of one source."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=20, choices=SourceKind.choices)
    title = models.CharField(max_length=200)
    dated_on = models.DateField(null=True, blank=True)
    reliability = models.CharField(max_length=1, choices=Reliability.choices, default=Reliability.F)
    licence = models.CharField(max_length=200, blank=True, help_text="Shown wherever the source's data are shown.")
    open_licence = models.BooleanField(default=False, help_text="Already published under an open licence.")
    reference = models.CharField(max_length=200, blank=True)
    origin = models.CharField(
        max_length=200, help_text="One workshop, one survey campaign, one document chain: one independent origin."
    )
    workshop = models.UUIDField(null=True, blank=True)
    sensitivity = models.CharField(max_length=8, choices=Sensitivity.choices, default=Sensitivity.HIGH)
    import_batch = models.UUIDField(null=True, blank=True, db_index=True)

    objects = PermittedQuerySet["Source"].as_manager()

    class Meta:
        ordering = ["title", "id"]

    def __str__(self) -> str:
        return self.title
