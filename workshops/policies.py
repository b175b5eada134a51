"""Who may do what with workshops and what they leave. Columns of the row itself only."""

from django.db.models import Q

from access.policy import EVERY_ROW, NO_ROW, Policy, histories_of, policy_for
from access.reach import Audience, Reach
from claims.codes import Disclosure

from .codes import OPEN_STATES, READ_BY_ANALYST, WorkshopState
from .models import (
    Closing,
    Group,
    ParticipantCount,
    ProblemTree,
    Recommendation,
    RecommendationStep,
    Round,
    RoundRelease,
    TreeLink,
    TreeNode,
    Workshop,
    WorkshopInstitution,
)


def secretariat_or(reach: Reach, rows: Q) -> Q:
    """The secretariat answers for what rooms leave, so it touches every row."""
    return EVERY_ROW if reach.audience == Audience.SECRETARIAT else rows


def own(reach: Reach) -> Q:
    """Rows of one's own workshops: who heard it may read it."""
    return Q(workshop__in=reach.workshops)


def told_words(reach: Reach) -> Q:
    """Words that readers outside the room get: cleared, of a stage and scope they reach; a ministry the plenary's."""
    cleared = Q(cleared_at__isnull=False) & reach.in_scope()
    match reach.audience:
        case Audience.ANALYST:
            return cleared & Q(workshop_state__in=READ_BY_ANALYST)
        case Audience.MINISTRY:
            return cleared & Q(workshop_state=WorkshopState.RELEASED, disclosure=Disclosure.PLENARY)
    return NO_ROW


@policy_for(Round)
class RoundPolicy(Policy):
    """A round is announced by letter before it begins, but says nothing until it is released."""

    def view(self, reach: Reach) -> Q:
        """Facilitators prepare it, so they know all; readers know those that brought them something."""
        match reach.audience:
            case Audience.SECRETARIAT | Audience.BASIC:
                return EVERY_ROW
            case Audience.ANALYST | Audience.MINISTRY:
                return Q(released_at__isnull=False)
        return NO_ROW

    def plan(self, reach: Reach) -> Q:
        """The secretariat leads rounds."""
        return secretariat_or(reach, NO_ROW)


@policy_for(RoundRelease)
class RoundReleasePolicy(Policy):
    """Who answered the four questions for a round, and who confirmed it: it tells what is not released yet."""

    def view(self, reach: Reach) -> Q:
        """The secretariat answers for what is released."""
        return secretariat_or(reach, NO_ROW)

    def confirm(self, reach: Reach) -> Q:
        """Whoever answered the questions does not confirm them."""
        waits = Q(confirmed_at=None, taken_back_at=None) & ~Q(proposed_by=reach.person)
        return secretariat_or(reach, NO_ROW) & waits

    def take_back(self, reach: Reach) -> Q:
        """One person is enough to stop what two must agree on."""
        return secretariat_or(reach, NO_ROW) & Q(confirmed_at=None, taken_back_at=None)


@policy_for(Workshop)
class WorkshopPolicy(Policy):
    """Where and when people met; below the analyst only coarsely, see the field table."""

    def view(self, reach: Reach) -> Q:
        """Own workshops at every stage; others in scope once an audience may read their statements."""
        mine = Q(id__in=reach.workshops)
        match reach.audience:
            case Audience.SECRETARIAT:
                return EVERY_ROW
            case Audience.ANALYST:
                return reach.in_scope() & Q(state__in=READ_BY_ANALYST) | mine
            case Audience.MINISTRY | Audience.BASIC:
                return reach.in_scope() & Q(state=WorkshopState.RELEASED) | mine
        return NO_ROW

    def plan(self, reach: Reach) -> Q:
        """Whom to invite where is decided by the secretariat."""
        return secretariat_or(reach, NO_ROW)

    def change(self, reach: Reach) -> Q:
        """The room writes until it closes."""
        return secretariat_or(reach, Q(id__in=reach.workshops)) & Q(state__in=OPEN_STATES)

    def run(self, reach: Reach) -> Q:
        """Who leads the room opens it."""
        return secretariat_or(reach, Q(id__in=reach.workshops)) & Q(state=WorkshopState.PREPARED)

    def close(self, reach: Reach) -> Q:
        """Who leads the room closes it."""
        return secretariat_or(reach, Q(id__in=reach.workshops)) & Q(state=WorkshopState.RUNNING)

    def verify(self, reach: Reach) -> Q:
        """Checking needs the other sources, which only the secretariat reads."""
        return secretariat_or(reach, NO_ROW) & Q(state=WorkshopState.CLOSED)

    def reopen(self, reach: Reach) -> Q:
        """Whether a correction is needed is the secretariat's to say, before release; the words are the room's."""
        return secretariat_or(reach, NO_ROW) & Q(state__in=(WorkshopState.CLOSED, WorkshopState.VERIFIED))

    def withdraw(self, reach: Reach) -> Q:
        """In an emergency one person of the secretariat takes back all that a room said."""
        return secretariat_or(reach, NO_ROW)

    def release(self, reach: Reach) -> Q:
        """Releasing needs a second person."""
        others = Q(verified_by__isnull=False) & ~Q(verified_by=reach.person)
        return secretariat_or(reach, NO_ROW) & Q(state=WorkshopState.VERIFIED) & others


