"""Closed lists of workshops; codes are never reused."""

from django.db import models
from django.utils.translation import pgettext_lazy


class WorkshopState(models.TextChoices):
    """Stage of a workshop."""

    PREPARED = "PREPARED", pgettext_lazy("workshop_state", "Prepared")
    RUNNING = "RUNNING", pgettext_lazy("workshop_state", "Running")
    CLOSED = "CLOSED", pgettext_lazy("workshop_state", "Closed")
    VERIFIED = "VERIFIED", pgettext_lazy("workshop_state", "Verified")
    RELEASED = "RELEASED", pgettext_lazy("workshop_state", "Released")


class NodeKind(models.TextChoices):
    """Place of a node in a problem tree."""

    CORE = "CORE", pgettext_lazy("tree_node_type", "Core problem (trunk)")
    CAUSE_DIRECT = "CAUSE_DIRECT", pgettext_lazy("tree_node_type", "Direct cause")
    CAUSE_UNDERLYING = "CAUSE_UNDERLYING", pgettext_lazy("tree_node_type", "Underlying cause")
    CAUSE_ROOT = "CAUSE_ROOT", pgettext_lazy("tree_node_type", "Root cause")
    EFFECT_DIRECT = "EFFECT_DIRECT", pgettext_lazy("tree_node_type", "Direct effect")
    EFFECT_INDIRECT = "EFFECT_INDIRECT", pgettext_lazy("tree_node_type", "Indirect effect")
    OBJECTIVE = "OBJECTIVE", pgettext_lazy("tree_node_type", "Objective (solution tree)")


class CauseTheme(models.TextChoices):
    """Themes of causes."""

    SECURITY = "SECURITY", pgettext_lazy("cause_theme", "Insecurity and armed groups")
    STATE_ABSENCE = "STATE_ABSENCE", pgettext_lazy("cause_theme", "Weak state presence")
    IMPUNITY = "IMPUNITY", pgettext_lazy("cause_theme", "Impunity and justice")
    GOVERNANCE = "GOVERNANCE", pgettext_lazy("cause_theme", "Governance and corruption")
    TITLES = "TITLES", pgettext_lazy("cause_theme", "Titles, lack of ZEA, company–miner conflict")
    LAND = "LAND", pgettext_lazy("cause_theme", "Land and customary disputes")
    IDENTITY = "IDENTITY", pgettext_lazy("cause_theme", "Tension between communities")
    POVERTY = "POVERTY", pgettext_lazy("cause_theme", "Poverty, youth unemployment")
    PRICE = "PRICE", pgettext_lazy("cause_theme", "Prices and trade circuits")
    TAXATION = "TAXATION", pgettext_lazy("cause_theme", "Levies, harassment, roadblocks")
    TRACEABILITY = "TRACEABILITY", pgettext_lazy("cause_theme", "Traceability gap, fraud")
    CROSS_BORDER = "CROSS_BORDER", pgettext_lazy("cause_theme", "Cross-border dynamics")
    DDR_GAP = "DDR_GAP", pgettext_lazy("cause_theme", "Incomplete DDR, return to the bush")
    ARMS = "ARMS", pgettext_lazy("cause_theme", "Arms circulation")
    INFRA = "INFRA", pgettext_lazy("cause_theme", "Isolation, infrastructure")
    ENVIRONMENT = "ENVIRONMENT", pgettext_lazy("cause_theme", "Environment, mercury")
    GENDER_CHILD = "GENDER_CHILD", pgettext_lazy("cause_theme", "Gender, children")
    FORMALISATION = "FORMALISATION", pgettext_lazy("cause_theme", "Informality, weak cooperatives")
    INFORMATION = "INFORMATION", pgettext_lazy("cause_theme", "Lack of reliable information")
    OTHER = "OTHER", pgettext_lazy("cause_theme", "Other")
    CAHIER = "CAHIER", pgettext_lazy("cause_theme", "Community agreement, local benefits")
    DISPLACEMENT = "DISPLACEMENT", pgettext_lazy("cause_theme", "Displacement, return")
    POLITICAL = "POLITICAL", pgettext_lazy("cause_theme", "Political manipulation, elite rivalry")
    SPILLOVER = "SPILLOVER", pgettext_lazy("cause_theme", "War and groups from other provinces")


