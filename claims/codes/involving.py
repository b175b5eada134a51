"""Closed lists of who acts at a site and how."""

from django.db import models
from django.utils.translation import pgettext_lazy


class Mode(models.TextChoices):
    """What an actor does in the supply chain."""

    TAX_MINERAL = "TAX_MINERAL", pgettext_lazy("operational_mode", "Illegal taxation of minerals")
    TAX_COMMERCE = "TAX_COMMERCE", pgettext_lazy("operational_mode", "Taxation of petty trade")
    TAX_ENTRY = "TAX_ENTRY", pgettext_lazy("operational_mode", "Entrance levy")
    BUYING = "BUYING", pgettext_lazy("operational_mode", "Buying minerals")
    MONOPOLY = "MONOPOLY", pgettext_lazy("operational_mode", "Trade monopoly")
    DIGGING = "DIGGING", pgettext_lazy("operational_mode", "Digging themselves")
    FORCED_LABOUR = "FORCED_LABOUR", pgettext_lazy("operational_mode", "Forced labour")
    PILLAGE = "PILLAGE", pgettext_lazy("operational_mode", "Pillage")
    PIT_OWNERSHIP = "PIT_OWNERSHIP", pgettext_lazy("operational_mode", "Pit ownership")
    CONTROL_SITE = "CONTROL_SITE", pgettext_lazy("operational_mode", "Illegal control of mine site")
    CONTROL_ROUTE = "CONTROL_ROUTE", pgettext_lazy("operational_mode", "Control of transport route / roadblock")
    CONTROL_TRADE_POINT = "CONTROL_TRADE_POINT", pgettext_lazy("operational_mode", "Control of trading point")
    EXTORT_INTERMEDIARY = (
        "EXTORT_INTERMEDIARY",
        pgettext_lazy("operational_mode", "Extortion of intermediaries/exporters"),
    )
    PROTECTION = "PROTECTION", pgettext_lazy("operational_mode", "Paid protection or escort")
    PREFINANCE = "PREFINANCE", pgettext_lazy("operational_mode", "Pre-finance / inputs")
    SMUGGLING = "SMUGGLING", pgettext_lazy("operational_mode", "Cross-border smuggling")
    TAG_FRAUD = "TAG_FRAUD", pgettext_lazy("operational_mode", "Tag fraud / chain contamination")
    ORIGIN_FRAUD = "ORIGIN_FRAUD", pgettext_lazy("operational_mode", "Fraudulent misrepresentation of origin")
    BRIBERY = "BRIBERY", pgettext_lazy("operational_mode", "Bribery")
    LAUNDERING = "LAUNDERING", pgettext_lazy("operational_mode", "Money laundering")
    TAX_EVASION = "TAX_EVASION", pgettext_lazy("operational_mode", "Non-payment of taxes/royalties")
    DOUBLE_TAX = "DOUBLE_TAX", pgettext_lazy("operational_mode", "Arbitrary or repeated levies by services")
    CHILD_RECRUIT = "CHILD_RECRUIT", pgettext_lazy("operational_mode", "Child recruitment or use")
    VIOLENCE = "VIOLENCE", pgettext_lazy("operational_mode", "Violence against civilians")
    SGBV = "SGBV", pgettext_lazy("operational_mode", "Sexual violence")
    SECURITY_SERVICE = "SECURITY_SERVICE", pgettext_lazy("operational_mode", "Lawful security")
    OTHER = "OTHER", pgettext_lazy("operational_mode", "Other")
    LEVY_IN_KIND = "LEVY_IN_KIND", pgettext_lazy("operational_mode", "Share of output, reserved day")
    TAX_HOUSEHOLD = "TAX_HOUSEHOLD", pgettext_lazy("operational_mode", "Household levy")
    RANSOM = "RANSOM", pgettext_lazy("operational_mode", "Kidnapping, ransom")
    FRONTING = "FRONTING", pgettext_lazy("operational_mode", "Front, sham cooperative")
    ILLEGAL_MECH = "ILLEGAL_MECH", pgettext_lazy("operational_mode", "Untitled mechanised mining or dredging")
    INFLUENCE = "INFLUENCE", pgettext_lazy("operational_mode", "Influence peddling, political cover")
    FORCED_DISPLACEMENT = "FORCED_DISPLACEMENT", pgettext_lazy("operational_mode", "Eviction, forced displacement")
    TRAFFICKING = "TRAFFICKING", pgettext_lazy("operational_mode", "Trafficking, sexual exploitation")
    CHILD_LABOUR = "CHILD_LABOUR", pgettext_lazy("operational_mode", "Child labour")
    LAWFUL_MINING = "LAWFUL_MINING", pgettext_lazy("operational_mode", "Mining with title or card")
    LAWFUL_TRADE = "LAWFUL_TRADE", pgettext_lazy("operational_mode", "Trade with card or licence")
    SUPERVISION = "SUPERVISION", pgettext_lazy("operational_mode", "Supervision, control, statistics")
    TAGGING = "TAGGING", pgettext_lazy("operational_mode", "Tagging, certification")


