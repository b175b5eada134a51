"""`manage.py demo` loads once, resets, and refuses where no demonstration belongs."""

from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from accounts.models import Person
from claims.models import Claim
from config.demonstration import people
from config.demonstration.loading import load
from sites.models import Place

PASSWORD = "a password of the demonstration"


@pytest.fixture
def mode(settings: Any, tmp_path: Path) -> Any:
    """An installation of which the mode is on, with its own media folder."""
    settings.FILON_PRODUCTION, settings.FILON_DEMONSTRATION, settings.RELEASE_DELAY_DAYS = False, True, 0
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings


def test_loading_again_and_resetting(mode: Any, db: None, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    """Loading twice changes the password alone; resetting takes away what was typed, and accounts."""
    monkeypatch.setenv("FILON_DEMO_PASSWORD", PASSWORD)
    call_command("demo")
    before = set(Claim.objects.values_list("pk", flat=True))
    assert not load("another password of it")
    assert set(Claim.objects.values_list("pk", flat=True)) == before
    assert Person.objects.get(email=f"amina@{people.DOMAIN}").check_password("another password of it")
    Place.objects.create(name="typed into the demonstration")
    Person.objects.create_user("somebody@example.org", PASSWORD)
    call_command("demo", reset=True)
    assert Place.objects.count() == 54 and Person.objects.count() == len(people.CAST)
    assert "first day" in capsys.readouterr().out


@pytest.mark.parametrize(("production", "demonstration"), [(True, True), (False, False), (True, False)])
@pytest.mark.parametrize("reset", [True, False])
def test_it_is_refused_in_production_and_where_the_mode_is_off(
    production: bool, demonstration: bool, reset: bool, mode: Any, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FILON_DEMO_PASSWORD", PASSWORD)
    mode.FILON_PRODUCTION, mode.FILON_DEMONSTRATION = production, demonstration
    with pytest.raises(CommandError):
        call_command("demo", reset=reset)
    assert not Person.objects.exists()


def test_without_a_password_it_says_which_variable_is_missing(mode: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FILON_DEMO_PASSWORD", raising=False)
    with pytest.raises(CommandError, match="FILON_DEMO_PASSWORD"):
        call_command("demo")
