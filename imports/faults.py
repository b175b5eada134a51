"""What is wrong with a file as a whole: said in one sentence with its place and a remedy, and nothing is written."""


class FileFault(Exception):
    """A file that cannot be imported at all; the text says where and what to do."""


class RowsRefused(Exception):
    """Every row of a file was refused; `report` says why."""

    def __init__(self, report: dict[str, object]) -> None:
        super().__init__("every row was refused")
        self.report = report
