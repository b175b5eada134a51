"""The map: filters, layers, search and the sheet of a place."""
