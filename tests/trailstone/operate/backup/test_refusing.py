"""A backup that cannot be made says why in a sentence and leaves no half file."""

import os
import resource
import subprocess
import sys

import pytest

from tests.trailstone.operate.backup.conftest import NOON
from tests.trailstone.operate.backup.test_damaged import back_up
from trailstone.operate.backup import status
from trailstone.operate.backup.errors import Refused
from trailstone.operate.backup.stores import programs
from trailstone.operate.backup.stores.sqlite import SQLite
from trailstone.operate.backup.workplace import one_at_a_time


def backup(data, *words, limit=None, **env):
    """The command in a process of its own; ``limit``: how large a file may grow, as a full disk would say."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("DATABASE_")}
    return subprocess.run(  # noqa: S603 - our own interpreter and words
        [sys.executable, "-m", "trailstone", "backup", *map(str, words)],
        # No .pyc: one cut short by the limit would be read by everybody after it.
        env=clean | {"TRAILSTONE_DATA": str(data), "PYTHONDONTWRITEBYTECODE": "1"} | env,
        preexec_fn=limit and (lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))),
        capture_output=True, text=True, timeout=300,
    )  # fmt: skip


def files(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("limit", [2_000, 60_000])  # the backup does not fit; not even the copy does
def test_a_full_disk_leaves_no_half_file(small, tmp_path, limit):
    out, before = tmp_path / "out", files(small.path.parent)
    ended = backup(small.path.parent, out, limit=limit)
    assert ended.returncode == 1
    assert "failed: " in ended.stderr
    assert "Traceback" not in ended.stderr
    assert files(out) == []
    left = set(files(small.path.parent)) - set(before)
    assert left <= {"backup.lock", status.NAME, f"{small.path.name}-shm", f"{small.path.name}-wal"}
    assert status.read(small.path.parent).failed_why in ended.stderr.replace("CommandError: ", "")


def test_a_folder_that_cannot_be_written_is_named(small, tmp_path):
    (tmp_path / "file").write_text("in the way")
    ended = backup(small.path.parent, tmp_path / "file" / "out")
    assert ended.returncode == 1
    assert f"Writing the backup to {tmp_path}/file/out failed: not a directory" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_school_that_is_not_there_is_no_empty_backup(data, tmp_path):
    with pytest.raises(Refused, match=r"There is no school at .*trailstone\.sqlite3 yet"):
        back_up(SQLite(data / "trailstone.sqlite3"), tmp_path / "out")
    assert files(tmp_path / "out") == []


def test_a_backup_and_its_folder_of_work_are_for_the_owners_eyes_alone(small, tmp_path):
    os.umask(os.umask(0))
    assert back_up(small, tmp_path / "out").stat().st_mode & 0o777 == 0o600


def test_a_key_typed_into_the_wrong_place_is_told(small, tmp_path):
    ended = backup(small.path.parent, tmp_path, "--passphrase-file", tmp_path / "none")
    assert f"Reading the passphrase from {tmp_path}/none failed: no such file" in ended.stderr


def test_the_passphrase_may_come_from_a_file_that_a_setting_names(small, tmp_path):
    (tmp_path / "words").write_text("four words and more\n")
    ended = backup(small.path.parent, tmp_path / "out", TRAILSTONE_BACKUP_PASSPHRASE_FILE=str(tmp_path / "words"))
    assert ended.returncode == 0, ended.stderr
    assert [name.endswith(".tar.gz.locked") for name in files(tmp_path / "out")] == [True]
    assert "four words" not in ended.stdout + ended.stderr


def test_what_a_switched_off_computer_left_is_cleared_away(small, tmp_path):
    left = tmp_path / ".trailstone-2027-03-01-020000.tar.gz.unfinished"
    left.write_text("half")
    (small.path.parent / ".trailstone-work-abc").mkdir()
    (small.path.parent / ".trailstone-work-abc" / small.member).write_text("half")
    good = back_up(small, tmp_path)
    assert not (small.path.parent / ".trailstone-work-abc").exists()
    assert [path for path in tmp_path.iterdir() if path.is_file()] == [good]


def test_two_backups_at_once_are_one_backup_and_one_sentence(small, tmp_path):
    with one_at_a_time(small.path.parent), pytest.raises(Refused, match="Another backup or restore is at work"):
        back_up(small, tmp_path / "out")
    assert back_up(small, tmp_path / "out").exists()


def test_older_backups_go_only_after_the_new_one_is_good(small, tmp_path, monkeypatch):
    first = back_up(small, tmp_path / "out")
    small.path.write_bytes(b"ruin" * 5000)
    with pytest.raises(Refused):
        back_up(small, tmp_path / "out", at=NOON.replace(hour=13))
    assert files(tmp_path / "out") == [first.name]


@pytest.fixture
def only_program(tmp_path, monkeypatch):
    """A pg_dump of this version is the only one there is."""

    def install(version):
        path = tmp_path / "bin" / "pg_dump"
        path.parent.mkdir()
        path.write_text(f"#!/bin/sh\necho 'pg_dump (PostgreSQL) {version}'\n")
        path.chmod(0o755)
        return path

    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}")
    monkeypatch.setattr(programs, "DEBIAN", tmp_path / "none")
    return install


def test_a_missing_pg_dump_is_asked_for_by_its_package(only_program):
    with pytest.raises(Refused, match=r"pg_dump is missing.*apt-get install postgresql-client-16"):
        programs.program("pg_dump", 16)


def test_a_pg_dump_older_than_the_server_is_refused(only_program):
    only_program("15.4 (Debian 15.4-1)")
    with pytest.raises(Refused, match="of version 15, older than the server's 16"):
        programs.program("pg_dump", 16)


def test_a_pg_dump_newer_than_the_server_will_do(only_program):
    path = only_program("17.1")
    assert programs.program("pg_dump", 15) == path
