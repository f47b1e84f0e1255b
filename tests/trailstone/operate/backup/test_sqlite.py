"""What SQLite promises to a backup, held here: H23, H24, H27."""

import shutil
import sqlite3
from contextlib import closing

import pytest
from django.db import connection

from tests.trailstone.operate.backup.test_damaged import back_up, put_back, state
from trailstone.operate.backup.errors import Refused
from trailstone.operate.backup.stores import sqlite as stores
from trailstone.operate.backup.telling import quiet
from trailstone.sqlite import SAFE

on_sqlite = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="SQLite's own settings")


def count(path):
    with closing(sqlite3.connect(path)) as database:
        return database.execute("SELECT count(*) FROM answer").fetchone()[0]


@on_sqlite
def test_an_answer_is_on_the_disk_before_it_is_confirmed(db):
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA synchronous").fetchone() == (2,)  # FULL
        assert cursor.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert cursor.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_the_library_is_one_that_is_safe_for_several_processes():
    assert sqlite3.sqlite_version_info >= SAFE >= (3, 51, 3)


def test_answers_written_while_it_copies_never_make_it_begin_anew(small, tmp_path, monkeypatch):
    monkeypatch.setattr(stores, "PAGES", 1)
    shares = []
    with closing(sqlite3.connect(small.path, isolation_level=None)) as writer:

        def answer_at_each_page(step, share):
            shares.append((step, share))
            writer.execute("INSERT INTO answer (response) VALUES ('meanwhile')")

        contents = small.copy(tmp_path / "copy", answer_at_each_page)
    copied = [share for step, share in shares if step == "copy"]
    assert len(copied) > 20
    assert copied == sorted(set(copied))
    assert contents.tables["answer"].rows == count(tmp_path / "copy") == 2000
    assert count(small.path) > 2020


def ruin_a_page(path):
    with path.open("r+b") as file:
        file.seek(5 * 4096)
        file.write(bytes(4096))


def test_a_restored_file_that_sqlite_finds_damaged_is_refused(small, tmp_path):
    shutil.copyfile(small.path, tmp_path / "copy")
    ruin_a_page(tmp_path / "copy")
    with (
        pytest.raises(Refused, match="This backup is damaged: SQLite"),
        small.scratch(tmp_path / "copy", quiet) as scratch,
    ):
        scratch.contents(quiet)


def test_a_damaged_school_is_told_from_a_damaged_backup(small, tmp_path):
    ruin_a_page(small.path)
    with pytest.raises(Refused, match=r"The school's own database is damaged: SQLite.*restore the last good backup"):
        small.copy(tmp_path / "copy", quiet)


def test_text_that_is_no_utf8_is_backed_up_all_the_same(small, tmp_path):
    with closing(sqlite3.connect(small.path)) as database:
        database.execute("INSERT INTO answer (response) VALUES (CAST(x'ff' AS TEXT))")
        database.commit()
    assert back_up(small, tmp_path).exists()


def test_a_program_that_has_the_school_open_keeps_a_restore_away(small, tmp_path, port):
    file, before = back_up(small, tmp_path / "out"), state(small.path.parent)
    with closing(sqlite3.connect(small.path)) as site:
        site.execute("SELECT count(*) FROM answer").fetchone()
        with pytest.raises(Refused, match="The site is running"):
            put_back(small, file, port)
        assert count(small.path) == 2000
    assert state(small.path.parent) == before


@pytest.mark.parametrize("ruin", [b"", b"ruin" * 5000])
def test_a_ruined_school_can_be_restored_and_its_files_are_kept(small, tmp_path, ruin):
    new = tmp_path / "new.sqlite3"
    shutil.copyfile(small.path, new)
    small.path.write_bytes(ruin)
    small.refuse_in_use()
    keep = tmp_path / "keep"
    keep.mkdir()
    small.replace(new, keep)
    assert count(small.path) == 2000
    assert (keep / small.path.name).read_bytes() == ruin


def test_what_was_kept_comes_back_from_another_disk_too(small, tmp_path):
    kept, keep = tmp_path / "kept", tmp_path / "keep"
    kept.mkdir()
    keep.mkdir()
    with closing(sqlite3.connect(kept / small.path.name)) as other:
        other.execute("CREATE TABLE answer (id)")
    small.bring_back(kept, keep)
    assert (count(small.path), count(keep / small.path.name)) == (0, 2000)
