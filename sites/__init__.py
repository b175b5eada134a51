"""The registers: areas, places, actors, zones and sources."""
