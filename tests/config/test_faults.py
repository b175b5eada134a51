"""A failure is told in words, as a page to people and as problem+json to programs; never a bare 500."""

import logging

import pytest
from django.test import Client

from accounts.models import Person
from lib.problems import Fault, Problem

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.config.probes")]
CASES = [
    ("problem", 409, "second-person"),
    ("forbidden", 403, "forbidden"),
    ("suspicious", 400, "bad-request"),
    ("database", 503, "offline-db"),
    ("mistake", 500, "internal"),
]


def quiet() -> Client:
    return Client(raise_request_exception=False)


@pytest.mark.parametrize(("how", "status", "code"), CASES)
def test_people_get_a_page(how: str, status: int, code: str) -> None:
    answer = quiet().get(f"/probe/fail/{how}/", headers={"Accept": "text/html"})
    assert answer.status_code == status
    assert answer["Content-Type"].startswith("text/html")
    assert answer["Cache-Control"] == "no-store"
    page = answer.content.decode()
    assert "<h1>" in page and "secret-7Q" not in page and "Traceback" not in page


@pytest.mark.parametrize(("how", "status", "code"), CASES)
def test_programs_get_problem_json(how: str, status: int, code: str) -> None:
    answer = quiet().get(f"/probe/fail/{how}/", headers={"Accept": "application/json"})
    assert answer.status_code == status
    assert answer["Content-Type"] == "application/problem+json"
    told = answer.json()
    assert (told["status"], told["code"]) == (status, code)
    assert told["title"] and told["detail"] and "secret-7Q" not in answer.content.decode()


def test_an_address_that_leads_nowhere_is_404_for_signed_in_and_strangers(celine: Person) -> None:
    signed_in = quiet()
    signed_in.force_login(celine)
    for client in (quiet(), signed_in):
        assert client.get("/nowhere/").status_code == 404
        assert client.get("/api/nowhere/").json()["code"] == "not-found"


def test_a_wrong_method_has_words_and_says_what_is_allowed() -> None:
    answer = quiet().get("/probe/post/")
    assert answer.status_code == 405 and answer["Allow"] == "POST"
    assert "<h1>" in answer.content.decode()
    assert quiet().get("/probe/post/", headers={"Accept": "application/json"}).json()["code"] == "method-not-allowed"


def test_a_form_without_its_token_is_refused_in_words() -> None:
    answer = Client(enforce_csrf_checks=True).post("/probe/post/", {"a": "b"}, headers={"Accept": "application/json"})
    assert answer.status_code == 403 and answer.json()["code"] == "stale-page"


@pytest.mark.parametrize("text", ["a\x00b", "\x00"])
def test_nul_is_refused_in_query_form_and_cookie(text: str) -> None:
    client = quiet()
    assert client.get("/probe/private/", {"q": text}).status_code == 400
    assert client.post("/probe/post/", {"q": text}).status_code == 400
    assert client.post("/probe/post/", {text: "x"}).status_code == 400
    assert client.post("/account/sign-in/", {"login": f"a{text}@b.cd", "password": "x"}).status_code == 400
    assert client.get("/account/", HTTP_COOKIE=f"filon_session=abcdefgh{text}").status_code == 400


def test_bytes_that_are_no_text_are_no_500() -> None:
    client = quiet()
    assert client.get("/account/sign-in/?next=%ED%A0%80%FF").status_code < 500
    body = b"login=%ED%A0%80%00&password=%FF"
    kind = "application/x-www-form-urlencoded"
    assert client.post("/account/sign-in/", body, content_type=kind).status_code == 400
    assert client.get("/sites/%00%FF/").status_code in (400, 404)
    assert client.post("/probe/post/", b"x", content_type="multipart/form-data; boundary=").status_code < 500
    assert client.generic("POST", "/probe/post/", b"x", f"{kind}; charset=nonsense").status_code < 500


def test_too_large_and_too_many_are_told_apart_from_mistakes(settings: object) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100  # type: ignore[attr-defined]
    kind = "application/x-www-form-urlencoded"
    answer = quiet().post("/probe/post/", b"q=" + b"x" * 200, content_type=kind, headers={"Accept": "application/json"})
    assert (answer.status_code, answer.json()["code"]) == (413, "too-large")


def test_strangers_are_sent_to_the_sign_in_and_programs_are_told() -> None:
    answer = quiet().get("/probe/private/?a=1")
    assert answer.status_code == 302
    assert answer["Location"] == "/account/sign-in/?next=/probe/private/%3Fa%3D1"
    told = quiet().get("/probe/private.json")
    assert told.status_code == 403 and told.json()["code"] == "sign-in"


def test_the_log_names_a_mistake_but_not_its_values(caplog: pytest.LogCaptureFixture) -> None:
    from config.logs import QuietFormatter

    with caplog.at_level(logging.ERROR):
        quiet().get("/probe/fail/mistake/?q=secret-8Q")
    lines = "\n".join(QuietFormatter("%(message)s").format(record) for record in caplog.records)
    assert "RuntimeError" in lines
    assert "secret-7Q" not in lines and "secret-8Q" not in lines


@pytest.mark.parametrize("fault", list(Fault))
def test_every_fault_has_words_for_what_it_means_and_what_to_do(fault: Fault) -> None:
    problem = Problem(fault, parameter="q", most=1000, count=3)
    assert 400 <= fault.status < 600
    assert all((problem.title, problem.detail, problem.remedy))
    assert "%(" not in problem.detail
    assert problem.as_json()["status"] == fault.status
