"""The round that goes on: a room that is half captured, and one that is prepared with what the last round said."""

from typing import Any

from access.querysets import can
from accounts.models import Person
from claims.codes import RELEASED
from claims.models import Claim
from workbook.beginning import order_of
from workbook.projected import projected
from workbook.services import prepare_workbook, recall_claims
from workbook.writing import writing

from .workbooks import Captured

NEXT = "nyota mwezi jua tai kunde mpunga zabibu moto mchanga karafuu"
"""Places of the last round that the prepared workshop will treat again."""


STANDS = {
    "NOT_REACHED": "Le temps a manqué ; à traiter à la prochaine mise à jour.",
    "ANSWERS_NOTHING": "Réponse à une mise à jour d’avant Filon (fictif).",
    "PRESENCE_NO_ACTOR": "Le groupe n’a pas voulu désigner d’acteur (fictif).",
    "NATURE_MISSING": "La nature du lieu est connue de tous (fictif).",
}
"""Why rooms let stand what was found, by code."""


def finish_rooms(books: dict[str, Captured]) -> None:
    """What the three rooms that close did not complete is let stand with its reason."""
    for key in ("lake", "river", "forest"):
        for finding in projected(books[key].workbook).open_findings:
            if finding.acceptable:
                books[key].let_stand(finding, STANDS[finding.code])


def prepare_next(book: Captured, running: Captured, people: dict[str, Person]) -> None:
    """The plain's workshop has its list, its invitations and last round's statements; the hills' is in the middle."""
    esther = people["esther"]
    with writing(prepare_workbook(book.workshop, by=book.lead), by=book.lead) as written:
        book.write_room(written)
        for number, key in enumerate(NEXT.split()):
            book.places[key].refresh_from_db()
            book.write_place(written, key, number, listed=True)
        for check in ("check-1", "check-2"):
            written.set("checks", check, done=True)
    keys = [book.places[key].pk for key in NEXT.split()]
    recall_claims(book.workshop, _released(keys), by=esther)
    here = [running.places[key].pk for key in ("wingu", "wingu4", "radi", "tangawizi", "nyota", "mwezi")]
    recall_claims(running.workshop, _released(here), by=esther)
    _go_on(running)


def _released(places: list[Any]) -> list[Any]:
    rows = Claim.objects.filter(place__in=places, review_status__in=RELEASED, workshop__isnull=False)
    return list(rows.values_list("pk", flat=True))


def _go_on(book: Captured) -> None:
    """Lines that are half typed, answers to the last round, a new site with and one without a position."""
    assert can(book.lead, "write", book.workbook)
    last = Claim.objects.filter(place=book.places["wingu"], kind="OBSERVATION", workshop__isnull=False).first()
    group = {"group": book.id("groups", "2", "0")}
    with writing(book.workbook, by=book.lead) as written:
        new = written.make(
            "places",
            {"name": "Site fictif Ndege-22", "lon": 27.69, "lat": -7.05, "position_said": "7°03′ S, 27°41′ E"}
            | {"kind": "MINE_SITE", "treat": order_of(20), "order": order_of(20), "label": "S-09"},
        )
        written.make(
            "places", {"name": "Site fictif Kanga-23", "treat": order_of(21), "order": order_of(21), "label": "S-10"}
        )
        seen = {"place": new, "mineral": {"GOLD": 1}, "exploitation": ["ARTISANAL"], "extraction": ["ALLUVIAL"]}
        written.make("observations", {**seen, **group, "armed_presence": "PRESENT_NO_INT", "order": order_of(1)})
        acts = {"place": new, "actor_name": "Groupe armé fictif S", "levy_low": 2000, "order": order_of(2)}
        written.make("involvements", {**acts, **group})
        answer = {"place": book.place("wingu"), "armed_presence": "PRESENT_INT", "since_last_round": "WORSE"}
        if last is not None:
            answer["answers"] = str(last.pk)
        written.make("observations", {**answer, **group, "order": order_of(3)})
        written.make("legs", {"place": new, "mineral": "GOLD", **group, "order": order_of(4)})
