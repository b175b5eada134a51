"""Words of accounts in templates."""
