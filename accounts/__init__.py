"""Persons, their memberships and grants, and how a person becomes a reach."""
