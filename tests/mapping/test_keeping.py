"""What the server keeps of the map is served while nothing has changed, and never again afterwards."""

import pytest
from django.db import connection

from mapping.keeping import KEPT_MARKS, MOST_MARKS, content_version

pytestmark = pytest.mark.django_db


def test_dropping_marks_of_changes_never_leads_back_to_a_version_that_was() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM mapping_change")
        cursor.execute("INSERT INTO mapping_change SELECT generate_series(1, %s)", [KEPT_MARKS])
        before = content_version()
        # As a table that was tidied up has them: the new marks stand before the old ones.
        cursor.execute("DELETE FROM mapping_change")
        cursor.execute("INSERT INTO mapping_change SELECT generate_series(1001, %s)", [1001 + MOST_MARKS])
        cursor.execute("INSERT INTO mapping_change SELECT generate_series(1, %s)", [KEPT_MARKS])
    content_version()
    assert content_version() != before
