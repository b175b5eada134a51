"""What the registers tell the apps above them; receivers act in the same transaction."""

from django.dispatch import Signal

places_accepted = Signal()
"""`places`: keys of places that have just entered the register."""

places_merged = Signal()
"""`merged` and `into`: two places that are one from now on; a receiver returns the keys of what followed."""

places_separated = Signal()
"""`merged`, `into` and `moved`: a merging is undone; what followed goes back."""
