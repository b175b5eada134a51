"""The report of a workshop, for the room or for the secretariat: one content, as a Word file and as a printed page."""
