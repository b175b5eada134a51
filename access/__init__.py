"""Who may do what with which row and which field: the only place that decides."""
