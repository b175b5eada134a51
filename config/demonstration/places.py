"""Fifty-two invented places, twenty-six in each province, and two elsewhere: one abroad, one nobody knows where.

Positions lie inside the named territoire, kilometres from any mine of the public data. One place is declared in one
province and lies in the other, so that it spans both as soon as outlines are loaded.
"""

from dataclasses import dataclass, field

from sites.codes import LocationPrecision, PlaceKind, Sensitivity

Position = tuple[float, float]


@dataclass(frozen=True)
class Invented:
    """One place; `line` is an axis's, `known` says that it may be named without any claim, `proposed` that it waits."""

    name: str
    territoire: str = ""
    at: Position | None = None
    kind: str = PlaceKind.MINE_SITE
    aliases: tuple[str, ...] = ()
    parent: str = ""
    line: tuple[Position, ...] = field(default=())
    sensitivity: str = Sensitivity.HIGH
    precision: str = LocationPrecision.MAP_POINTED
    proposed: bool = False


KNOWN = Sensitivity.MODERATE
GPS = LocationPrecision.GPS_SITE
NJIA = ((27.62, -5.71), (28.05, -5.86), (28.48, -5.72), (28.72, -5.46))

TANGANYIKA = {
    "nyota": Invented("Site fictif Nyota-3", "Kalemie", (28.913, -6.318), aliases=("Nyota ya tatu (fictif)",)),
    "mwezi": Invented("Site fictif Mwezi-8", "Kalemie", (28.423, -5.899), precision=GPS),
    "jua": Invented("Site fictif Jua-1", "Nyunzu", (27.599, -5.694), precision=GPS),
    "upepo": Invented("Site fictif Upepo-12", "Nyunzu", (27.865, -5.273)),
    "mvua": Invented("Site fictif Mvua-5", "Nyunzu", (28.123, -6.127)),
    "radi": Invented("Site fictif Radi-2", "Manono", (27.323, -7.112)),
    "wingu": Invented("Zone minière fictive Wingu", "Manono", (28.036, -7.271), PlaceKind.MINING_AREA, precision=GPS),
    "wingu4": Invented("Puits fictif Wingu-4", "Manono", (28.044, -7.279), PlaceKind.MINE_PIT, parent="wingu"),
    "jiwe": Invented("Site fictif Jiwe-9", "Manono", (28.177, -7.772), precision=GPS),
    "mchanga": Invented("Site fictif Mchanga-6", "Moba", (29.226, -7.565), precision=GPS),
    "udongo": Invented("Site fictif Udongo-11", "Moba", (28.825, -7.504)),
    "moto": Invented("Site fictif Moto-7", "Kabalo", (26.442, -6.216)),
    "ukungu": Invented("Site fictif Ukungu-10", "Kongolo", (26.76, -5.498)),
    "anga": Invented("Site fictif Anga-14", "Kongolo", aliases=("Anga la juu (fictif)",)),
    "bonde": Invented("Site fictif Bonde-13", "Kabalo", proposed=True),
    "mpakani": Invented("Site fictif Mpakani-15", "Kongolo", (26.542, -4.739)),
    "tai": Invented("Site fictif Tai-16", "Nyunzu", (28.05, -5.5), precision=GPS),
    "kunde": Invented("Site fictif Kunde-17", "Kalemie", (28.7, -6.62)),
    "karafuu": Invented("Site fictif Karafuu-18", "Moba", (29.48, -7.28)),
    "mpunga": Invented("Site fictif Mpunga-19", "Kongolo", (27.15, -5.02)),
    "tangawizi": Invented("Site fictif Tangawizi-20", "Manono", (27.78, -7.62)),
    "zabibu": Invented("Site fictif Zabibu-21", "Kabalo", (26.98, -6.02)),
    "soko": Invented("Marché fictif Soko", "Nyunzu", (27.73, -5.445), PlaceKind.SELLING_POINT, sensitivity=KNOWN),
    "bandari": Invented("Port fictif Bandari", "Kalemie", (29.04, -5.19), PlaceKind.PORT, sensitivity=KNOWN),
    "kizuizi": Invented("Barrière fictive Kizuizi", "Nyunzu", (27.395, -5.835), PlaceKind.ROADBLOCK),
    "njia": Invented("Axe fictif Njia", "Nyunzu", None, PlaceKind.AXIS, line=NJIA, sensitivity=KNOWN),
}
MANIEMA = {
    "twiga": Invented("Site fictif Twiga-1", "Kasongo", (26.133, -4.497)),
    "punda": Invented("Site fictif Punda-4", "Kasongo", (26.375, -4.331), precision=GPS),
    "samaki": Invented("Tronçon fictif Samaki", "Kibombo", (25.833, -3.611), PlaceKind.RIVER_STRETCH),
    "kobe": Invented("Site fictif Kobe-2", "Kabambare", (27.883, -4.788), aliases=("Kobe mkubwa (fictif)",)),
    "nyuki": Invented("Site fictif Nyuki-9", "Kabambare", (27.436, -4.561), precision=GPS),
    "kipepeo": Invented("Site fictif Kipepeo-6", "Kabambare", (27.279, -4.142)),
    "konokono": Invented("Site fictif Konokono-3", "Pangi", (26.677, -2.715), precision=GPS),
    "sungura": Invented("Site fictif Sungura-8", "Pangi", (26.781, -3.157)),
    "paka": Invented("Site fictif Paka-5", "Pangi", (26.354, -3.06)),
    "kuku": Invented("Site fictif Kuku-7", "Punia", (26.547, -1.735), precision=GPS),
    "bata": Invented("Site fictif Bata-12", "Punia", (26.947, -1.33)),
    "njiwa": Invented("Site fictif Njiwa-10", "Punia", (27.276, -1.69)),
    "mbuni": Invented("Site fictif Mbuni-11", "Lubutu", (27.04, -0.535)),
    "panzi": Invented("Site fictif Panzi-14", "Lubutu", (26.868, -0.772)),
    "jongoo": Invented("Site fictif Jongoo-13", "Kailo", (25.857, -2.619)),
    "popo": Invented("Site fictif Popo-15", "Kailo", (25.266, -3.016)),
    "kasa": Invented("Site fictif Kasa-16", "Kibombo"),
    "kunguru": Invented("Site fictif Kunguru-17", "Lubutu", proposed=True),
    "embe": Invented("Site fictif Embe-18", "Kasongo", (26.62, -4.62)),
    "papai": Invented("Site fictif Papai-19", "Kabambare", (27.62, -4.93), precision=GPS),
    "ndimu": Invented("Site fictif Ndimu-20", "Pangi", (26.52, -3.38)),
    "nanasi": Invented("Site fictif Nanasi-21", "Punia", (26.33, -1.28)),
    "ufuta": Invented("Site fictif Ufuta-22", "Kailo", (25.61, -2.86)),
    "mbaazi": Invented("Site fictif Mbaazi-23", "Kibombo", (25.98, -3.98)),
    "nuru": Invented("Comptoir fictif Nuru", "Kailo", (26.003, -2.528), PlaceKind.COMPTOIR, sensitivity=KNOWN),
    "kijiji": Invented("Village fictif Kijiji", "Kasongo", (26.26, -4.77), PlaceKind.TOWN, sensitivity=KNOWN),
}
ELSEWHERE = {
    "mbali": Invented("Ville étrangère fictive Mbali", "", (31.24, -5.91), PlaceKind.ABROAD, sensitivity=KNOWN),
    "fumbo": Invented("Dépôt fictif Fumbo", "", None, PlaceKind.DEPOT, precision=LocationPrecision.UNKNOWN),
}
PROVINCES = {"Tanganyika": TANGANYIKA, "Maniema": MANIEMA, "": ELSEWHERE}
