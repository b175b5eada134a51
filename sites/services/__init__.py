"""What can be done with the registers; each service leaves its trace in the transaction of what it does."""

from .actors import add_actor, add_alias, amend_actor, raise_actor_class
from .distinguishing import distinguish_places, undo_distinction
from .entering import enter_place
from .merging import merge_places, undo_merging
from .places import (
    accept_place,
    accept_places,
    amend_place,
    erase_proposal,
    lower_place_class,
    propose_place,
    raise_place_class,
)
from .provinces import settle_province

__all__ = [
    "accept_place",
    "accept_places",
    "add_actor",
    "add_alias",
    "amend_actor",
    "amend_place",
    "distinguish_places",
    "enter_place",
    "erase_proposal",
    "lower_place_class",
    "merge_places",
    "propose_place",
    "raise_actor_class",
    "raise_place_class",
    "settle_province",
    "undo_distinction",
    "undo_merging",
]
