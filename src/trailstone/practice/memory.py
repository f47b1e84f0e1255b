"""The sittings this process has lately seen, so that the next answer need not read them anew.

What is kept may be old (another process, another tab): it is good enough to work out the next row, because the
statement that writes the row refuses what does not fit (see ``log``). It is never shown to anybody unless that row was
written, and it is kept for its own learner alone.
"""

import threading
from collections import OrderedDict
from uuid import UUID

from django.db import connection

from trailstone.practice.models import State
from trailstone.practice.sitting import Sitting

MOST = 2000  # sittings, of about 10 kB each


class Memory:
    """The latest sittings by attempt. Nothing is kept or found within a transaction, which may yet be rolled back.

    An event loop, which is never in one, uses ``note`` and ``known``: to ask there would make a connection a request.
    """

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._kept: OrderedDict[UUID, Sitting] = OrderedDict()

    def keep(self, sitting: Sitting) -> None:
        """Note where an attempt stands; one that is closed is forgotten."""
        if not connection.in_atomic_block:
            self.note(sitting)

    def note(self, sitting: Sitting) -> None:
        """The same in an event loop."""
        with self._lock:
            self._kept.pop(sitting.id, None)
            if sitting.state == State.OPEN:
                self._kept[sitting.id] = sitting
            if len(self._kept) > self._most:
                self._kept.popitem(last=False)

    def find(self, school_id: int, learner_id: UUID, attempt_id: UUID) -> Sitting | None:
        """The sitting as it was last seen here; None when it was not, or is somebody else's."""
        return None if connection.in_atomic_block else self.known(school_id, learner_id, attempt_id)

    def known(self, school_id: int, learner_id: UUID, attempt_id: UUID) -> Sitting | None:
        """The same in an event loop."""
        found = self._kept.get(attempt_id)
        mine = found is not None and (found.school_id, found.learner_id) == (school_id, learner_id)
        return found if mine else None

    def forget(self, attempt_id: UUID) -> None:
        """Drop what turned out to be old."""
        with self._lock:
            self._kept.pop(attempt_id, None)


MEMORY = Memory()
