"""An update of the database: a proved backup first, tried on the copy, and one command back."""

import json
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection, connections

from tests.trailstone.operate.backup.conftest import NOON
from trailstone.operate import migrations, upgrading
from trailstone.operate.backup import status
from trailstone.operate.backup.asked import present_store
from trailstone.operate.backup.errors import Refused
from trailstone.operate.backup.stores import programs
from trailstone.operate.backup.telling import quiet
from trailstone.operate.errors import CannotStart
from trailstone.practice.models import Answer

FOLDER = Path(migrations.__file__).parent
PENDING = tuple(f"operate.{path.stem}" for path in sorted(FOLDER.glob("0*.py")))
HALF = "CREATE TABLE operate_job (name varchar(40) PRIMARY KEY)"


@pytest.fixture
def older(worked, data):
    """The school as the version before this one left it: without the table of jobs. It is up to date afterwards."""
    call_command("migrate", "operate", "zero", verbosity=0)
    yield worked
    for table in apps.get_app_config("operate").get_models():
        sql(f"DROP TABLE IF EXISTS {table._meta.db_table}")
    call_command("migrate", "operate", "zero", fake=True, verbosity=0)
    call_command("migrate", verbosity=0)


def sql(words):
    with connection.cursor() as cursor:
        cursor.execute(words)


def upgrade(data, **more):
    return upgrading.upgrade(present_store(), data=data, at=NOON, told=quiet, **more)


def has_jobs():
    return "operate_job" in connection.introspection.table_names()


def backups(data):
    return sorted(path.name for path in (data / upgrading.FOLDER).glob("*"))


def test_a_school_is_backed_up_before_it_is_updated(older, data):
    assert upgrading.pending() == PENDING
    assert upgrade(data) == PENDING
    assert has_jobs()
    assert upgrading.pending() == ()
    assert backups(data) == ["trailstone-2027-03-05-120000.tar.gz"]
    assert not (data / upgrading.MARK).exists()
    assert status.read(data).file == ""  # the owner's own backups are another matter


def test_nothing_is_backed_up_when_nothing_is_to_be_done(worked, data):
    assert upgrade(data) == ()
    assert backups(data) == []


def test_one_command_brings_back_what_was_before(older, data, port, aside):
    before = Answer.objects.count()
    upgrade(data)
    Answer.objects.all().delete()
    call_command("restore", "--pre-upgrade")
    assert Answer.objects.count() == before
    assert not has_jobs()  # as the version before this one knows it
    assert upgrade(data) == PENDING


def test_an_update_that_would_fail_never_touches_the_school(older, data):
    sql(HALF)
    with pytest.raises(CannotStart, match=r"tried on a copy .* failed there.*already exists.*untouched"):
        upgrade(data)
    assert upgrading.pending() == PENDING
    assert backups(data) == []
    assert not (data / upgrading.MARK).exists()


def test_an_update_that_was_interrupted_goes_on(older, data):
    (data / upgrading.MARK).write_text(json.dumps({"at": "2027-03-05T11:00:00+00:00", "file": "/somewhere"}))
    assert upgrade(data) == PENDING
    assert has_jobs()
    assert not (data / upgrading.MARK).exists()


def test_a_half_finished_update_that_cannot_go_on_names_the_way_back(older, data, port, aside):
    upgrade(data)
    file = data / upgrading.FOLDER / backups(data)[0]
    call_command("migrate", "operate", "zero", verbosity=0)
    sql(HALF)  # as when the computer went off in the middle
    (data / upgrading.MARK).write_text(json.dumps({"at": "2027-03-05T12:00:00+00:00", "file": str(file)}))
    with pytest.raises(CannotStart, match=r"began on 2027-03-05T12:00:00.* interrupted.*restore --pre-upgrade"):
        upgrade(data)
    connections.close_all()
    call_command("restore", "--pre-upgrade")
    assert not (data / upgrading.MARK).exists()
    assert upgrade(data) == PENDING


def test_an_update_without_a_backup_is_possible_on_request(older, data):
    assert upgrade(data, without_backup=True) == PENDING
    assert backups(data) == []


def test_where_no_backup_can_be_made_the_update_waits_for_a_word(older, data, monkeypatch):
    if connection.vendor == "sqlite":
        monkeypatch.setattr(upgrading, "FOLDER", "backup.lock/no folder")
        why = "not a directory"
    else:
        monkeypatch.setenv("PATH", "/nowhere")
        monkeypatch.setattr(programs, "DEBIAN", data)
        why = "pg_dump is missing"
    (data / "backup.lock").touch()
    with pytest.raises(CannotStart, match=rf"{why}.*--without-backup"):
        upgrade(data)
    assert not has_jobs()


def test_a_new_site_needs_no_backup(older, data):
    call_command("flush", interactive=False, verbosity=0)
    assert upgrade(data) == PENDING
    assert backups(data) == []


def test_the_commands_say_it(older, data, capsys):
    call_command("upgrade")
    assert "up to date" in capsys.readouterr().out
    assert has_jobs()
    sql("DROP TABLE operate_job")
    call_command("migrate", "operate", "zero", fake=True, verbosity=0)
    sql(HALF)
    with pytest.raises(CommandError, match="tried on a copy"):
        call_command("upgrade")


def test_the_way_back_is_the_last_updates_backup_whatever_the_clock_named_it(older, data):
    """The backup of an earlier update bears a later name: the clock was ahead when it was made."""
    (data / upgrading.FOLDER).mkdir()
    (data / upgrading.FOLDER / "trailstone-2028-03-05-120000.tar.gz").touch()
    upgrade(data)
    assert upgrading.newest(data).name == "trailstone-2027-03-05-120000.tar.gz"


def test_an_update_without_a_backup_leaves_no_way_back_to_one_before_it(older, data):
    (data / upgrading.FOLDER).mkdir()
    (data / upgrading.FOLDER / "trailstone-2026-03-05-120000.tar.gz").touch()
    upgrade(data, without_backup=True)
    with pytest.raises(Refused, match="no backup from before the last update"):
        upgrading.newest(data)


def test_without_an_update_there_is_no_way_back(worked, data, port):
    with pytest.raises(Refused, match="no backup from before the last update"):
        upgrading.newest(data)
    with pytest.raises(CommandError, match="no backup from before the last update"):
        call_command("restore", "--pre-upgrade")
