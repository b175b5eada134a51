"""Files that cannot be imported say so in one sentence with place and remedy, and nothing is written."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from access.reach import SYSTEM
from claims.models import Claim
from imports.faults import FileFault
from imports.models import ImportBatch
from imports.reading import TableFile
from imports.services import import_ipis
from sites.models import Place

from .conftest import COLUMNS, VISIT

pytestmark = pytest.mark.django_db
Make = Callable[..., Path]
HEADER = ",".join(COLUMNS).encode()
GOOD = ",".join({**VISIT, "FID": "x"}.get(name, "") for name in COLUMNS).encode()


def nothing_written() -> bool:
    return not (Place.objects.exists() or Claim.objects.exists() or ImportBatch.objects.exists())


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "Line 1 is not UTF-8"),
        (b"just words\nand more\n", "lacks the columns"),
        (HEADER.replace(b",", b";") + b"\n", "separated by commas"),
        (HEADER.replace(b"presence,", b"") + b"\n" + GOOD, "presence"),
        (HEADER + b",vid\n" + GOOD + b",2", "two columns"),
        (HEADER + b",\n" + GOOD + b",2", "has no name"),
        (
            HEADER + b"\n" + GOOD + b"\n" + GOOD.replace(b"Test site", "Carri\u00e8re".encode("latin-1")),
            "Line 3 is not UTF-8",
        ),
        (HEADER + b"\n" + GOOD.replace(b"Test site", b"Te\0st"), "Line 2 contains a NUL"),
        (HEADER + b"\n" + GOOD + b",one,too,many\n", "Line 2 has more cells"),
        (HEADER + b"\n" + GOOD + b"\na,b\n", "Line 3 has fewer cells"),
        (HEADER + b"\n" + GOOD.replace(b"Test site", b'"never closed') + b"\n" + GOOD, "never closed"),
        (HEADER + b"\n" + b"a" * 3_000_000, "Line 2 is longer than 1 MB"),
        (b"a" * 3_000_000, "Line 1 is longer than 1 MB"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_is_no_such_table_is_refused_in_words(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "bad.csv"
    path.write_bytes(content)
    from django.utils import translation

    with translation.override("en"), pytest.raises(CommandError, match=words) as failed:
        call_command("import_ipis", str(path))
    assert failed.value.returncode != 0
    assert nothing_written()


def test_a_missing_file_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(CommandError):
        call_command("import_ipis", str(tmp_path / "absent.csv"))


def test_a_byte_order_mark_and_windows_line_ends_are_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "bom.csv"
    path.write_bytes(b"\xef\xbb\xbf" + HEADER + b"\r\n" + GOOD + b"\r\n\r\n\r\n")
    assert import_ipis(path, by=SYSTEM).counts["visits_added"] == 1


@pytest.mark.parametrize(
    ("cell", "value", "kind"),
    [
        ("vid", "", "MISSING"),
        ("vid", "1;DROP", "NOT_A_KEY"),
        ("name", "", "MISSING"),
        ("name", "x" * 201, "TOO_LONG"),
        ("visit_date", "04/05/2019", "NOT_A_DATE"),
        ("visit_date", "2019-02-30", "NOT_A_DATE"),
        ("visit_date", "2999-01-01", "NOT_A_DATE"),
        ("longitude", "28,1", "NOT_A_NUMBER"),
        ("longitude", "NaN", "NOT_A_NUMBER"),
        ("longitude", "", "HALF_POSITION"),
        ("latitude", "400", "OUTSIDE"),
        ("longitude", "-6.2", "OUTSIDE"),
        ("workers_numb", "many", "NOT_A_NUMBER"),
        ("workers_numb", "99999999999", "NOT_A_NUMBER"),
        ("presence", "2", "NOT_YES_NO"),
        ("mercury", "oui", "NOT_YES_NO"),
    ],
)
def test_a_bad_cell_refuses_its_row_and_says_where(visits_file: Make, cell: str, value: str, kind: str) -> None:
    path = visits_file({}, {cell: value})
    report = import_ipis(path, by=SYSTEM)
    assert report.counts["visits_refused"] == 1
    assert report.counts["visits_added"] == 1
    assert {"line": 3, "column": cell, "value": value[:200], "kind": kind} in report.refused
    assert Claim.objects.filter(kind="OBSERVATION").count() == 1


def test_a_repeated_key_refuses_the_later_row(visits_file: Make) -> None:
    report = import_ipis(visits_file({"vid": "7"}, {"vid": "7", "presence": "1"}), by=SYSTEM)
    assert [(remark["line"], remark["kind"]) for remark in report.refused] == [(3, "REPEATED_KEY")]


def test_refused_rows_end_the_command_with_a_code_of_their_own(visits_file: Make) -> None:
    with pytest.raises(CommandError) as failed:
        call_command("import_ipis", str(visits_file({}, {"visit_date": "never"})))
    assert failed.value.returncode == 2
    assert Claim.objects.filter(kind="OBSERVATION").count() == 1


def test_a_file_of_refused_rows_alone_makes_no_batch(visits_file: Make) -> None:
    report = import_ipis(visits_file({"visit_date": "never"}), by=SYSTEM)
    assert report.batch is None
    assert nothing_written()


def test_lines_are_counted_as_an_editor_does(visits_file: Make) -> None:
    report = import_ipis(visits_file({"village": "two\nlines"}, {"presence": "9"}), by=SYSTEM)
    assert report.refused[0]["line"] == 4


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(content=st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_in_words(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "any.csv"
    path.write_bytes(content)
    try:
        with TableFile(path) as table:
            read = b"".join(iter(table.read, b""))
    except FileFault as fault:
        assert str(fault)
    else:
        assert read in content


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    cells=st.dictionaries(
        st.sampled_from(COLUMNS), st.text(st.characters(exclude_categories=["Cs"]), max_size=30), max_size=6
    )
)
def test_any_cells_are_written_or_refused_as_a_whole(visits_file: Make, cells: dict[str, str]) -> None:
    from django.db import transaction

    path = visits_file({**cells, "pcode": "testmine009"}, {})
    with transaction.atomic():
        try:
            report = import_ipis(path, by=SYSTEM)
            assert report.counts["visits_added"] + report.counts["visits_refused"] == report.counts["rows"]
        except FileFault as fault:
            assert str(fault)
        transaction.set_rollback(True)
