"""Closed lists of accounts; codes are never reused."""

from django.db import models
from django.utils.translation import pgettext_lazy


class Role(models.TextChoices):
    """What a membership lets a person do; what it lets read follows from the audience."""

    FACILITATOR = "FACILITATOR", pgettext_lazy("role", "Facilitator")
    MINISTRY = "MINISTRY", pgettext_lazy("role", "Provincial ministry")
    ANALYST = "ANALYST", pgettext_lazy("role", "Analyst")
    SECRETARIAT = "SECRETARIAT", pgettext_lazy("role", "Technical secretariat")
    ADMINISTRATOR = "ADMINISTRATOR", pgettext_lazy("role", "Administrator")


class GrantedClass(models.TextChoices):
    """The highest class that a grant opens (the codes of the list `sensitivity`)."""

    MODERATE = "MODERATE", pgettext_lazy("sensitivity", "Moderate")
    HIGH = "HIGH", pgettext_lazy("sensitivity", "High")
    SEVERE = "SEVERE", pgettext_lazy("sensitivity", "Severe")


OPENED_BY = {
    GrantedClass.MODERATE: ("LOW", "MODERATE"),
    GrantedClass.HIGH: ("LOW", "MODERATE", "HIGH"),
    GrantedClass.SEVERE: ("LOW", "MODERATE", "HIGH", "SEVERE"),
}
"""Classes of rows that a grant opens, by its highest."""


class ParticipantCategory(models.TextChoices):
    """Categories in which participants are counted."""

    PROV_MIN = "PROV_MIN", pgettext_lazy("participant_category", "Provincial ministry")
    PROV_DIV = "PROV_DIV", pgettext_lazy("participant_category", "Provincial division")
    PARASTATAL_TRACE = "PARASTATAL_TRACE", pgettext_lazy("participant_category", "Para-state traceability body")
    MINING_CO = "MINING_CO", pgettext_lazy("participant_category", "Mining company")
    PROCESSOR = "PROCESSOR", pgettext_lazy("participant_category", "Processing entity")
    CIVIL_SOC = "CIVIL_SOC", pgettext_lazy("participant_category", "Civil society")
    MEDIA = "MEDIA", pgettext_lazy("participant_category", "Local media")
    COOPERATIVE = "COOPERATIVE", pgettext_lazy("participant_category", "Cooperative")
    TRADERS = "TRADERS", pgettext_lazy("participant_category", "Traders' association")
    SECURITY = "SECURITY", pgettext_lazy("participant_category", "Security service")
    CUSTOMARY = "CUSTOMARY", pgettext_lazy("participant_category", "Customary authority")
    WOMEN = "WOMEN", pgettext_lazy("participant_category", "Women's organisation")
    YOUTH = "YOUTH", pgettext_lazy("participant_category", "Youth organisation")
    DDR = "DDR", pgettext_lazy("participant_category", "P-DDRCS staff")
    ACADEMIA = "ACADEMIA", pgettext_lazy("participant_category", "Academia")
    INTL = "INTL", pgettext_lazy("participant_category", "UN / INGO / donor")
    OTHER = "OTHER", pgettext_lazy("participant_category", "Other")


PROVINCES = {
    "CD10": "Kinshasa",
    "CD20": "Kongo-Central",
    "CD31": "Kwango",
    "CD32": "Kwilu",
    "CD33": "Maï-Ndombe",
    "CD41": "Equateur",
    "CD42": "Sud-Ubangi",
    "CD43": "Nord-Ubangi",
    "CD44": "Mongala",
    "CD45": "Tshuapa",
    "CD51": "Tshopo",
    "CD52": "Bas-Uele",
    "CD53": "Haut-Uele",
    "CD54": "Ituri",
    "CD61": "Nord-Kivu",
    "CD62": "Sud-Kivu",
    "CD63": "Maniema",
    "CD71": "Haut-Katanga",
    "CD72": "Lualaba",
    "CD73": "Haut-Lomami",
    "CD74": "Tanganyika",
    "CD81": "Lomami",
    "CD82": "Kasaï-Oriental",
    "CD83": "Sankuru",
    "CD91": "Kasaï-Central",
    "CD92": "Kasaï",
    "XA": pgettext_lazy("province", "Abroad"),
    "XU": pgettext_lazy("province", "Not known"),
}
"""P-codes of the provinces since 2015 and their names, which are the same in every language."""
