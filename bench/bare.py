"""The SQL of one answer without HTTP: the statement is taken from a real answer, then run on attempts made for it.

On SQLite a loop over one connection with the site's pragmas, each row committed by itself; on PostgreSQL pgbench, with
prepared statements as the site uses them and as many clients.
"""

import subprocess
import tempfile
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction

from bench.plan import Work
from bench.times import Times, times
from trailstone.people.models import User
from trailstone.practice import actions, log
from trailstone.practice.models import Answer, Attempt

ATTEMPTS = 5000
GUARD = ("guard_school", "guard_attempt", "guard_learner")  # the values after those of the row


@dataclass(frozen=True, slots=True)
class Statement:
    """The one statement of an answer, with the values it was sent with."""

    sql: str
    values: tuple[Any, ...]


def recorded(work: Work, at: datetime) -> Statement:
    """Answer a question through the actions, and keep what was asked of the database."""
    found: list[Statement] = []

    def heard(execute: Any, sql: str, values: Any, *more: Any) -> Any:
        if sql.startswith("INSERT") and Answer._meta.db_table in sql:
            found.append(Statement(sql, tuple(values)))
        return execute(sql, values, *more)

    sent = work.answers[0]
    with transaction.atomic(), connection.execute_wrapper(heard):  # in a transaction it is a statement for one row
        actions.answer(
            learner=work.learner, attempt_id=sent.attempt, position=sent.number - 1, response=sent.response,
            client_key=sent.client_key, at=at,
        )  # fmt: skip
    return found[-1]


def prepare(user: User, at: datetime) -> None:
    """Open attempts 1 .. ATTEMPTS whose ids a client can work out. Each has a subject of its own: never shown."""
    Attempt.objects.bulk_create(
        [
            Attempt(
                school_id=1, id=UUID(int=n), learner=user, course_id="alg1", activity="exercise",
                subject=f"bench:{n}", policy="standard", started_at=at, asked=4,
            )
            for n in range(1, ATTEMPTS + 1)
        ],
        batch_size=1000,
    )  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # as a database does by itself in a minute; without it the wrong index may be taken


def on_sqlite(statement: Statement, user: User, seconds: float, run: int) -> Times:
    """The statement again and again over the driver of Django's own connection, each in a transaction of its own.

    ``run``: another number each time, for a place of its own.
    """
    raw, rng, sql = connection.connection, Random(5), statement.sql.replace("%s", "?")
    spent, began, number = [], time.perf_counter(), 10
    while time.perf_counter() - began < seconds:
        start_at, number = time.perf_counter(), number % 30000 + 1
        attempt = UUID(int=rng.randint(1, ATTEMPTS)).hex
        fresh = {"id": uuid.uuid4().hex, "client_key": uuid.uuid4().hex, "number": number, "attempt_id": attempt}
        fresh |= {"position": run, "guard_attempt": attempt, "guard_learner": user.pk.hex}
        raw.execute("BEGIN IMMEDIATE")
        written = raw.execute(sql, _filled(statement, fresh)).rowcount
        raw.execute("COMMIT")
        if written != 1:
            raise RuntimeError("the statement of an answer wrote nothing")
        spent.append(time.perf_counter() - start_at)
    return times(spent, lasted=time.perf_counter() - began)


def _filled(statement: Statement, fresh: dict[str, Any]) -> list[Any]:
    return [fresh.get(name, value) for name, value in zip([*log.COLUMNS, *GUARD], statement.values, strict=True)]


def on_postgresql(statement: Statement, user: User, seconds: float, run: int, clients: int) -> Times | None:
    """pgbench with the same statement; None where pgbench is not installed."""
    found = settings.DATABASES["default"]
    with tempfile.TemporaryDirectory(prefix="trailstone-pgbench-") as folder:
        script = Path(folder, "answer.sql")
        script.write_text(_script(statement, user, run, clients))
        command = [
            "pgbench", "--no-vacuum", "--client", clients, "--jobs", min(2, clients), "--time", int(seconds),
            "--protocol", "prepared", "--define", "n=10", "--log", "--file", script,
            "--host", found["HOST"], "--username", found["USER"],
        ]  # fmt: skip
        try:
            subprocess.run([*map(str, command), found["NAME"]], cwd=folder, check=True, capture_output=True, text=True)
        except FileNotFoundError:
            return None
        logs = Path(folder).glob("pgbench_log*")
        lines = [line.split() for one in logs for line in one.read_text().splitlines()]
    return times([int(line[2]) / 1e6 for line in lines], lasted=int(seconds))


def _script(statement: Statement, user: User, run: int, clients: int) -> str:
    """A pgbench script: an attempt by chance, the row's number counted up by each client for itself."""
    share = 32000 // clients  # numbers are small integers, and no two clients may use the same
    attempt = "lpad(to_hex(:k::bigint), 32, '0')::uuid"
    fresh = {
        "id": "gen_random_uuid()",
        "client_key": "gen_random_uuid()",
        "attempt_id": attempt,
        "number": ":number::int",
    }
    fresh |= {"position": str(run), "guard_attempt": attempt, "guard_learner": _literal(user.pk)}
    values = _filled(Statement("", tuple(map(_literal, statement.values))), fresh)
    lines = [
        rf"\set k random(1, {ATTEMPTS})",
        rf"\set n :n % {share} + 1",
        rf"\set number :client_id * {share} + :n",
        _with_values(statement.sql, values) + ";",
    ]
    return "\n".join(lines) + "\n"


def _with_values(sql: str, values: Sequence[str]) -> str:
    parts = sql.split("%s")
    return "".join(part + value for part, value in zip(parts, [*values, ""], strict=True)).replace("\n", " ")


def _literal(value: Any) -> str:
    """A value as SQL text, as the driver would write it."""
    from psycopg import sql  # only where the database is PostgreSQL

    connection.ensure_connection()
    return sql.Literal(value).as_string(connection.connection)
