import pytest
from django.core.management import call_command

from trailstone.operate.in_force import in_force, remarks, without_password


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


def test_the_secret_is_never_shown(settings):
    assert settings.SECRET_KEY not in str(in_force({}))


def test_a_setting_that_is_spelt_wrong_is_told():
    assert list(remarks({"TRAILSTONE_DBUG": "1", "TRAILSTONE_DATA": "x"})) == [
        "TRAILSTONE_DBUG is no setting of Trailstone; nothing reads it."
    ]


def test_debug_at_a_school_is_warned_of(settings):
    settings.DEBUG = True
    assert "Never at a school" in "".join(remarks({}))


def test_check_prints_the_settings_and_still_checks(capsys, db):
    call_command("check")
    printed = capsys.readouterr().out
    assert "TRAILSTONE_DATA" in printed
    assert "DATABASE_URL" in printed
    assert "no issues" in printed
