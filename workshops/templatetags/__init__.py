"""Tags of workshops."""
