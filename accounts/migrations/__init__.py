"""Steps of the database for accounts."""
