"""What happens to claims when the registers below change; in the same transaction."""

from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.signals import post_save
from django.dispatch import receiver

from sites.codes import C1, Sensitivity
from sites.models import Actor, Place, Source
from sites.signals import places_accepted, places_merged, places_separated

from .codes import ReviewStatus
from .models import ChainLeg, Claim
from .state import refresh_states, tell_again

UNHEARD = (ReviewStatus.DRAFT, ReviewStatus.RETURNED, ReviewStatus.RETIRED)


@receiver(places_accepted)
def class_accepted_places(sender: object, places: list[UUID], **kwargs: Any) -> None:
    """A place that exists only through claims above C1 is C2: its mere existence would tell of them."""
    plain = Claim.objects.filter(place=OuterRef("pk"), sensitivity__in=C1).exclude(review_status__in=UNHEARD)
    every = Claim.objects.filter(place=OuterRef("pk")).exclude(review_status__in=UNHEARD)
    rows = Place.objects.filter(pk__in=places)
    rows.filter(Exists(plain), sensitivity=Sensitivity.HIGH).update(sensitivity=Sensitivity.MODERATE)
    rows.filter(Exists(every), ~Exists(plain), sensitivity__in=C1).update(sensitivity=Sensitivity.HIGH)
    refresh_states(places)


@receiver(places_merged)
def follow_merged_place(sender: object, merged: UUID, into: UUID, **kwargs: Any) -> list[UUID]:
    """Claims about the merged place, and legs that end there, are about the other one from now on."""
    legs: QuerySet[Any] = ChainLeg.objects.all()
    about = list(Claim.objects.filter(place=merged).values_list("pk", flat=True))
    ends = list(legs.filter(to_place=merged).exclude(place__in=[merged, into]).values_list("pk", flat=True))
    Claim.objects.filter(pk__in=about).update(place=into)
    legs.filter(pk__in=ends).update(to_place=into)
    refresh_states([merged, into])
    return [*about, *ends]


@receiver(places_separated)
def return_to_separated_place(sender: object, merged: UUID, into: UUID, moved: list[UUID], **kwargs: Any) -> None:
    """What followed goes back, unless it has been moved elsewhere since."""
    followed = Claim.objects.filter(pk__in=moved)
    about = list(followed.filter(place=into).values_list("pk", flat=True))
    legs: QuerySet[Any] = ChainLeg.objects.all()
    legs.filter(pk__in=moved, to_place=into).exclude(pk__in=about).update(to_place=merged)
    Claim.objects.filter(pk__in=about).update(place=merged)
    refresh_states([merged, into])


@receiver(post_save, sender=Actor)
@receiver(post_save, sender=Source)
def tell_of_it_again(sender: object, created: bool, **kwargs: Any) -> None:
    """Words in which an actor or a source stood were taken back by the database; they are put together anew."""
    if not created:
        tell_again()
