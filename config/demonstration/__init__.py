"""The demonstration: an invented cast, invented places and invented statements, written through the services."""
