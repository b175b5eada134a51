"""What a workbook still lacks or contradicts: every finding by code, how grave, and whether the room may accept it."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import pgettext_lazy


class Severity(models.TextChoices):
    """What a finding asks of the room before it closes."""

    BLOCKS = "BLOCKS", pgettext_lazy("finding_severity", "To be mended before closing")
    ASKS = "ASKS", pgettext_lazy("finding_severity", "To be completed, or accepted with a reason")
    TELLS = "TELLS", pgettext_lazy("finding_severity", "Good to know")


class FindingCode(models.TextChoices):
    """Everything that can be found; codes are never reused."""

    NEWER_SCHEMA = (
        "NEWER_SCHEMA",
        pgettext_lazy("finding", "Written by a newer version: not all can be read here"),
    )
    UNKNOWN_ROOT = "UNKNOWN_ROOT", pgettext_lazy("finding", "A part of the workbook that this version does not know")
    UNKNOWN_KEY = "UNKNOWN_KEY", pgettext_lazy("finding", "A field that this version does not know")
    UNREADABLE = "UNREADABLE", pgettext_lazy("finding", "This field cannot be read: enter it again")
    UNKNOWN_CODE = "UNKNOWN_CODE", pgettext_lazy("finding", "This choice is not in the list")
    UNREADABLE_DAY = "UNREADABLE_DAY", pgettext_lazy("finding", "This date cannot be read")
    TOO_LONG = "TOO_LONG", pgettext_lazy("finding", "Too long for this field: shorten it or move it to the note")
    NEGATIVE = "NEGATIVE", pgettext_lazy("finding", "A number below zero")
    REMOVED_REFERENCE = "REMOVED_REFERENCE", pgettext_lazy("finding", "Points to an entry that was removed")
    UNKNOWN_REFERENCE = "UNKNOWN_REFERENCE", pgettext_lazy("finding", "Points to an entry that is not there (yet)")
    LOW_ABOVE_HIGH = "LOW_ABOVE_HIGH", pgettext_lazy("finding", "The low figure is above the high one")
    PERIOD_BACKWARDS = "PERIOD_BACKWARDS", pgettext_lazy("finding", "The period ends before it begins")

    NO_CORE = "NO_CORE", pgettext_lazy("finding", "The core problem has no wording yet")
    TWO_CORES = "TWO_CORES", pgettext_lazy("finding", "Two core problems: choose one")
    EMPTY_NODE = "EMPTY_NODE", pgettext_lazy("finding", "A card without wording")
    ORPHAN = "ORPHAN", pgettext_lazy("finding", "This card hangs on nothing")
    CYCLE = "CYCLE", pgettext_lazy("finding", "Cards hung on each other in a ring: the ring was opened here")
    OTHER_SIDE = "OTHER_SIDE", pgettext_lazy("finding", "Under a card of the other side of the tree")
    SAME_WORDING = "SAME_WORDING", pgettext_lazy("finding", "Two cards say the same")
    EFFECT_FEEDS_CAUSE = "EFFECT_FEEDS_CAUSE", pgettext_lazy("finding", "An effect feeds a cause: mark it as a loop")
    LINK_ON_ITSELF = "LINK_ON_ITSELF", pgettext_lazy("finding", "A link from a card to itself")
    LINK_INCOMPLETE = "LINK_INCOMPLETE", pgettext_lazy("finding", "A link without both of its cards")
    VOTE_ASTRAY = "VOTE_ASTRAY", pgettext_lazy("finding", "Points for a card or a group that is not there")

    PLACE_UNNAMED = "PLACE_UNNAMED", pgettext_lazy("finding", "A place without a name")
    PLACE_NOWHERE = "PLACE_NOWHERE", pgettext_lazy("finding", "Neither a position nor a territoire")
    HALF_POSITION = "HALF_POSITION", pgettext_lazy("finding", "One coordinate is missing")
    POSITION_FAR = "POSITION_FAR", pgettext_lazy("finding", "This position lies outside the country: check it")
    PLACE_TWICE = "PLACE_TWICE", pgettext_lazy("finding", "The same place stands here twice")
    PARENT_RING = "PARENT_RING", pgettext_lazy("finding", "Places inside each other in a ring: the ring was opened")
    NOT_REACHED = "NOT_REACHED", pgettext_lazy("finding", "On the list, not treated yet")
    NATURE_MISSING = "NATURE_MISSING", pgettext_lazy("finding", "The nature of the site is missing")

    NO_PLACE = "NO_PLACE", pgettext_lazy("finding", "This line has no place")
    NO_ACTOR = "NO_ACTOR", pgettext_lazy("finding", "Who? No actor is given")
    NO_CATEGORY = "NO_CATEGORY", pgettext_lazy("finding", "An actor without a category")
    NO_MODE = "NO_MODE", pgettext_lazy("finding", "Neither a role nor an operational mode")
    LEVY_NO_UNIT = "LEVY_NO_UNIT", pgettext_lazy("finding", "A levy without a unit")
    LEVY_NO_BASE = "LEVY_NO_BASE", pgettext_lazy("finding", "A levy on what? The base is missing")
    SHARE_ABOVE_ALL = "SHARE_ABOVE_ALL", pgettext_lazy("finding", "A share above 100 per cent")
    NO_BENEFIT_TYPE = "NO_BENEFIT_TYPE", pgettext_lazy("finding", "Neither a type of beneficiary nor a reason")
    NO_REASON = "NO_REASON", pgettext_lazy("finding", "Not known: say why")
    NO_END = "NO_END", pgettext_lazy("finding", "Where does it go? The end is missing")
    LEG_ON_ITSELF = "LEG_ON_ITSELF", pgettext_lazy("finding", "It ends where it begins")
    PRESENCE_NO_ACTOR = "PRESENCE_NO_ACTOR", pgettext_lazy("finding", "Armed presence, but no armed actor is given")
    ABSENT_YET_ACTOR = "ABSENT_YET_ACTOR", pgettext_lazy("finding", "No armed presence, yet an armed actor is given")
    CONTRADICTION = "CONTRADICTION", pgettext_lazy("finding", "Two lines contradict each other on armed presence")
    PROGRAMME_NO_STATE = "PROGRAMME_NO_STATE", pgettext_lazy("finding", "A programme: active or suspended?")
    ANSWERS_NOTHING = "ANSWERS_NOTHING", pgettext_lazy("finding", "Compared with the last round, but with which line?")
    SINGLE_VOICE = "SINGLE_VOICE", pgettext_lazy("finding", "Said by one participant: for the secretariat alone")
    GROUP_ONLY_UNASKED = (
        "GROUP_ONLY_UNASKED",
        pgettext_lazy("finding", "Kept from the plenary: nothing was chosen"),
    )
    PRESENCE_KEPT_BACK = "PRESENCE_KEPT_BACK", pgettext_lazy("finding", "The presence is kept from the plenary as well")

    NO_TEXT = "NO_TEXT", pgettext_lazy("finding", "The wording is missing")
    NO_TYPE = "NO_TYPE", pgettext_lazy("finding", "The type is missing")
    NO_CAUSE = "NO_CAUSE", pgettext_lazy("finding", "Which cause does it answer?")
    NO_BODY = "NO_BODY", pgettext_lazy("finding", "Who carries it out?")
    NO_HORIZON = "NO_HORIZON", pgettext_lazy("finding", "By when?")
    NO_COUNTS = "NO_COUNTS", pgettext_lazy("finding", "The participants are not counted yet")
    WOMEN_ABOVE_SEATS = "WOMEN_ABOVE_SEATS", pgettext_lazy("finding", "More women expected than seats")
    CHANGED_BY_TWO = "CHANGED_BY_TWO", pgettext_lazy("finding", "Two people changed this field at the same time")


_BLOCKING = {
    FindingCode.UNREADABLE,
    FindingCode.UNKNOWN_CODE,
    FindingCode.UNREADABLE_DAY,
    FindingCode.TOO_LONG,
    FindingCode.NEGATIVE,
    FindingCode.LOW_ABOVE_HIGH,
    FindingCode.PERIOD_BACKWARDS,
    FindingCode.NO_CORE,
    FindingCode.TWO_CORES,
    FindingCode.PLACE_UNNAMED,
    FindingCode.NO_PLACE,
    FindingCode.NO_ACTOR,
    FindingCode.NO_END,
    FindingCode.LEG_ON_ITSELF,
    FindingCode.SHARE_ABOVE_ALL,
    FindingCode.NO_TEXT,
    FindingCode.NO_TYPE,
}
_TELLING = {
    FindingCode.UNKNOWN_ROOT,
    FindingCode.UNKNOWN_KEY,
    FindingCode.VOTE_ASTRAY,
    FindingCode.LINK_ON_ITSELF,
    FindingCode.LINK_INCOMPLETE,
    FindingCode.EMPTY_NODE,
    FindingCode.NO_MODE,
    FindingCode.PROGRAMME_NO_STATE,
    FindingCode.SINGLE_VOICE,
    FindingCode.GROUP_ONLY_UNASKED,
    FindingCode.PRESENCE_KEPT_BACK,
    FindingCode.NO_HORIZON,
}


@dataclass(frozen=True, order=True)
class Finding:
    """One finding about one entry (`root`, `id`), one of its keys, and another entry that it concerns."""

    code: str
    root: str
    id: str = ""
    key: str = ""
    other: str = ""

    @property
    def severity(self) -> Severity:
        """What it asks of the room."""
        if self.code in _BLOCKING:
            return Severity.BLOCKS
        return Severity.TELLS if self.code in _TELLING else Severity.ASKS

    @property
    def acceptable(self) -> bool:
        """Whether the room may let it stand with a reason."""
        return self.severity == Severity.ASKS

    @property
    def mark(self) -> str:
        """How an acceptance names it: `code|root|id|key|other`."""
        return "|".join((self.code, self.root, self.id, self.key, self.other))
