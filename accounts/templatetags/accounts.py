"""Scopes in words."""

from django import template
from django.utils.translation import gettext as _

from ..codes import PROVINCES
from ..models import Membership

register = template.Library()


@register.filter
def scope_in_words(membership: Membership) -> str:
    """Where a role holds."""
    if membership.workshop is not None and not membership.provinces:
        return _("one workshop")
    if membership.provinces is None:
        return _("the whole country")
    return ", ".join(str(PROVINCES.get(code, code)) for code in membership.provinces) or "–"
