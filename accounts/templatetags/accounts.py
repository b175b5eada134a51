"""Scopes in words."""

from django import template
from django.utils.translation import gettext as _

from ..browsers import browser_in_words
from ..codes import PROVINCES
from ..models import Membership
from ..trail import details_in_words, model_in_words, verb_in_words

register = template.Library()
register.filter(browser_in_words)
register.filter(verb_in_words)
register.filter(model_in_words)
register.filter(details_in_words)


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
