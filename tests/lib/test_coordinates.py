"""Positions are read as they are pasted and written as French readers write them."""

import json
import math
from pathlib import Path

import pytest
from django.contrib.gis.gdal import CoordTransform, SpatialReference
from django.contrib.gis.geos import Point
from hypothesis import given
from hypothesis import strategies as st

from lib.coordinates import UnreadablePosition, position_in_words, read_position

KALEMIE = (29.2, -5.916667)
SHARED = json.loads((Path(__file__).parent / "positions.json").read_text())
"""Positions that the browser's reader is held to as well."""


@pytest.mark.parametrize(
    "text",
    [
        "-5.916667, 29.2",
        "-5.916667 29.2",
        "29.2, -5.916667",
        "-5,916667 29,2",
        "-5,916667; 29,2",
        "-5,916667, 29,2",
        "−5.916667 / 29.2".replace("/", ","),
        "5.916667 S 29.2 E",
        "S 5.916667, E 29.2",
        "29.2 E, 5.916667 S",
        "29,2° Est ; 5,916667° Sud",
        "lat: -5.916667 lon: 29.2",
        "5°55' S, 29°12' E",
        "5°55′ S, 29°12′ E",
        "5° 55′ 0″ S 29° 12′ 0″ E",
        "S5°55'00\" E29°12'00\"",
        "05°55.00002'S 029°12'E",
        "5 55 0 S 29 12 0 E",
        "-5°55' 29°12'",
    ],
)
def test_a_pasted_position_is_read(text: str) -> None:
    position = read_position(text)
    assert (position.longitude, position.latitude) == pytest.approx(KALEMIE, abs=2e-5)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Kalemie",
        "-5,916667,29,2",
        "5°55' S",
        "5°55' S 5°55' N",
        "5°61' S, 29°12' E",
        "-5°55' S, 29°12' E",
        "95 N 29 E",
        "1 2 3",
        "35M 1234567 99",
        "61M 721234 9345678",
        "9" * 300,
        "29.2 -5.9 \x00",
    ],
)
def test_what_is_no_position_or_two_is_refused(text: str) -> None:
    with pytest.raises(UnreadablePosition):
        read_position(text)


@pytest.mark.parametrize("vector", SHARED["read"], ids=lambda vector: vector["text"])
def test_a_shared_position_is_read_as_in_the_browser(vector: dict[str, str | float]) -> None:
    position = read_position(str(vector["text"]))
    assert position.longitude == pytest.approx(vector["longitude"], abs=1e-8)
    assert position.latitude == pytest.approx(vector["latitude"], abs=1e-8)


@pytest.mark.parametrize("text", SHARED["refused"])
def test_a_shared_text_without_position_is_refused(text: str) -> None:
    with pytest.raises(UnreadablePosition):
        read_position(text)


@given(
    st.floats(12.5, 31.5, allow_nan=False),
    st.floats(-13.9, 5.9, allow_nan=False),
    st.sampled_from(
        ["{zone}{band} {e:.2f} {n:.2f}", "UTM {zone}{band} {e:.2f}mE {n:.2f}mN", "{zone} {band} {e:.2f}, {n:.2f}"]
    ),
)
def test_utm_is_what_gdal_says(longitude: float, latitude: float, form: str) -> None:
    zone = int((longitude + 180) // 6) + 1
    south = latitude < 0
    grid = SpatialReference(32700 + zone if south else 32600 + zone)
    point = Point(longitude, latitude, srid=4326)
    point.transform(CoordTransform(SpatialReference(4326), grid))
    if not 100_000 <= point.x <= 900_000:
        return
    text = form.format(zone=zone, band="M" if south else "N", e=point.x, n=point.y)
    position = read_position(text)
    assert math.isclose(position.longitude, longitude, abs_tol=2e-7)
    assert math.isclose(position.latitude, latitude, abs_tol=2e-7)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    try:
        position = read_position(text)
    except UnreadablePosition:
        return
    assert abs(position.latitude) <= 90


@given(st.floats(-180, 180), st.floats(-90, 90))
def test_what_is_written_is_read_back_within_its_rounding(longitude: float, latitude: float) -> None:
    position = read_position(position_in_words(longitude, latitude, seconds=True))
    assert abs(position.longitude - longitude) <= 0.51 / 3600
    assert abs(position.latitude - latitude) <= 0.51 / 3600


def test_it_is_written_as_french_readers_write_it() -> None:
    assert position_in_words(*KALEMIE) == "5°55′\u00a0S, 29°12′\u00a0E"
    assert position_in_words(29.99999, -5.99999) == "6°00′\u00a0S, 30°00′\u00a0E"
