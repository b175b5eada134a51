"""How pygeoapi is told what to serve."""

from collections.abc import Mapping
from typing import Any

CONTACT = (
    "address",
    "city",
    "stateorprovince",
    "postalcode",
    "country",
    "phone",
    "fax",
    "hours",
    "instructions",
    "role",
    "position",
)
"""What it wants to be told of whoever runs it."""


def configuration(database: Mapping[str, str], port: int) -> dict[str, Any]:
    """The flat table of places as its one collection, on that port."""
    address = f"http://127.0.0.1:{port}"
    server = {
        "bind": {"host": "127.0.0.1", "port": port},
        "url": address,
        "mimetype": "application/json; charset=UTF-8",
        "encoding": "utf-8",
        "languages": ["en-US"],
        "gzip": False,
        "limits": {"default_items": 100, "max_items": 1_000_000},
        "map": {"url": "https://tile.invalid/{z}/{x}/{y}.png", "attribution": "none"},
    }
    return {
        "server": server,
        "logging": {"level": "ERROR"},
        "metadata": _metadata(address),
        "resources": {"flat_place": _collection(database)},
    }


def _metadata(address: str) -> dict[str, Any]:
    said = {"title": "places", "description": "places", "keywords": ["places"], "keywords_type": "theme"}
    return {
        "identification": said | {"terms_of_service": "x", "url": address},
        "license": {"name": "x", "url": address},
        "provider": {"name": "x", "url": address},
        "contact": dict.fromkeys(CONTACT, "x") | {"name": "x", "email": "x@example.invalid", "url": address},
    }


def _collection(database: Mapping[str, str]) -> dict[str, Any]:
    data = {name: database[name] for name in ("host", "dbname", "user", "password")}
    provider = {
        "type": "feature",
        "name": "PostgreSQL",
        "data": data | {"port": int(database["port"]), "search_path": ["public"]},
        "id_field": "id",
        "table": "flat_place",
        "geom_field": "geom",
    }
    return {
        "type": "collection",
        "title": "places",
        "description": "places",
        "keywords": ["places"],
        "links": [],
        "extents": {"spatial": {"bbox": [11, -15, 33, 7]}},
        "providers": [provider],
    }
