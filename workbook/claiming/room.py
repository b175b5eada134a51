"""What the room leaves besides statements: counts, groups, invitations, its tree and its recommendations."""

import uuid
from typing import Any

from django.db import transaction

from claims.codes import Disclosure
from workshops import services
from workshops.codes import ActionLevel, RecommendationStatus, RecommendationType
from workshops.models import (
    Group,
    ParticipantCount,
    Recommendation,
    TreeLink,
    TreeNode,
    Workshop,
    WorkshopInstitution,
)

from ..projection import Records
from ..projection.records import Node
from ..projection.records import Recommendation as Advice
from ..projection.tree import kind_at
from .matching import Matching, entry_key


def leave_room(records: Records, *, workshop: Workshop, matching: Matching, by: Any) -> dict[str, Group]:
    """The workshop's rows are those of `records`; return its groups by their entry. The same twice changes nothing.

    Nodes and recommendations keep their rows as long as their entries are there, amended where they say something
    else. For the room and the secretariat; recorded as the services of workshops do.
    """
    with transaction.atomic():
        _invite(records, workshop, by)
        _count(records, workshop, by)
        groups = _group(records, workshop, by)
        nodes = _Tree(records, workshop, matching, groups, by).grown()
        _recommend(records, workshop, matching, nodes, by)
    return groups


def _invite(records: Records, workshop: Workshop, by: Any) -> None:
    """A body is known by its name; of two entries with one name the first counts."""
    known = {row.name: row for row in WorkshopInstitution.objects.filter(workshop=workshop)}
    named = {it.name: it for it in reversed(records.invitations) if it.name and it.seats >= max(it.women, 1)}
    for name, it in named.items():
        row = known.get(name)
        told: dict[str, Any] = {"category": it.category, "seats": it.seats, "women_expected": it.women}
        if row is None:
            services.invite_institution(workshop, name=name, by=by, **told)
        elif told != {key: getattr(row, key) for key in told}:
            services.amend_invitation(row, by=by, **told)


def _count(records: Records, workshop: Workshop, by: Any) -> None:
    counts = {(it.category, it.sex): it.number for it in records.counts}
    rows = ParticipantCount.objects.filter(workshop=workshop)
    if counts != {(it.category, it.sex): it.number for it in rows}:
        services.count_participants(workshop, counts, by=by)


def _group(records: Records, workshop: Workshop, by: Any) -> dict[str, Group]:
    """A group is known by its day and name, as the room knows it."""
    known = {(it.session, it.name): it for it in Group.objects.filter(workshop=workshop)}
    found: dict[str, Group] = {}
    for it in records.groups:
        if it.name and (it.session, it.name) not in known:
            known[it.session, it.name] = services.form_group(
                workshop, name=it.name, session=it.session, kind=it.kind, areas=it.areas, by=by
            )
        if it.name:
            found[it.id] = known[it.session, it.name]
    return found


