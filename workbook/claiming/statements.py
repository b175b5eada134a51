"""A claim for every statement whose content is new; the one that it changes is superseded."""

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from claims import services
from claims.codes import RELEASED, SinceLastRound
from claims.models import Claim
from lib.canonical_json import digest
from sites.models import Source
from workshops.models import Group, Workshop

from ..projection import Records
from ..projection.said import Benefit, Involvement, Leg, Observation, Situation, Statement
from .fields import fields_of
from .matching import Matching, entry_key, uuid_of

SAYS_NOTHING_NEW = ("", SinceLastRound.NOT_KNOWN)
KINDS: tuple[tuple[str, type[Statement], Any], ...] = (
    ("observations", Observation, services.record_observation),
    ("legs", Leg, services.record_leg),
    ("involvements", Involvement, services.record_involvement),
    ("benefits", Benefit, services.record_benefit),
    ("situations", Situation, services.record_situation),
)
"""In an order in which each refers to earlier ones only."""


REPLACED = _("The room says something else now.")
VANISHED = _("The room does not say this any more.")


@dataclass(frozen=True)
class Outcome:
    """Claims that were made, how many statements had theirs already, which could not become one, which vanished.

    `replaced` are earlier claims that nobody had released and that a new one stands for; they and what `vanished` have
    retired.
    """

    made: tuple[Claim, ...]
    unchanged: int
    unmatched: tuple[str, ...]
    vanished: tuple[Claim, ...]
    replaced: tuple[Claim, ...] = ()


def content_of(said: Statement) -> str:
    """The digest of what an entry says: the same words, the same digest, wherever and whenever they are read."""
    return digest(as_plain(said))


def _again(content: str, superseded: Any) -> str:
    """What was said before, taken back and is said again is no repetition: it supersedes what stood between."""
    return digest([content, superseded])


@dataclass(frozen=True)
class Weighed:
    """How many statements would make a new claim, change one, stay as they are; how many claims would be taken back."""

    new: int
    changed: int
    unchanged: int
    vanished: int


def weigh(records: Records, workshop: UUID, rows: Iterable[Claim]) -> Weighed:
    """What claiming `records` would do beside the workshop's claims `rows`, the oldest first; writes nothing."""
    earlier = {it.entry_id: it for it in rows}
    said = [(entry_key(workshop, root, it.id), it) for root, _kind, _service in KINDS for it in getattr(records, root)]
    stands = [key in earlier and stands_as(earlier[key], content_of(it)) for key, it in said]
    changed = sum(key in earlier and not same for (key, _it), same in zip(said, stands, strict=True))
    seen = {key for key, _it in said}
    vanished = sum(it.retired_at is None for key, it in earlier.items() if key not in seen)
    return Weighed(len(said) - sum(stands) - changed, changed, sum(stands), vanished)


def stands_as(before: Claim, content: str) -> bool:
    """Whether the latest claim of an entry says the same; what its room took back may be said anew."""
    if before.content_hash not in (content, _again(content, before.supersedes_id)):
        return False
    return before.retired_at is None or not services.was_taken_back(before)


