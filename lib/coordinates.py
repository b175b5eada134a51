"""Positions as people paste them (decimal, degrees-minutes-seconds, UTM) and as French readers write them."""

import math
import re
from dataclasses import dataclass

from django.utils.translation import pgettext

COUNTRY_LATITUDES, COUNTRY_LONGITUDES = (-14.0, 6.0), (12.0, 32.0)
"""Rough extent of the country in degrees: tells which of two bare numbers is the latitude."""

_SIGNS = str.maketrans("−–‒º˚’‘′´`″”“;", "---°°'''''\"\"\" ")
_WORDS = (
    (r"\b(?:LATITUDE|LONGITUDE|LAT|LONG?|WGS ?84)\b\.?\s*[:=]?", " "),
    (r"\b(?:NORD|NORTH)\b", "N"),
    (r"\b(?:SUD|SOUTH)\b", "S"),
    (r"\b(?:EST|EAST)\b", "E"),
    (r"\b(?:OUEST|WEST)\b|\bO\b|(?<=[\d'\"°])O\b|^O(?=\d)", "W"),
    (r"''", '"'),
)
_NUMBER = r"\d+(?:\.\d+)?"
_UTM = re.compile(
    r"(?:UTM)?\s*(?:ZONE)?\s*(\d{1,2})\s*([C-HJ-NP-X])\s+E?\s*:?\s*0?(\d{6}(?:\.\d+)?)\s*M?\s*E?\s+"
    r"N?\s*:?\s*(\d{1,8}(?:\.\d+)?)\s*M?\s*N?"
)


class UnreadablePosition(ValueError):
    """The text is no position, or one that could be read in two ways."""


@dataclass(frozen=True)
class Position:
    """A point in WGS 84, in degrees."""

    longitude: float
    latitude: float

    def __post_init__(self) -> None:
        if not (abs(self.latitude) <= 90 and abs(self.longitude) <= 180):
            raise UnreadablePosition("outside the globe")


def read_position(text: str) -> Position:
    """Return the position that `text` says; raises `UnreadablePosition` for anything else.

    Without compass letters the first number is the latitude, unless only the other order lies in the country.
    """
    plain = _plain(text)
    utm = _UTM.fullmatch(plain)
    if utm is not None:
        return _from_utm(int(utm[1]), utm[2], float(utm[3]), float(utm[4]))
    if re.search(r"[^\d.NSEW°'\"+\- ]", plain):
        raise UnreadablePosition("characters that no position has")
    first, second = _halves(plain)
    letters = _letter(first), _letter(second)
    values = _angle(first), _angle(second)
    if letters == ("", ""):
        return _in_country_order(*values)
    kinds = tuple("NS" if letter in ("N", "S") else "EW" for letter in letters)
    if "" in letters or kinds[0] == kinds[1]:
        raise UnreadablePosition("one latitude and one longitude are needed")
    latitude, longitude = values if kinds[0] == "NS" else values[::-1]
    return Position(longitude=longitude, latitude=latitude)


def _plain(text: str) -> str:
    """Upper case, one kind of sign for each thing, points as decimal marks, single blanks."""
    if len(text) > 200:
        raise UnreadablePosition("too long")
    plain = text.upper().replace("\u00a0", " ").replace("\u202f", " ").translate(_SIGNS)
    for pattern, word in _WORDS:
        plain = re.sub(pattern, word, plain)
    if "." not in plain and plain.count(",") == 1 and not re.search(r"[°'\"NSEW]", plain):
        plain = plain.replace(",", " ")
    elif "." not in plain:
        if not re.search(r"[^\d,\-+]", plain.strip()):
            raise UnreadablePosition("commas could be decimal marks or separators")
        plain = re.sub(r"(?<=\d),(?=\d)", ".", plain)
    return re.sub(r"\s+", " ", plain.replace(",", " ").replace("(", " ").replace(")", " ")).strip()


