"""A school in a PostgreSQL database: pg_dump's custom format, and a second database to prove it in."""

import secrets
import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, LiteralString
from urllib.parse import quote, urlencode

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo

from trailstone.operate.backup.errors import Refused, in_words
from trailstone.operate.backup.manifest import Contents
from trailstone.operate.backup.stores.programs import program, run
from trailstone.operate.backup.stores.rows import contents
from trailstone.operate.backup.telling import Told

IN_USE = "The site is running, or another program uses its database. Stop it first, then again."
# A pooler keeps its connections when the site has stopped. The worker of a site that runs is never idle: its lead is a
# transaction.
LET_GO = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s AND usename = user AND state = 'idle'"
)
LONGEST = 30  # of 63 signs; the rest says what the other database is for
MAINTENANCE = ("postgres", "template1")
NO_RIGHT = (
    "The PostgreSQL user {user} may not make databases, and Trailstone proves each backup by restoring it into one. "
    'As the server\'s administrator: ALTER ROLE "{user}" CREATEDB;'
)
OURS = ("--no-owner", "--no-privileges")  # another server has other users


@dataclass(frozen=True, slots=True)
class Postgres:
    """The database ``name`` on a server; ``server`` is how to reach it (libpq's names, no password)."""

    name: str
    server: Mapping[str, str]
    password: str
    workplace: Path
    kind: str = "postgresql"
    member: str = "trailstone.dump"
    pooled: bool = False

    @classmethod
    def of(cls, database: Mapping[str, Any], data: Path, *, pooled: bool = False) -> "Postgres":
        """What Django's settings of a database describe."""
        given = {name: str(database.get(name.upper()) or "") for name in ("host", "port", "user")}
        given |= {name: str(value) for name, value in database.get("OPTIONS", {}).items() if name.startswith("ssl")}
        server, password = {k: v for k, v in given.items() if v}, database.get("PASSWORD") or ""
        return cls(database["NAME"], server, password, data, pooled=pooled)

    def url(self, name: str) -> str:
        """A DATABASE_URL of another database on this server."""
        extra = dict(self.server)
        user, host, port = (extra.pop(part, "") for part in ("user", "host", "port"))
        who = quote(user, safe="") + (f":{quote(self.password, safe='')}" if self.password else "")
        place = quote(host, safe="") + (f":{port}" if port else "")
        return f"postgresql://{who}@{place}/{quote(name, safe='')}" + (f"?{urlencode(extra)}" if extra else "")

    def connect(self, name: str, *, autocommit: bool = False) -> psycopg.Connection:
        """A connection of our own to a database on this server."""
        return psycopg.connect(self._info(name), password=self.password or None, autocommit=autocommit)

    def _info(self, name: str) -> str:
        return make_conninfo(**{"dbname": name, **self.server})

    @property
    def _secret(self) -> dict[str, str]:
        return {"PGPASSWORD": self.password} if self.password else {}

    @contextmanager
    def beside(self) -> Iterator[psycopg.Connection]:
        """A connection to none of ours, from where databases can be made, renamed and dropped."""
        try:
            connection = self.connect(MAINTENANCE[0], autocommit=True)
        except psycopg.OperationalError:
            connection = self.connect(MAINTENANCE[1], autocommit=True)
        with connection:
            yield connection

    def copy(self, into: Path, told: Told) -> Contents:
        with in_words("Copying the database"), self.connect(self.name) as connection:
            connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
            row = connection.execute("SELECT pg_export_snapshot()").fetchone()
            dump = program("pg_dump", connection.info.server_version // 10000)
            moment = f"--snapshot={row[0] if row else ''}"  # the dump and our counts see one and the same moment
            words = [
                "--format=custom",
                "--compress=0",
                *OURS,
                moment,
                f"--file={into}",
                f"--dbname={self._info(self.name)}",
            ]
            run([dump, *words], self._secret, "Copying the database with pg_dump")
            told("copy", 1)
            return contents(connection, "count and hash", told)

    @contextmanager
    def scratch(self, file: Path, told: Told) -> Iterator["PostgresScratch"]:
        name = f"{self.name[:LONGEST]}_scratch_{secrets.token_hex(4)}"
        with in_words("Restoring into a scratch database"), self.beside() as server:
            restore = program("pg_restore", server.info.server_version // 10000)
            self._clear_away(server)
            self._make(server, name)
        try:
            words = ["--exit-on-error", "--single-transaction", *OURS, f"--dbname={self._info(name)}", str(file)]
            run([restore, *words], self._secret, "Restoring with pg_restore")
            told("restore", 1)
            yield PostgresScratch(name, self)
        finally:
            with self.beside() as server:
                server.execute(_named("DROP DATABASE IF EXISTS {} WITH (FORCE)", name))

    def _clear_away(self, server: psycopg.Connection) -> None:
        """Drop what a computer that was switched off left; a scratch that somebody uses stays."""
        found = server.execute("SELECT datname FROM pg_database").fetchall()
        for (name,) in found:
            if name.startswith(f"{self.name[:LONGEST]}_scratch_"):
                with suppress(psycopg.errors.ObjectInUse, psycopg.errors.InsufficientPrivilege):
                    server.execute(_named("DROP DATABASE IF EXISTS {}", name))

    def _make(self, server: psycopg.Connection, name: str) -> None:
        """An empty database that sorts as the present one does."""
        found = server.execute(
            "SELECT datcollate, datctype FROM pg_database WHERE datname = %s", [self.name]
        ).fetchone()
        sorting = sql.SQL(" LC_COLLATE {} LC_CTYPE {}").format(*found) if found else sql.SQL("")
        try:
            server.execute(_named("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'", name) + sorting)
        except psycopg.errors.InsufficientPrivilege as error:
            raise Refused(NO_RIGHT.format(user=server.info.user)) from error

    def refuse_in_use(self) -> None:
        with in_words("Asking the database server"), self.beside() as server:
            if self.pooled:
                server.execute(LET_GO, [self.name])
            for _ in range(30):
                users = "SELECT 1 FROM pg_stat_activity WHERE datname = %s AND backend_type = 'client backend'"
                if server.execute(users, [self.name]).fetchone() is None:
                    return
                time.sleep(0.1)  # who has just said goodbye is listed for a moment still
        raise Refused(IN_USE)

    def bring_back(self, kept: Path, keep: Path) -> None:
        self.replace(self._kept_as(kept), keep)

    def forget(self, kept: Path) -> None:
        with in_words(f"Deleting what is kept as {kept}"), self.beside() as server:
            server.execute(_named("DROP DATABASE IF EXISTS {}", self._kept_as(kept)))
            shutil.rmtree(kept)

    def replace(self, new: str, keep: Path) -> None:
        """Give the database ``new`` the school's name, and the school's one another, both or neither."""
        try:
            with in_words("Putting the database in its place"), self.beside() as server, server.transaction():
                if self._exists(server, self.name):
                    server.execute(_named("ALTER DATABASE {} RENAME TO {}", self.name, self._kept_as(keep)))
                server.execute(_named("ALTER DATABASE {} RENAME TO {}", new, self.name))
        except Refused as refusal:
            used = isinstance(refusal.__cause__, psycopg.errors.ObjectInUse)
            raise Refused(IN_USE) if used else refusal from refusal

    def _exists(self, server: psycopg.Connection, name: str) -> bool:
        return server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is not None

    def _kept_as(self, folder: Path) -> str:
        return f"{self.name[:LONGEST]}_before_{folder.name.replace('-', '_')}"


@dataclass(frozen=True, slots=True)
class PostgresScratch:
    """A database restored from a backup."""

    name: str
    store: Postgres

    @property
    def url(self) -> str:
        return self.store.url(self.name)

    def contents(self, told: Told) -> Contents:
        with in_words("Comparing"), self.store.connect(self.name) as connection:
            return contents(connection, "compare", told)

    def take_its_place(self, keep: Path) -> None:
        with in_words("Preparing the restored database"), self.store.connect(self.name, autocommit=True) as connection:
            connection.execute("ANALYZE")  # a dump carries no statistics, and without them reports are slow
        self.store.replace(self.name, keep)


def _named(words: LiteralString, *names: str) -> sql.Composed:
    return sql.SQL(words).format(*map(sql.Identifier, names))