@policy_for(WorkshopInstitution, Group, ParticipantCount, Closing)
class RoomPolicy(Policy):
    """Who was invited, how they sat, how many they were, what they signed: it tells who could have spoken."""

    def view(self, reach: Reach) -> Q:
        """The own room and the secretariat; readers get totals of five and more, computed in the database."""
        return secretariat_or(reach, own(reach))

    def change(self, reach: Reach) -> Q:
        """The room counts itself until it closes."""
        return secretariat_or(reach, own(reach) & Q(workshop_state__in=OPEN_STATES))


@policy_for(ProblemTree, TreeLink)
class TreePolicy(Policy):
    """The shape of a tree; its words have a policy of their own."""

    def view(self, reach: Reach) -> Q:
        """The own room; readers once its statements reach them. A link shows only between nodes that they read."""
        match reach.audience:
            case Audience.SECRETARIAT:
                return EVERY_ROW
            case Audience.ANALYST:
                return reach.in_scope() & Q(workshop_state__in=READ_BY_ANALYST) | own(reach)
            case Audience.MINISTRY:
                return reach.in_scope() & Q(workshop_state=WorkshopState.RELEASED) | own(reach)
        return own(reach)

    def change(self, reach: Reach) -> Q:
        """The room draws until it closes."""
        return secretariat_or(reach, own(reach) & Q(workshop_state__in=OPEN_STATES))


@policy_for(TreeNode)
class TreeNodePolicy(Policy):
    """Causes name people and services."""

    def view(self, reach: Reach) -> Q:
        """The own room as it was said; other readers what was cleared (C2), a ministry what was read in plenary."""
        return secretariat_or(reach, own(reach) | told_words(reach))

    def change(self, reach: Reach) -> Q:
        """The room words its tree until it closes."""
        return secretariat_or(reach, own(reach) & Q(workshop_state__in=OPEN_STATES))

    def clear(self, reach: Reach) -> Q:
        """Words are cleared by who may read them raw and answers for the release."""
        return secretariat_or(reach, NO_ROW)


@policy_for(Recommendation)
class RecommendationPolicy(TreeNodePolicy):
    """Recommendations are read like causes, and by whoever must answer them."""

    def view(self, reach: Reach) -> Q:
        """As the tree; whoever is asked reads what was released, wherever the workshop was."""
        return super().view(reach) | self.report(reach)

    def export(self, reach: Reach) -> Q:
        """What is on the screen may be taken along by those who work on it, and leaves a trace."""
        return self.view(reach) if reach.audience in (Audience.ANALYST, Audience.SECRETARIAT) else NO_ROW

    def transmit(self, reach: Reach) -> Q:
        """What is released and cleared may be sent to whoever is asked, by letter of the secretariat."""
        ready = Q(workshop_state=WorkshopState.RELEASED, cleared_at__isnull=False, disclosure=Disclosure.PLENARY)
        return secretariat_or(reach, NO_ROW) & ready

    def report(self, reach: Reach) -> Q:
        """The body that was asked tells how far it has come; the secretariat for whoever has no account."""
        asked = Q(workshop_state=WorkshopState.RELEASED, cleared_at__isnull=False, disclosure=Disclosure.PLENARY)
        asked &= Q(addressed_to=reach.institution)
        return secretariat_or(reach, asked if reach.institution else NO_ROW)


@policy_for(RecommendationStep)
class RecommendationStepPolicy(Policy):
    """Evidence is the word of one institution until the secretariat has taken it."""

    def view(self, reach: Reach) -> Q:
        """The institution sees what it wrote and what became of it; the secretariat sees all."""
        return secretariat_or(reach, Q(institution=reach.institution) if reach.institution else NO_ROW)

    def accept(self, reach: Reach) -> Q:
        """The secretariat takes a status or leaves it, once."""
        return secretariat_or(reach, NO_ROW) & Q(accepted_at=None, declined_at=None)


@policy_for(*histories_of("workshops"))
class HistoryPolicy(Policy):
    """Earlier versions of rows."""

    def view(self, reach: Reach) -> Q:
        """What was withdrawn, lowered or reworded still stands in its history, so only who answers for it reads it."""
        return secretariat_or(reach, NO_ROW)
