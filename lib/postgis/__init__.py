"""Django's PostGIS, with a kept connection looked at without a question to the server."""
