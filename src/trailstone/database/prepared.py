"""A statement that Django puts together once: putting it together takes longer than a learner's rows do.

What stands in it, and how its columns are read, is Django's own; only the work is not done again for every page.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, Final
from uuid import UUID

from django.db import connections, router
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model, QuerySet

Value = int | str | UUID | datetime | tuple[UUID, ...]
SCHOOL: Final = 987_654_321  # for an example: values that stand nowhere else in a statement
SOMEBODY: Final = UUID(int=2)
MOMENT: Final = datetime(2000, 1, 1, tzinfo=UTC)
MOST: Final = 32  # statements that are kept of one: a database and the length of a list make another
Reader = tuple[int, tuple[Callable[[Any, Any, Any], Any], ...], Any]  # column, converters one after the other, field


@dataclass(frozen=True, slots=True)
class _Statement:
    """SQL; its parameters, each as the place of the value that it is, or as what always stands there; the columns that
    have to be read."""

    sql: str
    parameters: tuple[tuple[int | None, Any], ...]
    readers: tuple[Reader, ...]


class Prepared:
    """The rows of ``build(*values)``, a ``values_list`` of ``model``.

    ``example``: values that are all different, and equal to nothing else that stands in the statement. In the place of
    a list stands an empty tuple; a list has only ids, and as many of them as there may be on a page.
    """

    def __init__(self, model: type[Model], build: Callable[..., QuerySet[Any, Any]], example: Sequence[Value]) -> None:
        self._model, self._build, self._example = model, build, example
        self._statement = lru_cache(maxsize=MOST)(self._put_together)

    def rows(self, *values: Value) -> list[list[Any]]:
        """One statement where the model is read; none when a list is empty: then there is nothing to be found."""
        if () in values:
            return []
        alias = router.db_for_read(self._model)
        connection = connections[alias]
        lengths = tuple(len(value) if isinstance(value, tuple) else 0 for value in values)
        statement = self._statement(alias, connection.vendor, lengths)
        stored = _spread(connection, values)
        with connection.cursor() as cursor:
            cursor.execute(statement.sql, [fixed if at is None else stored[at] for at, fixed in statement.parameters])
            rows = [list(row) for row in cursor.fetchall()]
        for reader in statement.readers:
            _read(connection, rows, *reader)
        return rows

    def _put_together(self, alias: str, _vendor: str, lengths: tuple[int, ...]) -> _Statement:
        connection = connections[alias]
        values = [_ids(many) if many else one for one, many in zip(self._example, lengths, strict=True)]
        compiler = self._build(*values).query.get_compiler(connection=connection)
        sql, parameters = compiler.as_sql()
        stored = _spread(connection, values)
        places = {one: at for at, one in enumerate(stored)}
        found = compiler.get_converters([one for one, _, _ in compiler.select])
        readers = tuple((column, tuple(converters), field) for column, (converters, field) in found.items())
        if not places.keys() <= {*parameters}:
            raise ValueError("a value that was handed in stands nowhere in the statement")
        told = ((places.get(one), None if one in places else one) for one in parameters)
        return _Statement(sql, tuple(told), readers)


def _ids(many: int) -> tuple[UUID, ...]:
    """As many ids as are in a list, like no other value."""
    return tuple(UUID(int=2**127 + number) for number in range(many))


def _spread(connection: BaseDatabaseWrapper, values: Sequence[Value]) -> list[Any]:
    """All values in a row, lists too, as the database has them."""
    found: list[Any] = []
    for value in values:
        found += [_stored(connection, one) for one in (value if isinstance(value, tuple) else (value,))]
    return found


def _stored(connection: BaseDatabaseWrapper, value: Any) -> Any:
    """As the database has it: SQLite keeps ids as hexadecimal text, and moments as text without a zone."""
    if isinstance(value, UUID):
        return value if connection.features.has_native_uuid_field else value.hex
    return connection.ops.adapt_datetimefield_value(value) if isinstance(value, datetime) else value


def _read(
    connection: BaseDatabaseWrapper,
    rows: list[list[Any]],
    column: int,
    converters: Sequence[Callable[..., Any]],
    field: Any,
) -> None:
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
