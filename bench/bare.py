"""The SQL of one answer without HTTP: the statements are taken from a real answer, then run on attempts made for it.

On SQLite a loop over one connection with the site's pragmas; on PostgreSQL pgbench with as many clients.
"""

import json
import re
import subprocess
import tempfile
import time
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.test import Client

from bench.times import Times, times
from trailstone.content.catalogue import course_map
from trailstone.operate.demo import answering
from trailstone.people.models import User
from trailstone.practice import queries, start
from trailstone.practice.models import Asked, Attempt, State

ATTEMPTS = 5000
COLUMNS = re.compile(r'INSERT INTO "practice_answer" \(([^)]*)\)')
Statement = tuple[str, tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class AnswerPath:
    """The statements of one answer, in order, and the attempt they were about."""

    statements: tuple[Statement, ...]
    attempt: UUID


def recorded(user: User, at: datetime) -> AnswerPath:
    """Answer one question through the site, and keep what it asked of the database."""
    course, rng = course_map("alg1"), Random(3)
    attempt = start.start_exercise(learner=user, course=course, skill=course.units[1].skills[0], at=at, rng=rng)
    sitting = queries.sitting(user, attempt)
    if sitting is None:
        raise LookupError(attempt)
    body = {"client_key": str(uuid.uuid4()), "response": answering.right(sitting.places[0].question)}
    client = Client()
    client.force_login(user)
    found: list[Statement] = []
    with _listening(found):
        reply = client.post(f"/api/v1/attempts/{attempt}/questions/1/answer", json.dumps(body), "application/json")
    if reply.status_code != 200:
        raise RuntimeError(reply.content)
    return AnswerPath(tuple(found), attempt)


@contextmanager
def _listening(found: list[Statement]) -> Iterator[None]:
    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith(("SELECT", "INSERT")):  # BEGIN and COMMIT are ours to add
            found.append((sql, tuple(params or ())))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield


def prepare(user: User, at: datetime) -> None:
    """Attempts 1 .. ATTEMPTS of four questions each, whose ids a client can work out. They are closed: never shown."""
    skill = course_map("alg1").units[1].skills[0]
    numbers = range(1, ATTEMPTS + 1)
    rows = [
        Attempt(
            school_id=1, id=UUID(int=n), learner=user, course_id="alg1", activity="exercise",
            subject=f"skill:{skill.id}", policy="standard", state=State.RESTARTED, started_at=at, asked=4,
        )
        for n in numbers
    ]  # fmt: skip
    Attempt.objects.bulk_create(rows, batch_size=1000)
    places = [(n, position) for n in numbers for position in range(4)]
    Asked.objects.bulk_create(
        [
            Asked(
                school_id=1, id=uuid.uuid4(), attempt_id=UUID(int=n), position=position, skill_id=skill.id,
                version=1, seed=n,
            )
            for n, position in places
        ],
        batch_size=2000,
    )  # fmt: skip


def on_sqlite(path: AnswerPath, seconds: float) -> Times:
    """The statements again and again over Django's own connection's driver, each answer in a transaction."""
    raw, rng = connection.connection, Random(5)
    spent, began, number = [], time.perf_counter(), 10
    while time.perf_counter() - began < seconds:
        start_at, attempt, number = time.perf_counter(), UUID(int=rng.randint(1, ATTEMPTS)), number % 30000 + 1
        for sql, params in path.statements:
            columns = COLUMNS.search(sql)
            if columns is None:
                moved = [attempt.hex if value == path.attempt.hex else value for value in params]
                raw.execute(_marks(sql), moved).fetchall()
                continue
            raw.execute("BEGIN IMMEDIATE")
            raw.execute(_marks(sql), list(_row(columns[1], params, attempt.hex, number)))
            raw.execute("COMMIT")
        spent.append(time.perf_counter() - start_at)
    return times(spent, lasted=time.perf_counter() - began)


def _marks(sql: str) -> str:
    return sql.replace("%s", "?")


def _row(columns: str, params: Sequence[Any], attempt: str, number: int) -> Iterator[Any]:
    fresh = {"id": uuid.uuid4().hex, "client_key": uuid.uuid4().hex, "attempt_id": attempt, "number": number}
    names = [name.strip(' "') for name in columns.split(",")]
    return (fresh.get(name, value) for name, value in zip(names, params, strict=True))


def on_postgresql(path: AnswerPath, seconds: float, clients: int) -> Times | None:
    """pgbench with the same statements; None where pgbench is not installed."""
    found = settings.DATABASES["default"]
    with tempfile.TemporaryDirectory(prefix="trailstone-pgbench-") as folder:
        script = Path(folder, "answer.sql")
        script.write_text(_script(path, clients))
        command = [
            "pgbench", "--no-vacuum", "--client", clients, "--jobs", min(2, clients), "--time", int(seconds),
            "--define", "n=10", "--log", "--file", script, "--host", found["HOST"], "--username", found["USER"],
        ]  # fmt: skip
        try:
            subprocess.run([*map(str, command), found["NAME"]], cwd=folder, check=True, capture_output=True, text=True)
        except FileNotFoundError:
            return None
        lines = [line.split() for log in Path(folder).glob("pgbench_log*") for line in log.read_text().splitlines()]
    return times([int(line[2]) / 1e6 for line in lines], lasted=seconds)


def _script(path: AnswerPath, clients: int) -> str:
    """A pgbench script: an attempt by chance, the row's number counted up by each client for itself."""
    target = "lpad(to_hex(:k), 32, '0')::uuid"
    share = 32000 // clients  # numbers are small integers, and no two clients may use the same
    lines = [
        rf"\set k random(1, {ATTEMPTS})",
        rf"\set n :n % {share} + 1",
        rf"\set number :client_id * {share} + :n",
        "SELECT 1;",  # Django's look whether the connection is still there
    ]
    for sql, params in path.statements:
        columns = COLUMNS.search(sql)
        values = [_literal(value) for value in params]
        if columns is None:
            own = _literal(path.attempt)
            lines.append(_filled(sql, [target if value == own else value for value in values]) + ";")
            continue
        fresh = {
            "id": "gen_random_uuid()",
            "client_key": "gen_random_uuid()",
            "attempt_id": target,
            "number": ":number",
        }
        names = [name.strip(' "') for name in columns[1].split(",")]
        row = [fresh.get(name, value) for name, value in zip(names, values, strict=True)]
        lines += ["BEGIN;", _filled(sql, row) + ";", "COMMIT;"]
    return "\n".join(lines) + "\n"


def _filled(sql: str, values: Sequence[str]) -> str:
    parts = sql.split("%s")
    return "".join(part + value for part, value in zip(parts, [*values, ""], strict=True)).replace("\n", " ")


def _literal(value: Any) -> str:
    """A value as SQL text, as the driver would write it."""
    from psycopg import sql  # only where the database is PostgreSQL

    connection.ensure_connection()
    return sql.Literal(value).as_string(connection.connection)
