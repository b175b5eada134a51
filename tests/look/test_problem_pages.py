"""The page of a failure says what happened, what it means and what to do, with and without the frame."""

import pytest
from django.template import loader
from django.test import RequestFactory

from lib.problems import Fault, Problem


@pytest.mark.parametrize("template", ["problems/problem.html", "problems/bare.html"])
@pytest.mark.parametrize("fault", Fault, ids=lambda fault: fault.name)
def test_every_fault_is_told_in_three_sentences(fault: Fault, template: str) -> None:
    problem = Problem(fault)
    request = RequestFactory().get("/") if template == "problems/problem.html" else None
    page = loader.render_to_string(template, {"problem": problem}, request, using="django")
    for words in (problem.title, problem.detail, problem.remedy):
        assert words.split("%(")[0].split("'")[0] in page


def test_the_bare_page_needs_no_script() -> None:
    assert "<script" not in loader.render_to_string("problems/bare.html", {"problem": Problem(Fault.INTERNAL)})
