"""Each layer says for each audience what a naive reading of permitted and disclosed rows says, and nothing else."""

import gzip
import json
from collections import Counter
from collections.abc import Callable
from datetime import date
from random import Random
from typing import Any

import pytest
from django.contrib.gis.geos import MultiPolygon, Point, Polygon
from django.test import Client
from django.utils import timezone

from access.reach import Reach, reach_of
from accounts.models import Person
from claims.models import PlaceState, StateChange
from claims.state import refresh_states
from lib.dates import day_of, days_since_1970
from mapping.dictionaries import catalogue_for
from mapping.filters import CLAIM_KINDS, filters_of
from mapping.layers import base_layer, claims_layer, state_layer
from sites.models import Area, Place
from tests import factories as make
from tests.mapping.naive import Naive
from tests.mapping.world import build
from tests.people import make_person

pytestmark = pytest.mark.django_db
Browser = Callable[[Person | None], Client]
TODAY = date(2024, 11, 12)
READERS = ("bahati", "daudi", "celine", "esther")
PAGE_QUERIES, LAYER_QUERIES = 45, 16
ROUTES = ("/map/", "/map/state.json", "/map/claims.json", "/map/areas.json")


def layers_of(reach: Reach) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    text, digest = base_layer(reach)
    read: tuple[dict[str, Any], ...] = tuple(
        json.loads(part) for part in (text, state_layer(reach, digest, TODAY), claims_layer(reach, digest, TODAY))
    )
    assert {read[0]["hash"], read[1]["base"], read[2]["base"]} == {digest}
    return read[0], read[1], read[2]


def degrees(steps: list[int | None]) -> list[float | None]:
    total, found = 0, []
    for step in steps:
        total += step or 0
        found.append(None if step is None else total / 1e5)
    return found


@pytest.fixture(params=READERS)
def reader(request: pytest.FixtureRequest, db: None) -> Naive:
    """Somebody of each audience in an invented country."""
    build(seed=READERS.index(request.param) + 71)
    return Naive(reach_of(make_person(request.param)), TODAY)


def numbers_in_order(reader: Naive) -> list[Place]:
    """Places as the layers order them: of class C1 first, each by number."""
    return sorted(reader.places.values(), key=lambda p: (p.sensitivity not in ("LOW", "MODERATE"), p.number))


def test_the_base_holds_the_places_of_class_c1_and_the_state_the_others(reader: Naive) -> None:
    base, state, _claims = layers_of(reader.reach)
    places = numbers_in_order(reader)
    kept = [place for place in places if place.sensitivity in ("LOW", "MODERATE")]
    assert base["code"] == [place.number for place in kept] and base["count"] == len(kept)
    assert state["extra"]["code"] == [place.number for place in places[len(kept) :]]
    for part, rows in ((base, kept), (state["extra"], places[len(kept) :])):
        assert part["name"] == [place.name for place in rows]
        expected = [place.geom and place.geom.x for place in rows]
        assert degrees(part["lon"]) == [x if x is None else pytest.approx(x, abs=1e-5) for x in expected]
        assert [base["dict"]["kind"][kind][0] for kind in part["kind"]] == [place.kind for place in rows]
        assert [base["dict"]["province"][n][0] for n in part["province"]] == [place.provinces[0] for place in rows]
        told = [part["dict"]["territoire"][n][1] if n >= 0 else "" for n in part["territoire"]]
        assert told == [place.declared_territoire.capitalize() for place in rows]


def test_the_base_names_no_mineral_that_only_claims_above_c1_name(celine: Person) -> None:
    place = make.place()
    make.observation(place=place).minerals.create(mineral="GOLD")
    refresh_states(None)
    base, state, claims = layers_of(reach_of(celine))
    assert base["minerals"] == [0] and state["minerals"] == [1] and claims["kinds"]["observation"]["mineral"] == [1]


def test_the_state_draws_what_the_states_of_the_audience_say(reader: Naive) -> None:
    _base, state, _claims = layers_of(reader.reach)
    states = {row.place_id: row for row in PlaceState.objects.filter(audience=reader.reach.audience)}
    words = [code for code, _label in state["dict"]["presence"]]
    for at, place in enumerate(numbers_in_order(reader)):
        row = states.get(place.pk)
        assert words[state["presence"][at]] == (row.presence if row else "NO_DATA")
        assert state["contradicted"][at] == int(bool(row and row.contradicted))
        day = min(row.answered_on, TODAY) if row and row.answered_on else None
        assert state["day"][at] == (days_since_1970(day) if day else None)
        assert state["sources"][at] == (row.sources if row else 0)
        assert state["workers"][at] == (row.workers if row else None)


