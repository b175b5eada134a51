"""A unique value in every field that a reader may meet, and how each is looked for."""

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from django.utils import timezone

from claims.codes import ClaimKind
from claims.models import (
    Approval,
    Claim,
    CorrectionRequest,
    Emergency,
    Observation,
    ObservedMineral,
    Reply,
    ReviewEvent,
    WithdrawalRequest,
)
from claims.state import refresh_states
from imports.models import ImportBatch
from sites.models import Place, Source
from tests.factories import CLAIM_OF_KIND, actor, place, proposed_place
from workshops.models import (
    Group,
    ProblemTree,
    Recommendation,
    RecommendationStep,
    Round,
    TreeNode,
    Workshop,
    WorkshopInstitution,
)

from .crawling import Keys
from .planted_room import plant_room
from .planting.workshops import DAYS
from .world import AMINAS_WORKSHOP, random_text

DAY = date(1997, 3, 17)
FIGURES = {"levy": 73129, "volume": 58213, "strength": 61387, "workers": 41739}
GAP = "[\\s\u00a0\u202f.,]?"
FORMS = {name: re.compile(rf"(?<!\d){str(it)[:2]}{GAP}{str(it)[2:]}(?!\d)") for name, it in FIGURES.items()} | {
    "day of observation": re.compile(r"1997-03-17|17/03/1997|17 mars 1997|17 march 1997")
}
"""How figures and the day are looked for, however they are written, in small letters."""


@dataclass
class Planted:
    """Planted values by name, and the keys of what was planted."""

    words: dict[str, str] = field(default_factory=dict)
    place: str = ""
    workshop: str = ""
    keys: Keys = field(default_factory=Keys)

    def word(self, name: str) -> str:
        """A new value under that name."""
        return self.words.setdefault(name, random_text())

    @property
    def names(self) -> set[str]:
        """Of everything that was planted."""
        return set(self.words) | set(FORMS)

    def met(self, text: str) -> set[str]:
        """Names of the values that stand in `text`, whatever its capitals."""
        folded = text.lower()
        words = {name for name, word in self.words.items() if word.lower() in folded}
        return words | {name for name, form in FORMS.items() if form.search(folded)}


def plant_words(people: dict[str, Any]) -> Planted:
    """Fill the database."""
    planted = Planted()
    planted.words["e-mail address"] = people["celine"].email
    site, others = _plant_places(planted)
    claims = _plant_claims(planted, site)
    _plant_answers(planted, claims[0], people)
    shown, hidden = _plant_workshops(planted, people)
    plant_room(planted, people, site, shown)
    refresh_states(None)
    planted.place, planted.workshop = str(site.code), str(shown)
    planted.keys = Keys(
        places=(str(site.code), *(str(row.code or row.pk) for row in others)),
        codes=(str(site.code), *(str(row.code) for row in others if row.code)),
        claims=tuple(claim.pk for claim in claims),
        workshops=(shown, hidden),
        nodes=tuple(TreeNode.objects.order_by("pk").values_list("pk", flat=True)),
        advice=tuple(Recommendation.objects.order_by("pk").values_list("pk", flat=True)),
        rounds=tuple(Round.objects.order_by("pk").values_list("pk", flat=True)),
        room=AMINAS_WORKSHOP,
    )
    return planted


def _plant_places(planted: Planted) -> tuple[Place, list[Place]]:
    here = {"declared_territoire": "Nyunzu"}
    site = place("Tanganyika", name=planted.word("site name"), aliases=[planted.word("site alias")], **here)
    west = place("Maniema", name=planted.word("name of a western site"))
    severe = place("Tanganyika", name=planted.word("name of a severe site"), sensitivity="SEVERE", **here)
    proposed = proposed_place(name=planted.word("name of a proposed site"))
    return site, [west, severe, proposed]


def _source(planted: Planted) -> Source:
    return Source.objects.create(
        kind="WORKSHOP",
        title=planted.word("source title"),
        reference=planted.word("source reference"),
        origin=planted.word("source origin"),
        licence=planted.word("licence"),
        sensitivity="MODERATE",
        workshop=uuid4(),
    )


def _own(planted: Planted, kind: ClaimKind) -> dict[str, Any]:
    armed = actor(name=planted.word("actor"), sensitivity="HIGH")
    own: dict[ClaimKind, dict[str, Any]] = {
        ClaimKind.OBSERVATION: {"armed_presence": "ABSENT", "workers_low": FIGURES["workers"], "workers_high": 41739},
        ClaimKind.INVOLVEMENT: {
            "actor": armed,
            "actor_as_stated": planted.word("actor as stated"),
            "levy_low": Decimal(FIGURES["levy"]),
            "levy_unit": "CDF",
        },
        ClaimKind.LEG: {
            "to_text": planted.word("far end"),
            "via": [planted.word("way")],
            "volume_low": Decimal(FIGURES["volume"]),
        },
        ClaimKind.BENEFIT: {
            "beneficiary": actor(name=planted.word("beneficiary"), category="TRADER", sensitivity="SEVERE"),
            "beneficiary_type": "LOCAL_TRADER",
        },
        ClaimKind.SITUATION: {
            "actor": armed,
            "demands": planted.word("demands"),
            "strength_high": FIGURES["strength"],
            "place": None,
        },
        ClaimKind.QUALIFICATION: {"decree": planted.word("decree"), "status": "YELLOW"},
        ClaimKind.INCIDENT: {},
    }
    return own[kind]


