"""What leaves the house: exports and reports."""
