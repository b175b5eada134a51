"""Who may do what, as data and as tests."""
