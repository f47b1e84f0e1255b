"""Reports may read what learners did from a copy of the database (``DATABASE_READ_URL``), which lags a moment behind.

Only the log and the levels, only inside a report's query: classes, people and goals, which the reader may just have
changed, always come from the database itself, and so does everything a learner sees of their own work.
"""

from collections.abc import Callable
from contextvars import ContextVar
from functools import wraps
from typing import Any, Final, ParamSpec, TypeVar

from django.db.models import Model

P = ParamSpec("P")
R = TypeVar("R")
REPLICA: Final = "replica"  # the name of the copy in settings.DATABASES
COPIED: Final = frozenset({"practice", "progress"})

_reading: ContextVar[bool] = ContextVar("reading_a_report", default=False)


def from_replica(query: Callable[P, R]) -> Callable[P, R]:
    """For a report's query: what learners did may come from the copy, where there is one."""

    @wraps(query)
    def read(*args: P.args, **kwargs: P.kwargs) -> R:
        token = _reading.set(True)
        try:
            return query(*args, **kwargs)
        finally:
            _reading.reset(token)

    return read


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
