"""Facts that follow from others and are never asked: risks of Annex II, expiry, independent sources, zones, bands."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import QuerySet

from access.reach import Reach
from lib.dates import month_end
from sites.codes import ActorCategory, ZoneKind
from sites.models import Place, Zone

from .codes import AnnexTwoRisk, Mode, QualificationStatus, WorkerBand

ARMED_GROUPS = frozenset({
    ActorCategory.AG_LOCAL, ActorCategory.AG_FOREIGN, ActorCategory.SELF_DEFENCE, ActorCategory.REBELLION,
    ActorCategory.CRIMINAL, ActorCategory.INDEPENDENT, ActorCategory.VDP,
})  # fmt: skip
SECURITY_FORCES = frozenset({ActorCategory.STATE_ARMED, ActorCategory.PRIVATE_SEC, ActorCategory.PARK_GUARD})

SUPPORTING_MODES = frozenset({
    Mode.TAX_MINERAL, Mode.TAX_COMMERCE, Mode.TAX_ENTRY, Mode.BUYING, Mode.MONOPOLY, Mode.DIGGING, Mode.PILLAGE,
    Mode.PIT_OWNERSHIP, Mode.CONTROL_SITE, Mode.CONTROL_ROUTE, Mode.CONTROL_TRADE_POINT, Mode.EXTORT_INTERMEDIARY,
    Mode.PROTECTION, Mode.PREFINANCE, Mode.LEVY_IN_KIND, Mode.TAX_HOUSEHOLD, Mode.RANSOM,
})  # fmt: skip
"""What the guidance calls support when an armed group does it, and a matter of security forces when they do."""

RISKS_OF_MODE: dict[Mode, tuple[AnnexTwoRisk, ...]] = {
    Mode.FORCED_LABOUR: (AnnexTwoRisk.A2_FORCED,),
    Mode.TRAFFICKING: (AnnexTwoRisk.A2_FORCED, AnnexTwoRisk.A2_HR),
    Mode.CHILD_LABOUR: (AnnexTwoRisk.A2_CHILD,),
    Mode.CHILD_RECRUIT: (AnnexTwoRisk.A2_CHILD, AnnexTwoRisk.A2_WARCRIME),
    Mode.VIOLENCE: (AnnexTwoRisk.A2_HR,),
    Mode.SGBV: (AnnexTwoRisk.A2_HR,),
    Mode.RANSOM: (AnnexTwoRisk.A2_HR,),
    Mode.FORCED_DISPLACEMENT: (AnnexTwoRisk.A2_HR,),
    Mode.BRIBERY: (AnnexTwoRisk.A2_BRIBERY,),
    Mode.ORIGIN_FRAUD: (AnnexTwoRisk.A2_BRIBERY,),
    Mode.TAG_FRAUD: (AnnexTwoRisk.A2_BRIBERY,),
    Mode.SMUGGLING: (AnnexTwoRisk.A2_BRIBERY, AnnexTwoRisk.A2_TAX),
    Mode.FRONTING: (AnnexTwoRisk.A2_BRIBERY,),
    Mode.INFLUENCE: (AnnexTwoRisk.A2_BRIBERY,),
    Mode.LAUNDERING: (AnnexTwoRisk.A2_AML,),
    Mode.TAX_EVASION: (AnnexTwoRisk.A2_TAX,),
    Mode.DOUBLE_TAX: (AnnexTwoRisk.A2_TAX,),
}
"""Risks that a mode is a sign of, whoever acts; torture and war crimes are never concluded from a mode alone."""


def annex_two_risks(modes: Iterable[str], category: str = "") -> list[AnnexTwoRisk]:
    """Risks of Annex II that `modes` of an actor of `category` are signs of, in the order of the guidance."""
    known = [Mode(mode) for mode in modes if mode in Mode.values]
    risks = {risk for mode in known for risk in RISKS_OF_MODE.get(mode, ())}
    if SUPPORTING_MODES.intersection(known):
        if category in ARMED_GROUPS:
            risks.add(AnnexTwoRisk.A2_NSAG)
        if category in SECURITY_FORCES:
            risks.add(AnnexTwoRisk.A2_SECFORCE)
    return [risk for risk in AnnexTwoRisk if risk in risks]


@dataclass(frozen=True)
class Expiry:
    """The day after which a qualification no longer holds; `at_latest` where its own date was not said."""

    day: date
    at_latest: bool

    def over_on(self, day: date) -> bool:
        """Whether it has lapsed by `day`."""
        return day > self.day


def expiry_of(status: str, decided_on: date | None, stated_on: date) -> Expiry | None:
    """When a qualification lapses by the configured months of its status; None where that status has no end.

    Without a date of decision the months count from the day of statement, and the result is a latest one.
    """
    months = settings.QUALIFICATION_MONTHS.get(status)
    if not months:
        return None
    return Expiry(_months_later(decided_on or stated_on, months), at_latest=decided_on is None)


def standing_on(day: date, status: str, decided_on: date | None, stated_on: date) -> str:
    """The status as it stands on `day`: `EXPIRED` once it has lapsed."""
    expiry = expiry_of(status, decided_on, stated_on)
    return QualificationStatus.EXPIRED if expiry and expiry.over_on(day) else status


def independent_sources(claims: QuerySet[Any]) -> int:
    """How many origins stand behind `claims`: one workshop, one campaign, one chain of documents counts once."""
    return claims.order_by().values("source__origin").distinct().count()


def zones_around(place: Place, reach: Reach) -> QuerySet[Zone]:
    """Zones that `reach` may see and in which the place lies; a place without a position lies in none that is known."""
    rows = Zone.objects.permitted_to(reach)
    return rows.filter(geom__intersects=place.geom) if place.geom else rows.none()


def lies_in(place: Place, reach: Reach) -> dict[str, bool]:
    """Whether the place lies in an artisanal zone and in a protected area."""
    kinds = set(zones_around(place, reach).values_list("kind", flat=True))
    return {"artisanal": ZoneKind.ARTISANAL in kinds, "protected": ZoneKind.PROTECTED in kinds}


def worker_band(low: int | None, high: int | None = None) -> WorkerBand:
    """The band of a number of workers, by its upper figure; nothing said is no information, never none."""
    number = high if high is not None else low
    if number is None:
        return WorkerBand.NO_DATA
    if number == 0:
        return WorkerBand.NONE
    return WorkerBand.UNDER_50 if number < 50 else WorkerBand.UNDER_500 if number < 500 else WorkerBand.FROM_500


def _months_later(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month."""
    total = day.year * 12 + day.month - 1 + months
    first = date(total // 12, total % 12 + 1, 1)
    return first.replace(day=min(day.day, month_end(first).day))
