"""Screens of review, and of institutions that are heard."""
