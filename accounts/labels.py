"""The Swahili words of the code lists beside French and English, for native readers to confirm."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.db.models import TextChoices
from django.utils.translation import override


@dataclass(frozen=True)
class Label:
    """One code of one list in three languages; `swahili` is empty where readers get the French."""

    list_name: str
    code: str
    french: str
    english: str
    swahili: str


def labels() -> list[Label]:
    """Every code of every list, in the order of the lists; those with Swahili words first."""
    found = [_label(choices, code, words) for choices in _lists() for code, words in choices.choices if code]
    return sorted(found, key=lambda label: not label.swahili)


def _lists() -> Iterator[type[TextChoices]]:
    """The closed lists of our own apps, each once."""
    for app in apps.get_app_configs():
        name = f"{app.name}.codes"
        if find_spec(name) is None:
            continue
        for kind in vars(import_module(name)).values():
            if isinstance(kind, type) and issubclass(kind, TextChoices) and kind.__module__.startswith(name):
                yield kind


def _label(choices: type[TextChoices], code: str, words: object) -> Label:
    said = {}
    for language in ("fr", "en", "sw"):
        with override(language):
            said[language] = str(words)
    swahili = said["sw"] if said["sw"] not in {said["fr"], said["en"]} else ""
    return Label(choices.__name__, code, said["fr"], said["en"], swahili)