class ModeFamily(models.TextChoices):
    """Families of operational modes."""

    LEVY = "LEVY", pgettext_lazy("mode_family", "Levies")
    CONTROL = "CONTROL", pgettext_lazy("mode_family", "Control (site, route, market)")
    MINING = "MINING", pgettext_lazy("mode_family", "Mining")
    TRADE = "TRADE", pgettext_lazy("mode_family", "Buying, trade, pre-finance")
    FRAUD = "FRAUD", pgettext_lazy("mode_family", "Fraud, smuggling, corruption")
    VIOLENCE = "VIOLENCE", pgettext_lazy("mode_family", "Violence against people")
    LAWFUL = "LAWFUL", pgettext_lazy("mode_family", "Lawful activity")


class AnnexTwoRisk(models.TextChoices):
    """Risks of Annex II of the OECD guidance."""

    A2_TORTURE = "A2_TORTURE", pgettext_lazy("oecd_annex2", "Torture, cruel, inhuman or degrading treatment")
    A2_FORCED = "A2_FORCED", pgettext_lazy("oecd_annex2", "Forced or compulsory labour")
    A2_CHILD = "A2_CHILD", pgettext_lazy("oecd_annex2", "Worst forms of child labour")
    A2_HR = (
        "A2_HR",
        pgettext_lazy("oecd_annex2", "Other gross human rights violations incl. widespread sexual violence"),
    )
    A2_WARCRIME = "A2_WARCRIME", pgettext_lazy("oecd_annex2", "War crimes, crimes against humanity, genocide")
    A2_NSAG = "A2_NSAG", pgettext_lazy("oecd_annex2", "Direct/indirect support to non-state armed groups")
    A2_SECFORCE = "A2_SECFORCE", pgettext_lazy("oecd_annex2", "Public or private security forces")
    A2_BRIBERY = "A2_BRIBERY", pgettext_lazy("oecd_annex2", "Bribery and misrepresentation of origin")
    A2_AML = "A2_AML", pgettext_lazy("oecd_annex2", "Money laundering")
    A2_TAX = "A2_TAX", pgettext_lazy("oecd_annex2", "Taxes, fees and royalties")


class Frequency(models.TextChoices):
    """How often an actor comes."""

    PERMANENT = "PERMANENT", pgettext_lazy("frequency", "Permanent")
    DAILY = "DAILY", pgettext_lazy("frequency", "Daily")
    SEVERAL_WEEK = "SEVERAL_WEEK", pgettext_lazy("frequency", "Several times a week")
    WEEKLY = "WEEKLY", pgettext_lazy("frequency", "Weekly")
    BIWEEKLY = "BIWEEKLY", pgettext_lazy("frequency", "Every two weeks")
    MONTHLY = "MONTHLY", pgettext_lazy("frequency", "Monthly")
    LESS_MONTHLY = "LESS_MONTHLY", pgettext_lazy("frequency", "Less than monthly")
    IRREGULAR = "IRREGULAR", pgettext_lazy("frequency", "Irregular / occasional / random")
    ON_EVENT = "ON_EVENT", pgettext_lazy("frequency", "On patrol / intervention")
    UNKNOWN = "UNKNOWN", pgettext_lazy("frequency", "Unknown")


