"""A session is known again by browser and system."""

import pytest
from django.utils.translation import override

from accounts.browsers import browser_in_words

WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)"
ENGINE = "AppleWebKit/537.36 (KHTML, like Gecko)"
AGENTS = [
    (f"{WINDOWS} {ENGINE} Chrome/126.0.0.0 Safari/537.36", "Chrome sur Windows"),
    (f"{WINDOWS} {ENGINE} Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0", "Microsoft Edge sur Windows"),
    ("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox sur Linux"),
    (f"Mozilla/5.0 (Linux; Android 10; K) {ENGINE} Chrome/126.0.0.0 Mobile Safari/537.36", "Chrome sur Android"),
    (f"Mozilla/5.0 (Linux; Android 13) {ENGINE} SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36",
     "Samsung Internet sur Android"),
    (("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
     " Version/17.5 Mobile/15E148 Safari/604.1"), "Safari sur iOS"),
    (("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)"
     " Version/17.5 Safari/605.1.15"), "Safari sur macOS"),
    ("curl/8.5.0", "un navigateur qui ne dit pas son nom"),
    ("", "un navigateur qui ne dit pas son nom"),
]  # fmt: skip


@pytest.mark.parametrize(("agent", "words"), AGENTS)
def test_browser_and_system_are_said_in_words(agent: str, words: str) -> None:
    with override("fr"):
        assert browser_in_words(agent) == words