def _plant_claims(planted: Planted, site: Place) -> list[Claim]:
    source = _source(planted)
    common: dict[str, Any] = {
        "source": source,
        "place": site,
        "sensitivity": "MODERATE",
        "workshop": source.workshop,
        "group": UUID(int=7),
        "observed_from": DAY,
        "note": planted.word("note"),
        "said": planted.word("said"),
        "cleared_text": planted.word("cleared text"),
    }
    rows = [CLAIM_OF_KIND[kind](**common | _own(planted, kind)) for kind in CLAIM_OF_KIND]
    ObservedMineral.objects.create(observation=Observation.objects.get(pk=rows[0].pk), mineral="GOLD")
    draft = CLAIM_OF_KIND[ClaimKind.OBSERVATION](
        **common | {"cleared_text": planted.word("draft"), "review_status": "DRAFT", "source": source}
    )
    _plant_own_room(planted, site)
    return [*rows, draft]


def _plant_own_room(planted: Planted, site: Place) -> None:
    """What amina's room said of a way, before anybody checked it; its raw words are the secretariat's."""
    CLAIM_OF_KIND[ClaimKind.LEG](
        place=site,
        workshop=AMINAS_WORKSHOP,
        review_status="SUBMITTED",
        via=[planted.word("way that the room told")],
        note=planted.word("note of the room"),
    )


def _plant_answers(planted: Planted, claim: Claim, people: dict[str, Any]) -> None:
    east = people["daudi"].institution
    row = Claim.objects.get(pk=claim.pk)
    _plant_given(planted, people)
    Reply.objects.create(
        claim=row,
        institution=east,
        by=people["daudi"],
        text=planted.word("reply"),
        cleared_text=planted.word("cleared reply"),
    )
    CorrectionRequest.objects.create(
        claim=row, institution=east, asked_by=people["daudi"], text=planted.word("correction")
    )
    WithdrawalRequest.objects.create(claim=row, text=planted.word("withdrawal"))
    WithdrawalRequest.objects.create(workshop=uuid4(), text=planted.word("asked back by a code"))
    Emergency.objects.create(claim=row, reason=planted.word("reason of an emergency"))
    ReviewEvent.objects.create(claim=row, before="VERIFIED", after="PUBLISHED", reason=planted.word("reason of a step"))
    ImportBatch.objects.create(layout="ipis", file_name=planted.word("file"), checksum="0" * 64)


def _plant_given(planted: Planted, people: dict[str, Any]) -> None:
    """What daudi's institution gave: a qualification that waits, approved actors that wait and that were taken."""
    east = people["daudi"].institution
    CLAIM_OF_KIND[ClaimKind.QUALIFICATION](
        place=Place.objects.filter(declared_province="Tanganyika", sensitivity="MODERATE").order_by("number")[0],
        sensitivity="MODERATE",
        review_status="SUBMITTED",
        given_by=east.pk,
        decree=planted.word("act that waits"),
    )
    common: dict[str, Any] = {"institution": east, "provinces": ["CD74"], "given_by": people["daudi"]}
    common |= {"category": "COOPERATIVE", "number": "1", "valid_from": DAYS["starts_on"]}
    Approval.objects.create(**common, name=planted.word("approved actor that waits"))
    Approval.objects.create(
        **common, name=planted.word("approved actor"), status="VERIFIED", answered_at=timezone.now()
    )


def _plant_advice(planted: Planted, workshop: Workshop, people: dict[str, Any], named: dict[str, Any]) -> None:
    """Asked of daudi's institution by letter, with a report that waits and one that was taken; and one of a group."""
    common: dict[str, Any] = {"workshop": workshop, "type": "OTHER", "cleared_at": timezone.now(), **named}
    east = people["daudi"].institution
    asked = Recommendation.objects.create(
        **common,
        text=planted.word("raw recommendation"),
        cleared_text=planted.word("cleared recommendation"),
        addressed_to=east,
        letter=planted.word("letter"),
        sent_on=timezone.localdate(),
        causes=list(TreeNode.objects.values_list("pk", flat=True)),
    )
    Recommendation.objects.create(
        **common, text="raw", cleared_text=planted.word("recommendation of a group"), disclosure="GROUP_ONLY"
    )
    for word, stamp in (("evidence", {"accepted_at": timezone.now()}), ("evidence that waits", {})):
        RecommendationStep.objects.create(
            recommendation=asked, status="ONGOING", evidence=planted.word(word), institution=east, **stamp
        )


def _plant_workshops(planted: Planted, people: dict[str, Any]) -> tuple[Any, Any]:
    common: dict[str, Any] = {"territoire": "T", "provinces": ["CD74"], **DAYS}
    common["round"] = Round.objects.create(
        title=planted.word("title of a round"), starts_on=DAYS["starts_on"], released_at=timezone.now()
    )
    shown = Workshop.objects.create(
        **common,
        name=planted.word("workshop"),
        venue=planted.word("hall"),
        state="RELEASED",
        released_at=timezone.now(),
    )
    hidden = Workshop.objects.create(**common, name=planted.word("workshop that nobody released"), state="CLOSED")
    Group.objects.create(workshop=shown, name=planted.word("group"))
    WorkshopInstitution.objects.create(workshop=shown, name=planted.word("invited"), category="MEDIA")
    tree = ProblemTree.objects.create(workshop=shown)
    cleared: dict[str, Any] = {"workshop": shown, "tree": tree, "cleared_at": timezone.now()}
    named: dict[str, Any] = {"places": list(Place.objects.values_list("pk", flat=True))}
    TreeNode.objects.create(
        **cleared, **named, text=planted.word("raw cause"), cleared_text=planted.word("cleared cause"), votes=7
    )
    TreeNode.objects.create(
        **cleared, **named, text="raw", cleared_text=planted.word("cause of a group"), disclosure="GROUP_ONLY"
    )
    _plant_advice(planted, shown, people, named)
    return shown.pk, hidden.pk
