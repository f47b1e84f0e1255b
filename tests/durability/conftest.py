"""A school as a template on either database, and a copy of it for each test."""

import json
import os
import shutil
import tempfile
import time
from contextlib import ExitStack, suppress
from itertools import count
from pathlib import Path

import pytest

from scripts.postgres import programs
from tests.durability.postgres import postgres
from tests.durability.site import ROOT, Site

LEARNERS = 12
KEPT = ROOT / ".cache/durability"  # the static files of the last run: compressing them takes longer than a school


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """``made(database)``: a new school on SQLite or PostgreSQL, and the server (None for SQLite). Each made once."""
    known = {}
    with ExitStack() as running:

        def make(database):
            if database not in known:
                folder = tmp_path_factory.mktemp(database) / "data"
                folder.mkdir()
                server = running.enter_context(postgres()) if database == "postgresql" else None
                url = server.new("template_school") if server else f"sqlite:///{folder / 'trailstone.sqlite3'}"
                site = Site(folder, url)
                if KEPT.exists():
                    shutil.copytree(KEPT, folder, dirs_exist_ok=True)
                done = site.run("tests.durability.school", str(LEARNERS))
                assert done.returncode == 0, done.stderr
                site.plan = json.loads(done.stdout.splitlines()[-1])
                keep_static(folder)
                known[database] = site, server
            return known[database]

        yield make


def keep_static(data):
    """For the next run, unless the same is there; that of another process may come in between, so it is laid beside and
    moved."""
    mark = KEPT / ".static-made-from"
    if mark.exists() and mark.read_bytes() == (data / mark.name).read_bytes():
        return
    KEPT.parent.mkdir(exist_ok=True)
    beside = Path(tempfile.mkdtemp(dir=KEPT.parent))
    for name in ("static", mark.name):
        found = data / name
        (shutil.copytree if found.is_dir() else shutil.copyfile)(found, beside / name)
    shutil.rmtree(KEPT, ignore_errors=True)
    with suppress(OSError):
        beside.rename(KEPT)


@pytest.fixture(scope="session")
def copy_of(made):
    """``copy_of(database, folder)``: a copy of the school whose data folder is below ``folder``."""
    names = count()

    def copy(database, folder):
        template, server = made(database)
        data = folder / f"school-{next(names)}"
        shutil.copytree(template.data, data)
        url = f"sqlite:///{data / 'trailstone.sqlite3'}"
        if server:
            url = server.new(f"copy_{next(names)}", like="template_school")
        return Site(data, url, template.plan)

    return copy


@pytest.fixture
def new_site(copy_of, tmp_path):
    """``new_site(database)``: a copy of the school for this test alone."""
    return lambda database: copy_of(database, tmp_path)


@pytest.fixture
def on_sqlite(new_site):
    return new_site("sqlite")


@pytest.fixture
def on_postgresql(new_site):
    return new_site("postgresql")


@pytest.fixture
def cluster(made):
    """The PostgreSQL server under ``on_postgresql``."""
    return made("postgresql")[1]


@pytest.fixture
def cluster_of(made):
    """``cluster_of()``: the same, started only when it is asked for."""
    return lambda: made("postgresql")[1]


@pytest.fixture
def long(request):
    """Whether the full counts are wanted."""
    return request.config.getoption("long")


@pytest.fixture
def in_time():
    """``in_time()``: whether the test may go on with its rounds. With DURABILITY_MINUTES=20 it ends them after so long,
    and tells how many it did."""
    until = time.monotonic() + 60 * float(os.environ.get("DURABILITY_MINUTES", "inf"))
    return lambda _=None: time.monotonic() < until


@pytest.fixture
def told(capsys):
    """Print a line of figures past pytest's capture."""

    def tell(line):
        with capsys.disabled():
            print(f"\n    {line}", flush=True)

    return tell


@pytest.fixture
def tools(monkeypatch):
    """PostgreSQL's own programs are found by the commands that need them."""
    monkeypatch.setenv("PATH", f"{programs()}:{os.environ['PATH']}")
