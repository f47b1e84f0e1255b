"""A small world that is made once in a process, and stands again as it was in every later test that asks for it.

Making the school of the cast takes 250 statements and most of a short test's time; putting its rows back takes ten.
Each test still begins with an empty database and leaves one: only the way the rows come in differs.
"""

import time
from copy import deepcopy

from django.db import connection, transaction

from trailstone.content.catalogue import CATALOGUE

QUOTED = {"sqlite": 'quote("{}")', "postgresql": 'quote_nullable("{}"::text)'}  # a value as a literal of its database
DJANGOS_OWN = {"auth_permission", "django_content_type"}  # filled whenever the tables are made


class Kept:
    """``Kept(make)()`` is ``make()``, from the second time on out of the rows and the values that the first one left.

    ``make`` reads no clock and nothing that tests set; it begins in an empty database.
    """

    def __init__(self, make):
        self._make, self._statements, self._made, self._courses = make, None, None, None

    def __call__(self):
        if self._statements is None:
            return self._first()
        with transaction.atomic(), connection.cursor() as cursor:
            for statement in self._statements:
                cursor.execute(statement)
        CATALOGUE._maps, CATALOGUE._holding = self._courses
        CATALOGUE._looked = time.monotonic()
        return self._copy()

    def _first(self):
        others = set(tables_with_rows())
        if others - DJANGOS_OWN:  # a test has put something there before: what is made now is for it alone
            return self._make()
        self._made = self._make()
        CATALOGUE.courses()
        self._courses = CATALOGUE._maps, CATALOGUE._holding
        self._statements = [insert(table) for table in tables_with_rows() if table not in others]
        return self._copy()

    def _copy(self):
        """What was made, for one test to change; the maps of the courses are values, and shared as in the site."""
        return deepcopy(self._made, {id(course): course for course in self._courses[0].values()})


def tables_with_rows():
    """The site's tables that are not empty."""
    with connection.cursor() as cursor:
        for table in connection.introspection.django_table_names(only_existing=True):
            cursor.execute(f'SELECT 1 FROM "{table}" LIMIT 1')  # noqa: S608 - our own tables
            if cursor.fetchone():
                yield table


def insert(table):
    """One statement that writes what stands in a table, in the order of its columns: a server has none of its own."""
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{table}" LIMIT 0')  # noqa: S608 - our own tables
        columns = [column.name if hasattr(column, "name") else column[0] for column in cursor.description]
        values = " || ',' || ".join(QUOTED[connection.vendor].format(name) for name in columns)
        names = ", ".join(f'"{name}"' for name in columns)
        cursor.execute(f'SELECT {values} FROM "{table}" ORDER BY {names}')  # noqa: S608 - our own tables
        rows = ",".join(f"({row})" for (row,) in cursor.fetchall())
    return f'INSERT INTO "{table}" ({names}) VALUES {rows}'  # noqa: S608 - quoted by the database