def _halves(plain: str) -> tuple[str, str]:
    """Split into latitude and longitude, whichever comes first."""
    letters = [match.start() for match in re.finditer("[NSEW]", plain)]
    degrees = [match.start() for match in re.finditer(rf"[+-]?\s?{_NUMBER}\s?°", plain)]
    if len(letters) == 2:
        cut = letters[1] if letters[0] == 0 else letters[0] + 1
        return plain[:cut], plain[cut:]
    if letters:
        raise UnreadablePosition("two compass letters or none")
    if len(degrees) == 2:
        return plain[: degrees[1]], plain[degrees[1] :]
    numbers = [match.start() for match in re.finditer(rf"[+-]?\s?{_NUMBER}", plain)]
    if degrees or len(numbers) not in (2, 4, 6):
        raise UnreadablePosition("not two angles")
    cut = numbers[len(numbers) // 2]
    return plain[:cut], plain[cut:]


def _letter(half: str) -> str:
    found = re.findall("[NSEW]", half)
    return found[0] if found else ""


def _angle(half: str) -> float:
    """Degrees of one half: one to three numbers, of which only the last may have a fraction."""
    numbers = re.findall(_NUMBER, half)
    signs = re.findall(r"[+-]", half)
    if not 1 <= len(numbers) <= 3 or len(signs) > 1 or any("." in number for number in numbers[:-1]):
        raise UnreadablePosition("not an angle")
    degrees, *parts = (float(number) for number in numbers)
    if any(part >= 60 for part in parts):
        raise UnreadablePosition("60 minutes or seconds are too many")
    minutes, seconds = [*parts, 0.0, 0.0][:2]
    value = degrees + minutes / 60 + seconds / 3600
    letter, minus = _letter(half), "-" in signs
    if letter and minus:
        raise UnreadablePosition("a sign and a compass letter")
    return -value if minus or letter in ("S", "W") else value


def _in_country_order(first: float, second: float) -> Position:
    """Two bare numbers: latitude first, unless only the other order lies in the country."""

    def inside(latitude: float, longitude: float) -> bool:
        return (
            COUNTRY_LATITUDES[0] <= latitude <= COUNTRY_LATITUDES[1]
            and COUNTRY_LONGITUDES[0] <= longitude <= COUNTRY_LONGITUDES[1]
        )

    if inside(second, first) and not inside(first, second):
        first, second = second, first
    return Position(longitude=second, latitude=first)


def _from_utm(zone: int, band: str, easting: float, northing: float) -> Position:
    """Return the position of UTM metres on WGS 84 (Krüger's series to the fourth order, error below a millimetre).

    `S` is read as "south", as people write it here: the band S lies in North Africa.
    """
    if not 1 <= zone <= 60 or not 100_000 <= easting <= 900_000 or not 0 <= northing <= 10_000_000:
        raise UnreadablePosition("outside the grid")
    south = band < "N" or band == "S"
    flattening = 1 / 298.257223563
    n = flattening / (2 - flattening)
    radius = 6_378_137 / (1 + n) * (1 + n**2 / 4 + n**4 / 64)
    xi = (northing - (10_000_000 if south else 0)) / (0.9996 * radius)
    eta = (easting - 500_000) / (0.9996 * radius)
    beta = (
        n / 2 - 2 * n**2 / 3 + 37 * n**3 / 96 - n**4 / 360,
        n**2 / 48 + n**3 / 15 - 437 * n**4 / 1440,
        17 * n**3 / 480 - 37 * n**4 / 840,
        4397 * n**4 / 161_280,
    )
    xi1 = xi - sum(b * math.sin(2 * j * xi) * math.cosh(2 * j * eta) for j, b in enumerate(beta, 1))
    eta1 = eta - sum(b * math.cos(2 * j * xi) * math.sinh(2 * j * eta) for j, b in enumerate(beta, 1))
    chi = math.asin(math.sin(xi1) / math.cosh(eta1))
    latitude = _geodetic(chi, flattening)
    longitude = math.atan2(math.sinh(eta1), math.cos(xi1)) + math.radians(6 * zone - 183)
    return Position(longitude=math.degrees(longitude), latitude=math.degrees(latitude))


def _geodetic(conformal: float, flattening: float) -> float:
    """Latitude in radians from conformal latitude, by fixed point (converges to 1e-15 in a few steps)."""
    eccentricity = math.sqrt(flattening * (2 - flattening))
    latitude = conformal
    for _ in range(12):
        sine = eccentricity * math.sin(latitude)
        stretch = ((1 + sine) / (1 - sine)) ** (eccentricity / 2)
        latitude = 2 * math.atan(math.tan(math.pi / 4 + conformal / 2) * stretch) - math.pi / 2
    return latitude


def position_in_words(longitude: float, latitude: float, *, seconds: bool = False) -> str:
    """Return `5°55′ S, 29°12′ E`, rounded to the minute (about 1.9 km) or, with `seconds`, to 31 m."""
    south, north = pgettext("compass", "S"), pgettext("compass", "N")
    west, east = pgettext("compass", "W"), pgettext("compass", "E")
    vertical = f"{_in_words(latitude, seconds)}\u00a0{south if latitude < 0 else north}"
    return f"{vertical}, {_in_words(longitude, seconds)}\u00a0{west if longitude < 0 else east}"


def _in_words(degrees: float, seconds: bool) -> str:
    unit = 3600 if seconds else 60
    whole = round(abs(degrees) * unit)
    if not seconds:
        return f"{whole // 60}°{whole % 60:02d}′"
    return f"{whole // 3600}°{whole // 60 % 60:02d}′{whole % 60:02d}″"
