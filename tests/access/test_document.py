"""The page that tells people who may do what is the one that the tables give."""

from tests.architecture.sources import ROOT

from .document import document


def test_the_page_of_access_says_what_the_tables_say() -> None:
    assert (ROOT / "docs" / "access.md").read_text() == document(), "run ./dev manage access_matrix"
