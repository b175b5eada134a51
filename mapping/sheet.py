"""The sheet of a place and the map's panel: the same reading in two forms."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from access.querysets import can
from access.reach import Audience
from claims.codes import (
    PRESENCE_ANSWERS,
    ActivityStatus,
    ArmedPresence,
    ClaimKind,
    ExploitationMode,
    ExtractionType,
    Mineral,
    Programme,
    ProgrammeState,
    QualificationStatus,
    ReviewStatus,
    StateService,
)
from claims.derived import independent_sources, lies_in
from claims.models import Claim, PlaceState, StateChange
from lib.coordinates import position_in_words
from sites.codes import LocationPrecision, PlaceKind, Sensitivity, TitleStatus
from sites.models import Area, Place
from workshops.ties import advice_of, causes_of

from .cards import cards_of, expiry_in_words, time_line
from .contrary import contrary
from .history import history_of
from .inset import inset_of
from .involved import actors_of, gains_of, ways_of
from .reading import Reading, Row, highest
from .triptych import columns_of_site, lines_of_site
from .words import day_in_words, joined, range_in_words, word, words

WAITING = (ReviewStatus.SUBMITTED, ReviewStatus.VERIFIED)


def panel_of(reading: Reading, today: Any) -> dict[str, Any]:
    """Return the context of the panel: situation, actors, chain, sources."""
    return {
        **heading_of(reading),
        "drawn": drawn_of(reading, today),
        "facts": facts_of(reading),
        "against": _against(reading),
        "actors": actors_of(reading),
        "ways": ways_of(reading),
        "gains": gains_of(reading),
        "moments": time_line(reading),
        "sources": independent_sources(_claims(reading)),
        "ends": len({row["to"] for row in reading.of(ClaimKind.LEG)}),
        **_ties_of(reading),
        "sheet_url": _sheet_address(reading, today),
    }


def sheet_of(reading: Reading, today: Any) -> dict[str, Any]:
    """Return the context of the sheet."""
    columns = columns_of_site(reading)
    moments = time_line(reading)
    return {
        **heading_of(reading),
        "drawn": drawn_of(reading, today),
        "columns": columns,
        "lines": lines_of_site(reading, columns),
        "moments": moments,
        "contradicted": any(moment.contradicted for moment in moments),
        "actors": actors_of(reading),
        "ways": ways_of(reading),
        "gains": gains_of(reading),
        "facts": facts_of(reading),
        "sources": independent_sources(_claims(reading)),
        "inset": inset_of(reading.place),
        "licences": sorted({row["licence"] for row in reading.all if row["open_data"] and row["licence"]}),
        "history": history_of(reading.place, reading.reach),
        **_ties_of(reading),
        "on": reading.on,
        "is_today": reading.on == today,
        "review_url": _review_address(reading),
        "note_key": reading.place.code or reading.place.pk,
        "withdraw_url": _withdraw_address(reading),
        "qualify_url": _qualify_address(reading),
    }


def _ties_of(reading: Reading) -> dict[str, Any]:
    """Causes and recommendations that name the place; a page that shows any is of class C2 at least."""
    causes, advice = causes_of(reading.place.pk, reading.reach), advice_of(reading.place.pk, reading.reach)
    shown = [reading.highest_class, *[Sensitivity.HIGH] * bool(causes or advice)]
    return {"causes": causes, "advice": advice, "highest_class": highest(shown)}


def _sheet_address(reading: Reading, today: Any) -> str:
    day = "" if reading.on == today else f"?on={reading.on.isoformat()}"
    return f"{reading.place.get_absolute_url()}{day}"


def _review_address(reading: Reading) -> str:
    """Where the secretariat goes on with the oldest claim that waits; '' where none does."""
    waiting = [row["id"] for row in reading.all if row["review_status"] in WAITING]
    if reading.reach.audience != Audience.SECRETARIAT or not waiting:
        return ""
    return reverse("claims:review_claim", args=[waiting[-1]])


def _qualify_address(reading: Reading) -> str:
    """Where a ministry gives what it decided of the place; '' for others."""
    if not can(reading.reach, "qualify", reading.place):
        return ""
    return f"{reverse('claims:qualification_submit')}?place={reading.place.code}"


def _withdraw_address(reading: Reading) -> str:
    """Where one person of the secretariat takes the place away; '' for others, or when it is not in the register."""
    if not can(reading.reach, "withdraw", reading.place):
        return ""
    return reverse("claims:place_withdraw", args=[reading.place.pk])


def heading_of(reading: Reading) -> dict[str, Any]:
    """Return what stands on top: names, where it lies by declaration and by position, the last day of anything said."""
    place, rows = reading.place, reading.all
    declared, located = areas_in_words(place)
    return {
        "place": place,
        "kind": word(PlaceKind, place.kind),
        "aliases": place.aliases,
        "area": located or declared,
        "declared": declared if located and declared and located != declared else "",
        "position": position_of(place),
        "precision": word(LocationPrecision, place.location_precision),
        "zones": lies_in(place, reading.reach),
        "highest_class": reading.highest_class,
        "claims": len(rows),
        "last": day_in_words(rows[0]["stated_on"], rows[0]["stated_precision"]) if rows else "",
        "map_url": f"{reverse('mapping:map')}?sel={place.code}" if place.code else "",
        "on": reading.on,
    }


def areas_in_words(place: Place) -> tuple[str, str]:
    """Return territoire and province as declared, and as the position says; '' where not known."""
    names = dict(Area.objects.filter(level__lte=2).values_list("pcode", "name")) if place.province_located else {}
    declared = joined([place.declared_territoire, place.declared_province])
    located = joined([names.get(place.territoire_located, ""), names.get(place.province_located, "")])
    same = located.casefold() == declared.casefold()
    return (located if same else declared), located


def position_of(place: Place) -> str:
    """Return the position as French readers write it; '' where a place has none."""
    if place.geom is None:
        return ""
    point = place.geom if place.geom.geom_type == "Point" else place.geom.point_on_surface
    return position_in_words(point.x, point.y)


def drawn_of(reading: Reading, today: Any) -> dict[str, Any]:
    """Return what is drawn of the place on the day of the reading."""
    states: QuerySet[Any] = PlaceState.objects.all()
    if reading.on < today:
        states = StateChange.objects.filter(since__lte=reading.on).order_by("-since")
    found = states.filter(place=reading.place, audience=reading.reach.audience)
    row = found.values("presence", "contradicted").first()
    return row or {"presence": str(ArmedPresence.NO_DATA), "contradicted": False}


def facts_of(reading: Reading) -> list[tuple[str, str]]:
    """Return what the latest claims say of the nature of the place; where one is silent an older one speaks."""
    seen = reading.of(ClaimKind.OBSERVATION)
    natures = (ExploitationMode, "exploitation_modes"), (Mineral, "minerals"), (ExtractionType, "extraction_types")
    return [
        (_("Nature"), joined((_nature(seen, codes, name) for codes, name in natures), " · ")),
        (_("Activity"), _latest(seen, "activity_status", ActivityStatus)),
        (_("Workers"), _workers(seen)),
        (_("Qualification"), _qualified(reading)),
        (_("Title"), _latest(seen, "title_status", TitleStatus)),
        (_("Programme"), next((_programme(row) for row in seen if row["programme"]), "")),
        (_("Services"), _nature(seen, StateService, "services")),
        (_("Position"), position_of(reading.place)),
    ]


def _workers(rows: list[Row]) -> str:
    told = (range_in_words(row["workers_low"], row["workers_high"]) for row in rows)
    return next((text for text in told if text), "")


def _qualified(reading: Reading) -> str:
    row = next(iter(reading.of(ClaimKind.QUALIFICATION)), None)
    return joined([word(QualificationStatus, row["status"]), expiry_in_words(row, reading.on)]) if row else ""


def _nature(rows: list[Row], codes: Any, name: str) -> str:
    return next((joined(words(codes, row[name])) for row in rows if row[name]), "")


def _latest(rows: list[Row], name: str, codes: Any) -> str:
    return next((word(codes, row[name]) for row in rows if row[name] and row[name] != "UNKNOWN"), "")


def _programme(row: Row) -> str:
    return joined([word(Programme, row["programme"]), word(ProgrammeState, row["programme_state"])], " – ")


def _against(reading: Reading) -> list[Any]:
    """The two latest observations that contradict each other, as cards."""
    answered = [card for card in cards_of(reading) if card.row.get("armed_presence") in PRESENCE_ANSWERS]
    for at, card in enumerate(answered):
        for other in answered[at + 1 :]:
            if contrary(card.row, other.row, reading.reach.audience):
                return [card, other]
    return []


def _claims(reading: Reading) -> QuerySet[Any]:
    return Claim.objects.filter(pk__in=[row["id"] for row in reading.all])
