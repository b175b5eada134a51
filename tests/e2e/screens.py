"""Every screen that each of the cast has in the demonstration, with the keys of the rows that it needs."""

from functools import cache
from typing import Any

from access.reach import Reach, reach_of
from accounts.models import Person
from claims.codes import ReviewStatus
from claims.models import Claim, CorrectionRequest
from imports.models import ImportBatch
from sites.models import Place
from workshops.models import Workshop

OWN = ("account/", "account/password/", "account/sessions/", "account/second-factor/")
READING = (
    "map/",
    "map/?view=list",
    "map/?sel={place}",
    "sites/{place}/",
    "workshops/",
    "workshops/{room}/",
    "reports/",
)
ASKING = ("claims/{asked}/correction/", "claims/{free}/correction/", "claims/{free}/reply/")
DESK = (
    "review/",
    "review/{waiting}/",
    "review/{verified}/",
    "review/batch/?step=verify&claim={waiting}",
    "review/corrections/",
    "review/corrections/{request}/",
    "imports/",
    "imports/{batch}/",
    "review/rounds/",
    "review/rounds/{round}/",
    "review/workshops/{spoken}/words/",
    "review/proposals/",
    "workbook/{prepared}/given/",
    "sites/matching/",
    "sites/proposed/",
    "sites/duplicates/",
    "sites/disagreements/",
    "sites/{key}/edit/",
    "audit/",
    "grants/",
)
RUNNING = (
    "accounts/",
    "accounts/health/",
    "accounts/labels/",
    "accounts/institutions/",
    "accounts/invitations/new/",
    "accounts/{person}/",
)
SCREENS = {
    "": ("account/sign-in/", "account/password/reset/", "account/password/reset/sent/"),
    "amina": (*READING, "workshops/{own}/said/", *OWN),
    "bahati": (*READING, "workshops/{own}/said/", *OWN),
    "celine": (*READING, *OWN),
    "daudi": (*READING, "about-the-state/", *ASKING, *OWN),
    "habiba": (*READING, *ASKING, *OWN),
    "esther": (*READING, *DESK, *OWN),
    "furaha": (*READING, *DESK, *OWN),
    "gaspard": (*RUNNING, *OWN),
}


@cache
def keys_of(name: str) -> dict[str, Any]:
    """Rows that this person may open, by the words that stand for them in an address."""
    person = Person.objects.get(email=f"{name}@demo.invalid")
    reach = reach_of(person)
    own = {"own": reach.workshops[0] if reach.workshops else ""}
    return {**_read(reach), **_asked(person), **_reviewed(), **own, "person": person.pk}


def _read(reach: Reach) -> dict[str, Any]:
    places = Place.objects.permitted_to(reach).exclude(code=None).order_by("number")
    rooms = Workshop.objects.permitted_to(reach).order_by("starts_on")
    claims = Claim.objects.permitted_to(reach).filter(review_status=ReviewStatus.PUBLISHED, place__in=places)
    free = claims.exclude(pk__in=CorrectionRequest.objects.values("claim")).order_by("pk")
    first = free.first()
    return {
        "place": first.place.code if first and first.place else "",
        "free": first.pk if first else "",
        "room": rooms[0].pk if rooms else "",
    }


def _asked(person: Person) -> dict[str, Any]:
    own = CorrectionRequest.objects.filter(institution=person.institution).order_by("asked_at").first()
    return {"asked": own.claim_id if own else ""}


def _reviewed() -> dict[str, Any]:
    waiting = Claim.objects.filter(review_status=ReviewStatus.SUBMITTED).order_by("pk")
    verified = Claim.objects.filter(review_status=ReviewStatus.VERIFIED).order_by("pk")
    request = CorrectionRequest.objects.filter(answered_at=None).first()
    batch, place = ImportBatch.objects.first(), Place.objects.exclude(code=None).order_by("number").first()
    spoken = Workshop.objects.filter(state="RELEASED").first()
    prepared = Workshop.objects.filter(state="PREPARED").first()
    return {
        "round": spoken.round_id if spoken else "",
        "spoken": spoken.pk if spoken else "",
        "prepared": prepared.pk if prepared else "",
        "waiting": waiting[0].pk,
        "verified": verified[0].pk,
        "request": request.pk if request else "",
        "batch": batch.pk if batch else "",
        "key": place.pk if place else "",
    }


def address_of(name: str, path: str) -> str:
    """The address of a screen of that person."""
    return "/" + (path.format(**keys_of(name)) if "{" in path else path)
