"""What was said of a place, by whom, on what basis, and which of it holds."""
