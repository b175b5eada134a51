"""Every screen of accounts answers whom it is for."""

import pytest

pytestmark = pytest.mark.django_db

PAGES = {
    "anonymous": [
        "/account/sign-in/",
        "/account/password/reset/",
        "/account/password/reset/sent/",
        "/account/password/done/",
        "/account/inactive/",
        "/health/",
        "/health/ready/",
    ],
    "gaspard": [
        "/account/",
        "/account/sessions/",
        "/account/second-factor/",
        "/account/password/",
        "/accounts/",
        "/accounts/health/",
        "/accounts/invitations/new/",
        "/account/sign-out/",
        "/account/confirm/",
    ],
    "esther": ["/audit/", "/grants/", "/account/"],
}


@pytest.mark.parametrize(("who", "path"), [(w, p) for w, ps in PAGES.items() for p in ps])
def test_it_answers(who, path, client_of, request, settings):
    settings.FILON_SECOND_FACTOR = False
    person = None if who == "anonymous" else request.getfixturevalue(who)
    answer = client_of(person).get(path)
    assert answer.status_code == 200, (answer.status_code, answer.get("Location"))
    assert answer["Cache-Control"]
