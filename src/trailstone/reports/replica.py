"""Reports may read what learners did from a copy of the database (``DATABASE_READ_URL``), which lags a moment behind.

Only the log and the levels, only inside a report's query: classes, people and goals, which the reader may just have
changed, always come from the database itself, and so does everything a learner sees of their own work. A copy that is
away or too far behind is not read (``database.copied``).
"""

from collections.abc import Callable
from contextvars import ContextVar
from functools import cache, wraps
from typing import Any, Final, ParamSpec, TypeVar

from django.conf import settings
from django.db import Error
from django.db.models import Model

from trailstone.database.copied import Copy

P = ParamSpec("P")
R = TypeVar("R")
REPLICA: Final = "replica"  # the name of the copy in settings.DATABASES
COPIED: Final = frozenset({"practice", "progress"})

_reading: ContextVar[bool] = ContextVar("reading_a_report", default=False)


def from_replica(query: Callable[P, R]) -> Callable[P, R]:
    """For a report's query: what learners did may come from the copy, where there is one that may be read.

    A query that the copy fails, be it for want of a column it has not got yet, is asked again of the database itself.
    """

    @wraps(query)
    def read(*args: P.args, **kwargs: P.kwargs) -> R:
        copy = None if _reading.get() else _copy()  # inside another report's query, that one decides
        if copy is None:
            return _from_copy(query, *args, **kwargs)
        if copy.fit():
            try:
                return _from_copy(query, *args, **kwargs)
            except Error as error:
                if not copy.failed(error):
                    raise
        return query(*args, **kwargs)

    return read


def _from_copy(query: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    token = _reading.set(True)
    try:
        return query(*args, **kwargs)
    finally:
        _reading.reset(token)


@cache
def _copy() -> Copy | None:
    """The copy of the settings."""
    return Copy(REPLICA, settings.DATABASE_READ_LAG) if settings.DATABASE_READ_URL else None


class Router:
    """Django's word for what decides where a query goes; in force when there is a copy."""

    def db_for_read(self, model: type[Model], **hints: Any) -> str | None:
        """The copy, inside a report and for what learners did; else no opinion."""
        return REPLICA if _reading.get() and model._meta.app_label in COPIED else None

    def db_for_write(self, model: type[Model], **hints: Any) -> str:
        """Never the copy, wherever a row was read."""
        return "default"

    def allow_relation(self, one: Model, other: Model, **hints: Any) -> bool:
        """It is the same data."""
        return True

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool | None:
        """The copy follows the database; nothing is made in it."""
        return False if db == REPLICA else None
