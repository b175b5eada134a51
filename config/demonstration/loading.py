"""Loads the demonstration once, and wipes it."""

import shutil

from django.apps import apps
from django.conf import settings
from django.core.cache import cache
from django.db import connection, transaction

from access.audit import record
from access.reach import SYSTEM
from accounts.models import Person

from . import people, registers, rooms
from .hearing import hear
from .next_round import finish_rooms, prepare_next
from .statements import Telling
from .workbooks import Captured

KEPT = frozenset({"sites.area"})
"""Outlines are nobody's content: they stay when a demonstration is wiped."""

OURS = ("access", "accounts", "sites", "claims", "imports", "workshops", "workbook", "mapping", "reports")
BESIDE = ("account", "mfa", "usersessions", "sessions", "pghistory")
LOCK = 7_304_077
"""Advisory lock: two starts at once load one demonstration."""


class Refused(Exception):
    """This installation holds no demonstration; the text says why and what to do."""


def refuse_elsewhere() -> None:
    """Raise `Refused` in production and where the demonstration's mode is off."""
    if settings.FILON_PRODUCTION:
        raise Refused("This is a production installation: a demonstration is never loaded here.")
    if not settings.FILON_DEMONSTRATION:
        raise Refused("The demonstration's mode is off: set FILON_DEMONSTRATION=true in an installation of its own.")


def load(password: str) -> bool:
    """Return whether the demonstration was loaded now; where it is loaded, only the password of the cast is set."""
    refuse_elsewhere()
    with transaction.atomic():
        _lock()
        if Person.objects.filter(email__in=people.addresses()).exists():
            people.set_password(password)
            return False
        _fill(password)
    return True


def reset(password: str) -> None:
    """All content and all accounts are gone, the demonstration is as on its first day; outlines stay."""
    refuse_elsewhere()
    with transaction.atomic():
        _lock()
        wipe()
        _fill(password)
    shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)
    cache.clear()


def _fill(password: str) -> None:
    cast = people.open_accounts(password)
    workshops = rooms.plan_rooms(cast)
    sources = registers.add_sources(workshops, cast["esther"])
    actors = registers.add_actors(cast["esther"])
    registers.add_zones(sources)
    places = registers.propose_places(workshops, cast)
    books = {
        key: Captured(key, workshop, cast[rooms.ROOMS[key].lead], places, actors) for key, workshop in workshops.items()
    }
    next_book = books.pop("plain")
    telling = Telling(cast, places, sources, actors, books)
    telling.tell()
    hear(telling)
    finish_rooms(books)
    rooms.close_rooms(workshops, cast)
    prepare_next(next_book, books["hills"], cast)
    record("demonstration.load", by=SYSTEM)


def wipe() -> None:
    """Empty every table of content and accounts; outlines stay."""
    tables = [
        model._meta.db_table
        for label in (*OURS, *BESIDE)
        for model in apps.get_app_config(label).get_models(include_auto_created=True)
        if model._meta.label_lower not in KEPT and model._meta.managed and not model._meta.proxy
    ]
    with connection.cursor() as cursor:
        quoted = ", ".join(connection.ops.quote_name(name) for name in sorted(set(tables)))
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"TRUNCATE {quoted} RESTART IDENTITY")


def _lock() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
