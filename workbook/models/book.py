"""The workbook itself."""

from django.db import models
from django.utils import timezone

from access.querysets import PermittedQuerySet
from workshops.models import OfWorkshop


class Workbook(OfWorkshop):
    """The shared document of one workshop; the row is also the lock under which its log grows."""

    epoch = models.PositiveIntegerField(default=1, help_text="Which document this is: another one begins at closing.")
    position = models.PositiveBigIntegerField(default=0, help_text="Of the last update; without gaps.")
    erased_before = models.PositiveIntegerField(
        default=0, help_text="Documents before this epoch were erased for safety: nothing of them is kept any more."
    )
    prepared_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = PermittedQuerySet["Workbook"].as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workshop"], name="one_workbook_per_workshop")]

    def __str__(self) -> str:
        return str(self.workshop_id)
