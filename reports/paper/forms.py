"""A paper in the two forms in which it is taken along: as PDF to be printed, as Word to be worked on."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils import translation

from .imprint import Imprint
from .pdf import Sheet, as_pdf

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MEDIA_TYPES = {"pdf": "application/pdf", "docx": WORD}


@dataclass(frozen=True)
class Paper:
    """A paper that is ready to be made; `stem` begins its file name, and tells no more than its title does.

    `language` is given where the paper is for others than whoever makes it.
    """

    stem: str
    imprint: Imprint
    sheet: Sheet
    as_word: Callable[[Imprint], bytes]
    language: str = ""

    def made(self, form: str) -> bytes:
        """The file."""
        with translation.override(self.language or translation.get_language()):
            return as_pdf(self.sheet, self.imprint) if form == "pdf" else self.as_word(self.imprint)

    def file_name(self, form: str) -> str:
        """How the file is called: stem and day."""
        return f"{self.stem}-{self.imprint.made_at.date().isoformat()}.{form}"
