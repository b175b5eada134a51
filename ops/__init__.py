"""Filon on a machine: packages, private services, processes, checks, backups."""
