"""Beginning and end of a Word file: its styles, its imprint on every page, and nothing in its properties."""

import io
import zipfile
from datetime import datetime

from docx import Document
from docx.document import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH

from .imprint import DEMONSTRATION, Imprint
from .pieces import lay, number_field
from .styles import SMALL, dress

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The stamp of every part of a packed file: the hour of making is in the imprint, where it is read."""


def begun(imprint: Imprint, *, landscape: bool = False, tight: bool = False) -> WordFile:
    """A document without words: class above, version, maker and page below; `tight` is for what has one page."""
    document = Document()
    dress(document, imprint.language, tight=tight)
    section = document.sections[0]
    lay(section, landscape=landscape)
    head = section.header.paragraphs[0]
    head.style = SMALL
    head.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if imprint.demonstration:
        head.add_run(f"{DEMONSTRATION} ").bold = True
    head.add_run(imprint.class_words).bold = True
    foot = section.footer.paragraphs[0]
    foot.style = SMALL
    if imprint.standing:
        foot.add_run(imprint.standing)
        foot = section.footer.add_paragraph(style=SMALL)
    foot.add_run(f"{imprint.title} · {imprint.made} · ")
    number_field(foot, "PAGE")
    foot.add_run(" / ")
    number_field(foot, "NUMPAGES")
    _say(document, imprint)
    return document


def _say(document: WordFile, imprint: Imprint) -> None:
    """The properties hold title, language and day; nobody's name and no program's."""
    told = document.core_properties
    day = datetime.combine(imprint.made_at.date(), datetime.min.time())
    told.title, told.language, told.author, told.comments = imprint.title, imprint.language, "", ""
    told.last_modified_by, told.created, told.modified, told.revision = "", day, day, 1


def written(document: WordFile) -> bytes:
    """The file; the same words give the same bytes."""
    loose, packed = io.BytesIO(), io.BytesIO()
    document.save(loose)
    with zipfile.ZipFile(loose) as parts, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as sealed:
        for name in parts.namelist():
            sealed.writestr(zipfile.ZipInfo(name, EARLIEST), parts.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
