"""Records the invented statements and takes each as far through its review as its fate says."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from accounts.models import Person
from claims import services
from claims.codes import ClaimKind
from claims.models import Claim
from sites.codes import SourceKind
from sites.models import Actor, Place, Source
from sites.services import accept_places

from .actors_said import INCIDENTS, INVOLVEMENTS, SITUATIONS
from .captured import LAKE, RIVER
from .chains import BENEFITS, LEGS, QUALIFICATIONS
from .places import PROVINCES
from .registers import SOURCES, moment
from .seen import OBSERVATIONS
from .speech import Fate, Said
from .workbooks import Captured

STATEMENTS: tuple[Said, ...] = (
    *OBSERVATIONS,
    *INVOLVEMENTS,
    *SITUATIONS,
    *INCIDENTS,
    *LEGS,
    *BENEFITS,
    *QUALIFICATIONS,
    *LAKE,
    *RIVER,
)
"""In an order in which each refers to earlier ones only."""

TREATED = {
    "lake": (
        "nyota mwezi jua upepo mvua radi wingu wingu4 mchanga udongo moto ukungu anga mpakani tai kunde karafuu mpunga "
        "tangawizi zabibu jiwe kizuizi njia soko bandari"
    ),
    "river": (
        "twiga punda samaki kobe nyuki kipepeo konokono sungura bata jongoo popo embe papai ndimu nanasi ufuta mbaazi "
        "kuku njiwa mbuni kijiji nuru kasa"
    ),
    "hills": "jiwe wingu wingu4 radi tangawizi bonde nyota mwezi",
    "forest": "paka panzi kunguru",
}
"""The sites to treat of each room; of the river's list one was not reached."""

RECORD: dict[str, Any] = {
    ClaimKind.OBSERVATION: services.record_observation,
    ClaimKind.INVOLVEMENT: services.record_involvement,
    ClaimKind.SITUATION: services.record_situation,
    ClaimKind.INCIDENT: services.record_incident,
    ClaimKind.LEG: services.record_leg,
    ClaimKind.BENEFIT: services.record_benefit,
    ClaimKind.QUALIFICATION: services.record_qualification,
}
CHECKER = {"amina": "esther", "bahati": "esther", "esther": "furaha", "furaha": "esther"}
RELEASER = {"amina": "furaha", "bahati": "furaha", "esther": "esther", "furaha": "furaha"}
"""Who checks and who releases what somebody recorded: three steps, and never twice the same person in a row."""

EASY = services.Answers(speaker=False, single_source=False, attack=False, reply=True)
REASON = "Raison de la démonstration."


