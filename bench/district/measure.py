"""What the reports of a class, a school and the district cost, packed and as a row a skill would have it."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from django.db import connection
from django.test import Client

from bench.times import repeated
from trailstone.content.catalogue import CourseMap
from trailstone.operate.serving import share
from trailstone.people.models import Role, School, User
from trailstone.progress.weeks import monday
from trailstone.reports import queries, schools

AT_MOST = 20.0  # seconds for one row
NAIVE_SCHOOLS = 2  # of them all: a row a skill for 15 M levels takes longer to make than all else here


def measured(course: CourseMap, today: date, runs: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each query and each page: milliseconds, those of the processor in this process, SQL statements."""
    share()  # as a server does: else a look through everything for garbage falls into one request of twenty, 45 ms
    owner = User.objects.get(school_id=1, role=Role.OWNER)
    room, school, every = owner.taught_classes.get(), School.objects.get(pk=1), list(School.objects.all())
    week, unit = monday(today) - timedelta(days=7), course.units[2].id
    by_owner, by_leader = _browser(owner), _browser(User.objects.get(role=Role.DISTRICT))
    acts: dict[str, Callable[[], object]] = {
        "class: mastery, 35 x 164, the query": lambda: queries.mastery(room, course),
        "class: mastery, the page": _page(by_owner, f"/teach/{room.pk}/mastery/?course={course.id}"),
        "class: skills of a unit, the page": _page(
            by_owner, f"/teach/{room.pk}/skills/?course={course.id}&unit={unit}"
        ),
        "class: skills of all units, the page": _page(
            by_owner, f"/teach/{room.pk}/skills/?course={course.id}&unit=all"
        ),
        "school of 2,000: map, the query": lambda: schools.school_map(school, course),
        "school of 2,000: map, the page": _page(by_owner, f"/school/?course={course.id}"),
        "district of 100,000: the query": lambda: schools.totals(every, course, week),
        "district of 100,000: the page": _page(by_leader, f"/district/?course={course.id}"),
    }
    for name, act in (acts | _naive(room.pk)).items():
        yield name, _times(act, runs)


def _browser(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def _page(client: Client, address: str) -> Callable[[], None]:
    def ask() -> None:
        reply = client.get(address)
        if reply.status_code != 200:
            raise RuntimeError(f"{address}: {reply.status_code}")

    return ask


def _times(act: Callable[[], object], runs: int) -> dict[str, Any]:
    act()
    asked: list[str] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        asked.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        act()
    before = time.process_time()
    found = repeated(act, runs=runs, at_most=AT_MOST)
    cpu = 1000 * (time.process_time() - before) / (found.count + 1)  # repeated() goes once without counting
    return {**found.plain(), "cpu": cpu, "statements": len(asked)}


def version() -> str:
    """The database and how it keeps its promises."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT 'SQLite ' || sqlite_version()")
        else:
            cursor.execute("SELECT 'PostgreSQL ' || current_setting('server_version')")
        return str(cursor.fetchone()[0])


NAIVE: Mapping[str, str] = {
    "class: a row a skill, the query alone": """
        SELECT n.learner_id, n.skill_id, n.level FROM bench_naive n
        JOIN people_enrolment e ON e.learner_id = n.learner_id
        WHERE n.school_id = 1 AND e.classroom_id = %s""",
    "school: a row a skill, the query alone": """
        SELECT e.classroom_id, n.skill_id, n.level, COUNT(*) FROM bench_naive n
        JOIN people_enrolment e ON e.learner_id = n.learner_id
        WHERE n.school_id = 1 GROUP BY e.classroom_id, n.skill_id, n.level""",
    "2 schools of 50: a row a skill, the query alone": """
        SELECT school_id, level, COUNT(*) FROM bench_naive GROUP BY school_id, level""",
}


def _naive(room: Any) -> dict[str, Callable[[], object]]:
    """The same data as a row a skill, for the first schools only, with the indexes one would give it."""
    if "bench_naive" not in connection.introspection.table_names():
        _make_naive()
    key = room.hex if connection.vendor == "sqlite" else room

    def ask(statement: str) -> Callable[[], None]:
        def run() -> None:
            with connection.cursor() as cursor:
                cursor.execute(statement, [key] if "%s" in statement else [])
                cursor.fetchall()

        return run

    return {name: ask(statement) for name, statement in NAIVE.items()}


def _make_naive() -> None:
    """Bytes become rows in the database itself."""
    byte, numbers = {
        "sqlite": (
            "instr(x'0001020304', substr(p.levels, n.i + 1, 1)) - 1",
            "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 163)",
        ),
        "postgresql": ("get_byte(p.levels, n.i)", "WITH n(i) AS (SELECT generate_series(0, 163))"),
    }[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE TABLE bench_naive AS {numbers} SELECT p.school_id, p.learner_id, n.i AS skill_id, {byte} AS level "  # noqa: S608
            f"FROM progress_courseprogress p CROSS JOIN n "
            f"WHERE p.school_id <= {NAIVE_SCHOOLS} AND n.i < length(p.levels)"
        )
        cursor.execute("CREATE UNIQUE INDEX bench_naive_key ON bench_naive (school_id, learner_id, skill_id)")
        cursor.execute("CREATE INDEX bench_naive_level ON bench_naive (school_id, level)")
        cursor.execute("VACUUM ANALYZE bench_naive" if connection.vendor == "postgresql" else "ANALYZE bench_naive")


def sizes() -> dict[str, tuple[int, float, float]]:
    """By table of the reports: see ``size``."""
    return {name: size(name) for name in ("progress_courseprogress", "progress_weekofwork", "bench_naive")}


def size(table: str) -> tuple[int, float, float]:
    """Rows, and bytes a row of the table and of its indexes."""
    return {"sqlite": _sqlite_size, "postgresql": _postgresql_size}[connection.vendor](table)


def _postgresql_size(table: str) -> tuple[int, float, float]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*), pg_table_size('{table}'), pg_indexes_size('{table}') FROM {table}")  # noqa: S608
        rows, own, indexes = cursor.fetchone()
    return rows, own / max(rows, 1), indexes / max(rows, 1)


# The site's own library is built without dbstat, Debian's with it: a Python of its own looks at the file.
LOOK = """
import sqlite3, sys
file = sqlite3.connect(sys.argv[1])
own = "SELECT SUM(pgsize) FROM dbstat WHERE name = ?"
parts = "SELECT SUM(s.pgsize) FROM dbstat s JOIN sqlite_master m USING (name) WHERE m.type = 'index' AND m.tbl_name = ?"
print(*(file.execute(ask, sys.argv[2:]).fetchone()[0] or 0 for ask in (own, parts)))
"""


def _sqlite_size(table: str) -> tuple[int, float, float]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) FROM {table}")  # noqa: S608
        rows = cursor.fetchone()[0]
    words = [sys.executable, "-c", LOOK, str(connection.settings_dict["NAME"]), table]
    own, indexes = map(int, subprocess.run(words, capture_output=True, text=True, check=True).stdout.split())
    return rows, own / max(rows, 1), indexes / max(rows, 1)
