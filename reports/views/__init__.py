"""Doors through which data and papers leave."""
