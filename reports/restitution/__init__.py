"""Papers that go back: to the room what became of what it said, to whoever is asked a recommendation by letter."""
