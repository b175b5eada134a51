"""What claims tell the apps above them; receivers act in the same transaction."""

from django.dispatch import Signal

emergency_undone = Signal()
"""`emergency`: the row of an emergency withdrawal that two people have undone."""
