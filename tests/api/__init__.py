"""The read-only interface."""
