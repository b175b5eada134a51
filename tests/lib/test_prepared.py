"""Statements that each connection plans once."""

import pytest
from django.db import connection

from lib.compiled import Slot
from lib.prepared import PREPARED_EACH_CONNECTION, Statement

pytestmark = pytest.mark.django_db(transaction=True)
DOUBLED = Statement(("SELECT %s::integer * %s, %s || '%%'", (Slot("number"), 2, Slot("word"))))


def known() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_prepared_statements")
        return int(cursor.fetchone()[0])


def test_the_same_statement_serves_every_value() -> None:
    for number in range(8):
        assert DOUBLED.row(number=number, word="it's") == (2 * number, "it's%")


def test_a_new_connection_is_taught_anew() -> None:
    assert DOUBLED.row(number=1, word="") == (2, "%")
    connection.close()
    assert known() == 0
    assert DOUBLED.row(number=2, word="") == (4, "%")


def test_a_connection_keeps_what_is_asked_most_recently() -> None:
    connection.close()
    for number in range(PREPARED_EACH_CONNECTION + 5):
        assert DOUBLED.row(number=number, word="") == (2 * number, "%")
        assert Statement(("SELECT %s", (number,))).row() == (number,)
    assert known() == PREPARED_EACH_CONNECTION


def test_a_kept_connection_that_the_server_closed_is_opened_again() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        process = cursor.fetchone()[0]
    assert connection.is_usable()
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [process])
    other.close()
    assert not connection.is_usable()
    connection.close()
    assert DOUBLED.row(number=3, word="") == (6, "%")
