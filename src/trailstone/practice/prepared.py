"""A statement that Django puts together once: putting it together takes longer than a learner's rows do.

What stands in it, and how its columns are read, is Django's own; only the work is not done again for every page.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

Value = int | UUID
Reader = tuple[int, tuple[Callable[[Any, Any, Any], Any], ...], Any]  # column, converters one after the other, field


@dataclass(frozen=True, slots=True)
class _Statement:
    """SQL; for each of its parameters which of the values it is; the columns that have to be read."""

    sql: str
    parameters: tuple[int, ...]
    readers: tuple[Reader, ...]


class Prepared:
    """The rows of ``build(*values)``, a ``values_list``; the values are all different in ``example``."""

    def __init__(self, build: Callable[..., QuerySet[Any, Any]], example: Sequence[Value]) -> None:
        self._build, self._example = build, example
        self._statement = cache(self._put_together)

    def rows(self, *values: Value) -> list[list[Any]]:
        """One statement on the site's own connection."""
        statement = self._statement(connection.vendor)
        stored = [_stored(value) for value in values]
        with connection.cursor() as cursor:
            cursor.execute(statement.sql, [stored[at] for at in statement.parameters])
            rows = [list(row) for row in cursor.fetchall()]
        for reader in statement.readers:
            _read(rows, *reader)
        return rows

    def _put_together(self, vendor: str) -> _Statement:
        compiler = self._build(*self._example).query.get_compiler(connection=connection)
        sql, parameters = compiler.as_sql()
        stored = [_stored(value) for value in self._example]
        found = compiler.get_converters([one for one, _, _ in compiler.select])
        readers = tuple((column, tuple(converters), field) for column, (converters, field) in found.items())
        return _Statement(sql, tuple(stored.index(one) for one in parameters), readers)


def _stored(value: Value) -> Any:
    """As the database has it: SQLite keeps ids as hexadecimal text."""
    text = isinstance(value, UUID) and not connection.features.has_native_uuid_field
    return value.hex if text and isinstance(value, UUID) else value


def _read(rows: list[list[Any]], column: int, converters: Sequence[Callable[..., Any]], field: Any) -> None:
    """Read one column of all rows. What repeats the row above it (an attempt's own columns do) is read once."""
    last, read = None, None
    for row in rows:
        raw = row[column]
        if raw is None:
            continue
        if raw != last:
            last, read = raw, raw
            for converter in converters:
                read = converter(read, field, connection)
        row[column] = read
