"""H26: a school of the first version is brought to this one: no row is lost, and the reports say the same."""

import json
import shutil
import time
from itertools import count
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
def another(release, tmp_path, tools):
    """``another()``: a copy of it for one test, as often as it needs one."""
    (template, server), names = release, count()

    def copy():
        data = tmp_path / f"data-{next(names)}"
        shutil.copytree(template.data, data)
        if server:
            return Site(data, server.new(f"old_{data.name[5:]}_{tmp_path.name}"[:60], like="first_release"))
        return Site(data, f"sqlite:///{data / 'trailstone.sqlite3'}")

    return copy


@pytest.fixture
def old(another):
    return another()


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


def test_an_upgrade_that_is_killed_goes_on_and_loses_nothing(another, long, told):
    rng, kills, stops = Random(26), 20 if long else 2, []
    wanted = len(MigrationLoader(None).disk_migrations)
    while sum(map(len, stops)) < kills:
        old = another()
        before = contents(old, LOG)
        stops.append(killed_again(old, rng, wanted, kills - sum(map(len, stops))))
        ok(old.run("trailstone", "upgrade"))
        assert contents(old, LOG) == before
        ok(old.run("trailstone", "rebuild-progress", "--check"))
    kind = old.url.partition(":")[0]
    told(f"H26 {kind}: an update killed {kills} times, after {stops} of {wanted} migrations; no row lost")


def killed_again(site, rng, wanted, most):
    """Kill the update a few migrations further on each time, until one is left. How many were in force each time."""
    stops = []
    while len(stops) < most and (there := in_force(site)) < wanted - 1:
        stops.append(killed_after(site, rng.randint(there + 1, min(there + 3, wanted - 1)), rng.uniform(0, 0.05)))
    return stops


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
