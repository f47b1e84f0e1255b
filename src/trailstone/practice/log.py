"""Adding a row to the log: one statement, which itself sees to it that the attempt is open and the learner's own.

That nobody else was first with this step is in the keys of the table (``one_row_a_step``, ``counted_once``): a step
that was worked out from an old state has a number that is taken. So nothing need be read or locked beforehand.
"""

from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import cache
from typing import Any

from django.db import connection, transaction
from django.db.utils import OperationalError

from trailstone.database.sqlite3.writer import writer
from trailstone.ids import uuid7
from trailstone.practice.models import Answer, Attempt, State
from trailstone.practice.sitting import Sitting, Step

COLUMNS = (
    "school_id", "id", "attempt_id", "position", "number", "kind", "response", "mark", "misconception", "ms",
    "client_key", "at",
)  # fmt: skip
_FIELDS = {field.column: field for field in Answer._meta.concrete_fields}
Way = Callable[[str, Sequence[Any]], int]
_LONGEST = 2**31 - 1  # milliseconds that fit in the column


def add(before: Sitting, position: int, step: Step) -> bool:
    """Write ``step`` as the next thing done at this place. False, and nothing written, when the attempt is not open.

    Returns when the row is on the disk, except in a transaction of the caller's: then when that is committed.

    Raises:
        IntegrityError: there is a row for this step, or with this client key.
    """
    own = [before.school_id, _as_stored("attempt_id", before.id), _as_stored("id", before.learner_id), State.OPEN.value]
    values = [*_row(before, position, step), *own]
    return bool(WAYS.get(connection.vendor, _directly)(_statement(connection.vendor), values))


def _row(before: Sitting, position: int, step: Step) -> list[Any]:
    """The values of ``COLUMNS``, as the database wants them."""
    ms = max(0, int((step.at - before.last_at) / timedelta(milliseconds=1)))
    return [
        before.school_id, _as_stored("id", uuid7(step.at)), _as_stored("attempt_id", before.id), position, step.number,
        step.kind.value, _as_stored("response", step.response), step.mark, step.misconception, min(ms, _LONGEST),
        _as_stored("client_key", step.client_key), _as_stored("at", step.at),
    ]  # fmt: skip


def _as_stored(column: str, value: Any) -> Any:
    """What the database keeps for a value of a column that is not simply a number or a text."""
    return _FIELDS[column].get_db_prep_save(value, connection)


@cache
def _statement(vendor: str) -> str:
    """The one statement. SQLite's writer speaks to the driver, whose sign for a value is ``?``."""
    quoted, mark = connection.ops.quote_name, "?" if vendor == "sqlite" else "%s"
    names = [quoted(name) for name in COLUMNS]
    return (
        f"INSERT INTO {quoted(Answer._meta.db_table)} ({', '.join(names)}) "  # noqa: S608 - names of columns only
        f"SELECT {', '.join([mark] * len(names))} FROM {quoted(Attempt._meta.db_table)} "
        f"WHERE school_id = {mark} AND id = {mark} AND learner_id = {mark} AND state = {mark}"
    )


def _together(sql: str, values: Sequence[Any]) -> int:
    """SQLite: with the other answers that wait; in a transaction of the caller's, in that one."""
    if connection.in_atomic_block:
        return _directly(sql.replace("?", "%s"), values)
    return writer(connection.alias).write(sql, values)


def _directly(sql: str, values: Sequence[Any]) -> int:
    """Within a transaction: a savepoint keeps the rest of it usable when the row is refused."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)
        return int(cursor.rowcount)


def _prepared(sql: str, values: Sequence[Any]) -> int:
    """PostgreSQL: one round trip that commits by itself, on this thread's own connection.

    Instead of asking beforehand whether the connection still stands, a broken one is replaced and the statement sent
    again: with the same keys it cannot count twice.
    """
    if connection.in_atomic_block:
        return _directly(sql, values)
    try:
        return _on_this_connection(sql, values)
    except OperationalError:
        if not connection.is_usable():
            connection.close()
        return _on_this_connection(sql, values)


def _on_this_connection(sql: str, values: Sequence[Any]) -> int:
    import psycopg  # only where the database is PostgreSQL

    if connection.connection is None:
        connection.connect()
    with connection.wrap_database_errors, psycopg.Cursor(connection.connection) as cursor:
        return cursor.execute(sql, values).rowcount


WAYS: dict[str, Way] = {"sqlite": _together, "postgresql": _prepared}
