"""What can be done with batches."""

from .importing import import_ipis
from .listing import import_places
from .reviewing import publish_batch, verify_batch
from .undoing import undo_batch

__all__ = ["import_ipis", "import_places", "publish_batch", "undo_batch", "verify_batch"]
