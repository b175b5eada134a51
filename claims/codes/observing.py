"""Closed lists of what is seen at a site."""

from django.db import models
from django.utils.translation import pgettext_lazy


class Mineral(models.TextChoices):
    """Minerals, named as IPIS and the ICGLR do."""

    GOLD = "GOLD", pgettext_lazy("mineral", "Gold")
    CASSITERITE = "CASSITERITE", pgettext_lazy("mineral", "Cassiterite (tin ore)")
    COLTAN = "COLTAN", pgettext_lazy("mineral", "Coltan (columbite-tantalite)")
    WOLFRAMITE = "WOLFRAMITE", pgettext_lazy("mineral", "Wolframite (tungsten ore)")
    DIAMOND = "DIAMOND", pgettext_lazy("mineral", "Diamond")
    COPPER = "COPPER", pgettext_lazy("mineral", "Copper")
    COBALT = "COBALT", pgettext_lazy("mineral", "Cobalt")
    LITHIUM = "LITHIUM", pgettext_lazy("mineral", "Lithium (spodumene)")
    TOURMALINE = "TOURMALINE", pgettext_lazy("mineral", "Tourmaline")
    AMETHYST = "AMETHYST", pgettext_lazy("mineral", "Amethyst")
    SAPPHIRE = "SAPPHIRE", pgettext_lazy("mineral", "Sapphire")
    MONAZITE = "MONAZITE", pgettext_lazy("mineral", "Monazite")
    PYROCHLORE = "PYROCHLORE", pgettext_lazy("mineral", "Pyrochlore")
    NIOBIUM = "NIOBIUM", pgettext_lazy("mineral", "Niobium")
    MANGANESE = "MANGANESE", pgettext_lazy("mineral", "Manganese")
    SILVER = "SILVER", pgettext_lazy("mineral", "Silver")
    LEAD = "LEAD", pgettext_lazy("mineral", "Lead / galena")
    IRON = "IRON", pgettext_lazy("mineral", "Iron")
    BAUXITE = "BAUXITE", pgettext_lazy("mineral", "Bauxite")
    TITANIUM = "TITANIUM", pgettext_lazy("mineral", "Titanium")
    ZIRCON = "ZIRCON", pgettext_lazy("mineral", "Zircon")
    COAL = "COAL", pgettext_lazy("mineral", "Coal")
    DIGENITE = "DIGENITE", pgettext_lazy("mineral", "Digenite")
    ARSENOPYRITE = "ARSENOPYRITE", pgettext_lazy("mineral", "Arsenopyrite")
    OTHER = "OTHER", pgettext_lazy("mineral", "Other")
    UNKNOWN = "UNKNOWN", pgettext_lazy("mineral", "Unknown")


class MineralGroup(models.TextChoices):
    """Groups in which minerals are regulated."""

    TIN_TANTALUM_TUNGSTEN = "3T", pgettext_lazy("mineral_group", "3T (tin, tantalum, tungsten)")
    G = "G", pgettext_lazy("mineral_group", "Gold")
    KP = "KP", pgettext_lazy("mineral_group", "Diamonds")
    BATT = "BATT", pgettext_lazy("mineral_group", "Copper, cobalt, lithium")
    GEM = "GEM", pgettext_lazy("mineral_group", "Gemstones")
    OTH = "OTH", pgettext_lazy("mineral_group", "Other")


class ExploitationMode(models.TextChoices):
    """How a site is worked."""

    ARTISANAL = "ARTISANAL", pgettext_lazy("exploitation_mode", "Artisanal mining")
    SMALL_SCALE = "SMALL_SCALE", pgettext_lazy("exploitation_mode", "Small-scale mining")
    SEMI_MECH = "SEMI_MECH", pgettext_lazy("exploitation_mode", "Semi-mechanised")
    INDUSTRIAL = "INDUSTRIAL", pgettext_lazy("exploitation_mode", "Industrial mining")
    DREDGING = "DREDGING", pgettext_lazy("exploitation_mode", "River dredging")
    TAILINGS = "TAILINGS", pgettext_lazy("exploitation_mode", "Tailings")
    COHAB = "COHAB", pgettext_lazy("exploitation_mode", "ASM–LSM cohabitation")
    UNKNOWN = "UNKNOWN", pgettext_lazy("exploitation_mode", "Unknown")


