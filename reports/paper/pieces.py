"""Pieces of a Word file that python-docx has no words for: repeated rows, fields, other pages, described pictures."""

import io
from collections.abc import Iterable, Sequence
from typing import Any

from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt
from docx.text.paragraph import Paragraph

from .styles import CELL, SMALL

SHORT, LONG, MARGIN = Cm(21), Cm(29.7), Cm(1.9)
Cell = str | Sequence[str]


def turn(document: Document, *, landscape: bool) -> None:
    """What follows stands on new pages of A4, upright or across."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    lay(section, landscape=landscape)


def lay(section: Any, *, landscape: bool) -> None:
    """A4 with the margins of the house."""
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (LONG, SHORT) if landscape else (SHORT, LONG)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    section.header_distance = section.footer_distance = Cm(0.9)


def table(document: Document, heads: Sequence[str], widths: Sequence[float], rows: Iterable[Sequence[Cell]]) -> None:
    """A table whose first row is repeated on every page and whose rows are not torn apart; widths in centimetres."""
    made = document.add_table(rows=1, cols=len(heads))
    made.style = "Table Grid"
    made.autofit = False
    for cell, head in zip(made.rows[0].cells, heads, strict=True):
        cell.paragraphs[0].style = CELL
        cell.paragraphs[0].add_run(head).bold = True
        _shade(cell)
    _flag(made.rows[0], "w:tblHeader")
    for row in rows:
        cells = made.add_row().cells
        for cell, said in zip(cells, row, strict=True):
            _fill(cell, [said] * bool(said) if isinstance(said, str) else list(said))
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Cm(width)
    for row_ in made.rows:
        _flag(row_, "w:cantSplit")
        for cell, width in zip(row_.cells, widths, strict=True):
            cell.width = Cm(width)


def _fill(cell: Any, lines: list[str]) -> None:
    """Each thing that is said has a line of its own; nothing said is a dash, never a blank."""
    for number, line in enumerate(lines or ["–"]):
        paragraph = cell.paragraphs[0] if not number else cell.add_paragraph()
        paragraph.style = SMALL if line.startswith("\u2003") else CELL
        paragraph.add_run(line.strip("\u2003"))


def _flag(row: Any, name: str) -> None:
    flag = OxmlElement(name)
    flag.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(flag)


def _shade(cell: Any) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", "EEEBE4")):
        shade.set(qn(name), value)
    cell._tc.get_or_add_tcPr().append(shade)


def number_field(paragraph: Paragraph, field: str) -> None:
    """A figure that Word keeps: PAGE or NUMPAGES."""
    run = paragraph.add_run()
    for kind, text in (("begin", ""), ("", field), ("separate", ""), ("text", "1"), ("end", "")):
        if kind in ("", "text"):
            piece = OxmlElement("w:instrText" if not kind else "w:t")
            piece.text = text
        else:
            piece = OxmlElement("w:fldChar")
            piece.set(qn("w:fldCharType"), kind)
        run._r.append(piece)


def picture(document: Document, png: bytes, says: str, width: float, height: float, shape: float) -> None:
    """A picture as large as fits into width × height (centimetres); `shape` is its height by its width."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(6)
    _put(paragraph, png, says, min(width, height / shape))


def beside_picture(document: Document, facts: Iterable[Sequence[str]], png: bytes, says: str, width: float) -> None:
    """Labels with what they tell, and a picture of `width` centimetres on their right."""
    left, right = document.add_table(rows=1, cols=2).rows[0].cells
    page = document.sections[-1]
    room = (page.page_width or SHORT) - (page.left_margin or MARGIN) - (page.right_margin or MARGIN)
    left.width, right.width = Length(room - Cm(width + 0.4)), Cm(width + 0.4)
    for number, (label, told) in enumerate(facts):
        line = left.add_paragraph() if number else left.paragraphs[0]
        line.style = CELL
        line.add_run(label).bold = True
        line.add_run(f"\u2003{told}")
    _put(right.paragraphs[0], png, says, width)


def _put(paragraph: Paragraph, png: bytes, says: str, width: float) -> None:
    run = paragraph.add_run()
    run.add_picture(io.BytesIO(png), width=Cm(width))
    described = run._r.find(f".//{qn('wp:docPr')}")
    described.set("descr", says)
    described.set("title", says.partition(":")[0].strip())
