"""Closed lists of the registers; codes are never reused."""

from django.db import models
from django.utils.translation import pgettext_lazy


class PlaceKind(models.TextChoices):
    """What a place is."""

    MINE_SITE = "MINE_SITE", pgettext_lazy("place_type", "Mine site")
    MINE_PIT = "MINE_PIT", pgettext_lazy("place_type", "Pit / working")
    MINER_CAMP = "MINER_CAMP", pgettext_lazy("place_type", "Miners' living camp")
    SELLING_POINT = "SELLING_POINT", pgettext_lazy("place_type", "Selling point")
    TRADING_CENTRE = "TRADING_CENTRE", pgettext_lazy("place_type", "Official trading centre")
    DEPOT = "DEPOT", pgettext_lazy("place_type", "Depot / buying house")
    COMPTOIR = "COMPTOIR", pgettext_lazy("place_type", "Licensed buying/export house")
    PROCESSING = "PROCESSING", pgettext_lazy("place_type", "Processing / transformation entity")
    ROADBLOCK = "ROADBLOCK", pgettext_lazy("place_type", "Roadblock")
    PORT = "PORT", pgettext_lazy("place_type", "Port / landing")
    AIRSTRIP = "AIRSTRIP", pgettext_lazy("place_type", "Airstrip")
    BORDER_POST = "BORDER_POST", pgettext_lazy("place_type", "Border post")
    AG_BASE = "AG_BASE", pgettext_lazy("place_type", "Armed actor position")
    CANTONMENT = "CANTONMENT", pgettext_lazy("place_type", "DDR assembly site")
    MINING_AREA = "MINING_AREA", pgettext_lazy("place_type", "Mining area")
    AXIS = "AXIS", pgettext_lazy("place_type", "Axis (road, track, river)")
    RIVER_STRETCH = "RIVER_STRETCH", pgettext_lazy("place_type", "River stretch (dredges)")
    TOWN = "TOWN", pgettext_lazy("place_type", "Town or village")
    RAIL_STATION = "RAIL_STATION", pgettext_lazy("place_type", "Railway station")
    ABROAD = "ABROAD", pgettext_lazy("place_type", "Country or city abroad")


class LocationPrecision(models.TextChoices):
    """How well the position of a place is known."""

    GPS_SITE = "GPS_SITE", pgettext_lazy("location_precision", "GPS at the site")
    GPS_VILLAGE = "GPS_VILLAGE", pgettext_lazy("location_precision", "GPS of nearby village")
    IMAGERY = "IMAGERY", pgettext_lazy("location_precision", "Satellite imagery")
    MAP_POINTED = "MAP_POINTED", pgettext_lazy("location_precision", "Pointed on a map in the workshop")
    DIGITISED = "DIGITISED", pgettext_lazy("location_precision", "Digitised / old database")
    APPROX = "APPROX", pgettext_lazy("location_precision", "Approximation")
    CENTROID_GROUPEMENT = "CENTROID_GROUPEMENT", pgettext_lazy("location_precision", "Groupement centroid")
    CENTROID_ADM2 = "CENTROID_ADM2", pgettext_lazy("location_precision", "Territoire centroid")
    UNKNOWN = "UNKNOWN", pgettext_lazy("location_precision", "Unknown")


class ActorCategory(models.TextChoices):
    """What an actor is; below the analyst it may be all that is told."""

    STATE_ARMED = "STATE_ARMED", pgettext_lazy("actor_category", "State security forces")
    STATE_CIVIL = "STATE_CIVIL", pgettext_lazy("actor_category", "Civil state services")
    PARASTATAL = "PARASTATAL", pgettext_lazy("actor_category", "Para-state bodies")
    AG_LOCAL = "AG_LOCAL", pgettext_lazy("actor_category", "Local armed group")
    AG_FOREIGN = "AG_FOREIGN", pgettext_lazy("actor_category", "Foreign armed group")
    SELF_DEFENCE = "SELF_DEFENCE", pgettext_lazy("actor_category", "Self-defence group")
    CRIMINAL = "CRIMINAL", pgettext_lazy("actor_category", "Criminal network / bandits")
    INDEPENDENT = "INDEPENDENT", pgettext_lazy("actor_category", "Isolated armed men (no group)")
    CUSTOMARY = "CUSTOMARY", pgettext_lazy("actor_category", "Customary authority")
    COMPANY = "COMPANY", pgettext_lazy("actor_category", "Mining company")
    COOPERATIVE = "COOPERATIVE", pgettext_lazy("actor_category", "Mining cooperative")
    TRADER = "TRADER", pgettext_lazy("actor_category", "Traders and comptoirs")
    PROCESSOR = "PROCESSOR", pgettext_lazy("actor_category", "Processing entity / refiner")
    TRANSPORT = "TRANSPORT", pgettext_lazy("actor_category", "Transporter")
    PRIVATE_SEC = "PRIVATE_SEC", pgettext_lazy("actor_category", "Private security")
    MINERS = "MINERS", pgettext_lazy("actor_category", "Miners and workers")
    CIVIL_SOC = "CIVIL_SOC", pgettext_lazy("actor_category", "Civil society")
    TRACE_PROG = "TRACE_PROG", pgettext_lazy("actor_category", "Traceability programme")
    FOREIGN_STATE = "FOREIGN_STATE", pgettext_lazy("actor_category", "Foreign state actor")
    FOREIGN_BUYER = "FOREIGN_BUYER", pgettext_lazy("actor_category", "Foreign buyer / network")
    UNKNOWN = "UNKNOWN", pgettext_lazy("actor_category", "Unknown")
    VDP = "VDP", pgettext_lazy("actor_category", "VDP / Wazalendo (armed reserve)")
    REBELLION = "REBELLION", pgettext_lazy("actor_category", "Politico-military rebellion")
    PARK_GUARD = "PARK_GUARD", pgettext_lazy("actor_category", "Park guards")
    STATE_COMPANY = "STATE_COMPANY", pgettext_lazy("actor_category", "State-owned company")


