"""Outlines of areas and zones from files that others publish."""
