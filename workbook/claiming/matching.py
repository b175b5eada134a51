"""Which rows of the registers the room meant, and under which keys its entries become rows."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field

from accounts.models import Institution
from sites.models import Actor, Area, Place


@dataclass(frozen=True)
class Matching:
    """Places by their entry, actors by the register's id or by the name that the room typed, areas by P-code.

    `institutions` are those that the room asks by name; what is not matched stays as it was said.
    """

    places: Mapping[str, Place] = field(default_factory=dict)
    actors: Mapping[str, Actor] = field(default_factory=dict)
    areas: Mapping[str, Area] = field(default_factory=dict)
    institutions: Mapping[str, Institution] = field(default_factory=dict)

    def actor(self, id: str, name: str) -> Actor | None:
        """The actor of the register, if it is known which."""
        return self.actors.get(id) or self.actors.get(name)


def entry_key(workshop: uuid.UUID, root: str, id: str) -> uuid.UUID:
    """The key of an entry as rows carry it: its own, or one made of it where a client gave no UUID."""
    try:
        return uuid.UUID(id)
    except ValueError:
        return uuid.uuid5(workshop, f"{root}/{id}")


def uuid_of(text: str) -> uuid.UUID | None:
    """A UUID, or nothing where `text` is none."""
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
