"""The workbook."""

from .lines import Lines, read

WORKBOOK: dict[tuple[str, str], Lines] = {
    ("workbook:shell", ""): read("abcdhefg 200, 0 302"),
}
