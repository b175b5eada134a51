"""The page of the workbook."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ..document import described
from ..stations import shell_page
from ..vocabulary import vocabulary


@require_safe
def shell(request: HttpRequest) -> HttpResponse:
    """The frame of every workbook: the same for whoever opens it, with nothing of any workshop."""
    return render(request, "workbook/shell.html", {"document": described(), "vocabulary": vocabulary(), **shell_page()})
