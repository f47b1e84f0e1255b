"""A database as an earlier version left it, from the text in ``released``."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import psycopg
from psycopg import sql

FOLDER = Path(__file__).parent / "released"
FIRST = "0001_first"
APPS = ("people", "content", "practice", "progress", "goals")
DJANGO = ("contenttypes", "auth", "sessions")


def lay(site):
    """Bring an empty database to the first migrations and fill it."""
    done = site.run("tests.durability.release")
    assert done.returncode == 0, done.stderr
    (_fill_sqlite if site.is_sqlite else _fill_postgresql)(site, tables())


def tables():
    """The tables of the first version: name -> (columns, rows)."""
    return rows_of(FOLDER / "first.jsonl")


def main():
    """The first migrations, in the environment of a site."""
    import django

    django.setup()
    from django.core.management import call_command

    for app in DJANGO:
        call_command("migrate", app, verbosity=0)
    for app in APPS:
        call_command("migrate", app, FIRST, verbosity=0)


def rows_of(file):
    """The tables in a text: a line with the columns, then a line a row; bytes stand as hex."""
    found, name = {}, ""
    for line in file.read_text("utf-8").splitlines():
        said = json.loads(line)
        if isinstance(said, dict):
            name = said["table"]
            found[name] = (said["columns"], [])
        else:
            found[name][1].append([bytes.fromhex(v["bytes"]) if isinstance(v, dict) else v for v in said])
    return found


def _fill_sqlite(site, tables):
    with closing(sqlite3.connect(site.file)) as database:
        for name, (columns, rows) in tables.items():
            names, places = ", ".join(f'"{column}"' for column in columns), ", ".join("?" * len(columns))
            database.executemany(f'INSERT INTO "{name}" ({names}) VALUES ({places})', rows)  # noqa: S608 - our own names
        database.commit()


def _fill_postgresql(site, tables):
    with closing(psycopg.connect(site.url, options="-c timezone=UTC")) as database:
        database.execute("SET session_replication_role = replica")  # rows may come before those they point at
        for name, (columns, rows) in tables.items():
            _copy(database, name, columns, rows)
            if "id" in columns and isinstance(rows[0][columns.index("id")], int):
                _count_on(database, name)
        database.commit()


def _copy(database, name, columns, rows):
    """By COPY: PostgreSQL reads every value from its text."""
    names = sql.SQL(", ").join(map(sql.Identifier, columns))
    words = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(name), names)
    with database.cursor() as cursor, cursor.copy(words) as copy:
        for row in rows:
            copy.write_row([f"\\x{value.hex()}" if isinstance(value, bytes) else value for value in row])


def _count_on(database, name):
    """New rows get numbers after the last."""
    table = sql.Identifier(name)
    words = "SELECT setval(pg_get_serial_sequence({}, 'id'), max(id)) FROM {} HAVING max(id) IS NOT NULL"
    literal = sql.Literal(f'"{name}"')
    database.execute(sql.SQL(words).format(literal, table))


if __name__ == "__main__":
    main()
