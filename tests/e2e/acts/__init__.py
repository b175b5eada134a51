"""Acts of the one journey from a room to its readers, each of one person in front of one browser."""
