"""What came in from outside."""

from .batch import ImportBatch, ImportBatchQuerySet
from .row import ImportedRow, PlaceAmendment, Supersession

__all__ = ["ImportBatch", "ImportBatchQuerySet", "ImportedRow", "PlaceAmendment", "Supersession"]
