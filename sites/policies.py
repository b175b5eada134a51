"""Who may do what with the registers. Columns of the row itself only."""

from django.db.models import Q

from access.policy import EVERY_ROW, NO_ROW, Policy, histories_of, policy_for
from access.reach import READING_AUDIENCES, Audience, Reach

from .codes import C1, C2, PlaceStatus
from .models import Actor, Area, Place, PlaceDistinction, PlaceMerging, Source, Zone


def secretariat_only(reach: Reach) -> Q:
    """The secretariat answers for the registers."""
    return EVERY_ROW if reach.audience == Audience.SECRETARIAT else NO_ROW


@policy_for(Area)
class AreaPolicy(Policy):
    """Names and outlines of administrative areas are public knowledge."""

    def view(self, reach: Reach) -> Q:
        """Everybody who is signed in may know where a province ends."""
        return EVERY_ROW if reach.audience in READING_AUDIENCES or reach.administers else NO_ROW


@policy_for(Place)
class PlacePolicy(Policy):
    """A place tells where to look; one that exists only through hidden claims tells that there is something."""

    def view(self, reach: Reach) -> Q:
        """Accepted places in scope whose class the audience reaches; those of one's own workshop and granted ones."""
        own = Q(workshop__in=reach.workshops) | reach.granted_rows()
        accepted = Q(status=PlaceStatus.ACCEPTED) & reach.in_scope()
        match reach.audience:
            case Audience.SECRETARIAT:
                return EVERY_ROW
            case Audience.ANALYST:
                return accepted & Q(sensitivity__in=C2) | own
            case Audience.MINISTRY:
                return accepted & (Q(sensitivity__in=C1) | Q(sensitivity__in=C2, about_state=False)) | own
            case Audience.BASIC:
                return accepted & Q(sensitivity__in=C1) | own
        return NO_ROW

    def export(self, reach: Reach) -> Q:
        """What is on the screen may be taken along by those who work on it, and leaves a trace."""
        return self.view(reach) if reach.audience in (Audience.ANALYST, Audience.SECRETARIAT) else NO_ROW

    def add(self, reach: Reach) -> Q:
        """A facilitator proposes in an own workshop; the secretariat anywhere."""
        own = Q(workshop__in=reach.workshops, status=PlaceStatus.PROPOSED)
        return EVERY_ROW if reach.audience == Audience.SECRETARIAT else own

    def change(self, reach: Reach) -> Q:
        """The register is the secretariat's; a proposal may be mended by who proposed it."""
        return self.add(reach)

    def accept(self, reach: Reach) -> Q:
        """A code is given once and for all, by the secretariat."""
        return secretariat_only(reach) & Q(status=PlaceStatus.PROPOSED)

    def merge(self, reach: Reach) -> Q:
        """Whether two places are one is a judgement on sources, the secretariat's."""
        return secretariat_only(reach) & ~Q(status=PlaceStatus.MERGED)

    def qualify(self, reach: Reach) -> Q:
        """A ministry gives what it decided of a place that it sees."""
        if reach.audience != Audience.MINISTRY or not reach.institution:
            return NO_ROW
        return self.view(reach) & Q(status=PlaceStatus.ACCEPTED)

    def withdraw(self, reach: Reach) -> Q:
        """In an emergency one person of the secretariat takes a place away from every reader."""
        return secretariat_only(reach) & Q(status=PlaceStatus.ACCEPTED)

    def settle(self, reach: Reach) -> Q:
        """Settling a province decides which ministry sees the place."""
        return secretariat_only(reach)


@policy_for(PlaceMerging, PlaceDistinction)
class PlaceMergingPolicy(Policy):
    """Mergings and distinctions show which doubtful places were compared."""

    def view(self, reach: Reach) -> Q:
        """Only who may merge may see what was compared."""
        return secretariat_only(reach)

    def undo(self, reach: Reach) -> Q:
        """A decision is undone by who may merge, once."""
        return secretariat_only(reach) & Q(undone_at=None)


@policy_for(Actor)
class ActorPolicy(Policy):
    """Names of armed groups are reference; an actor known only as a beneficiary stands in no list."""

    def view(self, reach: Reach) -> Q:
        """Accepted actors whose class the audience reaches: C1 names are known to all, C2 to analysts.

        A room's own actors too; once it is closed without those that are known only because they gain.
        """
        accepted = Q(status=PlaceStatus.ACCEPTED)
        own = Q(workshop__in=reach.open_workshops) | Q(workshop__in=reach.closed_workshops, sensitivity__in=C2)
        match reach.audience:
            case Audience.SECRETARIAT:
                return EVERY_ROW
            case Audience.ANALYST:
                return accepted & Q(sensitivity__in=C2) | own
            case Audience.MINISTRY | Audience.BASIC:
                return accepted & Q(sensitivity__in=C1) | own
        return NO_ROW

    def change(self, reach: Reach) -> Q:
        """The secretariat keeps names and aliases."""
        return secretariat_only(reach)


@policy_for(Zone)
class ZonePolicy(Policy):
    """Titles and protected areas are published by the State."""

    def view(self, reach: Reach) -> Q:
        """Whoever is signed in reads published overlays, wherever they lie."""
        if reach.audience == Audience.SECRETARIAT:
            return EVERY_ROW
        return Q(sensitivity__in=C1) if reach.audience in READING_AUDIENCES else NO_ROW


@policy_for(Source)
class SourcePolicy(Policy):
    """A source's title can tell who spoke, and where."""

    def view(self, reach: Reach) -> Q:
        """Sources whose class the audience reaches; never a workshop, which its claims tell coarsely."""
        match reach.audience:
            case Audience.SECRETARIAT:
                return EVERY_ROW
            case Audience.ANALYST:
                return Q(sensitivity__in=C2, workshop=None)
            case Audience.MINISTRY | Audience.BASIC:
                return Q(sensitivity__in=C1, workshop=None)
        return NO_ROW


@policy_for(*histories_of("sites"))
class HistoryPolicy(Policy):
    """Earlier versions of rows."""

    def view(self, reach: Reach) -> Q:
        """What was withdrawn, lowered or reworded still stands in its history, so only who answers for it reads it."""
        return secretariat_only(reach)
