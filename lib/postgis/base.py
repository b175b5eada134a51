"""The connection to the database, kept from one request to the next."""

import select

from django.contrib.gis.db.backends.postgis import base


class DatabaseWrapper(base.DatabaseWrapper):
    """PostGIS; whether a kept connection still stands is seen on the line itself."""

    def is_usable(self) -> bool:
        """Whether the server is still there: one that went away has closed the line, which is then readable.

        A line on which something waits is asked in the usual way, by a statement.
        """
        line = select.poll()
        line.register(self.connection.fileno(), select.POLLIN | select.POLLPRI)
        return not line.poll(0) or super().is_usable()
