"""Databases cloned from one template, and a thread that works in one of them."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

import psycopg2
from django.db import connection, connections

T = TypeVar("T")


@contextmanager
def clones(*names: str) -> Iterator[Callable[[str, str], None]]:
    """Give the function that clones one database as another; all of `names` are dropped at the end.

    The database of the tests must have no transaction open: it is the first template, and a template has no guests.
    """
    described = connection.settings_dict
    connection.close()
    keeper = psycopg2.connect(
        dbname="postgres",
        user=described["USER"] or None,
        password=described["PASSWORD"] or None,
        host=described["HOST"] or None,
        port=described["PORT"] or None,
    )
    keeper.autocommit = True

    def clone(template: str, name: str) -> None:
        with keeper.cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
            cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')

    try:
        yield clone
    finally:
        with keeper.cursor() as cursor:
            for name in names:
                cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        keeper.close()


def within(database: str, work: Callable[[], T]) -> T:
    """Do `work` in a thread of its own; until it is done, whatever connects anew connects to `database`."""
    described = connections.settings["default"]
    before, described["NAME"] = described["NAME"], database

    def worker() -> T:
        try:
            return work()
        finally:
            connection.close()

    try:
        with ThreadPoolExecutor(max_workers=1) as threads:
            return threads.submit(worker).result()
    finally:
        described["NAME"] = before
