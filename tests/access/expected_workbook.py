"""Who may touch rows of the workbook, written by hand: the room while it writes, the secretariat, nobody else."""

from .expected_rows import AMINAS, BOTH_OF_THE_SECRETARIAT, Clause, Line

OPEN = frozenset({"PREPARED", "RUNNING"})
IN_THE_ROOM: Line = {"amina": (Clause(workshop="amina", stages=OPEN),)}
READ_IN_THE_ROOM: Line = {**BOTH_OF_THE_SECRETARIAT, **IN_THE_ROOM}
OWN: Line = {**BOTH_OF_THE_SECRETARIAT, "amina": (AMINAS,)}

WORKBOOK: dict[str, dict[str, Line]] = {
    "accounts.Device": {"view": OWN, "manage": OWN},
    "workbook.Workbook": {
        "view": OWN,
        "read": READ_IN_THE_ROOM,
        "write": IN_THE_ROOM,
        "hand_in": {"amina": (AMINAS,)},
        "show": IN_THE_ROOM,
        "report": OWN,
        "report_whole": READ_IN_THE_ROOM,
        "strike": {
            **{name: (Clause(stages=OPEN),) for name in ("esther", "furaha")},
            **IN_THE_ROOM,
        },
        "recall": BOTH_OF_THE_SECRETARIAT,
    },
    "workbook.Update": {"view": READ_IN_THE_ROOM},
    "workbook.MergedState": {"view": READ_IN_THE_ROOM},
    "workbook.NamedVersion": {"view": READ_IN_THE_ROOM, "add": IN_THE_ROOM},
    "workbook.HeldUpdate": {"view": BOTH_OF_THE_SECRETARIAT, "decide": BOTH_OF_THE_SECRETARIAT},
    "workbook.Struck": {"view": READ_IN_THE_ROOM},
    "workbook.Seat": {"view": READ_IN_THE_ROOM},
    "workbook.RecalledClaim": {"view": READ_IN_THE_ROOM, "add": BOTH_OF_THE_SECRETARIAT},
}