class ExtractionType(models.TextChoices):
    """How the ore is reached."""

    OPEN_PIT = "OPEN_PIT", pgettext_lazy("extraction_type", "Open pit")
    SHAFT = "SHAFT", pgettext_lazy("extraction_type", "Shaft")
    TUNNEL = "TUNNEL", pgettext_lazy("extraction_type", "Tunnel / underground")
    ALLUVIAL = "ALLUVIAL", pgettext_lazy("extraction_type", "Alluvial")
    ELUVIAL = "ELUVIAL", pgettext_lazy("extraction_type", "Eluvial")
    LODE = "LODE", pgettext_lazy("extraction_type", "Hard rock / lode")
    DIVING = "DIVING", pgettext_lazy("extraction_type", "Diving / dredging")


class ActivityStatus(models.TextChoices):
    """Whether a site is being worked."""

    ACTIVE = "ACTIVE", pgettext_lazy("activity_status", "Active")
    SEASONAL = "SEASONAL", pgettext_lazy("activity_status", "Seasonal / intermittent")
    SUSPENDED = "SUSPENDED", pgettext_lazy("activity_status", "Suspended (official)")
    ABANDONED = "ABANDONED", pgettext_lazy("activity_status", "Abandoned")
    INACCESSIBLE = "INACCESSIBLE", pgettext_lazy("activity_status", "Inaccessible")
    UNKNOWN = "UNKNOWN", pgettext_lazy("activity_status", "Unknown")


class NoVisitReason(models.TextChoices):
    """Why a site was not visited on the spot."""

    INSECURITY = "INSECURITY", pgettext_lazy("no_visit_reason", "Insecurity")
    ROADS = "ROADS", pgettext_lazy("no_visit_reason", "Road conditions")
    WEATHER = "WEATHER", pgettext_lazy("no_visit_reason", "Weather")
    DISTANCE = "DISTANCE", pgettext_lazy("no_visit_reason", "Distance")
    REFUSED = "REFUSED", pgettext_lazy("no_visit_reason", "Access refused")
    THIRD_PARTY = "THIRD_PARTY", pgettext_lazy("no_visit_reason", "Third-party information")
    CUSTOM = "CUSTOM", pgettext_lazy("no_visit_reason", "Customary rites")
    OTHER = "OTHER", pgettext_lazy("no_visit_reason", "Other")


class QualificationStatus(models.TextChoices):
    """Result of a site inspection under the ICGLR mechanism."""

    GREEN = "GREEN", pgettext_lazy("qualification_status", "Green – validated")
    YELLOW = "YELLOW", pgettext_lazy("qualification_status", "Yellow – provisional")
    RED = "RED", pgettext_lazy("qualification_status", "Red – not validated")
    BLUE = "BLUE", pgettext_lazy("qualification_status", "Blue – awaiting inspection")
    NOT_CLASSED = "NOT_CLASSED", pgettext_lazy("qualification_status", "Inspected, not classed")
    NONE = "NONE", pgettext_lazy("qualification_status", "Never inspected")
    EXPIRED = "EXPIRED", pgettext_lazy("qualification_status", "Expired (computed)")


class ArmedPresence(models.TextChoices):
    """Armed presence and interference: four answers, three ways of having none."""

    ABSENT = "ABSENT", pgettext_lazy("interference_status", "Looked for, no armed presence seen")
    PRESENT_NO_INT = "PRESENT_NO_INT", pgettext_lazy("interference_status", "Presence, no interference seen")
    PRESENT_INT = "PRESENT_INT", pgettext_lazy("interference_status", "Presence with interference")
    PRESENT_NO_DATA = "PRESENT_NO_DATA", pgettext_lazy("interference_status", "Presence, interference unknown")
    NO_DATA = "NO_DATA", pgettext_lazy("interference_status", "No information")
    NOT_ASKED = "NOT_ASKED", pgettext_lazy("interference_status", "Not asked")
    WITHHELD = "WITHHELD", pgettext_lazy("interference_status", "Group prefers not to answer")


class Programme(models.TextChoices):
    """Programmes that trace minerals."""

    ITSCI = "ITSCI", pgettext_lazy("traceability_programme", "iTSCi")
    ITSCI_UNVERIFIED = "ITSCI_UNVERIFIED", pgettext_lazy("traceability_programme", "iTSCi (not visited by IPIS)")
    BETTER_MINING = "BETTER_MINING", pgettext_lazy("traceability_programme", "Better Mining")
    CTC = "CTC", pgettext_lazy("traceability_programme", "CTC (BGR)")
    ITOA = "ITOA", pgettext_lazy("traceability_programme", "ITOA (CEEC, artisanal gold)")
    DRC_GOLD_TRADING = "DRC_GOLD_TRADING", pgettext_lazy("traceability_programme", "DRC Gold Trading SA")
    JUST_GOLD = "JUST_GOLD", pgettext_lazy("traceability_programme", "Just Gold")
    OTHER = "OTHER", pgettext_lazy("traceability_programme", "Other")
    NONE = "NONE", pgettext_lazy("traceability_programme", "None")


