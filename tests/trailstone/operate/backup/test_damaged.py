"""H25: whatever happened to a backup's bytes, it is refused before anything is touched."""

import hashlib
from random import Random

import pytest

from tests.trailstone.operate.backup.conftest import NOON, WORDS
from trailstone.operate.backup import checking, manifest
from trailstone.operate.backup.errors import Refused
from trailstone.operate.backup.making import make
from trailstone.operate.backup.restoring import restore
from trailstone.operate.backup.telling import quiet


def state(folder):
    """Every file of the data folder with its digest, but for what SQLite leaves beside a database: its index, and an
    empty log."""
    digests = {path: hashlib.sha256(path.read_bytes()).digest() for path in folder.rglob("*") if path.is_file()}
    empty = hashlib.sha256(b"").digest()
    return {
        path: digest
        for path, digest in digests.items()
        if not path.name.endswith("-shm") and not (path.name.endswith("-wal") and digest == empty)
    }


def back_up(store, folder, words="", at=NOON):
    return make(store, folder, data=store.path.parent, passphrase=words, at=at, told=quiet).file


def put_back(store, file, port, words=""):
    return restore(store, file, data=store.path.parent, port=port, passphrase=words, at=NOON, told=quiet)


def mutated(good, rng):
    """The bytes cut short at a random place, or one to eight random bits of them flipped."""
    if rng.random() < 0.3:
        return good[: rng.randrange(len(good))]
    bad = bytearray(good)
    for place in rng.sample(range(8 * len(bad)), rng.randint(1, 8)):
        bad[place // 8] ^= 1 << place % 8
    return bytes(bad)


@pytest.mark.parametrize(("words", "count"), [("", 100), (WORDS, 30)])
def test_mutations_are_refused_and_nothing_is_touched(small, tmp_path, port, words, count):
    good, bad = back_up(small, tmp_path / "out", words).read_bytes(), tmp_path / "bad.tar.gz"
    before, rng = state(small.path.parent), Random(25)
    for number in range(count):
        bad.write_bytes(mutated(good, rng))
        with pytest.raises(Refused):
            put_back(small, bad, port, words)
        assert state(small.path.parent) == before, f"mutation {number} touched the school"


def test_every_single_byte_of_an_open_backup_counts_at_both_ends(small, tmp_path, port):
    good, bad = back_up(small, tmp_path / "out").read_bytes(), tmp_path / "bad.tar.gz"
    ends = [*range(30), *range(len(good) - 110, len(good))]
    for place in ends:
        bad.write_bytes(good[:place] + bytes([good[place] ^ 1]) + good[place + 1 :])
        with pytest.raises(Refused):
            checking.verify(small, bad, "", quiet)
    bad.write_bytes(good + b"\0")
    with pytest.raises(Refused, match="cut short or changed"):
        checking.verify(small, bad, "", quiet)


@pytest.mark.parametrize("words", ["", "four other words"])
def test_a_locked_backup_needs_its_passphrase(small, tmp_path, port, words):
    file = back_up(small, tmp_path / "out", WORDS)
    before = state(small.path.parent)
    with pytest.raises(Refused, match="passphrase"):
        put_back(small, file, port, words)
    assert state(small.path.parent) == before


@pytest.mark.parametrize("content", [b"", b"not a backup", b"\x1f\x8b", b"trailstone-locked-1\n"])
def test_a_file_that_is_no_backup_is_refused(small, tmp_path, port, content):
    (tmp_path / "file").write_bytes(content)
    with pytest.raises(Refused):
        put_back(small, tmp_path / "file", port, WORDS)


def test_a_file_that_is_not_there_is_named(small, tmp_path, port):
    with pytest.raises(Refused, match=r"nothing\.tar\.gz failed: no such file"):
        put_back(small, tmp_path / "nothing.tar.gz", port)


def test_a_backup_of_a_newer_version_is_refused(small, tmp_path, port, monkeypatch):
    with monkeypatch.context() as newer:
        newer.setattr(checking, "version", lambda: "99.0")
        file = back_up(small, tmp_path / "out")
    before = state(small.path.parent)
    with pytest.raises(Refused, match=r"made by a newer Trailstone \(99\.0"):
        put_back(small, file, port)
    assert state(small.path.parent) == before


def test_a_backup_with_migrations_from_the_future_is_refused(small, tmp_path, port):
    held = manifest.Contents("3.53", ("contenttypes.0001_initial", "people.0999_unheard_of"), {})
    future = manifest.Manifest(checking.version(), NOON.isoformat(), "sqlite", held, {small.member: None})
    with pytest.raises(Refused, match="Update Trailstone first"):
        checking.refuse_foreign(future, small)


def test_a_backup_of_the_other_database_says_what_to_change(small):
    held = manifest.Contents("15", ("contenttypes.0001_initial",), {})
    other = manifest.Manifest(checking.version(), NOON.isoformat(), "postgresql", held, {})
    with pytest.raises(Refused, match="school on PostgreSQL, and DATABASE_URL leads to SQLite"):
        checking.refuse_foreign(other, small)


def test_a_whole_file_whose_rows_are_not_those_it_lists_is_refused(small):
    said = manifest.Contents("", (), {"answer": manifest.Table(3, "a"), "user": manifest.Table(1, "b")})
    for tables in ({"answer": manifest.Table(3, "a")}, said.tables | {"answer": manifest.Table(3, "c")}):
        with pytest.raises(Refused, match="are not what they were"):
            checking.refuse_different(said, manifest.Contents("", (), tables))
