"""What an earlier round said, given to a room that updates it."""

from django.db import models

from access.querysets import PermittedQuerySet
from claims.models import Claim
from workshops.models import OfWorkshop


class RecalledClaim(OfWorkshop):
    """A released claim of an earlier round that the secretariat gave to this workshop as its starting point."""

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="+")
    given_by = models.UUIDField(null=True)
    given_at = models.DateTimeField(auto_now_add=True)

    objects = PermittedQuerySet["RecalledClaim"].as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workshop", "claim"], name="claim_recalled_once")]

    def __str__(self) -> str:
        return str(self.claim_id)
