"""Whether a copy of the database that follows it (a streaming replica) may be read just now.

A copy that does not answer, that lags too far behind or that follows no more is let be, and the database itself is
read in its place: a report is late by a moment at most, and never missing because of the copy.
"""

import logging
import time
from collections.abc import Callable
from threading import Lock
from typing import Final

from django.db import Error, connections

LOOK_S: Final = 5.0  # so long the last look at a copy holds
AWAY_S: Final = 30.0  # so long a copy that failed is let be: to find it away again takes up to three seconds
# Rows of the log that the copy has not played yet make it late only when the last row it did play is old
# (postgresql.org/docs/15/functions-admin.html, recovery information functions).
WRITTEN: Final = "SELECT pg_current_wal_lsn()::text"
FOLLOWS: Final = """
    SELECT pg_is_in_recovery(), coalesce(pg_last_wal_replay_lsn() >= %s::pg_lsn
        OR now() - pg_last_xact_replay_timestamp() <= %s * interval '1 second', false)
"""
FINE: Final = ""
LATE: Final = "it is more than {:g} seconds behind"
ALONE: Final = "it follows the database no more"
log = logging.getLogger(__name__)


class Copy:
    """The copy behind the name ``alias`` of settings.DATABASES, at most ``lag`` seconds behind to be read.

    ``clock``: seconds that only go forward.
    """

    def __init__(self, alias: str, lag: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._alias, self._lag, self._clock = alias, lag, clock
        self._looking, self._next, self._why = Lock(), 0.0, FINE

    def fit(self) -> bool:
        """Whether it may be read. At most one statement to each of the two in LOOK_S; others do not wait for those.

        Raises:
            django.db.Error: the database itself does not answer.
        """
        if self._clock() >= self._next and self._looking.acquire(blocking=False):
            try:
                self._look()
            finally:
                self._looking.release()
        return self._why == FINE

    def failed(self, error: Exception) -> bool:
        """Whether it was the copy that an error came from; then it is let be for a while."""
        if not connections[self._alias].errors_occurred:
            return False
        connections[self._alias].close()
        self._settle(" ".join(str(error).split()).rstrip("."), AWAY_S)
        return True

    def _look(self) -> None:
        if connections[self._alias].vendor != "postgresql":
            self._settle(FINE, LOOK_S)
            return
        with connections["default"].cursor() as own:
            own.execute(WRITTEN)
            (written,) = own.fetchone()
        try:
            self._settle(self._judged(written), LOOK_S)
        except Error as error:
            if not self.failed(error):
                raise

    def _judged(self, written: str) -> str:
        with connections[self._alias].cursor() as copy:
            copy.execute(FOLLOWS, [written, self._lag])
            follows, near = copy.fetchone()
        return ALONE if not follows else FINE if near else LATE.format(self._lag)

    def _settle(self, why: str, seconds: float) -> None:
        if why and not self._why:
            log.warning("reports read the database itself, not the copy of DATABASE_READ_URL: %s", why)
        if self._why and not why:
            log.warning("reports read the copy of DATABASE_READ_URL again")
        self._why, self._next = why, self._clock() + seconds
