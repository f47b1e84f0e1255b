"""Spreading one PostgreSQL over several machines by school, with the Citus extension.

The log and the levels carry the school first in every key, so each school's rows can lie together on one machine;
courses, people and classes are small and are kept whole on every machine (reference tables). Function names and rules:
https://docs.citusdata.com/en/stable/develop/api_udf.html (create_distributed_table, create_reference_table, and
"unique constraints must contain the distribution column").
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.apps import apps
from django.db import connection, models

HOT: Final = ("practice", "progress")  # apps whose tables are spread
COLUMN: Final = "school_id"
STARTED_WITH: Final = "practice_attempt"  # the table that all others of a school lie beside


class CannotDistribute(Exception):
    """Nothing was changed; ``str()`` says what to do."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the site: spread by school, or (not) kept whole on every machine."""

    name: str
    spread: bool

    @property
    def statement(self) -> str:
        """What distributes it."""
        if not self.spread:
            return f"SELECT create_reference_table('{self.name}')"
        beside = "" if self.name == STARTED_WITH else f", colocate_with => '{STARTED_WITH}'"
        return f"SELECT create_distributed_table('{self.name}', '{COLUMN}'{beside})"


def tables() -> tuple[Table, ...]:
    """Every table, in an order in which each comes after those that its foreign keys point to."""
    every = [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]
    found: dict[str, Table] = {}
    while len(found) < len(every):
        for model in every:
            if _pointed_to(model) <= found.keys():
                found.setdefault(model._meta.db_table, Table(model._meta.db_table, model._meta.app_label in HOT))
    whole = [table for table in found.values() if not table.spread]
    spread = sorted((table for table in found.values() if table.spread), key=lambda table: table.name != STARTED_WITH)
    return (*whole, *spread)


def _pointed_to(model: type[models.Model]) -> set[str]:
    to = (field.related_model for field in model._meta.get_fields() if field.concrete or field.many_to_one)
    return {one._meta.db_table for one in to if isinstance(one, type) and one is not model}


def plan() -> tuple[str, ...]:
    """The statements for a database of which nothing is distributed, in order."""
    return tuple(table.statement for table in tables())


def distribute() -> Iterator[str]:
    """Distribute what is not distributed yet; each statement as it is done. May be run again at any time.

    Raises:
        CannotDistribute: not PostgreSQL, without the extension, without the rights, or with migrations to come.
    """
    done = _distributed()
    for table in tables():
        if table.name not in done:
            with connection.cursor() as cursor:
                cursor.execute(table.statement)
            yield table.statement


def _distributed() -> set[str]:
    """The tables that the extension knows already, once everything that may be missing has been looked at."""
    if connection.vendor != "postgresql":
        raise CannotDistribute(
            "This site runs on SQLite, which is one file on one machine. Only PostgreSQL can spread."
        )
    with connection.cursor() as cursor:
        if not _first(cursor, OWNS_ALL, [[table.name for table in tables()]]):
            raise CannotDistribute(
                "The user in DATABASE_URL does not own all tables of this database, so it may not distribute them. "
                "Run this once with the owner's name in DATABASE_URL."
            )
        if not _first(cursor, "SELECT 1 FROM pg_available_extensions WHERE name = 'citus'"):
            raise CannotDistribute(
                "This PostgreSQL does not have the Citus extension. Install it on every machine "
                "(https://docs.citusdata.com, Installation), or go on without: one PostgreSQL carries a district."
            )
        if not _first(cursor, "SELECT 1 FROM pg_extension WHERE extname = 'citus'"):
            raise CannotDistribute(
                "The Citus extension is installed but not switched on in this database. "
                "As a superuser, run in it: CREATE EXTENSION citus;"
            )
        cursor.execute("SELECT logicalrelid::regclass::text FROM pg_dist_partition")
        return {name for (name,) in cursor.fetchall()}


OWNS_ALL: Final = """
    SELECT 1 WHERE NOT EXISTS (
        SELECT 1 FROM pg_class WHERE relname = ANY (%s) AND relnamespace = 'public'::regnamespace
        AND NOT pg_has_role(relowner, 'USAGE'))
"""


def _first(cursor: Any, statement: str, params: list[object] | None = None) -> bool:
    cursor.execute(statement, params)
    return cursor.fetchone() is not None
