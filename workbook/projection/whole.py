"""The whole of a document: every kind of record, and all that was found."""

from collections.abc import Mapping

from ..document import SCHEMA
from . import advice, benefits, involvements, legs, observations, places, room, situations, tree
from .entries import Book, open_book
from .findings import Finding, FindingCode
from .reading import Document
from .records import Projection, Records

META = "meta"


def project(document: Document, categories: Mapping[str, str] | None = None) -> Projection:
    """Return what `document` says and lacks, the same for every replica of it, whatever was done to it.

    `categories` is the category of every actor of the register that the reader of the document knows: an actor whose
    category nobody gives is treated like a body of the State, and kept from the plenary.
    """
    book = open_book(document)
    known = categories or {}
    votes = tree.votes(book)
    cards = tree.nodes(book, votes, known)
    actors = involvements.involvements(book, known)
    seen = observations.beside_actors(book, observations.observations(book), actors)
    routes, gains = legs.legs(book), benefits.benefits(book)
    stands = situations.situations(book, known)
    sites = places.reached(book, places.places(book), (*seen, *actors, *routes, *gains))
    schema, epoch = _meta(book, document)
    records = Records(
        schema=schema,
        epoch=epoch,
        agenda=room.agenda(book),
        checks=room.checks(book),
        invitations=room.invitations(book),
        groups=room.groups(book),
        counts=room.counts(book),
        nodes=cards,
        links=tree.links(book, cards),
        votes=votes,
        places=sites,
        observations=seen,
        involvements=actors,
        legs=routes,
        benefits=gains,
        situations=stands,
        recommendations=advice.recommendations(book),
        objectives=advice.objectives(book),
        reserves=advice.reserves(book),
        acceptances=advice.acceptances(book),
        attachments=room.attachments(book),
    )
    return Projection(records, tuple(sorted(set(book.findings))))


def _meta(book: Book, document: Document) -> tuple[int, int]:
    """Schema and epoch, the highest that stands anywhere in `meta`: an older or absent schema is read like ours."""
    schema, epoch = 0, 0
    for entry in book.of(META):
        schema, epoch = max(schema, entry.get("schema") or 0), max(epoch, entry.get("epoch") or 0)
    if schema > SCHEMA:
        book.findings.append(Finding(FindingCode.NEWER_SCHEMA, META))
    return schema, epoch
