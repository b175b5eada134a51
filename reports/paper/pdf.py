"""The one place that turns a template into a PDF: nothing is fetched, and the same words give the same bytes."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

from django.template.loader import render_to_string

from .imprint import Imprint
from .typesetting import typeset

STYLE = Path(__file__).with_name("sheet.css")


@dataclass(frozen=True)
class Sheet:
    """A template with its words; of `shorter`, from long to short, the first that stands on one page is taken."""

    template: str
    words: Mapping[str, Any]
    shorter: Sequence[Mapping[str, Any]] = ()


def as_pdf(sheet: Sheet, imprint: Imprint) -> bytes:
    """The paper as PDF: letters and lines, no picture of dots; its properties hold the title and the day, no more."""
    text, laid = _set(sheet, {}, imprint)
    if sheet.shorter and len(laid.pages) > 1:
        text, laid = _longest_on_one_page(sheet, imprint)
    name = hashlib.sha256(text.encode()).digest()[:16]
    made: bytes = laid.write_pdf(finisher=_without_maker, pdf_identifier=name)
    return made


def _longest_on_one_page(sheet: Sheet, imprint: Imprint) -> tuple[str, Any]:
    """Found by halving; the shortest where none fits."""
    first, last = 0, len(sheet.shorter) - 1
    found: tuple[str, Any] | None = None
    while first < last or found is None:
        middle = (first + last) // 2
        tried = _set(sheet, sheet.shorter[middle], imprint)
        if len(tried[1].pages) == 1 or middle == len(sheet.shorter) - 1:
            found, last = tried, middle
        else:
            first = middle + 1
    return found


def _set(sheet: Sheet, fewer: Mapping[str, Any], imprint: Imprint) -> tuple[str, Any]:
    """The page as text, and its pages."""
    words = {**sheet.words, **fewer, "imprint": imprint}
    text = typeset(render_to_string(sheet.template, words), imprint.language)
    return text, _laid(text)


def _laid(text: str) -> Any:
    """The pages of a text of HTML. The library is loaded by whoever makes a paper: it takes half a second and 40 MB."""
    from weasyprint import HTML

    return HTML(string=text, url_fetcher=_nothing_fetched()).render(
        stylesheets=[_style()], presentational_hints=True, pdf_tags=True
    )


@cache
def _style() -> Any:
    from weasyprint import CSS

    return CSS(string=STYLE.read_text(), url_fetcher=_nothing_fetched())


@cache
def _nothing_fetched() -> Any:
    """A paper holds everything itself: whatever asks for something else is a fault of ours, and stops the making."""
    from weasyprint.urls import FatalURLFetchingError, URLFetcher

    class NothingFetched(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
        def fetch(self, url: str, headers: Any = None) -> NoReturn:
            raise FatalURLFetchingError("A paper asks for something that it does not hold.")

    return NothingFetched()


def _without_maker(_document: Any, pdf: Any) -> None:
    """Which program in which version made the file is nobody's business."""
    pdf.info.pop("Producer", None)
