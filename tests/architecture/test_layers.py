"""The apps stand in one order, and so do the modules inside each."""

import configparser
import tempfile
from pathlib import Path

from ops import layers
from tests.architecture.sources import APPS, ROOT

ORDER = [*APPS, "config"]


def contract() -> configparser.ConfigParser:
    read = configparser.ConfigParser()
    read.read(ROOT / ".importlinter")
    return read


def test_the_order_of_apps_is_the_house_s() -> None:
    named = [name.strip("()") for name in contract()["importlinter:contract:apps"]["layers"].split()]
    assert named[::-1] == ORDER


def test_every_app_stands_in_the_order() -> None:
    """A package beside the apps that the order does not name would escape it."""
    beside = {"ops", "tests", "bench"}
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")} - beside
    assert packages == set(contract()["importlinter"]["root_packages"].split())
    assert packages <= set(ORDER)


def test_unknown_names_are_sorted_into_the_nouns() -> None:
    with tempfile.TemporaryDirectory() as name:
        app = Path(name)
        for module in ("__init__", "models", "ghosts", "views", "codes"):
            (app / f"{module}.py").touch()
        (app / "review").mkdir()
        (app / "review" / "__init__.py").touch()
        assert layers.nouns_of(app) == ["ghosts", "review"]
        lines = layers.contract_of(app)["layers"].split("\n")
    assert lines.index("(ghosts) : (review)") < lines.index("(models)")
    assert lines.index("(services)") < lines.index("(ghosts) : (review)")
