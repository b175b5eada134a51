"""The desk: the queue on one side, the claim in hand on the other."""

from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from access.audit import record
from access.querysets import load
from access.reach import Reach, reach_of
from accounts.models import Person
from sites.codes import Sensitivity
from sites.models import Place
from sites.threshold import enter_as_secretariat

from ..codes import RELEASED, ReviewStatus
from ..exchange import last_exchange
from ..forms import InstitutionForm, LowerForm, QueueForm, RaiseForm, ReasonForm, ReleaseForm
from ..hand import take_in_hand
from ..holding import held_back
from ..models import Claim, ReviewEvent
from ..queue import ENTRIES_PER_PAGE, entries_of, grouped, narrowed, ordered, tally, waiting
from ..readers import questions_of, readers_of
from ..services import name_is_kept_until
from ..services.classes import RANK
from ..standing import stages_of

FILTERS = ("sensitivity", "source", "territoire", "ready")


@require_safe
def review_queue(request: HttpRequest) -> HttpResponse:
    """What waits for the secretariat."""
    reach = enter_as_secretariat(request.user, Claim)
    return render(request, "claims/review.html", queue_context(request, reach))


@require_safe
def review_claim(request: HttpRequest, claim_id: UUID) -> HttpResponse:
    """One claim in hand; reading severe words leaves a trace."""
    claim: Claim = load(request.user, "clear", Claim.objects.select_related("source", "place", "area"), id=claim_id)
    return render(request, "claims/review.html", hand_context(request, claim))


def hand_context(request: HttpRequest, claim: Claim, release: ReleaseForm | None = None) -> dict[str, Any]:
    """All that the desk shows while `claim` is in hand."""
    reach = reach_of(request.user)
    hand = take_in_hand(claim, reach)
    if hand.severe:
        record("claim.read", claim, by=request.user)
    events = list(ReviewEvent.objects.filter(claim=claim).select_related("by").order_by("-at"))
    row = waiting(reach).filter(pk=claim.pk).first() or claim
    release_form = release or ReleaseForm()
    return {
        **queue_context(request, reach),
        **dialogs_of(claim),
        "hand": hand,
        "claim": claim,
        "events": events,
        "exchange": last_exchange(events),
        "stages": stages_of(row, events, reach, person_names(request.user)),
        "release_form": release_form,
        "questions": [(asked, release_form[asked.name]) for asked in questions_of(claim, hand)],
        "readers": readers_of(claim),
        "steps": steps_for(claim, reach),
        "replies": claim.replies.select_related("institution"),
        "corrections": claim.corrections.select_related("institution"),
    }


def dialogs_of(claim: Claim) -> dict[str, Any]:
    """Forms that open in a dialog of their own."""
    return {
        "reason_form": ReasonForm(auto_id="send_%s"),
        "answer_form": ReasonForm(auto_id="answer_%s"),
        "withdraw_form": ReasonForm(auto_id="withdraw_%s"),
        "higher": _classes(RaiseForm, claim, above=True),
        "lower": _classes(LowerForm, claim, above=False),
        "institution_form": InstitutionForm(auto_id="to_%s") if _single(claim) else None,
        "name_kept_until": name_is_kept_until(claim),
        "renew_form": ReasonForm(auto_id="renew_%s"),
    }


def _single(claim: Claim) -> bool:
    """Whether the claim reaches a ministry only when two people release it to it."""
    return claim.review_status in RELEASED and claim.about_state and claim.sensitivity == Sensitivity.HIGH


def steps_for(claim: Claim, reach: Reach) -> set[str]:
    """Names of the steps that the person could take now, by the policy."""
    mine = Claim.objects.filter(pk=claim.pk)
    verbs = ("submit", "verify", "send_back", "release", "withdraw", "contest")
    steps = {verb for verb in verbs if mine.permitted_to(reach, verb).exists()}
    if "release" in steps and held_back([claim.pk]):
        steps = steps - {"release"} | {"with_round"}
    return steps


def queue_context(request: HttpRequest, reach: Reach) -> dict[str, Any]:
    """The queue as it is narrowed in the address."""
    rows = waiting(reach)
    form = QueueForm(request.GET, rows=rows)
    page = _page(request, narrowed(rows, form.narrowing(), reach.person))
    entries = entries_of(page, reach, person_names(request.user))
    counted = tally(rows)
    return {
        "form": form,
        "page": page,
        "groups": grouped(entries, timezone.localdate()),
        "entries": entries,
        "tally": counted,
        "total": sum(number for _code, number in counted),
        "chosen": form.cleaned_data.get("sensitivity", ""),
        "query": query_of(request),
        "released": RELEASED,
        "retired": ReviewStatus.RETIRED,
        "proposed_places": Place.objects.permitted_to(reach, "accept").filter(import_batch=None).count(),
    }


def query_of(request: HttpRequest) -> str:
    """The narrowing as a query string, without the page."""
    kept = request.GET.copy()
    for name in set(kept) - set(FILTERS):
        del kept[name]
    return kept.urlencode()


def next_in_queue(request: HttpRequest, claim: Claim) -> UUID | None:
    """The claim that follows `claim` in the queue as it is narrowed; asked before the step takes `claim` out of it."""
    reach = reach_of(request.user)
    rows = waiting(reach)
    queue = ordered(narrowed(rows, QueueForm(request.GET, rows=rows).narrowing(), reach.person))
    keys: list[UUID] = list(queue.values_list("pk", flat=True)[:1000])
    rest = keys[keys.index(claim.pk) + 1 :] if claim.pk in keys else keys
    return next((key for key in rest if key != claim.pk), None)


def person_names(person: Any) -> dict[UUID, str]:
    """Names of those whom `person` may see by name: who verified what."""
    return {row.pk: str(row) for row in Person.objects.permitted(person)}


def _page(request: HttpRequest, rows: QuerySet[Any]) -> "Page[Any]":
    return Paginator(ordered(rows), ENTRIES_PER_PAGE).get_page(request.GET.get("page"))


def _classes(form: type[RaiseForm], claim: Claim, *, above: bool) -> RaiseForm | None:
    """A form with the classes above or below that of `claim`; none where there is none."""
    own = RANK[Sensitivity(claim.sensitivity)]
    codes = [(c.value, c.label) for c in Sensitivity if (RANK[c] > own if above else RANK[c] < own)]
    if not codes:
        return None
    made = form(auto_id="raise_%s" if above else "lower_%s", initial={"sensitivity": codes[0 if above else -1][0]})
    made.fields["sensitivity"].choices = codes  # type: ignore[attr-defined]  # the stubs know plain fields only
    return made
