"""Thousands of claims change in one statement: in time, each with its history, whatever the connection did before."""

from time import perf_counter
from typing import Any

import pytest
from django.db import connection
from pghistory.models import Event

from access.histories import UPDATES
from claims.models import Claim
from tests import factories

pytestmark = pytest.mark.django_db
PLACES, EACH = 150, 20
LONGEST_SECONDS = 8.0
"""Pairing rows one by one took ten times as long, and four times that for twice as many."""


def many_claims() -> None:
    """Claims of one source, a few at each place."""
    source = factories.source()
    for _ in range(PLACES):
        factories.leg(place=factories.place(), source=source, sensitivity="HIGH", review_status="VERIFIED")
    columns = ", ".join(f'"{f.column}"' for f in Claim._meta.local_concrete_fields if f.name not in ("id", "known_on"))
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO claims_claim (id, {columns}) SELECT gen_random_uuid(), {columns} FROM claims_claim,"
            " generate_series(2, %s)",
            [EACH],
        )


def history() -> Any:
    """The model that keeps earlier versions of claims."""
    return next(model for model in Event.__subclasses__() if model.__name__ == "ClaimEvent")


def test_a_mass_change_takes_seconds_after_many_single_ones_and_keeps_every_earlier_row() -> None:
    one = factories.leg(note="first")
    for note in "abcdef":
        Claim.objects.filter(pk=one.pk).update(note=note)
    many_claims()
    before = history().objects.count()
    started = perf_counter()
    changed = Claim.objects.filter(review_status="VERIFIED").update(review_status="PUBLISHED")
    assert perf_counter() - started < LONGEST_SECONDS
    assert changed == PLACES * EACH
    assert history().objects.count() - before == changed


def test_no_history_pairs_old_and_new_rows_one_by_one() -> None:
    with connection.cursor() as cursor:
        cursor.execute(UPDATES)
        functions = [name for (name,) in cursor.fetchall()]
        cursor.execute(
            "SELECT oid::regprocedure::text FROM pg_proc WHERE proconfig @> ARRAY['enable_nestloop=off', 'jit=off']"
        )
        eased = {name for (name,) in cursor.fetchall()}
    assert len(functions) > 10
    assert set(functions) <= eased
