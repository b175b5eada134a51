"""What claims tell the apps above them; receivers act in the same transaction."""

from django.dispatch import Signal

emergency_undone = Signal()
"""`emergency`: the row of an emergency withdrawal that two people have undone."""

statements_taken_back = Signal()
"""`workshop`, `entries` and `by`: keys of a workbook's entries that somebody who was in the room had taken back."""