def test_the_changes_are_those_of_the_places_on_the_map(reader: Naive) -> None:
    _base, state, _claims = layers_of(reader.reach)
    row_of = {place.pk: at for at, place in enumerate(numbers_in_order(reader))}
    words = [code for code, _label in state["dict"]["presence"]]
    expected = [
        (row_of[change.place_id], min(change.since, TODAY), change.presence)
        for change in StateChange.objects.filter(audience=reader.reach.audience)
        if change.place_id in row_of
    ]
    changes = state["changes"]
    found = zip(changes["place"], map(day_of, changes["day"]), (words[n] for n in changes["presence"]), strict=True)
    assert sorted(found) == sorted(expected)


def test_the_claims_are_the_permitted_and_disclosed_ones(reader: Naive) -> None:
    _base, _state, claims = layers_of(reader.reach)
    code_of = [place.code for place in numbers_in_order(reader)]
    catalogue = {one["key"]: one for one in catalogue_for(reader.reach)}
    assert set(claims["kinds"]) == set(CLAIM_KINDS)
    for kind in CLAIM_KINDS:
        rows = claims["kinds"][kind]
        expected = Counter((row["place"], days_since_1970(reader.day(row))) for row in reader.rows[kind])
        assert Counter(zip((code_of[at] for at in rows["place"]), rows["day"], strict=True)) == expected
        for one in filters_of(reader.reach, [kind]):
            labels = {option["value"]: option["code"] for option in catalogue[one.key]["options"]}
            told = Counter(code for value in rows[one.key] for code in values_told(value, labels, one.many))
            naive = Counter(code for row in reader.rows[kind] for code in values_read(row.get(one.column), one.many))
            assert told == naive, (kind, one.key)


def values_told(value: int, labels: dict[int, str], many: bool) -> list[str | None]:
    if not many:
        return [labels.get(value)]
    return [labels[bit] for bit in range(value.bit_length()) if value >> bit & 1]


def values_read(value: Any, many: bool) -> list[str | None]:
    if many:
        return [str(code) for code in value or []]
    return [str(value) if value else None]


def test_nothing_of_a_hidden_row_is_in_any_layer(daudi: Person, client_of: Browser) -> None:
    make.place("Maniema", name="Planted elsewhere")
    make.place(name="Planted severe", sensitivity="SEVERE")
    make.place(name="Planted of the state", sensitivity="HIGH")
    make.proposed_place(name="Planted proposal")
    seen = make.place(name="Seen")
    hidden = make.actor(name="Planted group")
    make.involvement(place=seen, actor=hidden, levy_low=987654)
    make.leg(place=seen, to_text="Planted end", sensitivity="SEVERE")
    make.leg(place=seen, to_text="", to_place=make.place("Maniema", name="Planted far end"))
    refresh_states(None)
    browser = client_of(daudi)
    page = browser.get("/map/")
    for address in (page.context["base_url"], *ROUTES):
        text = browser.get(address).content.decode()
        assert "Planted" not in text and "987654" not in text and str(hidden.pk) not in text, address


def test_a_base_is_kept_for_its_readers_and_given_to_nobody_else(
    daudi: Person, habiba: Person, client_of: Browser
) -> None:
    make.place(name="Seen")
    browser = client_of(daudi)
    address = browser.get("/map/").context["base_url"]
    answer = browser.get(address)
    assert answer.status_code == 200 and answer["Cache-Control"] == "private, max-age=31536000, immutable"
    assert client_of(habiba).get(address).status_code == 404
    for live in ("/map/state.json", "/map/claims.json", "/map/"):
        assert browser.get(live)["Cache-Control"] == "no-store"


def test_a_change_gives_another_base_and_the_old_one_is_gone(daudi: Person, client_of: Browser) -> None:
    place = make.place(name="Seen")
    browser = client_of(daudi)
    before = browser.get("/map/").context["base_url"]
    Place.objects.filter(pk=place.pk).update(sensitivity="SEVERE")
    after = browser.get("/map/").context["base_url"]
    assert before != after and browser.get(before).status_code == 404
    assert json.loads(browser.get(after).content)["count"] == 0


def test_a_change_that_a_reader_may_not_see_changes_nothing_for_that_reader(daudi: Person, client_of: Browser) -> None:
    make.released_claim(sensitivity="MODERATE")
    browser = client_of(daudi)
    addresses = (browser.get("/map/").context["base_url"], "/map/state.json", "/map/claims.json")
    before = [browser.get(address).content for address in addresses]
    make.submitted_claim(place=Place.objects.first())
    make.place("Maniema")
    refresh_states(None)
    assert [browser.get(address).content for address in addresses] == before


def test_layers_come_compressed_to_who_can_read_that(celine: Person, client_of: Browser) -> None:
    make.place(name="Seen")
    browser = client_of(celine)
    plain = browser.get("/map/state.json")
    packed = browser.get("/map/state.json", headers={"Accept-Encoding": "gzip"})
    assert packed["Content-Encoding"] == "gzip" and gzip.decompress(packed.content) == plain.content


