"""Invented sources, actors by category alone, two zones, and the places of the table, put into the registers."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.contrib.gis.geos import LineString, MultiPolygon, Point, Polygon

from access.audit import record
from access.reach import SYSTEM
from accounts.models import Person
from lib.dates import Precision
from sites.codes import ActorCategory, Sensitivity, SourceKind, TitleStatus, ZoneKind
from sites.models import Actor, Place, Source, Zone
from sites.services import add_actor, propose_place
from workshops.models import Workshop

from .places import PROVINCES, Invented

C1, C2, C3 = Sensitivity.MODERATE, Sensitivity.HIGH, Sensitivity.SEVERE
ACTORS: dict[str, tuple[str, str, str]] = {
    "A": ("Groupe armé A", ActorCategory.AG_LOCAL, C1),
    "B": ("Groupe armé B", ActorCategory.AG_LOCAL, C1),
    "C": ("Groupe armé C", ActorCategory.AG_FOREIGN, C1),
    "D": ("Groupe d’autodéfense D", ActorCategory.SELF_DEFENCE, C1),
    "E": ("Réserve armée E", ActorCategory.VDP, C1),
    "F": ("Force fictive F", ActorCategory.STATE_ARMED, C1),
    "G": ("Service fictif G", ActorCategory.STATE_CIVIL, C1),
    "H": ("Service fictif H", ActorCategory.PARASTATAL, C1),
    "K": ("Coopérative fictive K", ActorCategory.COOPERATIVE, C1),
    "L": ("Société fictive L", ActorCategory.COMPANY, C2),
    "M": ("Négociant fictif M", ActorCategory.TRADER, C3),
    "N": ("Acheteur étranger fictif N", ActorCategory.FOREIGN_BUYER, C3),
    "P": ("Bande non identifiée P", ActorCategory.CRIMINAL, C1),
    "Q": ("Autorité coutumière fictive Q", ActorCategory.CUSTOMARY, C2),
    "R": ("Garde de parc fictive R", ActorCategory.PARK_GUARD, C1),
}


@dataclass(frozen=True)
class InventedSource:
    """One source: who recorded what it says, when it spoke, and whether it is published under an open licence."""

    kind: str
    title: str
    when: str
    origin: str
    by: str = "esther"
    reliability: str = "C"
    sensitivity: str = C2
    workshop: str = ""
    open_licence: bool = False


VISIT, ACT = SourceKind.FIELD_VISIT, SourceKind.OFFICIAL_ACT
SOURCES = {
    "lake": InventedSource(
        SourceKind.WORKSHOP, "Atelier fictif du lac", "2024-09-24", "Atelier fictif du lac", "amina", workshop="lake"
    ),
    "river": InventedSource(
        SourceKind.WORKSHOP,
        "Atelier fictif du fleuve",
        "2024-09-17",
        "Atelier fictif du fleuve",
        "bahati",
        workshop="river",
    ),
    "hills": InventedSource(
        SourceKind.WORKSHOP,
        "Atelier fictif des collines",
        "-1",
        "Atelier fictif des collines",
        "amina",
        workshop="hills",
    ),
    "forest": InventedSource(
        SourceKind.WORKSHOP,
        "Atelier fictif de la forêt",
        "-20",
        "Atelier fictif de la forêt",
        "bahati",
        workshop="forest",
    ),
    "old": InventedSource(VISIT, "Mission de terrain fictive, 2009 à 2011", "2009", "Mission fictive 2009"),
    "second": InventedSource(VISIT, "Mission de terrain fictive, 2015 et 2016", "2016-05", "Mission fictive 2015"),
    "open": InventedSource(
        VISIT, "Visites fictives sous licence ouverte", "2019-07", "Visites fictives 2019", "esther", "B", C1, "", True
    ),
    "recent": InventedSource(VISIT, "Visites de terrain fictives récentes", "-60", "Visites fictives", "esther", "B"),
    "decree": InventedSource(ACT, "Arrêté fictif n° 000-DEMO/2023", "2023-04-14", "Arrêtés fictifs", "esther", "A", C1),
    "notice": InventedSource(ACT, "Avis fictif n° 001-DEMO", "-25", "Avis fictif", "esther", "A", C1),
    "report": InventedSource(SourceKind.DOCUMENT, "Rapport fictif sur les filières", "2024-09-20", "Rapport fictif"),
    "slip": InventedSource(
        SourceKind.INCIDENT_REPORT, "Fiches d’incident fictives", "-15", "Fiches fictives", "furaha"
    ),
}
OPEN_LICENCE = "Données fictives, licence ouverte (démonstration)"


def moment(when: str) -> tuple[date, str]:
    """Return the day and the precision that `when` means: a year, a month, a day, or so many days before today."""
    if when.startswith("-"):
        return date.today() - timedelta(days=int(when[1:])), Precision.DAY
    parts = [int(part) for part in when.split("-")]
    precision = (Precision.YEAR, Precision.MONTH, Precision.DAY)[len(parts) - 1]
    return date(*(parts + [1, 1])[:3]), precision


def add_sources(workshops: dict[str, Workshop], by: Person) -> dict[str, Source]:
    """Return the sources by key; those of a workshop carry its key."""
    made = {}
    for key, invented in SOURCES.items():
        made[key] = Source.objects.create(
            kind=invented.kind,
            title=f"{invented.title} (démonstration)",
            dated_on=moment(invented.when)[0],
            reliability=invented.reliability,
            origin=invented.origin,
            sensitivity=invented.sensitivity,
            licence=OPEN_LICENCE if invented.open_licence else "",
            open_licence=invented.open_licence,
            workshop=workshops[invented.workshop].pk if invented.workshop else None,
        )
        record("source.add", made[key], by=by)
    return made


def add_actors(by: Person) -> dict[str, Actor]:
    """Return the actors by letter: never a real body, a category and a letter."""
    return {
        key: add_actor(name=name, category=category, sensitivity=sensitivity, by=by)
        for key, (name, category, sensitivity) in ACTORS.items()
    }


def propose_places(workshops: dict[str, Workshop], by: dict[str, Person]) -> dict[str, Place]:
    """Return every place by key, proposed: accepting comes after the claims, which give it its class."""
    made: dict[str, Place] = {}
    for province, invented in PROVINCES.items():
        for key, it in invented.items():
            room, person = ("hills", "amina") if province == "Tanganyika" else ("forest", "bahati")
            own = {"workshop": workshops[room].pk} if it.proposed else {}
            fields = _fields(it, made) | own | {"declared_province": province}
            made[key] = propose_place(by=by[person] if it.proposed else by["esther"], **fields)
    return made


def _fields(it: Invented, made: dict[str, Place]) -> dict[str, Any]:
    geom = LineString(*it.line, srid=4326) if it.line else Point(*it.at, srid=4326) if it.at else None
    return {
        "name": it.name,
        "kind": it.kind,
        "aliases": list(it.aliases),
        "parent": made[it.parent] if it.parent else None,
        "geom": geom,
        "location_precision": it.precision if geom else "UNKNOWN",
        "declared_territoire": it.territoire,
        "sensitivity": it.sensitivity,
    }


def add_zones(sources: dict[str, Source]) -> None:
    """An artisanal zone around two sites of the east and a protected area around two of the north-west."""
    for kind, title, name, box in (
        (ZoneKind.ARTISANAL, TitleStatus.ZEA, "ZEA fictive Alpha", (27.45, -5.8, 27.95, -5.2)),
        (ZoneKind.PROTECTED, TitleStatus.PROTECTED, "Aire protégée fictive Bêta", (26.75, -0.95, 27.2, -0.4)),
    ):
        zone = Zone.objects.create(
            kind=kind,
            title=title,
            name=name,
            reference="DEMO",
            holder="Service fictif H" if kind == ZoneKind.ARTISANAL else "Garde de parc fictive R",
            valid_from=date(2023, 4, 14),
            source=sources["decree"],
            geom=MultiPolygon(Polygon.from_bbox(box), srid=4326),
        )
        record("zone.add", zone, by=SYSTEM)
