"""Screens of the register, one module a job."""
