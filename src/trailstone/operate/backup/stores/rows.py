"""Counting and hashing the rows of a PostgreSQL database."""

import hashlib

import psycopg
from psycopg import sql

from trailstone.operate.backup.manifest import Contents, Table
from trailstone.operate.backup.telling import Told

# Values become text in one fixed way, whatever this server's settings are.
FIXED = (
    "SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO, YMD'; SET LOCAL IntervalStyle = 'iso_8601'; "
    "SET LOCAL extra_float_digits = 1; SET LOCAL bytea_output = 'hex'"
)
TABLES = """
    SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'
    AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e') ORDER BY 1, 2
"""
# In the order of the bytes: another server may sort words in another way.
ROWS = 'COPY (SELECT r::text FROM {} AS r ORDER BY r::text COLLATE "C") TO STDOUT'


def contents(connection: psycopg.Connection, step: str, told: Told) -> Contents:
    """Every row that this connection's transaction sees."""
    connection.execute(FIXED)
    names = connection.execute(TABLES).fetchall()
    tables = {}
    for done, (schema, name) in enumerate(names, start=1):
        tables[name if schema == "public" else f"{schema}.{name}"] = _table(connection, schema, name)
        told(step, done / len(names))
    rows = connection.execute("SELECT app || '.' || name FROM django_migrations").fetchall()
    version = connection.info.parameter_status("server_version") or ""
    return Contents(version, tuple(sorted(name for (name,) in rows)), tables)


def _table(connection: psycopg.Connection, schema: str, name: str) -> Table:
    digest, rows = hashlib.sha256(), 0
    with connection.cursor() as cursor, cursor.copy(sql.SQL(ROWS).format(sql.Identifier(schema, name))) as lines:
        for line in lines:
            digest.update(line)
            rows += bytes(line).count(b"\n")
    return Table(rows, digest.hexdigest())
