"""Closed lists of where minerals go and who gains."""

from django.db import models
from django.utils.translation import pgettext_lazy


class LegKind(models.TextChoices):
    """What the end of a leg is."""

    SELLING_POINT = "SELLING_POINT", pgettext_lazy("leg_kind", "Selling point")
    DESTINATION = "DESTINATION", pgettext_lazy("leg_kind", "Destination")
    TRANSIT = "TRANSIT", pgettext_lazy("leg_kind", "Transit")


class Transport(models.TextChoices):
    """How minerals travel."""

    FOOT = "FOOT", pgettext_lazy("transport", "On foot")
    ON_PERSON = "ON_PERSON", pgettext_lazy("transport", "Hidden on the person (gold)")
    MOTO = "MOTO", pgettext_lazy("transport", "Motorbike or bicycle")
    TRUCK = "TRUCK", pgettext_lazy("transport", "Truck or car")
    BOAT = "BOAT", pgettext_lazy("transport", "Canoe, whaler, boat")
    RAIL = "RAIL", pgettext_lazy("transport", "Rail")
    AIR = "AIR", pgettext_lazy("transport", "Plane")
    UNKNOWN = "UNKNOWN", pgettext_lazy("transport", "Unknown")


class BeneficiaryType(models.TextChoices):
    """What a final beneficiary is."""

    ARMED_COMMAND = "ARMED_COMMAND", pgettext_lazy("beneficiary_type", "Armed group command")
    SEC_OFFICERS = "SEC_OFFICERS", pgettext_lazy("beneficiary_type", "Security-force officers or networks")
    POLITICAL = "POLITICAL", pgettext_lazy("beneficiary_type", "Political / administrative figure")
    CUSTOMARY = "CUSTOMARY", pgettext_lazy("beneficiary_type", "Customary authority")
    LOCAL_TRADER = "LOCAL_TRADER", pgettext_lazy("beneficiary_type", "Local trader / comptoir")
    NATIONAL_COMPANY = "NATIONAL_COMPANY", pgettext_lazy("beneficiary_type", "National company")
    FOREIGN_COMPANY = "FOREIGN_COMPANY", pgettext_lazy("beneficiary_type", "Foreign company")
    FOREIGN_NETWORK = "FOREIGN_NETWORK", pgettext_lazy("beneficiary_type", "Cross-border network")
    REFINER_SMELTER = "REFINER_SMELTER", pgettext_lazy("beneficiary_type", "Refiner / smelter")
    STATE_TREASURY = "STATE_TREASURY", pgettext_lazy("beneficiary_type", "Treasury / province / decentralised entity")
    COMMUNITY = "COMMUNITY", pgettext_lazy("beneficiary_type", "Local community")
    MINERS = "MINERS", pgettext_lazy("beneficiary_type", "Miners and households")
    ANONYMOUS = "ANONYMOUS", pgettext_lazy("beneficiary_type", "Not specified by the group")
    UNKNOWN = "UNKNOWN", pgettext_lazy("beneficiary_type", "Unknown")
    STATE_AGENTS = "STATE_AGENTS", pgettext_lazy("beneficiary_type", "State agents, personally")
    COOP_LEADERS = "COOP_LEADERS", pgettext_lazy("beneficiary_type", "Cooperative leaders")
    VDP_COMMAND = "VDP_COMMAND", pgettext_lazy("beneficiary_type", "VDP / Wazalendo leaders")


class BenefitLink(models.TextChoices):
    """How a benefit reaches its beneficiary."""

    DIRECT = "direct", pgettext_lazy("benefit_link", "Direct")
    INDIRECT = "indirect", pgettext_lazy("benefit_link", "Indirect")
    UNKNOWN = "unknown", pgettext_lazy("benefit_link", "Unknown")


class UnspecifiedReason(models.TextChoices):
    """Why a beneficiary is not named."""

    NOT_KNOWN = "NOT_KNOWN", pgettext_lazy("unspecified_reason", "We do not know")
    BEYOND_VIEW = "BEYOND_VIEW", pgettext_lazy("unspecified_reason", "Beyond what we can see")
    SUSPICION = "SUSPICION", pgettext_lazy("unspecified_reason", "Suspicion only")
    DISAGREEMENT = "DISAGREEMENT", pgettext_lazy("unspecified_reason", "Group disagrees")
    NOT_DISCUSSED = "NOT_DISCUSSED", pgettext_lazy("unspecified_reason", "Not discussed")
    TOO_DANGEROUS = "TOO_DANGEROUS", pgettext_lazy("unspecified_reason", "Too dangerous to say here")


class IncidentCategory(models.TextChoices):
    """What happened in an incident."""

    ACCIDENT = "ACCIDENT", pgettext_lazy("incident_category", "Accident (pit collapse, injury, explosives, flooding)")
    VIOLENCE = "VIOLENCE", pgettext_lazy("incident_category", "Violence between actors")
    ARMED_INT = "ARMED_INT", pgettext_lazy("incident_category", "Armed interference")
    ROADBLOCK = "ROADBLOCK", pgettext_lazy("incident_category", "Roadblock / extortion")
    CORRUPTION = "CORRUPTION", pgettext_lazy("incident_category", "Corruption, fraud, double taxation")
    CHILD_LABOUR = "CHILD_LABOUR", pgettext_lazy("incident_category", "Child labour")
    PREGNANT_WORK = "PREGNANT_WORK", pgettext_lazy("incident_category", "Work by pregnant women")
    ENVIRONMENT = "ENVIRONMENT", pgettext_lazy("incident_category", "Environmental problem")
    CLASH = "CLASH", pgettext_lazy("incident_category", "Clash")
    KILLING = "KILLING", pgettext_lazy("incident_category", "Violent death")
    ABDUCTION = "ABDUCTION", pgettext_lazy("incident_category", "Abduction / kidnapping")
    MASS_RAPE = "MASS_RAPE", pgettext_lazy("incident_category", "Mass rape (≥5 victims)")
    PROPERTY = "PROPERTY", pgettext_lazy("incident_category", "Property destruction")
    TITLE_CONFLICT = "TITLE_CONFLICT", pgettext_lazy("incident_category", "Company–miner conflict")
    SMUGGLING = "SMUGGLING", pgettext_lazy("incident_category", "Seizure / smuggling")


class IncidentFollowup(models.TextChoices):
    """What became of an incident."""

    OPEN = "OPEN", pgettext_lazy("incident_followup", "Open")
    IN_FOLLOWUP = "IN_FOLLOWUP", pgettext_lazy("incident_followup", "In follow-up")
    PERSISTENT = "PERSISTENT", pgettext_lazy("incident_followup", "Persistent")
    RESOLVED = "RESOLVED", pgettext_lazy("incident_followup", "Resolved")
    UNRESOLVED = "UNRESOLVED", pgettext_lazy("incident_followup", "Unresolved")
    INCOMPLETE = "INCOMPLETE", pgettext_lazy("incident_followup", "Information incomplete")


ABOUT_STATE_BENEFICIARIES = (
    BeneficiaryType.SEC_OFFICERS,
    BeneficiaryType.POLITICAL,
    BeneficiaryType.CUSTOMARY,
    BeneficiaryType.STATE_AGENTS,
    BeneficiaryType.VDP_COMMAND,
    BeneficiaryType.STATE_TREASURY,
)
"""Beneficiaries whose gain a ministry may not read about in single claims."""
