"""What accounts tell the apps above them; sent in the transaction of what happened."""

from django.dispatch import Signal

reach_changed = Signal()
"""`person`: the key of somebody who gained or lost a role, or whose account was switched on or off."""
