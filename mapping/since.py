"""What has changed on a reader's map since the last visit: by what was released and withdrawn."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from access.reach import Reach
from claims.codes import PRESENCE_ANSWERS, RELEASED, ArmedPresence, ReviewStatus
from claims.exposure import once_visible_to
from claims.models import Claim, PlaceState
from claims.state import answers_for
from sites.models import Place

from .placing import map_places

CALM = (ArmedPresence.ABSENT, ArmedPresence.PRESENT_NO_INT)
"""Answers that can be an improvement; having no information never is one."""


@dataclass(frozen=True)
class SinceLastVisit:
    """Codes of the places whose information changed, and of those where presence became less grave."""

    moment: datetime
    places: tuple[str, ...]
    better: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """Return what the browser reads."""
        return {
            "date": self.moment.date().isoformat(),
            "places": list(self.places),
            "better": len(self.better),
            "better_places": list(self.better),
        }


def changed_since(reach: Reach, moment: datetime) -> SinceLastVisit:
    """Return what `reach` would find changed if it had last looked at `moment`."""
    touched = changed_places(reach, moment)
    codes = dict(touched.values_list("pk", "code"))
    before, now = _before(reach, moment, list(codes)), _now(reach, list(codes))
    better = sorted(str(codes[key]) for key in codes if now.get(key, 0) > before.get(key, len(PRESENCE_ANSWERS)))
    return SinceLastVisit(moment, tuple(sorted(str(code) for code in codes.values())), tuple(better))


def changed_places(reach: Reach, moment: datetime) -> "QuerySet[Place]":
    """Return the places of the reader's map of which a claim that it reads was released or withdrawn after `moment`."""
    read = Claim.objects.permitted_to(reach).filter(review_status__in=RELEASED, published_at__gt=moment)
    gone = Q(review_status=ReviewStatus.RETIRED, retired_at__gt=moment, published_at__lte=moment)
    withdrawn = Claim.objects.filter(reach.in_scope(), gone, once_visible_to(reach.audience))
    touched = Q(pk__in=read.order_by().values("place")) | Q(pk__in=withdrawn.order_by().values("place"))
    return map_places(reach).filter(touched)


def _before(reach: Reach, moment: datetime, places: list[UUID]) -> dict[UUID, int]:
    """Gravity (0 the gravest) of the answer that was the latest among those released by `moment`."""
    answers = answers_for(reach.audience, places).filter(published_at__lte=moment)
    latest = answers.order_by("place", "-known", "fineness", "rank").distinct("place")
    return dict(latest.values_list("place", "rank"))


def _now(reach: Reach, places: list[UUID]) -> dict[UUID, int]:
    whens = [When(presence=code, then=Value(rank)) for rank, code in enumerate(PRESENCE_ANSWERS)]
    states = PlaceState.objects.filter(place__in=places, audience=reach.audience, presence__in=CALM)
    ranked = states.annotate(rank=Case(*whens, output_field=IntegerField()))
    return dict(ranked.values_list("place", "rank"))
