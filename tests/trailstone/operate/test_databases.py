"""Settings for larger sites: shared connections, and a copy of the database for reports."""

import os
import subprocess
import sys

import pytest

from trailstone import environment
from trailstone.environment import Misset
from trailstone.operate.backup.stores import store_of
from trailstone.people.models import User
from trailstone.progress.models import CourseProgress
from trailstone.reports.replica import Router, from_replica

POSTGRES = "postgresql://ann:secret@host/school"

# Ada's class, as the site sees it when a report and when anything else asks; the copy holds another percent.
LOOK = """
import django
django.setup()
from trailstone.people.models import User
from trailstone.progress.models import CourseProgress
from trailstone.reports.replica import from_replica
def percent(): return CourseProgress.objects.get().percent
@from_replica
def report(): return CourseProgress.objects.get().percent, User.objects.get(username="ben").name
CourseProgress.objects.update(points=77)
print(percent(), report(), CourseProgress.objects.get().points)
"""
MAKE = """
import django, sys
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from django.utils import timezone
from trailstone.content.models import Course
from trailstone.people.models import School, User
from trailstone.progress.models import CourseProgress
now = timezone.now()
school = School.objects.create(pk=1, name="Hillside", created_at=now)
Course.objects.create(id="tiny", title="Tiny", version="1")
ben = User.objects.create(school=school, role="learner", name=sys.argv[1], username="ben", created_at=now)
CourseProgress.objects.create(school=school, learner=ben, course_id="tiny", levels=b"", percent=int(sys.argv[2]),
                              updated_at=now)
"""


def run(program, *words, **env):
    clean = {name: value for name, value in os.environ.items() if not name.startswith("DATABASE_")}
    env = clean | {"DJANGO_SETTINGS_MODULE": "trailstone.settings"} | env
    done = subprocess.run(  # noqa: S603 - our own interpreter and words
        [sys.executable, "-c", program, *words], env=env, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_a_pooler_in_transaction_mode_gets_nothing_that_outlives_a_transaction():
    found = environment.pooled(environment.database(POSTGRES), "pgbouncer")
    assert (found["DISABLE_SERVER_SIDE_CURSORS"], found["OPTIONS"]["prepare_threshold"]) == (True, None)


def test_a_number_is_the_size_of_the_drivers_own_pool():
    found = environment.pooled(environment.database(POSTGRES), "8")
    assert (found["CONN_MAX_AGE"], found["OPTIONS"]["pool"]["max_size"]) == (0, 8)


def test_without_a_pool_nothing_changes():
    found = environment.database(POSTGRES)
    assert environment.pooled(found, "") is found


@pytest.mark.parametrize("pool", ["0", "-1", "many", "10000", "1.5"])
def test_a_pool_that_is_none_is_told_in_a_sentence(pool):
    with pytest.raises(Misset, match="a number from 1 to 999, or pgbouncer"):
        environment.pooled(environment.database(POSTGRES), pool)


def test_sqlite_has_no_pool():
    with pytest.raises(Misset, match="for PostgreSQL"):
        environment.pooled(environment.database("sqlite:////tmp/x"), "8")


def test_a_copy_of_another_kind_is_refused():
    with pytest.raises(Misset, match="of the same kind"):
        environment.replica("sqlite:////tmp/x", environment.database(POSTGRES))


def test_a_copy_that_cannot_be_understood_names_its_own_setting():
    with pytest.raises(Misset, match=r"^DATABASE_READ_URL cannot be understood"):
        environment.replica("mysql://host/school", environment.database(POSTGRES))


def test_a_copy_keeps_the_options_of_the_database():
    whole = environment.pooled(environment.database(POSTGRES), "pgbouncer")
    copy = environment.replica("postgresql://bob:other@copy:6432/school", whole)
    assert (copy["HOST"], copy["USER"]) == ("copy", "bob")
    assert copy["OPTIONS"].items() >= whole["OPTIONS"].items()


@pytest.mark.parametrize("pool", ["", "8"])
def test_a_copy_that_is_away_is_given_up_after_seconds(pool):
    copy = environment.replica("postgresql://copy/school", environment.pooled(environment.database(POSTGRES), pool))
    assert copy["OPTIONS"]["connect_timeout"] == environment.AWAY_S
    assert not pool or copy["OPTIONS"]["pool"]["timeout"] == environment.AWAY_S


def test_a_pooler_needs_a_way_past_it():
    database = environment.pooled(environment.database(POSTGRES), "pgbouncer")
    with pytest.raises(Misset, match="backups need a way past the pooler"):
        environment.direct("", database, "pgbouncer")


def test_the_way_past_the_pooler_leads_to_the_same_database():
    database = environment.pooled(environment.database(POSTGRES), "pgbouncer")
    found = environment.direct("postgresql://eve:own@server:5432/school?sslmode=require", database, "pgbouncer")
    assert (found["HOST"], found["PORT"], found["USER"]) == ("server", 5432, "eve")
    assert found["OPTIONS"] == {"sslmode": "require"}
    assert "NAME" not in found
    with pytest.raises(Misset, match="the same database"):
        environment.direct("postgresql://server/another", database, "pgbouncer")


def test_without_a_pooler_there_is_no_way_past_it():
    database = environment.database(POSTGRES)
    assert environment.direct("", database, "8") == {}
    with pytest.raises(Misset, match="leave it out"):
        environment.direct(POSTGRES, database, "")


def test_a_backup_goes_past_the_pooler(tmp_path):
    site = environment.pooled(environment.database("postgresql://ann@pooler:6432/school"), "pgbouncer")
    past = environment.direct("postgresql://ann@server:5432/school", site, "pgbouncer")
    store = store_of(site | past, tmp_path, pooled=True)
    assert (dict(store.server), store.pooled) == ({"host": "server", "port": "5432", "user": "ann"}, True)


@pytest.mark.parametrize("lag", ["0", "-5", "soon", "100000"])
def test_a_lag_that_is_none_is_told_in_a_sentence(monkeypatch, lag):
    monkeypatch.setenv("DATABASE_READ_LAG", lag)
    with pytest.raises(Misset, match="a number of seconds"):
        environment.seconds("DATABASE_READ_LAG", 60)


def test_only_reports_read_the_copy_and_only_what_learners_did():
    router = Router()
    inside = from_replica(lambda model: router.db_for_read(model))
    assert (inside(CourseProgress), inside(User)) == ("replica", None)
    assert router.db_for_read(CourseProgress) is None
    assert (router.db_for_write(CourseProgress), router.allow_migrate("replica", "progress")) == ("default", False)


def test_a_report_that_fails_leaves_nothing_reading_the_copy():
    @from_replica
    def failing():
        raise LookupError

    with pytest.raises(LookupError):
        failing()
    assert Router().db_for_read(CourseProgress) is None


@pytest.mark.parametrize("with_copy", [True, False])
def test_reports_read_the_copy_where_there_is_one_and_everything_else_the_database(tmp_path, with_copy):
    own, copy = (f"sqlite:///{tmp_path / name}" for name in ("own.sqlite3", "copy.sqlite3"))
    where = {"TRAILSTONE_DATA": str(tmp_path)}
    run(MAKE, "Ben", "40", DATABASE_URL=own, **where)
    run(MAKE, "Old name", "30", DATABASE_URL=copy, **where)
    more = {"DATABASE_READ_URL": copy} if with_copy else {}
    shown = run(LOOK, DATABASE_URL=own, **where, **more)
    assert shown == ("40 (30, 'Ben') 77" if with_copy else "40 (40, 'Ben') 77")
