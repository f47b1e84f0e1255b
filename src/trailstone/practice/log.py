"""Adding a row to the log: one statement, which itself sees to it that the attempt is open and the learner's own.

That nobody else was first with this step is in the keys of the table (``one_row_a_step``, ``counted_once``): a step
that was worked out from an old state has a number that is taken. So nothing need be read or locked beforehand.
"""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import datetime, timedelta
from functools import cache
from typing import Any

import orjson
from django.db import connection

from trailstone.database.together import Row, Together
from trailstone.ids import uuid7
from trailstone.practice.models import Answer, Attempt, State
from trailstone.practice.sitting import Sitting, Step

COLUMNS = (
    "school_id", "id", "attempt_id", "position", "number", "kind", "response", "mark", "misconception", "ms",
    "client_key", "at",
)  # fmt: skip
GUARD = {"school_id": 0, "id": 2, "learner_id": len(COLUMNS)}  # column of the attempt -> place of its value in a row
_FIELDS = {field.column: field for field in Answer._meta.concrete_fields}
_LONGEST = 2**31 - 1  # milliseconds that fit in the column


def add(before: Sitting, position: int, step: Step) -> bool:
    """Write ``step`` as the next thing done at this place. False, and nothing written, when the attempt is not open,
    when there is a row for this step, or one with its client key.

    Returns when the row is on the disk, except in a transaction of the caller's: then when that is committed.
    """
    row = _row(before, position, step)
    return _directly(row) if connection.in_atomic_block else TOGETHER.write(row[1], row)


def added(before: Sitting, position: int, step: Step) -> asyncio.Future[bool]:
    """The same in an event loop, which goes on meanwhile; never in a transaction."""
    row = _row(before, position, step)
    return TOGETHER.written(row[1], row)


def _row(before: Sitting, position: int, step: Step) -> list[Any]:
    """The values of ``COLUMNS``, and the learner, as texts and numbers that both databases read."""
    ms = max(0, int((step.at - before.last_at) / timedelta(milliseconds=1)))
    return [
        before.school_id, uuid7(step.at).hex, before.id.hex, position, step.number, step.kind.value,
        orjson.dumps(step.response).decode(), step.mark, step.misconception, min(ms, _LONGEST), step.client_key.hex,
        str(_moment()(step.at)), before.learner_id.hex,
    ]  # fmt: skip


@cache
def _moment() -> Callable[[datetime], object]:
    """How this database is told a moment: the same on all of its connections."""
    return connection.ops.adapt_datetimefield_value


def _directly(row: Row) -> bool:
    """In the transaction of the caller."""
    with connection.cursor() as cursor:
        cursor.execute(*single(row))
        return bool(cursor.rowcount)


def single(row: Row) -> tuple[str, list[Any]]:
    """The statement for one row, and its values."""
    return _single(connection.vendor), [*row[: len(COLUMNS)], *(row[at] for at in GUARD.values())]


@cache
def _single(vendor: str) -> str:
    casts = _casts()
    values = ", ".join(f"%s{cast}" for cast in casts)
    own = " AND ".join(f"{name} = %s{casts[at] if at < len(casts) else _cast('id')}" for name, at in GUARD.items())
    source = f"{_attempts()} WHERE {own} AND state = '{State.OPEN}'"
    return f"{_insert()} SELECT {values} FROM {source} {_LEAVE_OUT}"  # noqa: S608 - names of columns only


@cache
def _many(vendor: str) -> str:
    """The statement for all rows of a JSON array of arrays, in their order. Gives the ids of those it wrote.

    Each row looks its attempt up by the key. A join let PostgreSQL read all attempts of all schools for twenty rows.
    """
    values = [f"(r.value ->> {at}){cast}" for at, cast in enumerate([*_casts(), _cast("id")])]
    own = " AND ".join(f"a.{name} = {values[at]}" for name, at in GUARD.items())
    state = f"SELECT a.state FROM {_attempts()} AS a WHERE {own}"  # noqa: S608 - names of columns only
    return (
        f"{_insert()} SELECT {', '.join(values[:-1])} FROM {ROWS[vendor]} "  # noqa: S608 - names of columns only
        f"WHERE ({state}) = '{State.OPEN}' {_LEAVE_OUT} RETURNING id"
    )


ROWS = {  # vendor -> an array of arrays as a table; both read the value at a place of a row with ->>
    "sqlite": "json_each(?) AS r",
    "postgresql": "jsonb_array_elements(%s::jsonb) AS r(value)",
}
_LEAVE_OUT = "ON CONFLICT DO NOTHING"


def _insert() -> str:
    quoted = connection.ops.quote_name
    return f"INSERT INTO {quoted(Answer._meta.db_table)} ({', '.join(map(quoted, COLUMNS))})"


def _attempts() -> str:
    return connection.ops.quote_name(Attempt._meta.db_table)


def _casts() -> list[str]:
    return [_cast(column) for column in COLUMNS]


def _cast(column: str) -> str:
    """PostgreSQL is told the type of what comes as text; SQLite's columns know theirs."""
    return f"::{_FIELDS[column].db_type(connection)}" if connection.vendor == "postgresql" else ""


def write(at: Any, rows: Sequence[Row]) -> set[str]:
    """All rows in one statement that commits by itself, on the driver's own connection."""
    with closing(CURSORS[at.vendor](at.connection)) as cursor:
        cursor.execute(_many(at.vendor), (orjson.dumps(rows).decode(),))
        return {str(found).replace("-", "") for (found,) in cursor.fetchall()}


def _prepared(raw: Any) -> Any:
    """PostgreSQL keeps the plan; Django's own cursor writes the values into the statement instead."""
    import psycopg  # only where the database is PostgreSQL

    return psycopg.Cursor(raw)


CURSORS: dict[str, Callable[[Any], Any]] = {"sqlite": lambda raw: raw.cursor(), "postgresql": _prepared}


TOGETHER = Together(write)