def as_plain(value: Any) -> Any:
    """Records as values that JSON knows."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {it.name: as_plain(getattr(value, it.name)) for it in dataclasses.fields(value)}
    return [as_plain(it) for it in value] if isinstance(value, tuple) else value


def claim_statements(
    records: Records,
    *,
    workshop: Workshop,
    source: Source,
    stated_on: date,
    matching: Matching,
    groups: Mapping[str, Group],
    by: Any,
) -> Outcome:
    """Every statement of `records` has a claim of `source` with its entry and content; the same twice changes nothing.

    A statement whose content changed makes a claim that supersedes the earlier one; one that answers a claim of the
    last round supersedes that. A leg without a matched place and a situation without a matched actor cannot be
    claims: they are told as `unmatched`. What the secretariat has retired is not said again as long as its entry says
    the same. Claims of entries that are gone retire, and so do earlier ones that nobody had released; an unchanged
    statement rests on the newest claim of what it is about. For the workshop's own facilitator and the secretariat;
    recorded claim by claim.
    """
    round_ = _Claiming(workshop, source, stated_on, matching, groups, by, {it.id: it.name for it in records.places})
    with transaction.atomic():
        for root, _kind, service in KINDS:
            for said in getattr(records, root):
                round_.claim(root, said, service)
        return round_.outcome()


class _Claiming:
    """One pass over the statements, with the claims that earlier passes have left."""

    def __init__(
        self,
        workshop: Workshop,
        source: Source,
        stated_on: date,
        matching: Matching,
        groups: Mapping[str, Group],
        by: Any,
        names: dict[str, str],
    ) -> None:
        self.workshop, self.source, self.stated_on, self.by = workshop, source, stated_on, by
        self.matching, self.groups, self.names = matching, groups, names
        rows = Claim.objects.filter(workshop=workshop.pk, source=source).exclude(entry_id=None).order_by("recorded_at")
        self.taken = {(it.entry_id, it.content_hash) for it in rows if it.retired_at is None}
        self.earlier = {it.entry_id: it for it in rows}
        self.standing = [it for it in rows if it.retired_at is None]
        self.rows: dict[str, Any] = {}
        self.seen: set[Any] = set()
        self.made: list[Claim] = []
        self.unmatched: list[str] = []
        self.unchanged = 0

    def claim(self, root: str, said: Statement, service: Any) -> None:
        """Record `said` unless it is recorded, or cannot be."""
        key, content = entry_key(self.workshop.pk, root, said.id), content_of(said)
        self.seen.add(key)
        before = self.earlier.get(key)
        if before is not None and stands_as(before, content):
            self.unchanged += 1
            if before.retired_at is None:
                self.rows[f"{root}/{said.id}"] = before
                self._follow(before, said)
            return
        fields = fields_of(said, self.matching, self.names) | self._tied(said)
        if (isinstance(said, Leg) and "place" not in fields) or (isinstance(said, Situation) and "actor" not in fields):
            self.unmatched.append(f"{root}/{said.id}")
            return
        if isinstance(said, Leg) and "to_place" not in fields and "to_text" not in fields:
            fields["to_text"] = self.names.get(said.to) or "?"
        row = service(
            source=self.source,
            stated_on=self.stated_on,
            by=self.by,
            entry_id=key,
            content_hash=_again(content, before.pk) if before and (key, content) in self.taken else content,
            supersedes=before or self._answered(said),
            **fields,
        )
        self.rows[f"{root}/{said.id}"] = row
        self.made.append(Claim(pk=row.pk))

    def _follow(self, before: Claim, said: Statement) -> None:
        """An unchanged statement rests on the newest claim of what it is about."""
        tied = self._tied(said)
        for model, column in services.RESTS_ON:
            target = tied.get(column)
            if target is not None and (row := model._default_manager.filter(pk=before.pk).first()):
                services.follow_statement(row, column=column, target=target, by=self.by)

    def _tied(self, said: Statement) -> dict[str, Any]:
        """Rows of this workshop that the statement rests on."""
        tied: dict[str, Any] = {}
        if group := self.groups.get(said.group):
            tied["group"] = group.pk
        if isinstance(said, Involvement) and said.leg:
            tied["leg"] = self._row("legs", said.leg)
        if isinstance(said, Benefit):
            acted, went = self._row("involvements", said.involvement), self._row("legs", said.leg)
            tied |= {"about_involvement": acted} if acted else {"about_leg": went} if went else {}
        return {name: row for name, row in tied.items() if row is not None}

    def _row(self, root: str, id: str) -> Any:
        """The row of its own kind, also where only the claim was read."""
        row = self.rows.get(f"{root}/{id}") if id else None
        return getattr(row, "involvement" if root == "involvements" else "chainleg") if type(row) is Claim else row

    def _answered(self, said: Statement) -> Claim | None:
        """The claim of the last round that this one renews; one that nobody knows anything of renews none."""
        key = uuid_of(said.answers)
        if key is None or said.since_last_round in SAYS_NOTHING_NEW:
            return None
        return Claim.objects.filter(pk=key, retired_at=None).exclude(workshop=self.workshop.pk).first()

    def outcome(self) -> Outcome:
        """Retire what is replaced or gone, and tell what this pass did."""
        newer = {it.supersedes_id for it in Claim.objects.filter(pk__in=[row.pk for row in self.made])}
        gone = [it for it in self.standing if it.entry_id not in self.seen]
        unreleased = [it for it in self.standing if it.pk in newer and it.review_status not in RELEASED]
        with translation.override(settings.LANGUAGE_CODE):
            for rows, reason in ((unreleased, REPLACED), (gone, VANISHED)):
                if rows:
                    services.take_back_statements(rows, reason=str(reason), by=self.by)
        keys = [tuple(Claim(pk=it.pk) for it in rows) for rows in (gone, unreleased)]
        return Outcome(tuple(self.made), self.unchanged, tuple(self.unmatched), *keys)
