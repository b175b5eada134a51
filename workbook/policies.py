"""Who may do what with workbooks. Columns of the row itself only."""

from django.db.models import Q

from access.policy import EVERY_ROW, NO_ROW, Policy, policy_for
from access.reach import Audience, Reach
from workshops.codes import OPEN_STATES

from .models import HeldUpdate, MergedState, NamedVersion, RecalledClaim, Seat, Struck, Update, Workbook


def own(reach: Reach) -> Q:
    """Rows of one's own workshops."""
    return Q(workshop__in=reach.workshops)


def in_the_room(reach: Reach) -> Q:
    """Rows of one's own workshops while the room writes: lead and note-takers, nobody else."""
    return EVERY_ROW if reach.system else own(reach) & Q(workshop_state__in=OPEN_STATES)


def secretariat(reach: Reach) -> Q:
    """The secretariat answers for what rooms leave."""
    return EVERY_ROW if reach.audience == Audience.SECRETARIAT else NO_ROW


@policy_for(Workbook)
class WorkbookPolicy(Policy):
    """The document holds everything that was said, by group, before anybody cleared a word of it."""

    def view(self, reach: Reach) -> Q:
        """That there is one is known to its room and to the secretariat."""
        return secretariat(reach) | own(reach)

    def read(self, reach: Reach) -> Q:
        """What it says and lacks is the room's, and the secretariat's, which answers for it."""
        return secretariat(reach) | in_the_room(reach)

    def write(self, reach: Reach) -> Q:
        """Lead and note-takers get the document and write in it until the room closes."""
        return in_the_room(reach)

    def hand_in(self, reach: Reach) -> Q:
        """Who wrote offline may hand it in after the closing too: it is kept apart."""
        return EVERY_ROW if reach.system else own(reach)

    def show(self, reach: Reach) -> Q:
        """The wall stands in the room; it gets the plenary's part alone."""
        return in_the_room(reach)

    def report(self, reach: Reach) -> Q:
        """What was said for the plenary is the room's own paper, also after it closed."""
        return secretariat(reach) | own(reach)

    def report_whole(self, reach: Reach) -> Q:
        """The file with everything that was said is for whoever may read everything."""
        return self.read(reach)

    def strike(self, reach: Reach) -> Q:
        """Who leads the room takes a dangerous word back at once; afterwards it is the secretariat's to withdraw."""
        return (secretariat(reach) | own(reach)) & Q(workshop_state__in=OPEN_STATES)

    def recall(self, reach: Reach) -> Q:
        """What of earlier rounds a room works with is the secretariat's to give."""
        return secretariat(reach)


@policy_for(Update, MergedState)
class LogPolicy(Policy):
    """Who wrote what when, word by word."""

    def view(self, reach: Reach) -> Q:
        """The room among itself, to find and restore a word; the secretariat, which answers for it."""
        return secretariat(reach) | in_the_room(reach)


@policy_for(NamedVersion)
class VersionPolicy(LogPolicy):
    """An earlier state of the document."""

    def add(self, reach: Reach) -> Q:
        """Whoever writes may keep a moment under a name."""
        return in_the_room(reach)


@policy_for(HeldUpdate)
class HeldPolicy(Policy):
    """What came late may come from a lost laptop, so it is no part of the room's document."""

    def view(self, reach: Reach) -> Q:
        """The secretariat looks at it and decides."""
        return secretariat(reach)

    def decide(self, reach: Reach) -> Q:
        """Nobody decides twice."""
        return secretariat(reach) & Q(decided_at=None)


@policy_for(Struck, Seat)
class StruckPolicy(Policy):
    """That something was erased, and whose page still holds it: names of entries and of who writes."""

    def view(self, reach: Reach) -> Q:
        """The room, which must know whose page to look after; the secretariat."""
        return secretariat(reach) | in_the_room(reach)


@policy_for(RecalledClaim)
class RecalledPolicy(Policy):
    """Statements of an earlier round, given to one room."""

    def view(self, reach: Reach) -> Q:
        """The room while it works with them; the secretariat, which gave them."""
        return secretariat(reach) | in_the_room(reach)

    def add(self, reach: Reach) -> Q:
        """The secretariat gives them."""
        return secretariat(reach)
