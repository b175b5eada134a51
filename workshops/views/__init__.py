"""Screens of workshops."""
