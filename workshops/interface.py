"""Workshops, nodes of trees and recommendations as rows for programs: permitted ones, disclosed, masked keys absent."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    Case,
    CharField,
    DateField,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Cast, Trunc

from access.fields import Rule, rule_for
from access.policy import EVERY_ROW, NO_ROW
from access.reach import Audience, Reach
from lib.arrays import key_in_outer
from sites.models import Place

from .codes import FEWEST_COUNTED
from .disclosed import PLACE_AND_DATE, STEP_OF_RULE
from .models import Recommendation, TreeNode, Workshop
from .told import words_for

Rows = tuple[QuerySet[Any, Any], tuple[str, ...]]
"""A queryset in the order of random keys, with the names of the values that it tells."""


def _exact(reach: Reach, column: str = "id") -> Q:
    """Rows whose workshop's place and date `reach` is told as they are."""
    rule = EVERY_ROW if rule_for(PLACE_AND_DATE, reach.audience) == Rule.EXACT else NO_ROW
    return rule | Q(**{f"{column}__in": reach.workshops})


def _only(when: Q, name: str, field: Any) -> Case:
    return Case(When(when, then=F(name)), default=None, output_field=field)


def workshop_rows(reach: Reach) -> Rows:
    """Place and date as coarse as the field table says; `step` says how coarse, the name only where it is exact."""
    exact, step = _exact(reach), STEP_OF_RULE.get(rule_for(PLACE_AND_DATE, reach.audience), "day")
    coarse = Cast(Trunc("starts_on", step), DateField()) if step != "day" else F("starts_on")
    told = {
        "d_starts_on": Case(When(exact, then=F("starts_on")), default=coarse, output_field=DateField()),
        "d_step": Case(When(exact, then=Value("day")), default=Value(step), output_field=CharField()),
        "d_ends_on": _only(exact, "ends_on", DateField()),
        "d_name": _only(exact, "name", CharField()),
        "d_zone": _only(exact, "zone", CharField()),
        "d_round": _only(exact, "round__title", CharField()),
    }
    names = ("id", "territoire", "provinces", "state", "starts_on", "step", "ends_on", "name", "zone", "round")
    rows = Workshop.objects.permitted_to(reach).annotate(**told).order_by("id")
    return rows.values_list(*(f"d_{name}" if f"d_{name}" in told else name for name in names)), names


def node_rows(reach: Reach) -> Rows:
    """Causes and effects in the words that the reader gets; a parent that is not read is absent, so are few votes."""
    read = TreeNode.objects.permitted_to(reach)
    counted = Q(votes__gte=FEWEST_COUNTED) | Q(workshop__in=reach.workshops)
    told = {
        "d_parent": _where(Exists(read.filter(pk=OuterRef("parent_id"))), "parent_id"),
        "d_text": words_for(reach),
        "d_votes": _only(EVERY_ROW if reach.audience == Audience.SECRETARIAT else counted, "votes", IntegerField()),
        "d_places": _places(reach),
    }
    names = ("id", "workshop", "side", "kind", "theme", "parent", "text", "votes", "places", "areas", "provinces")
    rows = read.annotate(**told).order_by("id")
    return rows.values_list(*(f"d_{name}" if f"d_{name}" in told else name for name in names)), names


def advice_rows(reach: Reach) -> Rows:
    """Recommendations in the words that the reader gets; the letter for who wrote it, who got it, and analysts."""
    mine = Q(addressed_to=reach.institution) if reach.institution else NO_ROW
    letter = EVERY_ROW if reach.audience in (Audience.ANALYST, Audience.SECRETARIAT) else mine
    seen = Workshop.objects.permitted_to(reach).filter(pk=OuterRef("workshop_id"))
    told = {
        "d_workshop": _where(Exists(seen), "workshop_id"),
        "d_text": words_for(reach),
        "d_asked_of": Case(When(addressed_to=None, then=F("addressee")), default=F("addressed_to__name")),
        "d_letter": _only(letter & ~Q(letter=""), "letter", CharField()),
        "d_sent_on": _only(letter, "sent_on", DateField()),
        "d_places": _places(reach),
        "d_causes": ArraySubquery(
            TreeNode.objects.permitted_to(reach).filter(key_in_outer("causes")).order_by("id").values("id")
        ),
    }
    names = (
        *("id", "workshop", "type", "status", "text", "asked_of", "body", "level", "horizon", "agreement"),
        *("roadmap", "letter", "sent_on", "places", "causes", "provinces"),
    )
    rows = Recommendation.objects.permitted_to(reach).annotate(**told).order_by("id")
    return rows.values_list(*(f"d_{name}" if f"d_{name}" in told else name for name in names)), names


def _where(condition: Exists, name: str) -> Case:
    return Case(When(condition, then=F(name)), default=None)


def _places(reach: Reach) -> ArraySubquery:
    """Codes of the named places that the reader may see."""
    seen = Place.objects.permitted_to(reach).filter(key_in_outer("places"), code__isnull=False)
    return ArraySubquery(seen.order_by("number").values("code"))
