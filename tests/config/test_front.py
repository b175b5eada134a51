"""A page names the modules that its script loads, and browsers keep them as long as everything else with a hash."""

import json
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template import Context, Template

from config import front


def test_a_page_names_the_modules_that_its_script_loads(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "preloads.json").write_text(json.dumps({"map": ["chunk-AAAAAAAA.js", "chunk-BBBBBBBB.js"]}))
    monkeypatch.setattr(front, "DIST", tmp_path)
    page = Template('{% load front %}{% preloads "map" %}').render(Context())
    assert re.findall('href="([^"]+)"', page) == [
        "/static/dist/chunk-AAAAAAAA.js",
        "/static/dist/chunk-BBBBBBBB.js",
    ]
    assert Template('{% load front %}{% preloads "other" %}').render(Context()) == ""


def test_before_the_first_build_a_page_names_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(front, "DIST", tmp_path)
    assert Template('{% load front %}{% preloads "map" %}').render(Context()) == ""


def test_names_with_a_hash_are_kept_for_good_and_others_are_asked_for_again() -> None:
    kept = re.compile(settings.WHITENOISE_IMMUTABLE_FILE_TEST)
    assert kept.match("/static/dist/chunk-UVDMOPRH.js") and kept.match("/static/dist/map.0123456789ab.js")
    assert not kept.match("/static/dist/map.js") and not kept.match("/static/dist/preloads.json")
