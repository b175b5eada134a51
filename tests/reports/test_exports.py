"""Exports: what is on the screen and nothing else, stamped, traced, harmless to spreadsheets."""

import csv
import hashlib
import io
import json
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client

from access.models import AuditEntry
from accounts.models import Person
from claims.models import PlaceState
from claims.state import refresh_states
from mapping.matching import View
from reports.copying import PIECES_AHEAD, copied
from reports.services import export_places
from sites.models import Place
from tests import factories
from tests.people import make_person

Browsers = Callable[[Person | None], Client]
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def cast(transactional_db: None) -> dict[str, Person]:
    return {name: make_person(name) for name in ("celine", "daudi", "bahati", "esther", "gaspard")}


def table(client: Client, address: str) -> list[dict[str, str]]:
    body = b"".join(client.get(address).streaming_content)  # type: ignore[attr-defined]
    assert body.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"))))


def seen_place(name: str = "Site", presence: str = "PRESENT_INT") -> str:
    place = factories.place(name=name)
    factories.observation(place=place, armed_presence=presence, review_status="PUBLISHED", source=factories.source())
    refresh_states([place.pk])
    assert place.code
    return place.code


def test_the_table_holds_what_the_filters_leave(client_of: Browsers, cast: dict[str, Person]) -> None:
    wanted = seen_place("Wanted")
    seen_place("Other", "ABSENT")
    rows = table(client_of(cast["celine"]), "/exports/places.csv?f.presence=PRESENT_INT")
    assert [row["code"] for row in rows] == [wanted]
    assert rows[0]["armed_presence"] == "PRESENT_INT"
    assert "celine@demo.invalid" in rows[0]["exported_by"] and rows[0]["class"] == "C2"
    assert (rows[0]["longitude"], rows[0]["latitude"]) == ("28.10000", "-6.20000")


@pytest.mark.parametrize("name", ["=1+2", "+cmd", "-2+3", "@sum", "\tx"])
def test_no_cell_begins_like_a_formula(client_of: Browsers, cast: dict[str, Person], name: str) -> None:
    seen_place(name)
    (row,) = table(client_of(cast["celine"]), "/exports/places.csv")
    assert row["name"] == "'" + name


@pytest.mark.parametrize("kept", [True, False], ids=["from the states", "from the claims"])
def test_an_actor_named_in_error_is_in_no_file(client_of: Browsers, cast: dict[str, Person], kept: bool) -> None:
    place = Place.objects.get(code=seen_place())
    for name, answer in (("Named in error", "WRONG"), ("Still named", "UNCHANGED")):
        factories.involvement(place=place, actor=factories.actor(name=name), since_last_round=answer)
    refresh_states([place.pk])
    if not kept:
        PlaceState.objects.update(told=False)
    (row,) = table(client_of(cast["celine"]), "/exports/places.csv")
    assert "Still named" in row["actors"] and "Named in error" not in row["actors"]


def test_geojson_is_whole_and_says_whose_it_is(client_of: Browsers, cast: dict[str, Person]) -> None:
    codes = sorted([seen_place('A "quoted" \\ name'), seen_place("B")])
    answer = client_of(cast["celine"]).get("/exports/places.geojson")
    layer = json.loads(b"".join(answer.streaming_content))  # type: ignore[attr-defined]
    assert sorted(feature["id"] for feature in layer["features"]) == codes
    assert {feature["properties"]["name"] for feature in layer["features"]} == {'A "quoted" \\ name', "B"}
    assert layer["filon"]["class"] == "C2"


def test_an_empty_view_gives_an_empty_table(client_of: Browsers, cast: dict[str, Person]) -> None:
    assert table(client_of(cast["celine"]), "/exports/places.csv?q=nowhere") == []


def test_the_trail_has_the_start_and_the_end_with_checksum(client_of: Browsers, cast: dict[str, Person]) -> None:
    seen_place()
    answer = client_of(cast["celine"]).get("/exports/places.csv?f.presence=PRESENT_INT")
    assert not AuditEntry.objects.filter(verb__startswith="export").exists()
    body = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    start, end = (AuditEntry.objects.get(verb=f"export.{stage}").details for stage in ("start", "end"))
    assert start["export"] == end["export"] and start["filters"] == ["presence"]
    assert end["rows"] == 1 and end["sha256"] == hashlib.sha256(body).hexdigest()


def test_an_abandoned_stream_is_told_as_broken(cast: dict[str, Person]) -> None:
    seen_place()
    _form, pieces = export_places(View(), "", "places.csv", by=cast["celine"])
    next(pieces)
    pieces.close()  # type: ignore[attr-defined]
    assert not AuditEntry.objects.filter(verb="export.end").exists()
    assert AuditEntry.objects.filter(verb="export.broken").count() == 1


@pytest.mark.parametrize(("who", "status"), [("daudi", 403), ("bahati", 403), ("gaspard", 403)])
def test_others_are_refused_and_the_refusal_is_kept(
    client_of: Browsers, cast: dict[str, Person], who: str, status: int
) -> None:
    assert client_of(cast[who]).get("/exports/places.csv").status_code == status
    assert AuditEntry.objects.filter(verb="refused.export", person=cast[who].pk).exists()


def test_the_anonymous_an_unknown_form_and_a_wrong_method(client_of: Browsers, cast: dict[str, Person]) -> None:
    assert client_of(None).get("/exports/places.csv").status_code in (302, 403)
    assert client_of(cast["celine"]).get("/exports/places.xls").status_code == 404
    assert client_of(cast["celine"]).post("/exports/places.csv").status_code == 405
    assert client_of(cast["celine"]).get("/exports/places.csv?f.presence=NO_SUCH").status_code == 400


def test_a_visit_leaves_in_the_columns_of_ipis(client_of: Browsers, cast: dict[str, Person]) -> None:
    code = seen_place()
    (row,) = table(client_of(cast["celine"]), "/exports/places-ipis.csv")
    assert len(row) == 71 + 5 + ("demonstration" in row)
    assert (row["pcode"], row["presence"], row["interference"]) == (code, "1", "1")


def test_a_reader_who_goes_ends_the_copy(transactional_db: None) -> None:
    endless = copied(("SELECT repeat('x', 70000) FROM generate_series(1, 100000)", ()))
    assert len(next(endless)) >= 65_536
    endless.close()  # type: ignore[attr-defined]
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'COPY%%'")
        assert cursor.fetchone() == (0,)
    assert PIECES_AHEAD < 100


def test_the_page_tells_each_reader_what_is_possible(client_of: Browsers, cast: dict[str, Person]) -> None:
    assert b"/exports/places.csv" in client_of(cast["celine"]).get("/reports/").content
    assert b"/exports/places.csv" not in client_of(cast["daudi"]).get("/reports/").content
    assert client_of(cast["gaspard"]).get("/reports/").status_code == 403
