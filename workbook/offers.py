"""What earlier rounds left of a room's zone: by place, the places that the room will treat first."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import QuerySet

from access.reach import Reach
from claims.codes import RELEASED, Disclosure
from claims.models import Claim
from claims.queue import headlines
from sites.codes import C2
from workshops.models import Workshop

from .models import RecalledClaim, Workbook
from .projected import projected


@dataclass(frozen=True)
class Offer:
    """One released statement that could be given to the room, or was."""

    claim: Claim
    headline: str
    given: bool


@dataclass
class PlaceOffer:
    """The statements about one place; `treated`: the place stands on the room's list."""

    name: str
    code: str
    treated: bool
    offers: list[Offer] = field(default_factory=list)

    @property
    def waiting(self) -> int:
        """How many of them the room does not have yet."""
        return sum(not offer.given for offer in self.offers)

    @property
    def given(self) -> int:
        """How many the room has."""
        return len(self.offers) - self.waiting


def recallable(workshop: Workshop, reach: Reach) -> QuerySet[Claim]:
    """Claims that could be given to the room of `workshop`, as far as `reach` reads them."""
    rows = Claim.objects.permitted_to(reach).filter(review_status__in=RELEASED, sensitivity__in=C2)
    rows = rows.filter(workshop__isnull=False, provinces__contained_by=list(workshop.provinces))
    return rows.exclude(workshop=workshop.pk).exclude(disclosure=Disclosure.GROUP_ONLY)


def offers_of(workshop: Workshop, reach: Reach) -> list[PlaceOffer]:
    """Everything that could be given to the room, by place: those on its list first, then by name."""
    rows = recallable(workshop, reach).exclude(place=None).select_related("place", "source")
    claims = list(rows.order_by("place__name", "place_id", "-known_on", "pk"))
    words = headlines(claims, reach)
    had = _given(workshop)
    listed = _listed(workshop)
    places: dict[UUID, PlaceOffer] = {}
    for claim in claims:
        place = claim.place
        if place is None:
            continue
        of_place = places.setdefault(place.pk, PlaceOffer(place.name, place.code or "", (place.code or "") in listed))
        of_place.offers.append(Offer(claim, words.get(claim.pk, ""), claim.pk in had))
    return sorted(places.values(), key=lambda it: (not it.treated, it.name.casefold()))


def of_places(workshop: Workshop, codes: Iterable[str], reach: Reach) -> list[UUID]:
    """Keys of all that could be given about the places with these codes."""
    rows = recallable(workshop, reach).filter(place__code__in=list(codes))
    return list(rows.values_list("pk", flat=True))


def _given(workshop: Workshop) -> set[UUID]:
    return set(RecalledClaim.objects.filter(workshop=workshop).values_list("claim", flat=True))


def _listed(workshop: Workshop) -> set[str]:
    """Codes of the places on the room's list; none where its workbook was not begun."""
    workbook = Workbook.objects.filter(workshop=workshop).first()
    if workbook is None:
        return set()
    return {place.ref for place in projected(workbook).records.places if place.ref and place.treat}
