"""The review as a machine: which step leads from which stages to which, as data."""

from dataclasses import dataclass

from lib.problems import Fault

from .codes import RELEASED, ReviewStatus

EVERY_STAGE = tuple(stage for stage in ReviewStatus if stage != ReviewStatus.RETIRED)


@dataclass(frozen=True)
class Step:
    """One step: `verb` is asked of the policy, `name` stands in the trail, `elsewhere` is raised at another stage."""

    name: str
    verb: str
    before: tuple[ReviewStatus, ...]
    after: ReviewStatus
    reasoned: bool = False
    elsewhere: Fault = Fault.STALE


SUBMIT = Step("claim.submit", "submit", (ReviewStatus.DRAFT, ReviewStatus.RETURNED), ReviewStatus.SUBMITTED)
ANSWER = Step("claim.answer", "submit", (ReviewStatus.RETURNED,), ReviewStatus.SUBMITTED, reasoned=True)
VERIFY = Step("claim.verify", "verify", (ReviewStatus.SUBMITTED,), ReviewStatus.VERIFIED)
SEND_BACK = Step(
    "claim.send_back",
    "send_back",
    (ReviewStatus.SUBMITTED, ReviewStatus.VERIFIED),
    ReviewStatus.RETURNED,
    reasoned=True,
)
RELEASE = Step("claim.release", "release", (ReviewStatus.VERIFIED,), ReviewStatus.PUBLISHED, elsewhere=Fault.NOT_READY)
CONTEST = Step("claim.contest", "contest", (ReviewStatus.PUBLISHED,), ReviewStatus.CONTESTED, reasoned=True)
UPHOLD = Step("claim.uphold", "contest", (ReviewStatus.CONTESTED,), ReviewStatus.PUBLISHED, reasoned=True)
RETIRE = Step("claim.retire", "withdraw", EVERY_STAGE, ReviewStatus.RETIRED, reasoned=True)
WITHDRAW = Step("claim.withdraw", "withdraw", EVERY_STAGE, ReviewStatus.RETIRED, reasoned=True)
TAKE_BACK = Step("claim.take_back", "take_back", EVERY_STAGE, ReviewStatus.RETIRED, reasoned=True)
SUPERSEDE = Step("claim.supersede", "withdraw", RELEASED, ReviewStatus.RETIRED)

STEPS = (SUBMIT, ANSWER, VERIFY, SEND_BACK, RELEASE, CONTEST, UPHOLD, RETIRE, WITHDRAW, TAKE_BACK, SUPERSEDE)
