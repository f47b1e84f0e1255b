"""H26: a school of the first version is brought to this one: no row is lost, and the reports say the same."""

import json
import shutil
import time
from random import Random

import pytest
from django.db.migrations.loader import MigrationLoader

from tests.durability.release import FOLDER, lay, tables
from tests.durability.site import Site, free_port
from tests.durability.truth import rows

BEFORE = json.loads((FOLDER / "first-reports.json").read_text("utf-8"))
OURS = ("people_", "practice_", "progress_", "goals_")
LOG = ("people_", "practice_", "progress_levelchange", "goals_")  # a course that has grown counts levels anew


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def release(request, made, tmp_path_factory):
    """A school as the first version left it, to be copied."""
    data = tmp_path_factory.mktemp("release")
    server = made("postgresql")[1] if request.param == "postgresql" else None
    url = server.new("first_release") if server else f"sqlite:///{data / 'trailstone.sqlite3'}"
    site = Site(data, url)
    lay(site)
    return site, server


@pytest.fixture
def old(release, tmp_path, tools):
    """A copy of it for one test."""
    template, server = release
    data = tmp_path / "data"
    shutil.copytree(template.data, data)
    if server:
        return Site(data, server.new(f"old_{tmp_path.name}"[:60], like="first_release"))
    return Site(data, f"sqlite:///{data / 'trailstone.sqlite3'}")


def values(site, name, columns):
    """The rows of a table as text, so that both databases say the same; sorted."""
    names = ", ".join(f'"{column}"' for column in columns)
    return sorted(tuple(map(str, row)) for row in rows(site, f'SELECT {names} FROM "{name}"'))  # noqa: S608 - our own


def contents(site, ours=OURS):
    """Every row of the first version's tables that holds somebody's work, in the columns it had then."""
    return {name: values(site, name, cols) for name, (cols, _) in tables().items() if name.startswith(ours)}


def reports(site):
    done = site.run("tests.durability.seen")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def ok(done):
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_row_is_lost_and_the_reports_say_the_same(old):
    before = contents(old)
    assert sum(map(len, before.values())) > 100
    ok(old.run("trailstone", "migrate", "--verbosity", "0"))
    assert contents(old) == before
    assert reports(old) == BEFORE
    ok(old.run("trailstone", "rebuild-progress", "--check"))


def test_an_upgrade_that_is_killed_goes_on_and_loses_nothing(old, long, told):
    before, rng, stops = contents(old, LOG), Random(26), []
    wanted = len(MigrationLoader(None).disk_migrations)
    for _ in range(20 if long else 2):
        there = in_force(old)
        stops.append(killed_after(old, rng.randint(there, max(there, wanted - 1)), rng.uniform(0, 0.05)))
    ok(old.run("trailstone", "upgrade"))
    assert contents(old, LOG) == before
    ok(old.run("trailstone", "rebuild-progress", "--check"))
    kind = old.url.partition(":")[0]
    told(f"H26 {kind}: an update killed {len(stops)} times, after {stops} of {wanted} migrations; no row lost")


def killed_after(site, wanted, more):
    """Start an update, and kill it when so many migrations are in force and a moment has passed. How many were."""
    update = site.start("trailstone", "upgrade")
    while update.poll() is None:
        if in_force(site) >= wanted and (site.data / "before-upgrade").exists():
            time.sleep(more)
            break
        time.sleep(0.005)
    update.kill()
    update.wait()
    return in_force(site)


def in_force(site):
    """How many migrations are."""
    return rows(site, "SELECT count(*) FROM django_migrations")[0][0]


def test_one_command_goes_back_to_the_school_before_the_upgrade(old):
    before = contents(old)
    ok(old.run("trailstone", "upgrade"))
    ok(old.run("trailstone", "restore", "--pre-upgrade", PORT=str(free_port())))
    assert contents(old) == before
