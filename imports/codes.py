"""Closed lists of imports; codes are never reused."""

from django.db import models
from django.utils.translation import pgettext_lazy


class BatchState(models.TextChoices):
    """How far a batch has come."""

    IMPORTED = "IMPORTED", pgettext_lazy("batch_state", "Imported, to be verified")
    VERIFIED = "VERIFIED", pgettext_lazy("batch_state", "Verified, to be released")
    PUBLISHED = "PUBLISHED", pgettext_lazy("batch_state", "Released")
    UNDONE = "UNDONE", pgettext_lazy("batch_state", "Undone")


class Layout(models.TextChoices):
    """Layouts of files that can be imported."""

    IPIS = "ipis", pgettext_lazy("layout", "IPIS site visits")
    PLACES = "places", pgettext_lazy("layout", "List of places")


class RemarkKind(models.TextChoices):
    """Why a row was refused, or what was corrected or could not be understood in it."""

    MISSING = "MISSING", pgettext_lazy("import_remark", "A compulsory cell is empty")
    NOT_A_KEY = (
        "NOT_A_KEY",
        pgettext_lazy("import_remark", "Not a key: letters, digits, hyphens, at most 40 characters"),
    )
    TOO_LONG = "TOO_LONG", pgettext_lazy("import_remark", "Too long for its column")
    NOT_A_DATE = (
        "NOT_A_DATE",
        pgettext_lazy("import_remark", "Not a date: write year-month-day, 1990 or later, not in the future"),
    )
    NOT_A_NUMBER = (
        "NOT_A_NUMBER",
        pgettext_lazy("import_remark", "Not a number: write digits, with a point for decimals"),
    )
    NOT_YES_NO = "NOT_YES_NO", pgettext_lazy("import_remark", "Write 1, 0 or nothing")
    OUTSIDE = "OUTSIDE", pgettext_lazy("import_remark", "Outside the country: are longitude and latitude exchanged?")
    HALF_POSITION = "HALF_POSITION", pgettext_lazy("import_remark", "Longitude or latitude is missing")
    REPEATED_KEY = "REPEATED_KEY", pgettext_lazy("import_remark", "An earlier line has the same key")
    UNKNOWN_KIND = "UNKNOWN_KIND", pgettext_lazy("import_remark", "No such kind of place")
    UNKNOWN_MINERAL = "UNKNOWN_MINERAL", pgettext_lazy("import_remark", "Unknown mineral: kept as “Other”")
    UNKNOWN_SERVICE = (
        "UNKNOWN_SERVICE",
        pgettext_lazy("import_remark", "Not a known state service: kept in the raw row only"),
    )
    UNKNOWN_ACTOR = "UNKNOWN_ACTOR", pgettext_lazy("import_remark", "Armed group not known so far: a new actor")
    UNKNOWN_FREQUENCY = "UNKNOWN_FREQUENCY", pgettext_lazy("import_remark", "Unknown frequency: kept as “Unknown”")
    UNKNOWN_PROGRAMME = "UNKNOWN_PROGRAMME", pgettext_lazy("import_remark", "Unknown programme: kept as “Other”")
    UNKNOWN_STATUS = "UNKNOWN_STATUS", pgettext_lazy("import_remark", "Unknown qualification: kept in the raw row only")
    UNKNOWN_PROVINCE = "UNKNOWN_PROVINCE", pgettext_lazy("import_remark", "No province of this name")
    UNKNOWN_ORIGIN = "UNKNOWN_ORIGIN", pgettext_lazy("import_remark", "Origin of the position not understood")
    UNKNOWN_REASON = (
        "UNKNOWN_REASON",
        pgettext_lazy("import_remark", "Reason for not visiting not understood: kept as “Other”"),
    )
    INTERFERENCE_ALONE = (
        "INTERFERENCE_ALONE",
        pgettext_lazy("import_remark", "Interference without presence: read as no presence"),
    )
    TYPE_DISAGREES = (
        "TYPE_DISAGREES",
        pgettext_lazy("import_remark", "Interference marked beside “no interference found”: the mark counts"),
    )
    NAME_TWICE = "NAME_TWICE", pgettext_lazy("import_remark", "The same name stands twice in one list")
    BLANKS = "BLANKS", pgettext_lazy("import_remark", "Blanks at the ends were removed")
    NO_POSITION = "NO_POSITION", pgettext_lazy("import_remark", "No position: listed beside the map")
    MOVED = "MOVED", pgettext_lazy("import_remark", "Visits of one place give different positions: the latest counts")


REFUSING = (
    RemarkKind.MISSING,
    RemarkKind.NOT_A_KEY,
    RemarkKind.TOO_LONG,
    RemarkKind.NOT_A_DATE,
    RemarkKind.NOT_A_NUMBER,
    RemarkKind.NOT_YES_NO,
    RemarkKind.OUTSIDE,
    RemarkKind.HALF_POSITION,
    RemarkKind.REPEATED_KEY,
    RemarkKind.UNKNOWN_KIND,
)
"""Remarks for which a row is refused as a whole; the others leave it in."""
