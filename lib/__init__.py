"""Small things that know no model."""
