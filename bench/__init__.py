"""Measurements against peers that run beside us, on the same data and cores; goals are ratios."""
