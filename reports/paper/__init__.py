"""A sheet of paper: the same words as PDF and as Word, with an imprint: whose, when, which class and version."""

from .forms import MEDIA_TYPES, Paper
from .imprint import Imprint, adopted_version, imprint_for
from .pdf import Sheet, as_pdf
from .word import begun, written

__all__ = ["MEDIA_TYPES", "Imprint", "Paper", "Sheet", "adopted_version", "as_pdf", "begun", "imprint_for", "written"]
