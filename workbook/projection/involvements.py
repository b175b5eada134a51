"""Who acts at sites, in areas and on legs, and how."""

from collections.abc import Mapping
from decimal import Decimal

from claims.codes import LevyUnit
from sites.codes import ABOUT_STATE_CATEGORIES, ActorCategory

from .entries import Book, Entry, in_order
from .findings import FindingCode
from .said import Involvement
from .statements import common, need_place


def involvements(book: Book, categories: Mapping[str, str]) -> tuple[Involvement, ...]:
    """Involvements in their order."""
    return tuple(_involvement(book, it, categories) for it in book.of("involvements"))


def category_of(entry: Entry, categories: Mapping[str, str]) -> str:
    """The register's word on an actor goes before the room's."""
    return categories.get(entry.text("actor"), "") or entry.text("actor_category")


def about_state(category: str) -> bool:
    """Whether statements about such an actor stay in the group unless chosen otherwise; so does one about nobody."""
    return not category or category in ABOUT_STATE_CATEGORIES


def check_actor(book: Book, entry: Entry, category: str) -> None:
    """Somebody is named, at least by category."""
    if not any(entry.text(key) for key in ("actor", "actor_name", "actor_category")):
        book.find(FindingCode.NO_ACTOR, entry, "actor")
    elif not entry.text("actor") and category in ("", ActorCategory.UNKNOWN):
        book.find(FindingCode.NO_CATEGORY, entry, "actor_category")


def _involvement(book: Book, entry: Entry, categories: Mapping[str, str]) -> Involvement:
    in_order(book, entry, [("levy_low", "levy_high")])
    need_place(book, entry, "area", "leg")
    category = category_of(entry, categories)
    check_actor(book, entry, category)
    if not entry.flags("mode") and not entry.text("chain_role"):
        book.find(FindingCode.NO_MODE, entry, "mode")
    _check_levy(book, entry)
    return Involvement(
        area=entry.text("area"),
        leg=entry.text("leg"),
        actor=entry.text("actor"),
        actor_name=entry.text("actor_name"),
        actor_category=category,
        chain_role=entry.text("chain_role"),
        modes=entry.flags("mode"),
        frequency=entry.text("frequency"),
        levy_base=entry.text("levy_base"),
        levy_low=decimal(entry, "levy_low", 2),
        levy_high=decimal(entry, "levy_high", 2),
        levy_unit=entry.text("levy_unit"),
        levy_per=entry.text("levy_per"),
        **common(book, entry, kept_back=about_state(category)),
    )


def _check_levy(book: Book, entry: Entry) -> None:
    amounts = [it for it in (entry.get("levy_low"), entry.get("levy_high")) if it is not None]
    if not amounts:
        return
    if not entry.text("levy_unit"):
        book.find(FindingCode.LEVY_NO_UNIT, entry, "levy_unit")
    if not entry.text("levy_base"):
        book.find(FindingCode.LEVY_NO_BASE, entry, "levy_base")
    if entry.text("levy_unit") == LevyUnit.PERCENT and max(amounts) > 100:
        book.find(FindingCode.SHARE_ABOVE_ALL, entry, "levy_high")


def decimal(entry: Entry, key: str, places: int) -> Decimal | None:
    """A figure as the record keeps it."""
    value = entry.get(key)
    return None if value is None else round(Decimal(str(value)), places).normalize() + 0