class ChainRole(models.TextChoices):
    """Place of an actor in the supply chain."""

    DIGGER = "DIGGER", pgettext_lazy("supply_chain_role", "Digger (artisanal miner)")
    TEAM_LEAD = "TEAM_LEAD", pgettext_lazy("supply_chain_role", "Team leader")
    PIT_CHIEF = "PIT_CHIEF", pgettext_lazy("supply_chain_role", "Pit boss")
    PIT_OWNER = "PIT_OWNER", pgettext_lazy("supply_chain_role", "Pit owner")
    WASHER = "WASHER", pgettext_lazy("supply_chain_role", "Washer")
    CRUSHER = "CRUSHER", pgettext_lazy("supply_chain_role", "Crusher (often women)")
    CARRIER = "CARRIER", pgettext_lazy("supply_chain_role", "Carrier on foot")
    SITE_COMMITTEE = "SITE_COMMITTEE", pgettext_lazy("supply_chain_role", "Site committee / head")
    COOPERATIVE = "COOPERATIVE", pgettext_lazy("supply_chain_role", "Mining cooperative")
    TITLE_HOLDER = "TITLE_HOLDER", pgettext_lazy("supply_chain_role", "Mining title holder")
    PREFINANCER = "PREFINANCER", pgettext_lazy("supply_chain_role", "Pre-financer")
    SMALL_TRADER = "SMALL_TRADER", pgettext_lazy("supply_chain_role", "Small trader / manager")
    TRADER = "TRADER", pgettext_lazy("supply_chain_role", "Licensed trader")
    DEPOT = "DEPOT", pgettext_lazy("supply_chain_role", "Depot")
    COMPTOIR = "COMPTOIR", pgettext_lazy("supply_chain_role", "Licensed comptoir")
    BUYER = "BUYER", pgettext_lazy("supply_chain_role", "Buyer (employee of a comptoir)")
    PROCESSOR = "PROCESSOR", pgettext_lazy("supply_chain_role", "Processing entity")
    TRANSFORMER = "TRANSFORMER", pgettext_lazy("supply_chain_role", "Transformation entity")
    REFINER = "REFINER", pgettext_lazy("supply_chain_role", "Refiner / smelter")
    EXPORTER = "EXPORTER", pgettext_lazy("supply_chain_role", "Exporter")
    ROAD_TRANSPORT = "ROAD_TRANSPORT", pgettext_lazy("supply_chain_role", "Transporter (truck, rail, boat, air)")
    STATE_BUYER = "STATE_BUYER", pgettext_lazy("supply_chain_role", "State gold buyer")
    FOREIGN_BUYER = "FOREIGN_BUYER", pgettext_lazy("supply_chain_role", "International buyer")
    REGULATOR = "REGULATOR", pgettext_lazy("supply_chain_role", "Control service")
    SECURITY = "SECURITY", pgettext_lazy("supply_chain_role", "Security provider")
    TAXER = "TAXER", pgettext_lazy("supply_chain_role", "Levy collector")
    COMMISSIONER = "COMMISSIONER", pgettext_lazy("supply_chain_role", "Broker, go-between")
    MILL_OWNER = "MILL_OWNER", pgettext_lazy("supply_chain_role", "Mill / crushing-place owner")
    MOTO = "MOTO", pgettext_lazy("supply_chain_role", "Motorbike carrier")
    SUPPLIER = "SUPPLIER", pgettext_lazy("supply_chain_role", "Supplier of food and tools")


class LevyBase(models.TextChoices):
    """On what a levy is taken."""

    DIGGER = "DIGGER", pgettext_lazy("levy_base", "Per digger")
    PIT = "PIT", pgettext_lazy("levy_base", "Per pit")
    BAG = "BAG", pgettext_lazy("levy_base", "Per bag or parcel")
    SHARE = "SHARE", pgettext_lazy("levy_base", "Share of output")
    PASSAGE = "PASSAGE", pgettext_lazy("levy_base", "Per passage")
    HOUSEHOLD = "HOUSEHOLD", pgettext_lazy("levy_base", "Per household")
    TRADER = "TRADER", pgettext_lazy("levy_base", "Per trader or shop")


