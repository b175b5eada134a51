"""What the layers and filters must say, written as plainly as possible from permitted and disclosed rows."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from access.reach import Reach
from claims.codes import CHECKED, ClaimKind
from claims.disclosed import disclosed
from claims.disclosed.rows import MODEL_OF_KIND
from claims.models import PlaceState, StateChange
from mapping.filters import BY_KEY, CLAIM_KINDS
from mapping.matching import View
from mapping.spelling import fold, found, words_of
from sites.models import Place


@dataclass
class Naive:
    """Every row that a reader may see, in memory."""

    reach: Reach
    today: date

    def __post_init__(self) -> None:
        rows = Place.objects.permitted_to(self.reach).filter(status="ACCEPTED").exclude(number=None)
        self.places: dict[str, Place] = {str(place.code): place for place in rows}
        self.rows: dict[str, list[dict[str, Any]]] = {}
        for kind in CLAIM_KINDS:
            model = MODEL_OF_KIND[ClaimKind(kind.upper())]
            permitted = model._default_manager.permitted_to(self.reach)  # type: ignore[attr-defined]
            counted = permitted.filter(review_status__in=CHECKED)
            self.rows[kind] = [row for row in disclosed(counted, self.reach) if row["place"] in self.places]

    def day(self, row: dict[str, Any]) -> date:
        """The day from which a row counts."""
        return min(row["known_on"], self.today)

    def drawn(self, place: Place, on: date) -> str:
        """Presence as drawn on a day."""
        if on >= self.today:
            states = PlaceState.objects.filter(place=place, audience=self.reach.audience)
            return next((state.presence for state in states), "NO_DATA")
        changes = StateChange.objects.filter(place=place, audience=self.reach.audience, since__lte=on)
        return next((change.presence for change in changes.order_by("-since")), "NO_DATA")

    def passes(self, place: Place, view: View) -> bool:
        """Whether a place is left by a view."""
        on = view.on or self.today
        words = words_of(view.q)
        if words and not found(words, fold(f"{place.name} {' '.join(place.aliases)}"), str(place.code)):
            return False
        if view.box:
            west, south, east, north = view.box
            if not place.geom or not (west <= place.geom.x <= east and south <= place.geom.y <= north):
                return False
        return self._of_register(place, view) and self._of_state(place, view, on) and self._of_claims(place, view, on)

    def _of_register(self, place: Place, view: View) -> bool:
        shown = {"place_kind": place.kind, "province": place.provinces[0]}
        shown["territoire"] = (
            f"{place.provinces[0]}.{fold(place.declared_territoire)}" if place.declared_territoire else ""
        )
        return all(shown[one.key] in codes for one, codes in view.of_kind("place"))

    def _of_state(self, place: Place, view: View, on: date) -> bool:
        return all(self.drawn(place, on) in codes for _one, codes in view.of_kind("state"))

    def _of_claims(self, place: Place, view: View, on: date) -> bool:
        conditioned = [kind for kind in CLAIM_KINDS if view.of_kind(kind)]
        for kind in conditioned:
            own = [row for row in self.rows[kind] if row["place"] == place.code]
            if not any(self._in_time(row, view, on) and self._holds(row, view, kind) for row in own):
                return False
        if view.windowed and not conditioned:
            every = [row for kind in CLAIM_KINDS for row in self.rows[kind] if row["place"] == place.code]
            return any(self._in_time(row, view, on) for row in every)
        return True

    def _in_time(self, row: dict[str, Any], view: View, on: date) -> bool:
        day = self.day(row)
        return day <= on and (not view.start or day >= view.start) and (not view.end or day <= view.end)

    def _holds(self, row: dict[str, Any], view: View, kind: str) -> bool:
        for one, codes in view.of_kind(kind):
            value = row.get(one.column)
            values = {str(item) for item in (value or [])} if BY_KEY[one.key].many else {str(value)}
            if not values & set(codes):
                return False
        return True

    def matching(self, view: View) -> set[str]:
        """Codes of the places that a view leaves."""
        return {code for code, place in self.places.items() if self.passes(place, view)}
