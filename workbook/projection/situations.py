"""How armed actors stand: strength, demands, stage of disarmament."""

from collections.abc import Mapping

from .entries import Book, Entry, in_order
from .involvements import about_state, category_of, check_actor
from .said import Situation
from .statements import common


def situations(book: Book, categories: Mapping[str, str]) -> tuple[Situation, ...]:
    """Situations in their order."""
    return tuple(_situation(book, it, categories) for it in book.of("situations"))


def _situation(book: Book, entry: Entry, categories: Mapping[str, str]) -> Situation:
    in_order(book, entry, [("strength_low", "strength_high")])
    category = category_of(entry, categories)
    check_actor(book, entry, category)
    others = [categories.get(it, "") for it in (*entry.flags("ally"), *entry.flags("rival"))]
    return Situation(
        actor=entry.text("actor"),
        actor_name=entry.text("actor_name"),
        actor_category=category,
        areas=entry.flags("area"),
        strength_low=entry.get("strength_low"),
        strength_high=entry.get("strength_high"),
        demands=entry.text("demands"),
        ddr_stage=entry.text("ddr_stage"),
        allies=entry.flags("ally"),
        rivals=entry.flags("rival"),
        ex_combatants=entry.text("ex_combatants"),
        **common(book, entry, kept_back=any(about_state(it) for it in (category, *others))),
    )