class _Tree:
    """The tree of a workshop beside the cards of its workbook: the core problem first, parents before children."""

    def __init__(
        self, records: Records, workshop: Workshop, matching: Matching, groups: dict[str, Group], by: Any
    ) -> None:
        self.records, self.workshop, self.matching, self.groups, self.by = records, workshop, matching, groups, by
        self.rows = {it.entry_id: it for it in TreeNode.objects.filter(workshop=workshop)}
        self.grown_rows: dict[str, TreeNode] = {}
        self.positions: dict[tuple[Any, str], int] = {}

    def grown(self) -> dict[str, TreeNode]:
        """Rows by entry, once the tree stands as the cards do."""
        cards = [it for it in self.records.nodes if it.text]
        if not cards or cards[0].side != "core":
            return {}
        for card in cards:
            self._put(card)
        kept = {it.pk for it in self.grown_rows.values()}
        for row in TreeNode.objects.filter(workshop=self.workshop).exclude(pk__in=kept):
            services.drop_words(row, by=self.by)
        self._link()
        return self.grown_rows

    def _put(self, card: Node) -> None:
        key = entry_key(self.workshop.pk, "nodes", card.id)
        row, fields = self.rows.get(key), self._fields(card)
        core = next(iter(self.grown_rows.values()), None)
        parent = self.grown_rows.get(card.parent) or core
        if core is None:
            if row is None:
                row = services.plant_tree(self.workshop, core=card.text, entry_id=key, by=self.by, **fields)
            else:
                services.amend_words(row, text=card.text, by=self.by, **fields)
        elif parent is not None:
            place = (parent.pk, card.side)
            fields["position"] = self.positions[place] = self.positions.get(place, 0) + 1
            if row is None:
                row = services.add_node(parent, text=card.text, side=card.side, entry_id=key, by=self.by, **fields)
            else:
                services.amend_words(row, text=card.text, side=card.side, parent=parent, by=self.by, **fields)
        if row is not None:
            self.grown_rows[card.id] = row

    def _fields(self, card: Node) -> dict[str, Any]:
        return {
            "kind": "" if card.kind == kind_at(card.side, card.depth) else card.kind,
            "said": card.said,
            "said_language": card.language[:8],
            "theme": card.theme,
            "group": self.groups.get(card.group),
            "votes": card.points or None,
            "places": [row.pk for it in card.places if (row := self.matching.places.get(it))],
            "actors": [known.pk for it in card.actors if (known := self.matching.actors.get(it))],
            "areas": list(card.areas),
            "disclosure": card.disclosure,
        }

    def _link(self) -> None:
        wanted = {
            (self.grown_rows[it.source].pk, self.grown_rows[it.target].pk): it
            for it in self.records.links
            if it.source in self.grown_rows and it.target in self.grown_rows
        }
        for row in TreeLink.objects.filter(workshop=self.workshop):
            link = wanted.get((row.source_id, row.target_id))
            if link is None or link.loop != row.loop:
                services.cut_link(row, by=self.by)
            else:
                del wanted[row.source_id, row.target_id]
        for link in wanted.values():
            source, target = self.grown_rows[link.source], self.grown_rows[link.target]
            services.link_nodes(source, target, loop=link.loop, by=self.by)


def _recommend(records: Records, workshop: Workshop, matching: Matching, nodes: dict[str, TreeNode], by: Any) -> None:
    rows = {it.entry_id: it for it in Recommendation.objects.filter(workshop=workshop)}
    kept: set[uuid.UUID] = set()
    for rank, advice in enumerate((it for it in records.recommendations if it.text), 1):
        key = entry_key(workshop.pk, "recommendations", advice.id)
        fields = _advice(advice, matching, nodes) | {"rank": rank}
        row = rows.get(key)
        if row is None:
            row = services.recommend(workshop, text=advice.text, entry_id=key, by=by, **fields)
        else:
            services.amend_words(row, text=advice.text, by=by, **fields)
        kept.add(row.pk)
    for row in Recommendation.objects.filter(workshop=workshop).exclude(pk__in=kept):
        services.drop_words(row, by=by)


def _advice(advice: Advice, matching: Matching, nodes: dict[str, TreeNode]) -> dict[str, Any]:
    plenary = advice.disclosure == Disclosure.PLENARY
    return {
        "type": advice.type or RecommendationType.OTHER,
        "causes": [nodes[it].pk for it in advice.causes if it in nodes],
        "places": [row.pk for it in advice.places if (row := matching.places.get(it))],
        "level": advice.level or ActionLevel.PROVINCIAL,
        "addressee": advice.addressee,
        "addressed_to": matching.institutions.get(advice.addressee),
        "body": advice.body,
        "horizon": advice.horizon,
        "roadmap": advice.roadmap[:120],
        "agreement": advice.agreement,
        "disclosure": advice.disclosure,
        "status": RecommendationStatus.ADOPTED if plenary else RecommendationStatus.PROPOSED,
    }
