"""Reads what leaves: pages, Word files and PDF, as text in which a word can be looked for."""

import io
import subprocess
import zipfile
from xml.etree import ElementTree

from django.test import Client

from accounts.models import Person


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def text_of(body: bytes) -> str:
    """Everything in a page, in any part of a Word file, or on a PDF with its properties."""
    if body[:4] == b"%PDF":
        return pdf_text(body) + _asked("pdfinfo", body, "-")
    if body[:2] != b"PK":
        return body.decode()
    with zipfile.ZipFile(io.BytesIO(body)) as packed:
        parts = [packed.read(name) for name in packed.namelist() if name.endswith((".xml", ".rels"))]
    return "\n".join("".join(ElementTree.fromstring(part).itertext()) + part.decode() for part in parts)


def pictures_of(body: bytes) -> list[bytes]:
    """Every picture in a Word file."""
    with zipfile.ZipFile(io.BytesIO(body)) as packed:
        return [packed.read(name) for name in packed.namelist() if name.startswith("word/media/")]


def pdf_text(body: bytes) -> str:
    """The words of a PDF, as they stand and with lines joined, so that no word hides in a break or beside a column."""
    written = _asked("pdftotext", body, "-raw", "-", "-")
    whole = written.replace("\u2010\n", "").replace("-\n", "")
    forms = (_asked("pdftotext", body, "-layout", "-", "-"), written, whole.replace("\n", " "), whole.replace("\n", ""))
    return "\n".join(forms)


def _asked(program: str, body: bytes, *arguments: str) -> str:
    return subprocess.run([program, *arguments], input=body, capture_output=True, check=True).stdout.decode()