class TitleStatus(models.TextChoices):
    """Under which title or prohibition ground is worked."""

    PR = "PR", pgettext_lazy("mining_title", "Exploration permit")
    PE = "PE", pgettext_lazy("mining_title", "Exploitation permit")
    PEPM = "PEPM", pgettext_lazy("mining_title", "Small-scale mining permit")
    PER = "PER", pgettext_lazy("mining_title", "Tailings permit")
    ZEA = "ZEA", pgettext_lazy("mining_title", "Artisanal exploitation zone")
    ARPC = "ARPC", pgettext_lazy("mining_title", "Quarry exploration authorisation")
    AECP = "AECP", pgettext_lazy("mining_title", "Permanent quarry authorisation")
    AECT = "AECT", pgettext_lazy("mining_title", "Temporary quarry authorisation")
    ZIN = "ZIN", pgettext_lazy("mining_title", "Prohibited zone")
    PROTECTED = "PROTECTED", pgettext_lazy("mining_title", "Protected area")
    NONE = "NONE", pgettext_lazy("mining_title", "No title")
    UNKNOWN = "UNKNOWN", pgettext_lazy("mining_title", "Unknown")


class SourceKind(models.TextChoices):
    """Where a statement comes from."""

    WORKSHOP = "WORKSHOP", pgettext_lazy("source_kind", "Workshop")
    FIELD_VISIT = "FIELD_VISIT", pgettext_lazy("source_kind", "Field visit")
    OFFICIAL_ACT = "OFFICIAL_ACT", pgettext_lazy("source_kind", "Official act")
    DOCUMENT = "DOCUMENT", pgettext_lazy("source_kind", "Document or report")
    INCIDENT_REPORT = "INCIDENT_REPORT", pgettext_lazy("source_kind", "Incident report")


class Reliability(models.TextChoices):
    """How far a source has proved reliable (Admiralty scale)."""

    A = "A", pgettext_lazy("source_reliability", "Completely reliable")
    B = "B", pgettext_lazy("source_reliability", "Usually reliable")
    C = "C", pgettext_lazy("source_reliability", "Fairly reliable")
    D = "D", pgettext_lazy("source_reliability", "Not usually reliable")
    E = "E", pgettext_lazy("source_reliability", "Unreliable")
    F = "F", pgettext_lazy("source_reliability", "Reliability cannot be judged")


class Sensitivity(models.TextChoices):
    """OCHA level of a row: C0 to C3."""

    LOW = "LOW", pgettext_lazy("sensitivity", "Low")
    MODERATE = "MODERATE", pgettext_lazy("sensitivity", "Moderate")
    HIGH = "HIGH", pgettext_lazy("sensitivity", "High")
    SEVERE = "SEVERE", pgettext_lazy("sensitivity", "Severe")


class PlaceStatus(models.TextChoices):
    """How far a place has come into the register."""

    PROPOSED = "PROPOSED", pgettext_lazy("place_status", "Proposed")
    ACCEPTED = "ACCEPTED", pgettext_lazy("place_status", "Accepted")
    MERGED = "MERGED", pgettext_lazy("place_status", "Merged")


class ZoneKind(models.TextChoices):
    """What a zone is."""

    TITLE = "TITLE", pgettext_lazy("zone_kind", "Mining title")
    ARTISANAL = "ARTISANAL", pgettext_lazy("zone_kind", "Artisanal exploitation zone (ZEA)")
    PROTECTED = "PROTECTED", pgettext_lazy("zone_kind", "Protected area")
    OTHER = "OTHER", pgettext_lazy("zone_kind", "Other overlay")


ABROAD = "XA"
"""P-code of what lies abroad."""

UNKNOWN_PROVINCE = "XU"
"""P-code of what lies nobody knows where."""

C1 = (Sensitivity.LOW, Sensitivity.MODERATE)
"""Classes that a reader of C1 reaches."""

C2 = (Sensitivity.LOW, Sensitivity.MODERATE, Sensitivity.HIGH)
"""Classes that a reader of C2 reaches."""

ABOUT_STATE_CATEGORIES = (
    ActorCategory.STATE_ARMED,
    ActorCategory.STATE_CIVIL,
    ActorCategory.PARASTATAL,
    ActorCategory.STATE_COMPANY,
    ActorCategory.PARK_GUARD,
    ActorCategory.VDP,
    ActorCategory.CUSTOMARY,
)
"""Actors whose conduct a ministry may not read about in single claims."""
