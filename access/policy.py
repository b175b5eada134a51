"""A policy says, per verb, which rows of one model a reach may touch; everything else is derived from it."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.apps import apps
from django.db.models import Model, Q
from pghistory.models import Event

from .reach import Reach, reach_of

NO_ROW = Q(pk__in=())
EVERY_ROW = ~NO_ROW

P = TypeVar("P", bound="type[Policy]")


class Policy:
    """One method per verb, each giving a `Q` on columns of the model's own table; a verb without a method is denied."""

    @classmethod
    def verbs(cls) -> list[str]:
        """Names of the verbs that this policy declares."""
        return sorted(n for n in dir(cls) if not n.startswith("_") and n not in {"verbs", "rows"})

    def rows(self, verb: str, reach: Reach) -> Q:
        """Which rows `reach` may touch with `verb`."""
        rule: Callable[[Reach], Q] | None = getattr(self, verb, None) if verb in self.verbs() else None
        return rule(reach) if rule else NO_ROW


_policies: dict[type[Model], Policy] = {}


def policy_for(*models: type[Model]) -> Callable[[P], P]:
    """Declare the decorated policy as the one rule of each of `models`."""

    def declare(policy: P) -> P:
        for model in models:
            assert model not in _policies, f"{model.__name__} has a policy already"
            _policies[model] = policy()
        return policy

    return declare


def histories_of(app: str) -> list[type[Model]]:
    """Models that keep the earlier versions of the rows of `app`: what was taken back still stands in them."""
    return [model for model in apps.get_app_config(app).get_models() if issubclass(model, Event)]


def policy_of(model: type[Model]) -> Policy:
    """The policy of `model`; of its nearest ancestor when it has none of its own."""
    for candidate in model.__mro__:
        if candidate in _policies:
            return _policies[candidate]
    raise LookupError(f"{model.__name__} has no policy: declare one in its app's policies.py")


def declared() -> dict[type[Model], Policy]:
    """Every declared policy, for the access matrix."""
    return dict(_policies)


def permits(person_or_reach: Any, verb: str, model: type[Model]) -> Q:
    """The `Q` of `verb` on `model` for a person or a reach."""
    return policy_of(model).rows(verb, reach_of(person_or_reach))
