"""Writes the workbooks of the invented rooms through the engine that laptops use, and makes their rows and claims."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID, uuid5

from accounts.models import Institution, Person
from claims.codes import ClaimKind
from claims.models import Claim
from sites.models import Actor, Place, Source
from workbook.beginning import CORE, order_of
from workbook.claiming import Matching, claim_statements, leave_room
from workbook.models import Workbook
from workbook.projected import projected
from workbook.projection import Finding
from workbook.services import prepare_workbook
from workbook.writing import Book, writing
from workshops.models import Workshop

from .advice import ADVICE, GOALS, RESERVES, Advice
from .rooms import ROOMS, SEATS, by_axis, by_category
from .speech import Said
from .trees import LINKS, TREES, Branch

NAMESPACE = UUID("6f1e2f0a-3c55-4b0e-9f43-7d0a5c1b9e42")
ROOTS = {
    ClaimKind.OBSERVATION: "observations",
    ClaimKind.INVOLVEMENT: "involvements",
    ClaimKind.LEG: "legs",
    ClaimKind.BENEFIT: "benefits",
    ClaimKind.SITUATION: "situations",
}
RENAMED = {
    "exploitation_modes": "exploitation",
    "extraction_types": "extraction",
    "services": "service",
    "observed_from": "from",
    "modes": "mode",
    "areas": "area",
    "about_involvement_key": "involvement",
    "about_leg_key": "leg",
    "beneficiary_key": "beneficiary",
    "to_key": "to",
    "actor_key": "actor",
}
"""What a service calls otherwise than the document."""


class Captured:
    """The workbook of one room, written by its lead; places and actors are those of the registers."""

    def __init__(
        self, key: str, workshop: Workshop, lead: Person, places: dict[str, Place], actors: dict[str, Actor]
    ) -> None:
        self.key, self.workshop, self.lead, self.places, self.actors = key, workshop, lead, places, actors
        self.told: dict[str, Said] = {}

    def id(self, *parts: str) -> str:
        """The id of an entry, the same whenever the demonstration is loaded."""
        return str(uuid5(NAMESPACE, "/".join((self.key, *parts))))

    def write(self, statements: Iterable[Said], sites: Iterable[str]) -> None:
        """Everything that the room has: how it sat, its tree, its sites on the list, what it said and recommends."""
        said = [it for it in statements if it.source == self.key and it.kind in ROOTS]
        with writing(prepare_workbook(self.workshop, by=self.lead), by=self.lead) as book:
            self.write_room(book)
            for number, branch in enumerate(TREES.get(self.key, ())):
                self._write_card(book, branch, number)
            for source, target, loop in LINKS.get(self.key, ()):
                ends = {"from": self.card(source), "to": self.card(target)}
                book.make("links", {**ends, "loop": loop}, self.id("links", source, target))
            self._write_places(book, said, list(sites))
        with writing(prepare_workbook(self.workshop, by=self.lead), by=self.lead) as book:
            for number, it in enumerate(said):
                self._write_statement(book, it, number)
            for number, advice in enumerate(ADVICE.get(self.key, ())):
                self._write_advice(book, advice, number)
            self._write_goals(book)
            self._write_dissent(book)

    def card(self, key: str) -> str:
        """The id of a card."""
        return CORE if key == "core" else self.id("nodes", key)

    def place(self, key: str) -> str:
        """The id of a place's entry."""
        return self.id("places", key)

    def write_room(self, book: Book) -> None:
        for session, groups in ((1, by_category(self.key)), (2, by_axis(self.key))):
            for number, name in enumerate(groups):
                fields = {"name": name, "session": session, "kind": "WORKING", "order": order_of(number)}
                book.make("groups", fields, self.id("groups", str(session), str(number)))
        for category, women, men in ROOMS[self.key].counts:
            for sex, number in (("F", women), ("M", men)):
                if number:
                    book.set("counts", f"{category}|{sex}", number=number)
        for number, (name, category, seats, women) in enumerate(SEATS):
            fields = {"name": name, "category": str(category), "seats": seats, "women": women}
            book.make("invitations", {**fields, "order": order_of(number)}, self.id("invitations", name))

    def _write_card(self, book: Book, branch: Branch, number: int) -> None:
        if not branch.parent:
            book.set("nodes", CORE, text=branch.text)
            return
        fields = {
            "parent": self.card(branch.parent),
            "side": str(branch.side or ("cause" if branch.key.startswith("c") else "effect")),
            "order": order_of(number),
            "text": branch.text,
            "theme": str(branch.theme) or None,
            "disclosure": str(branch.disclosure),
            "place": [self.place(it) for it in branch.places.split()],
        }
        key = book.make("nodes", {name: it for name, it in fields.items() if it}, self.card(branch.key))
        for group, points in enumerate((branch.points // 2, branch.points // 3)):
            if points:
                book.vote(key, self.id("groups", "1", str(group)), points)

    def _write_places(self, book: Book, said: list[Said], sites: list[str]) -> None:
        """The list of sites to treat in its order, then what else was spoken of."""
        spoken = [key for it in said for key in (it.place, it.fields.get("to_key", ""))]
        named = [key for branch in TREES.get(self.key, ()) for key in branch.places.split()]
        named += [key for advice in ADVICE.get(self.key, ()) for key in advice.places.split()]
        for number, key in enumerate(dict.fromkeys(it for it in (*sites, *spoken, *named) if it)):
            self.write_place(book, key, number, listed=key in sites)

    def write_place(self, book: Book, key: str, number: int, *, listed: bool) -> None:
        row = self.places[key]
        fields = {"ref": row.code or str(row.pk), "name": row.name, "kind": row.kind, "order": order_of(number)}
        if listed:
            fields |= {"treat": order_of(number), "label": f"S-{number + 1:02}"}
        book.make("places", fields, self.place(key))

    def _write_statement(self, book: Book, said: Said, number: int) -> None:
        key = self.id(ROOTS[ClaimKind(said.kind)], said.key or str(number))
        axis = list(self.places).index(said.place) % len(by_axis(self.key)) if said.place else 0
        fields: dict[str, Any] = {
            "agreement": "CONSENSUS",
            "disclosure": "PLENARY",
            "basis": "HEARD",
            "sensitivity": said.sensitivity,
        }
        fields |= {"group": self.id("groups", "2", str(axis)), "order": order_of(number)}
        fields |= {RENAMED.get(name, name): self._said(name, it) for name, it in said.fields.items()}
        if "minerals" in fields:
            fields["mineral"] = {code: rank for rank, code in enumerate(fields.pop("minerals"), 1)}
        if said.place:
            fields["place"] = self.place(said.place)
        if "actor_key" in said.fields:
            fields["actor_category"] = self.actors[said.fields["actor_key"]].category
        book.make(ROOTS[ClaimKind(said.kind)], fields, key)
        self.told[key] = said

    def _said(self, name: str, value: Any) -> Any:
        """A value as the document holds it: keys of other rows become ids."""
        match name:
            case "actor_key" | "beneficiary_key":
                return str(self.actors[value].pk)
            case "to_key":
                return self.place(value)
            case "about_involvement_key":
                return self.id("involvements", value)
            case "about_leg_key":
                return self.id("legs", value)
            case "via":
                return ", ".join(value)
        return value

    def _write_advice(self, book: Book, advice: Advice, number: int) -> None:
        asked = ROOMS[self.key].division if advice.of_division else advice.addressee
        fields = {
            "type": str(advice.type),
            "text": advice.text,
            "cause": [self.card(it) for it in advice.causes.split()],
            "place": [self.place(it) for it in advice.places.split()],
            "level": str(advice.level),
            "addressee": asked,
            "body": asked,
            "horizon": str(advice.horizon),
            "agreement": advice.agreement,
            "disclosure": str(advice.disclosure),
            "order": order_of(number),
        }
        book.make("recommendations", {n: it for n, it in fields.items() if it}, self.id("recommendations", str(number)))

    def _write_goals(self, book: Book) -> None:
        for number, goal in enumerate(GOALS.get(self.key, ())):
            fields = {"node": self.card(goal.cause), "text": goal.text, "order": order_of(number)}
            book.make("objectives", fields, self.id("objectives", str(number)))

    def _write_dissent(self, book: Book) -> None:
        for number, (about, text) in enumerate(RESERVES.get(self.key, ())):
            root, _slash, key = about.partition("/")
            told = f"{root}/{self.id(root, key)}" if key else ""
            fields = {"about": told, "text": text, "order": order_of(number)}
            book.make("reserves", fields, self.id("reserves", str(number)))

    def let_stand(self, finding: Finding, reason: str) -> None:
        """The room accepts what was found, with its reason."""
        with writing(self.workbook, by=self.lead) as book:
            book.make("acceptances", {"finding": finding.mark, "reason": reason})

    @property
    def workbook(self) -> Workbook:
        """The workbook as it is now."""
        return Workbook.objects.get(workshop=self.workshop)

    def claim(self, source: Source) -> dict[str, Claim]:
        """The rows of the room and a claim for each statement; claims by the id of their entry."""
        records = projected(self.workbook).records
        institutions = Institution.objects.all()
        matching = Matching(
            places={self.place(key): row for key, row in self.places.items()},
            actors={str(row.pk): row for row in self.actors.values()},
            institutions={row.name: row for row in institutions},
        )
        groups = leave_room(records, workshop=self.workshop, matching=matching, by=self.lead)
        stated_on = source.dated_on or self.workshop.starts_on
        told: dict[str, Any] = {"source": source, "stated_on": stated_on, "matching": matching, "groups": groups}
        claim_statements(records, workshop=self.workshop, by=self.lead, **told)
        rows = Claim.objects.filter(workshop=self.workshop.pk, source=source)
        return {str(row.entry_id): row for row in rows}

    def settle(self) -> None:
        """The register has accepted the places: the workbook points to them by their codes."""
        codes = dict(Place.objects.exclude(code=None).values_list("pk", "code"))
        with writing(self.workbook, by=self.lead) as book:
            for key, row in self.places.items():
                if row.pk in codes and self.place(key) in book.ids("places"):
                    book.set("places", self.place(key), ref=codes[row.pk])
