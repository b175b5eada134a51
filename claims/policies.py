"""Who may do what with claims. Columns of the row itself only; the reasons stand at each verb."""

from django.db.models import Q

from access.policy import EVERY_ROW, NO_ROW, Policy, histories_of, policy_for
from access.reach import Audience, Reach
from sites.codes import C1, C2, Sensitivity

from .codes import CHECKED, RELEASED, ClaimKind, ReviewStatus
from .models import (
    Approval,
    Attachment,
    Claim,
    CorrectionRequest,
    Emergency,
    ObservedMineral,
    PlaceState,
    Reply,
    ReviewEvent,
    StateChange,
    WithdrawalRequest,
)


def secretariat_only(reach: Reach) -> Q:
    """The secretariat answers for what is said of people."""
    return EVERY_ROW if reach.audience == Audience.SECRETARIAT else NO_ROW


def visible_to(audience: str) -> Q:
    """Claims that an audience reads wherever they are in its scope: stage and class, and what is about the state."""
    match audience:
        case Audience.SECRETARIAT:
            return EVERY_ROW
        case Audience.ANALYST:
            return Q(review_status__in=CHECKED, sensitivity__in=C2)
        case Audience.MINISTRY:
            return Q(review_status__in=RELEASED) & (Q(sensitivity__in=C1) | Q(sensitivity__in=C2, about_state=False))
        case Audience.BASIC:
            return Q(review_status__in=RELEASED, sensitivity__in=C1)
    return NO_ROW


def counted_for(audience: str) -> Q:
    """Claims from which an audience's states are computed: drafts, submitted, returned and retired never."""
    if audience == Audience.SECRETARIAT:
        return Q(review_status__in=CHECKED)
    return visible_to(audience)


def heard(reach: Reach) -> Q:
    """Statements of one's own workshops; once the room is closed without who gains, which it is asked to forget."""
    closed = Q(workshop__in=reach.closed_workshops) & ~Q(kind=ClaimKind.BENEFIT)
    return Q(workshop__in=reach.open_workshops) | closed


@policy_for(Claim)
class ClaimPolicy(Policy):
    """Who may do what with a claim, of whatever kind."""

    def view(self, reach: Reach) -> Q:
        """A reader reads what its audience may, inside its provinces; own workshops and grants on top."""
        own = heard(reach) | reach.granted_rows() & ~Q(review_status=ReviewStatus.RETIRED)
        single = NO_ROW
        if reach.audience == Audience.MINISTRY and reach.institution:
            single = Q(review_status__in=RELEASED, sensitivity__in=C2, released_to__contains=[reach.institution])
            single &= reach.in_scope()
        return reach.in_scope() & visible_to(reach.audience) | single | own

    def count(self, reach: Reach) -> Q:
        """What is about the state reaches a ministry in numbers alone, unless the single claim was released to it."""
        if reach.audience != Audience.MINISTRY:
            return NO_ROW
        rows = reach.in_scope() & Q(review_status__in=RELEASED, sensitivity=Sensitivity.HIGH, about_state=True)
        single = Q(released_to__contains=[reach.institution]) if reach.institution else NO_ROW
        return rows & Q(open_data=False) & ~single

    def add(self, reach: Reach) -> Q:
        """What was said enters as a draft of one's own workshop; the secretariat records any source."""
        if reach.audience == Audience.SECRETARIAT:
            return EVERY_ROW
        return heard(reach) & Q(review_status__in=(ReviewStatus.DRAFT, ReviewStatus.RETURNED))

    def change(self, reach: Reach) -> Q:
        """Until it is checked a statement may still be mended by those who heard it."""
        return self.add(reach)

    def submit(self, reach: Reach) -> Q:
        """The workshop hands its statements in; so does the secretariat for what it records."""
        return self.add(reach) & Q(review_status__in=(ReviewStatus.DRAFT, ReviewStatus.RETURNED))

    def verify(self, reach: Reach) -> Q:
        """Checking needs the other sources, which only the secretariat reads; nobody checks an own record."""
        unchecked = Q(review_status=ReviewStatus.SUBMITTED) & ~Q(recorded_by=reach.person, recorded_by__isnull=False)
        return secretariat_only(reach) & unchecked

    def send_back(self, reach: Reach) -> Q:
        """Who checks may ask the room for what is missing; of who gains, a closed room is not asked again."""
        checkable = Q(review_status__in=(ReviewStatus.SUBMITTED, ReviewStatus.VERIFIED))
        return secretariat_only(reach) & checkable & ~Q(kind=ClaimKind.BENEFIT, workshop__isnull=False)

    def release(self, reach: Reach) -> Q:
        """Releasing needs a second person: who verified a claim never releases it."""
        others = Q(verified_by__isnull=False) & ~Q(verified_by=reach.person)
        return secretariat_only(reach) & Q(review_status=ReviewStatus.VERIFIED) & others

    def withdraw(self, reach: Reach) -> Q:
        """In an emergency one person of the secretariat is enough."""
        return secretariat_only(reach) & ~Q(review_status=ReviewStatus.RETIRED)

    def take_back(self, reach: Reach) -> Q:
        """What its room does not say any more, or says otherwise, when it closes again is nobody's statement."""
        own = EVERY_ROW if reach.audience == Audience.SECRETARIAT else Q(workshop__in=reach.open_workshops)
        return own & ~Q(review_status=ReviewStatus.RETIRED)

    def contest(self, reach: Reach) -> Q:
        """Whether a released claim stands while it is contested is for the secretariat to say."""
        return secretariat_only(reach) & Q(review_status__in=RELEASED)

    def clear(self, reach: Reach) -> Q:
        """Words are cleared by who may read them raw and answers for the release."""
        return secretariat_only(reach)

    def reclassify(self, reach: Reach) -> Q:
        """Only the secretariat lowers a class, with a reason; raising goes by the same door."""
        return secretariat_only(reach)

    def correct(self, reach: Reach) -> Q:
        """A ministry may contest what it can read once released: being heard is its protection, and ours."""
        if reach.audience != Audience.MINISTRY:
            return NO_ROW
        return self.view(reach) & Q(review_status__in=RELEASED)

    def reply(self, reach: Reach) -> Q:
        """A ministry replies only to what is released to it."""
        return self.correct(reach)

    def follow(self, reach: Reach) -> Q:
        """An institution follows what it gave: that it arrived and what became of it, on a page of its own."""
        return Q(given_by=reach.institution) if reach.institution else NO_ROW

    def export(self, reach: Reach) -> Q:
        """What is on the screen may be taken along, and leaves a trace."""
        return self.view(reach) if reach.audience in (Audience.ANALYST, Audience.SECRETARIAT) else NO_ROW


