"""Audiences × fields of workshops held elsewhere."""

import pytest

from workshops.models import Workshop

from .told_workshops import failing_tellings, plant_workshop
from .world import World


@pytest.mark.django_db
def test_each_audience_is_told_of_a_workshop_exactly_what_is_declared(whole_world: World) -> None:
    workshop = Workshop.objects.filter(state="RELEASED", provinces=["CD74"]).exclude(
        pk__in=[key for key, traits in whole_world.rows["workshops.Workshop"].items() if traits.workshop]
    )[0]
    executed, failures = failing_tellings(plant_workshop(workshop))
    assert executed == 20
    assert failures == []
