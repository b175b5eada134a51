"""Audiences × fields: what each reader gets of each value, of what was said and of open data."""

import pytest

from claims.models import Claim

from .fields import failing_fields, failing_own_fields, undeclared_fields


@pytest.mark.django_db
@pytest.mark.parametrize("open_data", [False, True], ids=["said", "open"])
def test_each_audience_gets_exactly_the_declared_values(claims: list[dict[str, Claim]], open_data: bool) -> None:
    executed, failures = failing_fields(claims[open_data], open_data)
    assert executed > 200
    assert not failures, f"{len(failures)} of {executed} cells fail:\n" + "\n".join(failures)


@pytest.mark.django_db
@pytest.mark.parametrize("closed", [False, True], ids=["open", "closed"])
def test_a_facilitator_gets_what_the_own_room_said_and_of_others_what_anybody_gets(
    claims: list[dict[str, Claim]], closed: bool
) -> None:
    executed, failures = failing_own_fields(claims[False], closed)
    assert executed > 200
    assert not failures, f"{len(failures)} of {executed} cells fail:\n" + "\n".join(failures)


def test_no_field_is_undeclared() -> None:
    assert undeclared_fields() == []
