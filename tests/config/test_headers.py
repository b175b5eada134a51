"""Every answer carries the headers of the table."""

import re

import pytest
from django.conf import settings
from django.test import Client

from accounts.models import Person

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.config.probes")]
TABLE = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Permitted-Cross-Domain-Policies": "none",
    "X-Robots-Tag": "noindex, nofollow",
    "Cache-Control": "no-store",
}
PATHS = [
    "/account/sign-in/",
    "/probe/private/",
    "/nowhere/",
    "/api/schema/",
    "/health/",
    "/probe/fail/mistake/",
    "/probe/post/",
]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("signed_in", [True, False])
def test_the_table_stands_on_every_answer(path: str, signed_in: bool, celine: Person) -> None:
    client = Client(raise_request_exception=False)
    if signed_in:
        client.force_login(celine)
    answer = client.get(path)
    for name, value in TABLE.items():
        expected = answer[name] if name == "Cache-Control" and "no-store" in answer[name] else value
        assert answer[name] == expected, name
    assert "geolocation=()" in answer["Permissions-Policy"]
    assert "Server" not in answer


@pytest.mark.parametrize("path", PATHS)
def test_the_content_policy_has_no_way_round(path: str) -> None:
    policy = Client(raise_request_exception=False).get(path)["Content-Security-Policy"]
    assert "unsafe" not in policy and "http:" not in policy and "*" not in policy and "strict-dynamic" not in policy
    parts = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert parts["default-src"] == "'none'"
    for name in ("script-src", "style-src", "connect-src", "font-src", "form-action"):
        assert parts[name] == "'self'", name
    for name in ("base-uri", "frame-ancestors", "object-src"):
        assert parts[name] == "'none'", name
    assert parts["img-src"] == "'self' data: blob:"


def test_only_what_marks_itself_is_stored(celine: Person) -> None:
    client = Client()
    client.force_login(celine)
    assert client.get("/probe/stored/")["Cache-Control"] == "private, max-age=31536000, immutable"
    assert client.get("/probe/private/")["Cache-Control"] == "no-store"


def test_sign_out_makes_the_browser_forget(celine: Person) -> None:
    client = Client()
    client.force_login(celine)
    answer = client.post("/account/sign-out/")
    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    assert "Clear-Site-Data" not in client.get("/account/sign-in/")
    assert "_auth_user_id" not in client.session


def test_cookies_are_not_for_scripts_nor_for_other_sites() -> None:
    assert settings.SESSION_COOKIE_HTTPONLY and settings.CSRF_COOKIE_HTTPONLY
    assert settings.SESSION_COOKIE_SAMESITE == settings.CSRF_COOKIE_SAMESITE == "Lax"


def test_no_page_of_ours_has_a_script_or_style_inside(gaspard: Person, settings: object) -> None:
    settings.FILON_SECOND_FACTOR = False  # type: ignore[attr-defined]
    client = Client()
    client.force_login(gaspard)
    for path in ("/accounts/", "/account/", "/account/sessions/", "/accounts/health/", "/accounts/invitations/new/"):
        page = client.get(path).content.decode()
        assert not re.search(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)", page), path
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=", page), path
        assert not re.search(r"(?:src|href)=\"(?:https?:)?//", page), path
