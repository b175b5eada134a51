"""The one catalogue of failures that people are told about: code, status and words; no name, no position in a text."""

from dataclasses import dataclass
from enum import Enum

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise


@dataclass(frozen=True)
class Words:
    """What happened, what it means for the work, what to do."""

    status: int
    title: StrOrPromise
    detail: StrOrPromise
    remedy: StrOrPromise


class Fault(Enum):
    """Every failure that has words; `%(…)s` in a text takes only numbers and dates given to `Problem`."""

    BAD_REQUEST = Words(
        400,
        _("This request cannot be read"),
        _("Something in the address or in the form does not have the expected shape. Nothing was changed."),
        _("Go back, check what you entered and try again."),
    )
    BAD_PARAMETER = Words(
        400,
        _("This address cannot be read"),
        _("Its part “%(parameter)s” does not have the expected shape, or does not exist for you. Nothing is shown."),
        _("Open the map and choose again there."),
    )
    BAD_TEXT = Words(
        400,
        _("This text contains characters that cannot be kept"),
        _("It holds invisible control characters, often from a copied document. Nothing was saved."),
        _("Paste the text again as plain text."),
    )
    BAD_JSON = Words(
        400,
        _("This message is not valid JSON"),
        _("The server could not read it. Nothing was changed."),
        _("Check the message and send it again."),
    )
    SIGN_IN = Words(
        403,
        _("You are not signed in"),
        _("What you asked for is only for signed-in persons."),
        _("Sign in and ask again."),
    )
    SECOND_FACTOR = Words(
        403,
        _("A second factor is needed"),
        _("Your role reads what could harm people, so it signs in with a code besides the password."),
        _("Set up the second factor in your account first."),
    )
    FORBIDDEN = Words(
        403,
        _("You may not do this"),
        _("You may read this, but your role does not include this action. Nothing was changed."),
        _("If your work needs it, ask the administrator of your institution's access."),
    )
    STALE_PAGE = Words(
        403,
        _("This page was open for too long"),
        _("For your protection the form was not accepted. Nothing was changed."),
        _("Open the page again and repeat what you did."),
    )
    NOT_FOUND = Words(
        404,
        _("There is nothing here for you"),
        _("The address may be mistyped, or what it shows is not open to you."),
        _("Go back to your first page."),
    )
    METHOD_NOT_ALLOWED = Words(
        405,
        _("This address cannot be used in this way"),
        _("It does not answer to this kind of request. Nothing was changed."),
        _("Go back and use the page's own buttons."),
    )
    ALREADY_ASKED = Words(
        409,
        _("This has already been asked"),
        _("An earlier request of the same kind is still open."),
        _("Wait for its answer, or withdraw it first."),
    )
    CONFLICT = Words(
        409,
        _("This contradicts what is already recorded"),
        _("It was not saved, because a rule of the register would be broken."),
        _("Open the page again, look at what is there and decide anew."),
    )
    STALE = Words(
        409,
        _("Somebody changed this in the meantime"),
        _("Your change was not saved, so that nothing of the other person's work is lost."),
        _("Open the page again and repeat your change on the new version."),
    )
    SECOND_PERSON = Words(
        409,
        _("A second person is needed"),
        _("The same person may not take both steps: this rule protects you and those who are named."),
        _("Ask a colleague of the secretariat to take this step."),
    )
    NOT_READY = Words(
        409,
        _("This is not ready yet"),
        _("An earlier step is missing. Nothing was changed."),
        _("Finish the earlier step first."),
    )
    TOO_MANY_ROWS = Words(
        409,
        _("This is more than a paper holds"),
        _("At most %(most)s rows stand on one paper. Nothing was made."),
        _("Narrow the view, by territoire for example, or take a file of data."),
    )
    UNFINISHED = Words(
        409,
        _("Something is still to be completed"),
        _("To mend, or to let stand with a reason: %(count)s. The room was not closed."),
        _("Open “To complete” and go through the list."),
    )
    WITH_ROUND = Words(
        409,
        _("This is released with its round"),
        _("What workshops say goes out together, with one date, so that no statement tells who spoke last."),
        _("Open “Rounds” and release the round there."),
    )
    TOO_EARLY = Words(
        409,
        _("It is too early for this"),
        _("A delay protects those who were in the room; for some of this it still runs. Nothing was released."),
        _("Release it after the delay; the list says what still waits."),
    )
    NOT_TO_SELF = Words(
        409,
        _("Nobody widens their own access"),
        _("An access is always given by somebody else. Nothing was changed."),
        _("Ask another administrator."),
    )
    REASON_MISSING = Words(
        422,
        _("A reason is needed"),
        _("This step is recorded together with its reason. Nothing was changed."),
        _("Write one sentence and try again."),
    )
    NOT_VALID = Words(
        422,
        _("Something is missing or not possible"),
        _("What was sent breaks a rule of the form. Nothing was changed."),
        _("Check the fields and try again."),
    )
    GONE = Words(
        410,
        _("This is no longer available"),
        _("It has expired, was used already, or was withdrawn."),
        _("Ask for a new one."),
    )
    TOO_LARGE = Words(
        413,
        _("This is too large"),
        _("The server refuses messages of this size. Nothing was saved."),
        _("Send less at a time."),
    )
    TOO_MANY = Words(
        429,
        _("Too many attempts"),
        _("For the protection of accounts the server makes a pause."),
        _("Wait a few minutes and try again."),
    )
    INTERNAL = Words(
        500,
        _("Something went wrong on our side"),
        _("The last step may not have been saved."),
        _("Try again in a moment. If it happens again, tell the administrator when it happened."),
    )
    OFFLINE_DB = Words(
        503,
        _("The server is not ready"),
        _("Its database does not answer. Nothing was changed."),
        _("Wait a minute and load the page again."),
    )
    UNAVAILABLE = Words(
        503,
        _("This is not available at the moment"),
        _("A part of the server is busy or being maintained. Nothing was changed."),
        _("Try again in a few minutes."),
    )

    @property
    def code(self) -> str:
        """The fault's name as machines read it."""
        return self.name.lower().replace("_", "-")

    @property
    def status(self) -> int:
        """The HTTP status."""
        return self.value.status


class Problem(Exception):
    """A fault that happened; `numbers` fill the catalogue's text and are figures or dates, never names or positions."""

    def __init__(self, fault: Fault, **numbers: object) -> None:
        super().__init__(fault.name)
        self.fault = fault
        self.numbers = numbers

    @property
    def title(self) -> str:
        """What happened."""
        return str(self.fault.value.title)

    @property
    def detail(self) -> str:
        """What it means for the work."""
        return str(self.fault.value.detail) % self.numbers if self.numbers else str(self.fault.value.detail)

    @property
    def remedy(self) -> str:
        """What to do."""
        return str(self.fault.value.remedy)

    def as_json(self) -> dict[str, object]:
        """The problem as `application/problem+json` (RFC 9457) has it."""
        return {
            "type": f"urn:filon:problem:{self.fault.code}",
            "title": self.title,
            "status": self.fault.status,
            "detail": f"{self.detail} {self.remedy}",
            "code": self.fault.code,
            **self.numbers,
        }
