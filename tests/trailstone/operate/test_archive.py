"""The drill that the handbook promises, on a server of its own; where there is PostgreSQL anyway, and once."""

import pytest
from django.db import connection

from scripts import postgres
from scripts.wal_drill import CONF, archiving, drill


def test_a_servers_archive_brings_back_all_but_the_last_seconds():
    if connection.vendor != "postgresql":
        pytest.skip("runs with the tests on PostgreSQL")
    if not (postgres.programs() / "pg_basebackup").exists():
        pytest.skip("this PostgreSQL comes without pg_basebackup")
    lost = drill(timeout=2, seconds=6)
    assert 0 < lost.back <= lost.written  # how many seconds are lost, the drill itself judges: nothing else runs then


def test_the_settings_of_the_drill_are_those_of_the_handbook(tmp_path):
    settings = archiving(CONF.read_text(), tmp_path, 5)
    assert {one.partition("=")[0] for one in settings} == {
        "wal_level", "archive_mode", "archive_timeout", "archive_command",
    }  # fmt: skip
    assert "archive_timeout=5" in settings
    assert f"archive_command=test ! -f {tmp_path}/%f && cp %p {tmp_path}/.%f && sync {tmp_path}/.%f" in settings[3]
    assert "archive_timeout = 60" in CONF.read_text()
