"""Words of pages about what the front end's build has made."""

import json
from pathlib import Path

from django import template
from django.conf import settings
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

register = template.Library()
DIST = Path(settings.BASE_DIR) / "static" / "dist"


@register.simple_tag
def preloads(script: str) -> SafeString:
    """Links to the modules that a script loads before it runs, so that they come along with it and not after it.

    They keep their own names: a module names another one by it.
    """
    path = DIST / "preloads.json"
    chunks = json.loads(path.read_text()).get(script, []) if path.exists() else []
    address = f"{settings.STATIC_URL}dist/"
    return format_html_join("\n", '<link rel="modulepreload" href="{}{}">', ((address, chunk) for chunk in chunks))