class Telling:
    """Everything that was told so far, so that later statements may refer to it."""

    def __init__(
        self,
        people: dict[str, Person],
        places: dict[str, Place],
        sources: dict[str, Source],
        actors: dict[str, Actor],
        books: dict[str, Captured],
    ) -> None:
        self.books = books
        self.people, self.places, self.sources, self.actors = people, places, sources, actors
        self.keyed: dict[str, Any] = {}
        self.told: dict[tuple[str, Fate], list[Any]] = defaultdict(list)

    def tell(self) -> None:
        """Record all statements, accept the places, and take each statement as far as its fate says."""
        for said in STATEMENTS:
            if said.source not in self.books:
                self._record(said)
        for key, book in self.books.items():
            self._capture(key, book)
        self._hand_in()
        self._accept_places()
        for book in self.books.values():
            book.settle()
        self._check()
        self._release()
        self._take_back()

    def _capture(self, key: str, book: Captured) -> None:
        """What a room said stands in its workbook; from there it becomes claims, as it does when a room closes."""
        book.write(STATEMENTS, TREATED[key].split())
        for entry, row in book.claim(self.sources[key]).items():
            said = book.told[entry]
            self.told[SOURCES[key].by, said.fate].append(row)
            if said.key:
                self.keyed[said.key] = row

    def _record(self, said: Said) -> None:
        source, by = self.sources[said.source], SOURCES[said.source].by
        fields = self._resolved(said.fields)
        if "observed_from" in fields:
            fields["observed_from"] = moment(fields["observed_from"])[0]
        if "decided_on" in fields:
            fields["decided_on"] = moment(fields["decided_on"])[0]
        fields = {"basis": "SEEN" if source.kind == SourceKind.FIELD_VISIT else "DOCUMENT"} | fields
        day, precision = moment(said.when or SOURCES[said.source].when)
        if said.place:
            fields["place"] = self.places[said.place]
        row = RECORD[said.kind](
            source=source,
            stated_on=day,
            stated_precision=precision,
            sensitivity=said.sensitivity,
            by=self.people[by],
            **fields,
        )
        self.told[by, said.fate].append(row)
        if said.key:
            self.keyed[said.key] = row

    def _resolved(self, fields: dict[str, Any]) -> dict[str, Any]:
        """Keys of other rows become the rows themselves."""
        known: dict[str, dict[str, Any]] = {
            "actor_key": self.actors,
            "beneficiary_key": self.actors,
            "to_key": self.places,
            "about_involvement_key": self.keyed,
            "about_leg_key": self.keyed,
            "supersedes_key": self.keyed,
        }
        names = {"to_key": "to_place"}
        return {
            names.get(name, name.removesuffix("_key")): known[name][value] if name in known else value
            for name, value in fields.items()
        }

    def _all(self, by: str, *fates: Fate) -> list[Claim]:
        return [Claim(pk=row.pk) for fate in fates for row in self.told[by, fate]]

    def _hand_in(self) -> None:
        for by in CHECKER:
            services.submit_claims(self._all(by, *(fate for fate in Fate if fate != Fate.DRAFT)), by=self.people[by])
            if returned := self._all(by, Fate.RETURNED):
                services.send_back_claims(returned, reason=REASON, by=self.people["esther"])

    def _accept_places(self) -> None:
        waiting = {key for places in PROVINCES.values() for key, it in places.items() if it.proposed}
        accept_places([row for key, row in self.places.items() if key not in waiting], by=self.people["furaha"])

    def _check(self) -> None:
        going_on = (Fate.VERIFIED, Fate.RELEASED, Fate.CONTESTED, Fate.WITHDRAWN, Fate.SUPERSEDED)
        for by, checker in CHECKER.items():
            services.verify_claims(self._all(by, *going_on), by=self.people[checker])

    def _release(self) -> None:
        self._clear_words()
        for fates in ((Fate.SUPERSEDED, Fate.WITHDRAWN, Fate.CONTESTED), (Fate.RELEASED,)):
            for by, releaser in RELEASER.items():
                if rows := self._all(by, *fates):
                    services.release_claims(rows, EASY, by=self.people[releaser])

    def _clear_words(self) -> None:
        """What waits for its release keeps raw words, so that the queue shows what blocks it."""
        keys = [row.pk for (_, fate), rows in self.told.items() if fate != Fate.VERIFIED for row in rows]
        for row in Claim.objects.filter(pk__in=keys).exclude(note=""):
            services.clear_text(row, text=row.note, by=self.people["esther"])

    def _take_back(self) -> None:
        esther = self.people["esther"]
        for by in CHECKER:
            if retired := self._all(by, Fate.RETIRED):
                services.retire_claims(retired, reason=REASON, by=esther)
            if withdrawn := self._all(by, Fate.WITHDRAWN):
                services.withdraw_claims(withdrawn, reason=REASON, by=esther)

    def contest(self, keys: Iterable[str]) -> None:
        """What is contested without a ministry's request: the secretariat does it with a reason."""
        known = {self.keyed[key].pk for key in keys}
        rows = [row for by in CHECKER for row in self._all(by, Fate.CONTESTED) if row.pk not in known]
        services.contest_claims(rows, reason=REASON, by=self.people["furaha"])
