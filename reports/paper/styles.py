"""How the Word file looks: real headings and styles, so that whoever edits it finds them where they belong."""

from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

INK, SOFT = RGBColor(0x1B, 0x24, 0x26), RGBColor(0x4A, 0x57, 0x59)
FONT = "Calibri"
CELL, SMALL, MARK, OUTLINE = "Filon cell", "Filon small", "Filon mark", "Filon outline"


def dress(document: Document, language: str, *, tight: bool = False) -> None:
    """Give the document its styles, and the language in which it is checked; `tight` is for what has one page."""
    normal = document.styles["Normal"]
    _letters(normal, 9 if tight else 11)
    normal.paragraph_format.space_after = Pt(2 if tight else 6)
    heads = (("Title", 18, 0), ("Heading 1", 11.5, 7), ("Heading 2", 10.5, 5))
    for name, size, before in heads if tight else (("Title", 24, 0), ("Heading 1", 16, 18), ("Heading 2", 12.5, 12)):
        style = document.styles[name]
        _letters(style, size, bold=True)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(5)
        style.paragraph_format.keep_with_next = True
    _strip_line(document.styles["Title"])
    for name, size, colour, after in (
        (CELL, 9, INK, 2),
        (SMALL, 9, SOFT, 2),
        (MARK, 10, INK, 4),
        (OUTLINE, 10, INK, 2),
    ):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = normal
        _letters(style, size, bold=name == MARK)
        style.font.color.rgb = colour
        style.paragraph_format.space_after = Pt(after)
    _speak(document, language)


def _letters(style: Any, size: float, bold: bool = False) -> None:
    style.font.name, style.font.size, style.font.bold = FONT, Pt(size), bold
    style.font.color.rgb = INK
    properties = style.element.get_or_add_rPr()
    fonts = properties.find(qn("w:rFonts"))
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), FONT)
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
        fonts.attrib.pop(qn(theme), None)


def _strip_line(style: Any) -> None:
    """The built-in title has a coloured line below it."""
    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def _speak(document: Document, language: str) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults"))
    run = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    spoken = run.find(qn("w:lang"))
    if spoken is None:
        spoken = OxmlElement("w:lang")
        run.append(spoken)
    spoken.set(qn("w:val"), "fr-FR" if language == "fr" else "en-GB")
