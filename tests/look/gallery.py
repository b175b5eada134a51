"""Every part of the screens on one page, as a browser gets it."""

from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from django import forms
from django.contrib.messages.storage.base import Message
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation

from claims.codes.observing import ArmedPresence
from claims.codes.reviewing import Agreement, ReviewStatus
from sites.codes import Sensitivity

HERE = Path(__file__).parent


class PlaceForm(forms.Form):
    """One field of each sort, two of them wrong."""

    latitude = forms.CharField(label="Latitude", help_text="Décimale, degrés ou UTM, comme elle vient")
    name = forms.CharField(label="Nom", required=False)
    kind = forms.ChoiceField(label="Nature", choices=[("MINE", "Site minier"), ("SALE", "Point de vente")])
    told = forms.ChoiceField(label="Lecture", choices=[("a", "Plénière"), ("b", "Groupe")], widget=forms.RadioSelect)
    note = forms.CharField(label="Note", widget=forms.Textarea)
    sure = forms.BooleanField(label="J’ai lu les deux", required=False)


def gallery(theme: str = "light", language: str = "fr") -> str:
    """Return the page's HTML; nothing in it comes from a database."""
    request = RequestFactory().get("/gallery/")
    person = SimpleNamespace(is_authenticated=True)
    entries = [
        {
            "url": f"/{label}/",
            "label": label,
            "current": label == "Carte",
            "count": 23 if label == "Validation" else None,
        }
        for label in ("Carte", "Ateliers", "Rapports et données", "Validation")
    ]
    content: dict[str, Any] = {
        "demonstration": True,
        "user": person,
        "nav": {
            "home": "/",
            "entries": entries,
            "person": {"name": "Esther", "role": "secrétariat"},
            "account": [{"url": "/account/", "label": "Compte", "icon": "key"}],
            "sign_out": "/out/",
        },
        "messages": [Message(25, "La demande est enregistrée.")],
        "presence": [*ArmedPresence.values, "CONTRADICTED"],
        "classes": Sensitivity.values,
        "statuses": ReviewStatus.choices,
        "agreements": Agreement.choices,
        "form": PlaceForm({"kind": "MINE", "told": "a"}),
        "facts": [("Activité", "En activité"), ("Creuseurs", "350 à 400"), ("Titre", None)],
        "names": ["Site fictif Mwamba-7", "Site fictif Tambwe-1"],
        "places": Paginator(range(608), 50).page(3),
        "day": date(2024, 9, 30),
        "attributions": ["IPIS (ODC-BY 1.0)"],
        "csrf_token": "token",
    }
    with translation.override(language):
        page = Template((HERE / "gallery.html").read_text())
        html = str(page.render(Context({**content, "request": request, "LANGUAGE_CODE": language})))
    return html.replace('data-theme="light"', f'data-theme="{theme}"')
