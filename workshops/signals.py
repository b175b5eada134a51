"""What workshops tell the apps above them; sent in the transaction of what happened."""

from django.dispatch import Signal

workshop_moved = Signal()
"""`workshop`: the key of a workshop that has another stage now."""
