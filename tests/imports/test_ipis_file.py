"""The real file of two provinces: every total, the states it draws, and that nothing of it stays after undoing."""

import json
from collections import Counter
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from access.reach import SYSTEM
from accounts.models import Person
from claims.models import ChainLeg, Claim, Involvement, Observation, ObservedMineral, PlaceState
from imports.boundaries.areas import load_boundaries
from imports.models import ImportBatch, ImportedRow
from imports.services import import_ipis, undo_batch
from lib.ids import import_key
from sites.models import Actor, Place, Source

from .conftest import digests, keys

pytestmark = pytest.mark.django_db
Bring = Callable[[Path], ImportBatch]
DRAWN = {"PRESENT_INT": 80, "PRESENT_NO_INT": 36, "PRESENT_NO_DATA": 16, "ABSENT": 469, "NO_DATA": 7}


def told(*arguments: str) -> dict[str, Any]:
    out = StringIO()
    call_command("import_ipis", *arguments, "--json", stdout=out)
    answer: dict[str, Any] = json.loads(out.getvalue())
    return answer


def drawn_for(audience: str) -> dict[str, int]:
    return dict(Counter(PlaceState.objects.filter(audience=audience).values_list("presence", flat=True)))


def test_the_command_gives_every_total_of_the_file(ipis_file: Path) -> None:
    answer = told(str(ipis_file))
    assert answer["rows"] == answer["visits_added"] == 1146
    assert (answer["visits_changed"], answer["visits_unchanged"], answer["visits_refused"]) == (0, 0, 0)
    assert answer["places_added"] == 608
    assert answer["presence"] == {"yes": 180, "no": 765, "unknown": 201}
    assert answer["interference"] == {"yes": 102, "no": 680, "unknown": 364}
    assert (answer["minerals"], answer["involvements"], answer["legs"], answer["services"]) == (1277, 197, 1740, 1292)
    assert answer["warnings"]["type_disagrees"] == 8
    assert answer["warnings"]["unknown_mineral"] == 1


def test_the_rows_written_are_those_totals(ipis_file: Path, brought_in: Bring) -> None:
    brought_in(ipis_file)
    assert (Observation.objects.count(), Place.objects.count(), Source.objects.count()) == (1146, 608, 9)
    assert (ObservedMineral.objects.count(), Involvement.objects.count()) == (1277, 197)
    legs = Counter(ChainLeg.objects.values_list("leg_kind", flat=True))
    assert legs == {"SELLING_POINT": 823, "DESTINATION": 917}
    assert Involvement.objects.filter(modes=[]).count() >= 34
    assert ObservedMineral.objects.filter(mineral="OTHER").count() == 1
    assert ImportedRow.objects.count() == 1146


def test_the_same_file_again_changes_nothing(ipis_file: Path) -> None:
    told(str(ipis_file))
    before = digests()
    answer = told(str(ipis_file))
    assert (answer["visits_unchanged"], answer["visits_added"], answer["places_added"]) == (1146, 0, 0)
    assert answer["batch"] is None
    assert digests() == before
    assert ImportBatch.objects.count() == 1


def test_a_dry_run_counts_and_writes_nothing(ipis_file: Path) -> None:
    before = digests()
    assert told(str(ipis_file), "--dry-run")["places_added"] == 608
    assert digests() == before


def test_undoing_leaves_every_table_as_it_was(ipis_file: Path, released: Bring) -> None:
    before = digests()
    batch = released(ipis_file)
    assert digests() != before
    undo_batch(batch, by=SYSTEM)
    assert digests() == before


def test_released_places_are_drawn_as_the_visits_say(ipis_file: Path, released: Bring) -> None:
    released(ipis_file)
    for audience in ("analyst", "secretariat", "ministry", "basic"):
        assert drawn_for(audience) == DRAWN
    assert not PlaceState.objects.filter(contradicted=True).exists()
    assert Place.objects.accepted().exclude(code=None).count() == 608
    assert len(set(Place.objects.values_list("number", flat=True))) == 608


def test_outlines_take_disagreeing_places_from_both_ministries_until_settled(
    ipis_file: Path, outlines: list[str], released: Bring, daudi: Person, habiba: Person, esther: Person
) -> None:
    released(ipis_file)
    seen = keys(Place.objects.permitted(daudi)) | keys(Place.objects.permitted(habiba))
    assert len(seen) == 608
    loaded = load_boundaries(outlines, by=SYSTEM)
    assert loaded.places_disagreeing == 22
    lost = seen - keys(Place.objects.permitted(daudi)) - keys(Place.objects.permitted(habiba))
    assert len(lost) == 22
    assert Observation.objects.filter(place__in=lost).count() == 38
    assert drawn_for("secretariat") == DRAWN
    from sites.services.provinces import settle_province

    place = Place.objects.filter(pk__in=lost, province_declared="CD74").first()
    assert place is not None
    settle_province(place, "CD74", by=esther)
    assert Place.objects.permitted(daudi).filter(pk=place.pk).exists()
    assert Claim.objects.permitted(daudi).filter(place=place).exists()


def test_keys_are_the_same_on_every_machine(ipis_file: Path, brought_in: Bring) -> None:
    brought_in(ipis_file)
    assert Claim.objects.filter(pk=import_key("ipis", "230"), kind="OBSERVATION").exists()
    assert Place.objects.get(pk=import_key("ipis", "place", "codmine00513")).name == "Nyangulube"


def test_names_of_actors_are_reference_and_their_categories_ours(ipis_file: Path, released: Bring) -> None:
    released(ipis_file)
    categories = dict(Actor.objects.values_list("name", "category"))
    assert categories["FARDC"] == categories["Police des Mines (PMH)"] == "STATE_ARMED"
    assert (categories["FDLR"], categories["Maï-Maï Simba"]) == ("AG_FOREIGN", "AG_LOCAL")
    assert set(Actor.objects.values_list("sensitivity", "status")) == {("MODERATE", "ACCEPTED")}


def test_licence_and_source_stand_beside_open_data(ipis_file: Path, released: Bring) -> None:
    released(ipis_file)
    assert set(Source.objects.values_list("licence", flat=True)) == {
        "Données IPIS, licence ouverte (ODC-BY 1.0, à confirmer)"
    }
    assert set(Claim.objects.values_list("open_data", "about_state")) == {(True, False)}


def test_one_entry_of_the_trail_per_step(ipis_file: Path, released: Bring) -> None:
    from access.models import AuditEntry

    batch = released(ipis_file)
    undo_batch(batch, by=SYSTEM)
    verbs = AuditEntry.objects.filter(row=batch.pk).order_by("at").values_list("verb", flat=True)
    assert list(verbs) == ["import.make", "import.verify", "import.publish", "import.undo"]
    assert import_ipis(ipis_file, by=SYSTEM).counts["visits_added"] == 1146
