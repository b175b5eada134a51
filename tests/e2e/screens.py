"""Every screen that each of the cast has in the demonstration, with the keys of the rows that it needs."""

from functools import cache
from typing import Any

from django.db.models import QuerySet

from access.reach import Reach, reach_of
from accounts.models import Person
from claims.codes import ReviewStatus
from claims.models import Claim, CorrectionRequest, WithdrawalRequest
from imports.models import ImportBatch
from sites.codes import PlaceStatus
from sites.models import Place
from workshops.codes import WorkshopState
from workshops.models import Recommendation, Round, Workshop

OWN = ("account/", "account/password/", "account/sessions/", "account/second-factor/")
READING = (
    "map/",
    "map/?view=list",
    "map/?sel={place}",
    "sites/{place}/",
    "workshops/",
    "workshops/{room}/",
    "workshops/{room}/tree/",
    "recommendations/",
    "recommendations/?view=table",
    "recommendations/{advice}/",
    "reports/",
)
ROOM = (
    "workshops/{own}/",
    "workshops/{own}/tree/",
    "workshops/{own}/said/",
    "workshops/{own}/consent/",
    "reports/workshops/{own}/room/",
    "reports/workshops/{own}/room/day-1/",
    "reports/workshops/{own}/secretariat/",
)
GIVING = ("given/", "qualifications/new/", "approvals/", "recommendations/{advice}/status/")
ASKING = ("claims/{asked}/correction/", "claims/{free}/correction/", "claims/{free}/reply/")
DESK = (
    "review/",
    "review/{waiting}/",
    "review/{verified}/",
    "review/batch/?step=verify&claim={waiting}",
    "review/raising/?claim={waiting}",
    "review/corrections/",
    "review/corrections/{request}/",
    "review/emergencies/",
    "review/places/{key}/withdrawal/",
    "review/rounds/",
    "review/rounds/{round}/",
    "review/workshops/{own}/words/",
    "workshops/{own}/withdrawal/",
    "workshops/asked-back/{back}/",
    "workbook/{own}/held/",
    "workbook/{prepared}/given/",
    "approvals/",
    "imports/",
    "imports/{batch}/",
    "review/workshops/{spoken}/words/",
    "review/proposals/",
    "sites/matching/",
    "sites/matching/{proposed}/",
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
    "": ("account/sign-in/", "account/password/reset/", "account/password/reset/sent/", "retrait/"),
    "amina": (*READING, *ROOM),
    "bahati": ("map/", "workshops/", "workshops/{own}/said/"),
    "celine": READING,
    "daudi": (*READING, "about-the-state/", *ASKING, *GIVING),
    "habiba": ("map/", "given/"),
    "esther": (*READING, *ROOM, *DESK),
    "furaha": ("review/", "review/{verified}/", "review/rounds/{round}/"),
    "gaspard": (*RUNNING, *OWN),
}
"""Each screen as each role has it; who shares a role with somebody above is looked at where the two may differ."""


@cache
def keys_of(name: str) -> dict[str, Any]:
    """Rows that this person may open, by the words that stand for them in an address."""
    person = Person.objects.get(email=f"{name}@demo.invalid")
    reach = reach_of(person)
    return {**_read(reach), **_asked(person), **_reviewed(), "person": person.pk}


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
        "own": _key(rooms.filter(state=WorkshopState.RUNNING)),
        "advice": _key(_advice(reach)),
    }


def _advice(reach: Reach) -> QuerySet[Recommendation]:
    """Recommendations of the reader; those that it may answer first."""
    rows = Recommendation.objects.permitted_to(reach).order_by("pk")
    return rows.filter(addressed_to=reach.institution) if reach.institution else rows


def _key(rows: QuerySet[Any]) -> Any:
    return rows.values_list("pk", flat=True).first() or ""


def _asked(person: Person) -> dict[str, Any]:
    own = CorrectionRequest.objects.filter(institution=person.institution).order_by("asked_at").first()
    return {"asked": own.claim_id if own else ""}


def _reviewed() -> dict[str, Any]:
    waiting = Claim.objects.filter(review_status=ReviewStatus.SUBMITTED).order_by("pk")
    verified = Claim.objects.filter(review_status=ReviewStatus.VERIFIED).order_by("pk")
    request = CorrectionRequest.objects.filter(answered_at=None).first()
    batch, place = ImportBatch.objects.first(), Place.objects.exclude(code=None).order_by("number").first()
    return {
        "spoken": _key(Workshop.objects.filter(state=WorkshopState.RELEASED).order_by("starts_on")),
        "prepared": _key(Workshop.objects.filter(state=WorkshopState.PREPARED)),
        "waiting": waiting[0].pk,
        "verified": verified[0].pk,
        "request": request.pk if request else "",
        "batch": batch.pk if batch else "",
        "key": place.pk if place else "",
        "round": _key(Round.objects.order_by("starts_on")),
        "back": _key(WithdrawalRequest.objects.filter(claim=None, answered_at=None)),
        "proposed": _key(Place.objects.filter(status=PlaceStatus.PROPOSED).exclude(workshop=None).order_by("pk")),
    }


def address_of(name: str, path: str) -> str:
    """The address of a screen of that person."""
    return "/" + (path.format(**keys_of(name)) if "{" in path else path)
