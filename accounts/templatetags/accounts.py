"""Scopes in words."""

from django import template
from django.utils.translation import gettext as _

from ..codes import PROVINCES
from ..models import Membership

register = template.Library()


@register.filter
def scope_in_words(membership: Membership) -> str:
    """Where a role holds."""
    provinces = ", ".join(str(PROVINCES.get(code, code)) for code in membership.provinces or ())
    if membership.workshop is not None:
        return f"{_('one workshop')}, {provinces}" if provinces else _("one workshop")
    if membership.provinces is None:
        return _("the whole country")
    return provinces


@register.filter
def provinces_in_words(codes: list[str] | None) -> str:
    """Names of provinces; nothing for a national body."""
    return ", ".join(str(PROVINCES.get(code, code)) for code in codes or ())