class ProgrammeState(models.TextChoices):
    """Whether a programme is at work."""

    ACTIVE = "ACTIVE", pgettext_lazy("programme_state", "Active")
    SUSPENDED = "SUSPENDED", pgettext_lazy("programme_state", "Suspended")
    NOT_SAID = "NOT_SAID", pgettext_lazy("programme_state", "Not said")


class StateService(models.TextChoices):
    """Services of the State found at sites."""

    DIVMINES = "DIVMINES", pgettext_lazy("state_service", "Provincial Mines Division")
    SAEMAPE = "SAEMAPE", pgettext_lazy("state_service", "SAEMAPE")
    CEEC = "CEEC", pgettext_lazy("state_service", "CEEC")
    CAMI = "CAMI", pgettext_lazy("state_service", "Mining cadastre")
    CNLFM = "CNLFM", pgettext_lazy("state_service", "Anti-mining-fraud commission")
    PMH = "PMH", pgettext_lazy("state_service", "Mines and hydrocarbons police")
    PNC = "PNC", pgettext_lazy("state_service", "National police")
    FARDC = "FARDC", pgettext_lazy("state_service", "Armed forces")
    ANR = "ANR", pgettext_lazy("state_service", "Intelligence agency")
    DGM = "DGM", pgettext_lazy("state_service", "Migration service")
    DGI = "DGI", pgettext_lazy("state_service", "Tax authority")
    DGRAD = "DGRAD", pgettext_lazy("state_service", "Non-tax revenue authority")
    PROV_REV = "PROV_REV", pgettext_lazy("state_service", "Provincial revenue authority")
    ENVIRONMENT = "ENVIRONMENT", pgettext_lazy("state_service", "Environment service")
    ENERGY = "ENERGY", pgettext_lazy("state_service", "Energy service")
    INDUSTRY = "INDUSTRY", pgettext_lazy("state_service", "Industry service")
    FFN = "FFN", pgettext_lazy("state_service", "National forest fund")
    CNPRI = "CNPRI", pgettext_lazy("state_service", "Radiation protection")
    CHEFFERIE = "CHEFFERIE", pgettext_lazy("state_service", "Chiefdom / sector")
    ICCN = "ICCN", pgettext_lazy("state_service", "Nature conservation institute")
    CPS_CLS = "CPS_CLS", pgettext_lazy("state_service", "Provincial / local monitoring committee")
    P_DDRCS = "P_DDRCS", pgettext_lazy("state_service", "P-DDRCS")
    DGDA = "DGDA", pgettext_lazy("state_service", "Customs")
    OCC = "OCC", pgettext_lazy("state_service", "Congolese control office")
    PARQUET = "PARQUET", pgettext_lazy("state_service", "Public or military prosecutor")
    MIL_INTEL = "MIL_INTEL", pgettext_lazy("state_service", "Military intelligence")
    FONER = "FONER", pgettext_lazy("state_service", "Road fund (toll)")


class WorkerBand(models.TextChoices):
    """Bands of the number of workers."""

    NONE = "0", pgettext_lazy("worker_band", "No workers")
    UNDER_50 = "1", pgettext_lazy("worker_band", "1–49")
    UNDER_500 = "2", pgettext_lazy("worker_band", "50–499")
    FROM_500 = "3", pgettext_lazy("worker_band", "500 or more")
    NO_DATA = "NO_DATA", pgettext_lazy("worker_band", "No information")


class Answer(models.TextChoices):
    """Answers to a question of yes or no: three kinds of silence, none of them a no."""

    YES = "YES", pgettext_lazy("answer", "Yes")
    NO = "NO", pgettext_lazy("answer", "No")
    NO_DATA = "NO_DATA", pgettext_lazy("answer", "No information")
    NOT_ASKED = "NOT_ASKED", pgettext_lazy("answer", "Not asked")
    WITHHELD = "WITHHELD", pgettext_lazy("answer", "Group prefers not to answer")


PRESENCE_ANSWERS = (
    ArmedPresence.PRESENT_INT,
    ArmedPresence.PRESENT_NO_DATA,
    ArmedPresence.PRESENT_NO_INT,
    ArmedPresence.ABSENT,
)
"""Answers about armed presence, gravest first; the other codes are ways of having none."""
