"""What was erased for safety, and which pages still hold a document."""

from django.db import models
from django.utils import timezone

from access.querysets import PermittedQuerySet
from workshops.models import OfWorkshop


class Struck(OfWorkshop):
    """One entry that the room erased for safety: its name in the document and nothing that it said."""

    entry = models.CharField(max_length=160, help_text="As root/id.")
    epoch = models.PositiveIntegerField(help_text="Of the document that was begun without it.")
    by = models.UUIDField(null=True)
    at = models.DateTimeField(auto_now_add=True)

    objects = PermittedQuerySet["Struck"].as_manager()

    class Meta:
        ordering = ["at", "id"]
        constraints = [models.UniqueConstraint(fields=["workshop", "entry"], name="entry_struck_once")]

    def __str__(self) -> str:
        return self.entry


class Seat(OfWorkshop):
    """A page that was given the document: which one it has, and when it was last heard of; gone when it was closed."""

    page = models.UUIDField(help_text="Drawn by the page itself; it says nothing of the laptop.")
    person = models.UUIDField(null=True)
    epoch = models.PositiveIntegerField()
    seen_at = models.DateTimeField(default=timezone.now)

    objects = PermittedQuerySet["Seat"].as_manager()

    class Meta:
        ordering = ["seen_at", "id"]
        constraints = [models.UniqueConstraint(fields=["workshop", "page"], name="one_seat_a_page")]

    def __str__(self) -> str:
        return f"{self.workshop_id} {self.epoch}"
