"""A flat list of places."""
