"""Rounds, workshops, groups, the problem tree and the recommendations."""