class RecommendationType(models.TextChoices):
    """What a recommendation is about."""

    DDR_DISARM = "DDR_DISARM", pgettext_lazy("recommendation_type", "DDR – disarmament")
    DDR_DEMOB = "DDR_DEMOB", pgettext_lazy("recommendation_type", "DDR – demobilisation")
    DDR_RECOVERY = (
        "DDR_RECOVERY",
        pgettext_lazy("recommendation_type", "DDR – community recovery, civilian reintegration"),
    )
    DDR_STAB = "DDR_STAB", pgettext_lazy("recommendation_type", "DDR – stabilisation")
    TRACE_GOLD = "TRACE_GOLD", pgettext_lazy("recommendation_type", "Gold traceability")
    TRACE_3T = "TRACE_3T", pgettext_lazy("recommendation_type", "3T traceability")
    QUALIFICATION = "QUALIFICATION", pgettext_lazy("recommendation_type", "Site qualification")
    FORMAL_ZEA = "FORMAL_ZEA", pgettext_lazy("recommendation_type", "Create / make ZEA viable")
    FORMAL_COOP = "FORMAL_COOP", pgettext_lazy("recommendation_type", "Cooperatives, miner cards")
    DEMILITARISE = "DEMILITARISE", pgettext_lazy("recommendation_type", "Demilitarise sites, remove roadblocks")
    MINE_POLICE = "MINE_POLICE", pgettext_lazy("recommendation_type", "Deploy mine police and services")
    GOVERNANCE = "GOVERNANCE", pgettext_lazy("recommendation_type", "Governance and accountability")
    FISCAL = "FISCAL", pgettext_lazy("recommendation_type", "Taxation, one-stop shop")
    ANTI_FRAUD = "ANTI_FRAUD", pgettext_lazy("recommendation_type", "Anti-fraud")
    JUSTICE = "JUSTICE", pgettext_lazy("recommendation_type", "Justice")
    DIALOGUE = "DIALOGUE", pgettext_lazy("recommendation_type", "Dialogue, social cohesion")
    LIVELIHOOD = "LIVELIHOOD", pgettext_lazy("recommendation_type", "Livelihoods")
    CHILD_PROT = "CHILD_PROT", pgettext_lazy("recommendation_type", "Child protection")
    GENDER = "GENDER", pgettext_lazy("recommendation_type", "Gender")
    ENVIRONMENT = "ENVIRONMENT", pgettext_lazy("recommendation_type", "Environment")
    INFRA = "INFRA", pgettext_lazy("recommendation_type", "Infrastructure")
    MONITORING = "MONITORING", pgettext_lazy("recommendation_type", "Monitoring, map update")
    REGIONAL = "REGIONAL", pgettext_lazy("recommendation_type", "Regional cooperation")
    OTHER = "OTHER", pgettext_lazy("recommendation_type", "Other")
    CAHIER = "CAHIER", pgettext_lazy("recommendation_type", "Community agreement, community fund")
    DURABLE = "DURABLE", pgettext_lazy("recommendation_type", "Return, durable solutions for the displaced")
    LEGAL_TEXT = "LEGAL_TEXT", pgettext_lazy("recommendation_type", "Legal text to be issued")


class RecommendationStatus(models.TextChoices):
    """How far a recommendation has come."""

    PROPOSED = "PROPOSED", pgettext_lazy("recommendation_status", "Proposed")
    ADOPTED = "ADOPTED", pgettext_lazy("recommendation_status", "Adopted in plenary")
    SUBMITTED = "SUBMITTED", pgettext_lazy("recommendation_status", "Sent to authority")
    ONGOING = "ONGOING", pgettext_lazy("recommendation_status", "Ongoing")
    DONE = "DONE", pgettext_lazy("recommendation_status", "Done")
    BLOCKED = "BLOCKED", pgettext_lazy("recommendation_status", "Blocked")
    DROPPED = "DROPPED", pgettext_lazy("recommendation_status", "Dropped")
    RECEIVED = "RECEIVED", pgettext_lazy("recommendation_status", "Acknowledged by the authority")


class ActionLevel(models.TextChoices):
    """Level at which a recommendation acts."""

    LOCAL = "LOCAL", pgettext_lazy("action_level", "Local")
    PROVINCIAL = "PROVINCIAL", pgettext_lazy("action_level", "Provincial")
    NATIONAL = "NATIONAL", pgettext_lazy("action_level", "National")
    REGIONAL = "REGIONAL", pgettext_lazy("action_level", "Regional")


class Horizon(models.TextChoices):
    """By when a recommendation should be done."""

    SHORT = "SHORT", pgettext_lazy("horizon", "Under 6 months")
    MEDIUM = "MEDIUM", pgettext_lazy("horizon", "6–18 months")
    LONG = "LONG", pgettext_lazy("horizon", "Over 18 months")


class GroupKind(models.TextChoices):
    """How a group sits."""

    WORKING = "WORKING", pgettext_lazy("group_kind", "Working group")
    PLENARY = "PLENARY", pgettext_lazy("group_kind", "Plenary")


class TreeSide(models.TextChoices):
    """Side of the trunk on which a node of the tree stands."""

    CORE = "core", pgettext_lazy("tree_side", "Core problem")
    CAUSE = "cause", pgettext_lazy("tree_side", "Cause")
    EFFECT = "effect", pgettext_lazy("tree_side", "Effect")


class Sex(models.TextChoices):
    """Sexes in which participants are counted."""

    FEMALE = "F", pgettext_lazy("sex", "Women")
    MALE = "M", pgettext_lazy("sex", "Men")


OPEN_STATES = (WorkshopState.PREPARED, WorkshopState.RUNNING)
"""Stages in which the room still writes."""

READ_BY_ANALYST = (WorkshopState.VERIFIED, WorkshopState.RELEASED)
"""Stages of which an analyst reads."""

FEWEST_COUNTED = 5
"""Persons below which a cell of a count is not told."""