def test_an_own_workshop_adds_to_the_layers_of_its_facilitator_alone(amina: Person, client_of: Browser) -> None:
    workshop = reach_of(amina).workshops[0]
    own = make.place(sensitivity="HIGH", workshop=workshop)
    make.observation(place=own, workshop=workshop, source=make.source(workshop=workshop))
    _base, state, claims = layers_of(reach_of(amina))
    assert state["extra"]["code"] == [own.number] and claims["kinds"]["observation"]["place"] == [0]
    other = make_person("bahati")
    assert layers_of(reach_of(other))[1]["extra"]["code"] == []


def test_places_without_position_and_lines_have_their_place_in_the_base(celine: Person) -> None:
    make.place(geom=None)
    make.place(geom=Point(28.5, -6.5, srid=4326))
    base = layers_of(reach_of(celine))[0]
    assert base["lon"] == [None, 2850000] and base["lat"] == [None, -650000]


def test_with_boundaries_a_place_whose_provinces_disagree_leaves_both_ministries(daudi: Person, habiba: Person) -> None:
    make.place("Tanganyika", geom=Point(26.4, -3.4, srid=4326), name="Declared elsewhere")
    assert layers_of(reach_of(daudi))[0]["count"] == 1
    square = MultiPolygon(Polygon.from_bbox((26, -4, 27, -3)), srid=4326)
    Area.objects.filter(pcode="CD63").update(geom=square, source="Test outlines")
    Place.objects.update(geom=Point(26.5, -3.5, srid=4326))
    assert [layers_of(reach_of(person))[0]["count"] for person in (daudi, habiba)] == [0, 0]


def test_boundaries_are_told_with_their_source(daudi: Person, client_of: Browser) -> None:
    square = MultiPolygon(Polygon.from_bbox((26, -4, 27, -3)), srid=4326)
    Area.objects.filter(pcode="CD63").update(geom=square, source="Test outlines")
    browser = client_of(daudi)
    assert browser.get("/map/").context["areas_url"] == "/map/areas.json"
    outlines = json.loads(browser.get("/map/areas.json").content)
    assert outlines["attribution"] == ["Test outlines"]
    assert outlines["features"][0]["properties"] == {"level": 1, "pcode": "CD63", "name": "Maniema"}


@pytest.mark.parametrize("address", [*ROUTES, "/map/base/0123456789abcdef0123456789abcdef.json"])
def test_who_reads_no_content_gets_no_layer_and_nobody_writes_to_one(
    gaspard: Person, celine: Person, client_of: Browser, address: str
) -> None:
    assert client_of(gaspard).get(address).status_code == 403
    assert client_of(celine).post(address).status_code == 405
    anonymous = client_of(None).get(address)
    assert anonymous.status_code == (302 if address == "/map/" else 403)


def test_a_hash_that_nobody_has_is_404(celine: Person, client_of: Browser) -> None:
    assert client_of(celine).get("/map/base/0123456789abcdef0123456789abcdef.json").status_code == 404


def test_the_map_and_its_layers_cost_few_queries_however_many_places(
    celine: Person, client_of: Browser, django_assert_max_num_queries: Any
) -> None:
    build(seed=5)
    browser = client_of(celine)
    with django_assert_max_num_queries(PAGE_QUERIES):
        browser.get("/map/")
    for address in ("/map/state.json", "/map/claims.json"):
        with django_assert_max_num_queries(LAYER_QUERIES):
            browser.get(address)


def test_a_place_in_the_base_weighs_at_most_twenty_bytes(celine: Person) -> None:
    draw = Random(1)
    now = timezone.now()
    rows = [
        Place(
            name=f"Site fictif {draw.choice(('Mwamba', 'Kifungo', 'Tambwe', 'Lukuga', 'Ngoma'))}-{draw.randint(1, 99)}",
            code=f"{n:06d}",
            number=draw.randrange(1 << 30),
            declared_province=draw.choice(("Tanganyika", "Maniema")),
            declared_territoire=draw.choice(("Kalemie", "Moba", "Kabambare", "Nyunzu")),
            geom=Point(26 + 3 * draw.random(), -7 + 4 * draw.random(), srid=4326),
            status="ACCEPTED",
            sensitivity="MODERATE",
            accepted_at=now,
        )
        for n in range(3000)
    ]
    Place.objects.bulk_create(rows)
    text, _digest = base_layer(reach_of(celine))
    assert json.loads(text)["count"] == 3000
    assert len(gzip.compress(text.encode(), 9)) / 3000 <= 20


def test_other_names_come_on_a_line_each(daudi: Any) -> None:
    place = make.place(aliases=["Port du lac", "Kituku"])
    body = json.loads(base_layer(reach_of(daudi))[0])
    assert body["alias"][body["code"].index(place.number)] == "Port du lac\nKituku"