class LevyUnit(models.TextChoices):
    """In what a levy is counted."""

    CDF = "CDF", pgettext_lazy("levy_unit", "Congolese francs")
    USD = "USD", pgettext_lazy("levy_unit", "US dollars")
    G_GOLD = "G_GOLD", pgettext_lazy("levy_unit", "Grams of gold")
    KG = "KG", pgettext_lazy("levy_unit", "Kilograms of ore")
    PERCENT = "PERCENT", pgettext_lazy("levy_unit", "Per cent")


class DdrStage(models.TextChoices):
    """Where an armed group stands in disarmament."""

    NOT_CONTACTED = "NOT_CONTACTED", pgettext_lazy("ddr_stage", "No contact")
    ENGAGED = "ENGAGED", pgettext_lazy("ddr_stage", "In contact, commitment signed")
    ASSEMBLED = "ASSEMBLED", pgettext_lazy("ddr_stage", "Assembled, waiting")
    DISARMED = "DISARMED", pgettext_lazy("ddr_stage", "Disarmed / reintegrated")
    RELAPSED = "RELAPSED", pgettext_lazy("ddr_stage", "Returned to the bush")
    REFUSES = "REFUSES", pgettext_lazy("ddr_stage", "Refuses")
    UNKNOWN = "UNKNOWN", pgettext_lazy("ddr_stage", "Unknown")


FAMILY_OF_MODE = {
    Mode.TAX_MINERAL: ModeFamily.LEVY,
    Mode.TAX_COMMERCE: ModeFamily.LEVY,
    Mode.TAX_ENTRY: ModeFamily.LEVY,
    Mode.BUYING: ModeFamily.TRADE,
    Mode.MONOPOLY: ModeFamily.TRADE,
    Mode.DIGGING: ModeFamily.MINING,
    Mode.FORCED_LABOUR: ModeFamily.MINING,
    Mode.PILLAGE: ModeFamily.VIOLENCE,
    Mode.PIT_OWNERSHIP: ModeFamily.CONTROL,
    Mode.CONTROL_SITE: ModeFamily.CONTROL,
    Mode.CONTROL_ROUTE: ModeFamily.CONTROL,
    Mode.CONTROL_TRADE_POINT: ModeFamily.CONTROL,
    Mode.EXTORT_INTERMEDIARY: ModeFamily.LEVY,
    Mode.PROTECTION: ModeFamily.LEVY,
    Mode.PREFINANCE: ModeFamily.TRADE,
    Mode.SMUGGLING: ModeFamily.FRAUD,
    Mode.TAG_FRAUD: ModeFamily.FRAUD,
    Mode.ORIGIN_FRAUD: ModeFamily.FRAUD,
    Mode.BRIBERY: ModeFamily.FRAUD,
    Mode.LAUNDERING: ModeFamily.FRAUD,
    Mode.TAX_EVASION: ModeFamily.FRAUD,
    Mode.DOUBLE_TAX: ModeFamily.LEVY,
    Mode.CHILD_RECRUIT: ModeFamily.VIOLENCE,
    Mode.VIOLENCE: ModeFamily.VIOLENCE,
    Mode.SGBV: ModeFamily.VIOLENCE,
    Mode.SECURITY_SERVICE: ModeFamily.LAWFUL,
    Mode.LEVY_IN_KIND: ModeFamily.LEVY,
    Mode.TAX_HOUSEHOLD: ModeFamily.LEVY,
    Mode.RANSOM: ModeFamily.LEVY,
    Mode.FRONTING: ModeFamily.FRAUD,
    Mode.ILLEGAL_MECH: ModeFamily.MINING,
    Mode.INFLUENCE: ModeFamily.FRAUD,
    Mode.FORCED_DISPLACEMENT: ModeFamily.VIOLENCE,
    Mode.TRAFFICKING: ModeFamily.VIOLENCE,
    Mode.CHILD_LABOUR: ModeFamily.MINING,
    Mode.LAWFUL_MINING: ModeFamily.LAWFUL,
    Mode.LAWFUL_TRADE: ModeFamily.LAWFUL,
    Mode.SUPERVISION: ModeFamily.LAWFUL,
    Mode.TAGGING: ModeFamily.LAWFUL,
}
