"""What the frame of every page shows: entries by role, the person, the way out."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import gettext as _

from access.reach import Audience, Reach, reach_of
from accounts.landing import landing_of, role_of
from workshops.given import answers_since

GIVEN = "/given/"


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Return `nav` and `demonstration` for templates."""
    nav: dict[str, Any] = {"home": "/", "entries": [], "account": [], "demonstration": settings.FILON_DEMONSTRATION}
    person = getattr(request, "user", None)
    if person is not None and person.is_authenticated:
        reach = reach_of(person)
        nav["home"] = landing_of(reach)
        nav["person"] = {"name": str(person), "role": role_of(reach)}
        nav["entries"] = [_entry(request, path, label) for path, label in _entries(reach) if _leads_somewhere(path)]
        nav["account"] = [{"url": reverse("accounts:me"), "label": _("My account"), "icon": "person"}]
        _count_answers(nav["entries"], person, reach)
    return {"nav": nav, "demonstration": settings.FILON_DEMONSTRATION}


def _entries(reach: Reach) -> list[tuple[str, str]]:
    reads = reach.audience not in (Audience.NOBODY, Audience.PUBLIC)
    entries: list[tuple[str, str]] = []
    if reads:
        entries = [("/map/", _("Map")), ("/workshops/", _("Workshops")), ("/recommendations/", _("Recommendations"))]
        entries += [("/reports/", _("Reports and data"))]
    if reach.audience == Audience.MINISTRY and reach.institution:
        entries += [(GIVEN, _("Requests and what we gave"))]
    if reach.audience == Audience.SECRETARIAT:
        entries += [("/review/", _("Review")), ("/imports/", _("Imports")), ("/audit/", _("Audit trail"))]
    if reach.administers:
        entries += [("/accounts/", _("Accounts")), ("/accounts/health/", _("Health"))]
    return entries


def _count_answers(entries: list[dict[str, Any]], person: Any, reach: Reach) -> None:
    """How many answers came since the last visit, beside the page where they stand; nothing of what they say."""
    for entry in entries:
        if entry["url"] == GIVEN:
            entry["count"] = answers_since(reach, person.previous_visit)


def _entry(request: HttpRequest, path: str, label: str) -> dict[str, Any]:
    current = request.path == path or (request.path.startswith(path) and path != "/accounts/")
    return {"url": path, "label": label, "current": current}


def _leads_somewhere(path: str) -> bool:
    """Whether the app behind an entry has this screen yet."""
    try:
        resolve(path)
    except Resolver404:
        return False
    return True
