"""Audiences × fields: what each reader gets of each value, of what was said and of open data."""

import pytest

from .fields import failing_fields
from .planted_claims import plant_claims


@pytest.mark.django_db
@pytest.mark.parametrize("open_data", [False, True], ids=["said", "open"])
def test_each_audience_gets_exactly_the_declared_values(open_data: bool) -> None:
    claims = plant_claims(open_data)
    for claim in claims.values():
        claim.refresh_from_db()
    executed, failures = failing_fields(claims, open_data)
    assert executed > 200
    assert not failures, f"{len(failures)} of {executed} cells fail:\n" + "\n".join(failures)
