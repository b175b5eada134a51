"""What was seen at sites, or looked for and not seen."""

from dataclasses import replace

from claims.codes import PRESENCE_ANSWERS, ArmedPresence
from sites.codes import ActorCategory

from .entries import Book, Entry, in_order
from .findings import Finding, FindingCode
from .said import Involvement, Observation
from .statements import PLENARY, common, need_place

PRESENT = (ArmedPresence.PRESENT_INT, ArmedPresence.PRESENT_NO_INT, ArmedPresence.PRESENT_NO_DATA)
ARMED = (
    ActorCategory.STATE_ARMED,
    ActorCategory.AG_LOCAL,
    ActorCategory.AG_FOREIGN,
    ActorCategory.SELF_DEFENCE,
    ActorCategory.CRIMINAL,
    ActorCategory.INDEPENDENT,
    ActorCategory.VDP,
    ActorCategory.REBELLION,
    ActorCategory.PARK_GUARD,
)


def observations(book: Book) -> tuple[Observation, ...]:
    """Observations in their order; whether the plenary may hear of a presence is known only with the actors."""
    return tuple(_observation(book, it) for it in book.of("observations"))


def _observation(book: Book, entry: Entry) -> Observation:
    in_order(book, entry, [("workers_low", "workers_high")])
    need_place(book, entry)
    if entry.text("programme") not in ("", "NONE") and not entry.text("programme_state"):
        book.find(FindingCode.PROGRAMME_NO_STATE, entry, "programme_state")
    return Observation(
        armed_presence=entry.text("armed_presence"),
        chosen=bool(entry.text("disclosure")),
        activity_status=entry.text("activity_status"),
        exploitation=entry.flags("exploitation"),
        extraction=entry.flags("extraction"),
        title_status=entry.text("title_status"),
        workers_low=entry.get("workers_low"),
        workers_high=entry.get("workers_high"),
        services=entry.flags("service"),
        programme=entry.text("programme"),
        programme_state=entry.text("programme_state"),
        mercury=entry.text("mercury"),
        women=entry.text("women"),
        children=entry.text("children"),
        displaced=entry.text("displaced"),
        minerals=entry.flags("mineral"),
        no_visit_reason=entry.text("no_visit_reason"),
        **common(book, entry),
    )


def beside_actors(
    book: Book, found: tuple[Observation, ...], actors: tuple[Involvement, ...]
) -> tuple[Observation, ...]:
    """The same observations, each held against who was named at its place.

    Unless the room chose otherwise the plenary hears of a presence only where it hears of an armed actor as well: a
    presence without one would tell of whoever is kept back. What is kept back changes nothing here.
    """
    armed = [it for it in actors if it.actor_category in ARMED]
    everywhere, told = {it.place for it in armed}, {it.place for it in armed if it.disclosure == PLENARY}
    seen = []
    for it in found:
        presence_told = it.chosen or it.armed_presence not in PRESENT or it.place in told
        if not presence_told and it.disclosure == PLENARY:
            book.findings.append(
                Finding(FindingCode.PRESENCE_KEPT_BACK, "observations", it.id, "armed_presence", it.place)
            )
        if it.armed_presence in PRESENT and it.place not in everywhere:
            book.findings.append(Finding(FindingCode.PRESENCE_NO_ACTOR, "observations", it.id, "armed_presence"))
        if it.armed_presence == ArmedPresence.ABSENT and it.place in everywhere:
            book.findings.append(Finding(FindingCode.ABSENT_YET_ACTOR, "observations", it.id, "armed_presence"))
        seen.append(replace(it, presence_told=presence_told))
    _contradictions(book, found)
    return tuple(seen)


def _contradictions(book: Book, found: tuple[Observation, ...]) -> None:
    first: dict[str, Observation] = {}
    for it in found:
        if it.place and it.armed_presence in PRESENCE_ANSWERS:
            other = first.setdefault(it.place, it)
            if other.armed_presence != it.armed_presence:
                book.findings.append(
                    Finding(FindingCode.CONTRADICTION, "observations", it.id, "armed_presence", other.id)
                )
