"""What runs by itself, and how often."""

from datetime import timedelta
from typing import Any

SCHEDULE: dict[str, dict[str, Any]] = {
    "retire unused accounts": {"task": "accounts.retire_unused_accounts", "schedule": timedelta(days=1)},
    "keep claims no longer": {"task": "claims.keep_no_longer", "schedule": timedelta(days=1)},
    "forget archives of workbooks": {"task": "workbook.forget_archives", "schedule": timedelta(days=1)},
    "forget the old trail": {"task": "access.forget_trail", "schedule": timedelta(days=1)},
}
