import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command

from trailstone.operate.in_force import in_force, remarks, without_password

RUNNING = Path(__file__).parents[3] / "docs/running.md"


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://ann:s3cret@host:5432/name", "postgresql://ann:***@host:5432/name"),
        ("postgresql://ann:s3@cr:et@host/name", "postgresql://ann:***@host/name"),
        ("postgresql://ann@%2Frun%2Fpg/name", "postgresql://ann@%2Frun%2Fpg/name"),
        ("postgresql://host/name?user=ann&password=s3cret&x=1", "postgresql://host/name?user=ann&password=***&x=1"),
        ("sqlite:////srv/trailstone/trailstone.sqlite3", "sqlite:////srv/trailstone/trailstone.sqlite3"),
    ],
)
def test_a_databases_password_is_never_shown(url, shown):
    assert without_password(url) == shown


def test_every_setting_says_where_it_comes_from():
    env = {"PORT": "8000", "TRAILSTONE_SECRET_FILE": "/run/secret"}
    source = {setting.name: setting.source for setting in in_force(env)}
    assert (source["PORT"], source["TRAILSTONE_SECRET"], source["TRAILSTONE_HTTPS"]) == (
        "environment", "file /run/secret", "not set",
    )  # fmt: skip


def test_every_setting_that_is_described_is_known_and_shown():
    described = set(re.findall(r"^\| `((?:TRAILSTONE|DATABASE)_\w+)`", RUNNING.read_text(), re.MULTILINE))
    assert {"TRAILSTONE_MAIL", "DATABASE_READ_URL"} <= described
    assert described <= {setting.name for setting in in_force({})}


def test_the_password_of_the_mail_server_is_never_shown(settings):
    settings.MAIL, settings.EMAIL_HOST, settings.EMAIL_HOST_PASSWORD = {"EMAIL_HOST": "mail"}, "mail", "s3cret"
    shown = {setting.name: setting.value for setting in in_force({})}
    assert shown["TRAILSTONE_MAIL"] == "through mail"


def test_the_secret_is_never_shown(settings):
    assert settings.SECRET_KEY not in str(in_force({}))


def test_a_setting_that_is_spelt_wrong_is_told():
    said = list(remarks({"TRAILSTONE_DBUG": "1", "TRAILSTONE_DATA": "x"}))
    assert said[0] == "TRAILSTONE_DBUG is no setting of Trailstone; nothing reads it."


@pytest.mark.parametrize(
    ("hosts", "https", "said"),
    [
        (["*"], False, "plain http"),
        (["*"], True, "name the school's address"),
        (["learn.example.org"], True, ""),
        (["learn.example.org"], False, ""),
    ],
)
def test_a_site_that_answers_to_every_name_is_told_what_that_means(settings, hosts, https, said):
    settings.ALLOWED_HOSTS, settings.HTTPS = hosts, https
    found = " ".join(remarks({}))
    assert said in found
    assert bool(found) is bool(said)


def test_a_journal_on_the_same_disk_or_on_none_is_told(settings, tmp_path):
    settings.ALLOWED_HOSTS, settings.DATA = ["school.example"], tmp_path
    settings.JOURNAL = str(tmp_path / "journal")
    assert "same disk" in " ".join(remarks({}))
    settings.JOURNAL = str(tmp_path / "media" / "stick" / "journal")
    assert "plugged in" in " ".join(remarks({}))


def test_a_site_on_the_internet_passes_djangos_own_checks_without_a_warning(tmp_path):
    set_up = {"TRAILSTONE_HTTPS": "1", "TRAILSTONE_HOSTS": "learn.example.org", "TRAILSTONE_DATA": str(tmp_path)}
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("TRAILSTONE_", "DATABASE_"))}
    words = [sys.executable, "-m", "trailstone", "check", "--deploy", "--fail-level", "WARNING"]
    ended = subprocess.run(words, env=clean | set_up, capture_output=True, text=True, timeout=300)  # noqa: S603 - ours
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert ended.stderr == ""


def test_debug_at_a_school_is_warned_of(settings):
    settings.DEBUG = True
    assert "Never at a school" in "".join(remarks({}))


def test_check_prints_the_settings_and_still_checks(capsys, db):
    call_command("check")
    printed = capsys.readouterr().out
    assert "TRAILSTONE_DATA" in printed
    assert "DATABASE_URL" in printed
    assert "no issues" in printed
