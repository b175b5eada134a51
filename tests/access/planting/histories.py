"""Earlier versions of rows, as the database keeps them when a row is written again."""

from typing import Any

from django.apps import apps

from ..expected_models import HISTORIES
from ..world import World
from .accounts import marked

WRITTEN_AGAIN: dict[str, dict[str, Any]] = {
    "sites.Place": {"name": "Otherwise"},
    "claims.Claim": {"note": "otherwise"},
    "claims.Benefit": {"link": "DIRECT"},
    "claims.Incident": {"severity": 3},
    "claims.Involvement": {"chain_role": "OTHER"},
    "claims.ChainLeg": {"to_text": "otherwise"},
    "claims.Observation": {"workers_high": 7},
    "claims.Qualification": {"decree": "otherwise"},
    "claims.ActorSituation": {"strength_high": 7},
    "imports.ImportBatch": {"file_name": "otherwise.csv"},
    "workshops.Workshop": {"venue": "otherwise"},
    "workshops.TreeNode": {"said": "otherwise"},
    "workshops.Recommendation": {"body": "otherwise"},
}


def plant_histories(world: World) -> None:
    """At least one earlier version of each model that keeps them."""
    for label in HISTORIES:
        model: Any = apps.get_model(label)
        written = model.pgh_tracked_model
        key = next(iter(world.rows[written._meta.label]))
        written._default_manager.filter(pk=key).update(**WRITTEN_AGAIN[written._meta.label])
        events = list(model._default_manager.all()[:5])
        assert events, f"no earlier version of {written._meta.label}"
        for event in events:
            world.plant(label, event, marked(""))