@policy_for(ObservedMineral, PlaceState, StateChange, WithdrawalRequest, ReviewEvent)
class ComputedPolicy(Policy):
    """Rows that readers meet only through a claim or a place that they may read."""

    def view(self, reach: Reach) -> Q:
        """As rows of their own they are the secretariat's; everybody else gets them inside what is permitted."""
        return secretariat_only(reach)

    def answer(self, reach: Reach) -> Q:
        """Requests are answered by who may withdraw."""
        return secretariat_only(reach)


@policy_for(Emergency)
class EmergencyPolicy(Policy):
    """What had to go at once, and why, points at the people in danger."""

    def view(self, reach: Reach) -> Q:
        """Only who answers for what is said of people knows what went, and why."""
        return secretariat_only(reach)

    def ask_undo(self, reach: Reach) -> Q:
        """One person of the secretariat says why it may come back."""
        return secretariat_only(reach) & Q(undone_at=None, undo_asked_by=None)

    def undo(self, reach: Reach) -> Q:
        """It comes back by a second person alone: the danger has passed in two pairs of eyes."""
        asked = Q(undone_at=None, undo_asked_by__isnull=False)
        return secretariat_only(reach) & asked & ~Q(undo_asked_by=reach.person)


@policy_for(Reply, CorrectionRequest)
class WordsOfInstitutionPolicy(Policy):
    """What an institution wrote to the secretariat."""

    def view(self, reach: Reach) -> Q:
        """The institution sees what it wrote and what became of it; the secretariat sees all."""
        if reach.audience == Audience.SECRETARIAT:
            return EVERY_ROW
        return Q(institution=reach.institution) if reach.institution else NO_ROW

    def answer(self, reach: Reach) -> Q:
        """The secretariat answers and clears."""
        return secretariat_only(reach)


@policy_for(Approval)
class ApprovalPolicy(Policy):
    """Who is approved is public by law; who proposes whom is the institution's word until it is taken."""

    def view(self, reach: Reach) -> Q:
        """An institution all that it gave; whoever traces chains in scope what the secretariat has taken."""
        own = Q(institution=reach.institution) if reach.institution else NO_ROW
        match reach.audience:
            case Audience.SECRETARIAT:
                return EVERY_ROW
            case Audience.ANALYST | Audience.MINISTRY:
                return Q(status=ReviewStatus.VERIFIED) & reach.in_scope() | own
        return own

    def give(self, reach: Reach) -> Q:
        """A ministry lists whom it has approved, in its own provinces."""
        if reach.audience != Audience.MINISTRY or not reach.institution:
            return NO_ROW
        return Q(institution=reach.institution) & reach.in_scope()

    def answer(self, reach: Reach) -> Q:
        """The secretariat takes it, or says why not, once."""
        return secretariat_only(reach) & Q(answered_at=None)


@policy_for(Attachment)
class AttachmentPolicy(Policy):
    """A photograph shows faces and a scan shows hands."""

    def view(self, reach: Reach) -> Q:
        """The secretariat alone until cleared; then like any row of its class and provinces."""
        match reach.audience:
            case Audience.SECRETARIAT:
                return EVERY_ROW
            case Audience.ANALYST:
                return Q(sensitivity__in=C2) & reach.in_scope()
        return NO_ROW


@policy_for(*histories_of("claims"))
class HistoryPolicy(Policy):
    """Earlier versions of rows."""

    def view(self, reach: Reach) -> Q:
        """What was withdrawn, lowered or reworded still stands in its history, so only who answers for it reads it."""
        return secretariat_only(reach)
