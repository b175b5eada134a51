"""Every tool of ./dev check passes; each is one test, so that the closing line counts it."""

import pytest

from ops.checks import CHECKS
from ops.installation import installation


@pytest.mark.tool
@pytest.mark.parametrize("name", list(CHECKS))
def test_passes(name: str) -> None:
    outcome = CHECKS[name](installation())
    if not outcome.passed:
        pytest.fail(outcome.words, pytrace=False)
