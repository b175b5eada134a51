"""What leaves the house: each with its trace."""

from .advice import export_advice
from .papers import Taken, take_letter, take_place_note, take_site_table, take_territoire_note, take_workshop_paper
from .taking import WORD_FORMS, export_places, take_report, take_report_file, traced_collection

__all__ = [
    "WORD_FORMS",
    "Taken",
    "export_advice",
    "export_places",
    "take_letter",
    "take_place_note",
    "take_report",
    "take_report_file",
    "take_site_table",
    "take_territoire_note",
    "take_workshop_paper",
    "traced_collection",
]
