"""Papers about places: a note on one of them or on a territoire, and the table of sites by territoire."""
