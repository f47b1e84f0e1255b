"""What keeps the site from starting is told in a sentence, before anything is changed."""

import os
import socket
import subprocess
import sys

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection

from trailstone import environment, sqlite
from trailstone.operate import refusals, serving
from trailstone.operate.demo import school
from trailstone.operate.errors import CannotStart


@pytest.fixture
def taken():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


@pytest.fixture
def free():
    """A port that nobody has: somebody's site may stand at the usual one."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    return port


def run(*words, **env):
    clean = {name: value for name, value in os.environ.items() if not name.startswith("DATABASE_")}
    return subprocess.run(  # noqa: S603 - our own interpreter and words
        [sys.executable, "-m", "trailstone", *words], env=clean | env, capture_output=True, text=True, timeout=300
    )


def test_a_port_that_is_taken_is_refused_with_another_to_try(taken):
    with pytest.raises(CannotStart, match=rf"Port {taken} is taken.*PORT={taken + 1}\."):
        serving.refuse_taken(serving.EVERYWHERE, taken)


def test_serve_and_demo_look_at_the_port_before_they_change_anything(taken, settings, db, django_assert_num_queries):
    settings.PORT = taken
    for command in ("serve", "demo"):
        with django_assert_num_queries(0), pytest.raises(CommandError, match="is taken"):
            call_command(command)


def test_a_port_is_free_again_when_its_program_ends(free):
    serving.refuse_taken("127.0.0.1", free)


def test_a_folder_that_cannot_be_written_is_refused(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CannotStart, match=r"data folder .*file/data cannot be written .*TRAILSTONE_DATA"):
        serving.refuse_unwritable(tmp_path / "file" / "data")
    serving.refuse_unwritable(tmp_path / "new" / "data")


def test_a_database_that_is_silent_is_refused_in_its_own_words(monkeypatch):
    def silent():
        raise OperationalError("connection refused\n\tIs the server running?")

    monkeypatch.setattr(connection, "ensure_connection", silent)
    with pytest.raises(CannotStart, match=r"does not answer: connection refused Is the server running\."):
        serving.refuse_silent()


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite keeps Unicode alone")
def test_a_database_that_cannot_keep_every_name_is_refused(monkeypatch):
    name = f"{connection.settings_dict['NAME']}_ascii"
    with connection.cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}" ENCODING SQL_ASCII LC_COLLATE "C" LC_CTYPE "C" TEMPLATE template0')
    narrow = connection.copy()
    narrow.settings_dict = narrow.settings_dict | {"NAME": name}
    monkeypatch.setattr(refusals, "connection", narrow)
    try:
        with pytest.raises(CannotStart, match=r"keeps text as SQL_ASCII.*createdb"):
            refusals.refuse_silent()
    finally:
        narrow.close()
        with connection.cursor() as cursor:
            cursor.execute(f'DROP DATABASE "{name}"')


def test_an_old_sqlite_is_refused(monkeypatch):
    monkeypatch.setattr(sqlite, "SAFE", (99, 0, 0))
    with pytest.raises(environment.Misset, match=r"needs 3\.51\.3 or later"):
        sqlite.use_bundled_library()


@pytest.mark.parametrize("url", ["nonsense", "mysql://a:b@c/d", "postgresql://host", "http://x/y", "://"])
def test_a_database_url_that_names_no_database_is_refused(url):
    with pytest.raises(environment.Misset, match="DATABASE_URL cannot be understood"):
        environment.database(url)


@pytest.mark.parametrize("url", ["sqlite:////tmp/x.sqlite3", "postgresql://u:p%40@h/name", "postgres:///name"])
def test_sqlite_and_postgresql_are_understood(url):
    assert environment.database(url)["ENGINE"] in environment.DATABASES


@pytest.mark.parametrize("given", ["abc", "0", "-1", "65536", "8.5", "9" * 30, "²"])
def test_a_port_is_a_number_from_1_to_65535(monkeypatch, given):
    monkeypatch.setenv("PORT", given)
    with pytest.raises(environment.Misset, match="from 1 to 65535"):
        environment.port("PORT", 8000)


def test_an_empty_variable_counts_as_not_set(monkeypatch):
    monkeypatch.setenv("PORT", "")
    assert environment.port("PORT", 8000) == 8000


def test_a_secret_file_that_is_not_there_is_named(monkeypatch, tmp_path):
    monkeypatch.setenv("TRAILSTONE_SECRET_FILE", str(tmp_path / "none"))
    with pytest.raises(environment.Misset, match=r"TRAILSTONE_SECRET_FILE names .*none, which cannot be read"):
        environment.text("TRAILSTONE_SECRET")


def test_a_secret_is_made_once_and_for_the_owners_eyes(monkeypatch, tmp_path):
    monkeypatch.delenv("TRAILSTONE_SECRET")
    made = environment.secret_key(tmp_path / "data")
    assert (len(made) > 40, environment.secret_key(tmp_path / "data")) == (True, made)
    assert (tmp_path / "data" / "secret.key").stat().st_mode & 0o777 == 0o600


def test_a_secret_that_a_power_cut_left_empty_is_made_anew_and_nothing_lies_beside_it(monkeypatch, tmp_path):
    monkeypatch.delenv("TRAILSTONE_SECRET")
    (tmp_path / "secret.key").touch()
    made = environment.secret_key(tmp_path)
    assert (len(made) > 40, environment.secret_key(tmp_path)) == (True, made)
    assert (tmp_path / "secret.key").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret.key"]


def test_of_two_that_make_the_secret_at_once_the_first_ones_counts(monkeypatch, tmp_path):
    monkeypatch.delenv("TRAILSTONE_SECRET")
    write = os.fsync

    def meanwhile(handle):
        (tmp_path / "secret.key").write_text("the first one's")
        write(handle)

    monkeypatch.setattr(os, "fsync", meanwhile)
    assert environment.secret_key(tmp_path) == "the first one's"


def test_a_disk_without_second_names_keeps_the_secret_too(monkeypatch, tmp_path):
    def refuse(*paths):
        raise PermissionError

    monkeypatch.delenv("TRAILSTONE_SECRET")
    monkeypatch.setattr(os, "link", refuse)
    made = environment.secret_key(tmp_path)
    assert (len(made) > 40, environment.secret_key(tmp_path)) == (True, made)


# What a computer lacks: a module that cannot be imported, or a library that is too old (as Debian 12's).
WITHOUT_LOCKS = 'sys.modules["fcntl"] = None'
OLD_SQLITE = """import types
sys.modules["pysqlite3"] = types.SimpleNamespace(sqlite_version_info=(3, 40, 1), sqlite_version="3.40.1")"""
START = """import sys
{lack}
from trailstone.__main__ import main
sys.argv = ["trailstone", {command!r}]
main()"""


@pytest.mark.parametrize("command", ["serve", "upgrade", "backup", "check"])
@pytest.mark.parametrize(
    ("lack", "said"),
    [(WITHOUT_LOCKS, "does not run on Windows itself"), (OLD_SQLITE, "SQLite 3.40.1 can lose answers")],
    ids=["without locks", "old SQLite"],
)
def test_a_computer_that_cannot_keep_the_promise_is_told_so_and_nothing_is_written(command, lack, said, tmp_path):
    data = tmp_path / "data"
    words = [sys.executable, "-c", START.format(lack=lack, command=command)]
    env = {**os.environ, "TRAILSTONE_DATA": str(data), "DATABASE_URL": f"sqlite:///{data / 'school.sqlite3'}"}
    ended = subprocess.run(words, env=env, capture_output=True, text=True, timeout=300)  # noqa: S603 - our own
    assert ended.returncode == 1
    assert said in ended.stderr
    assert (ended.stderr.count("\n"), ended.stdout) == (1, ""), "one sentence"
    assert not data.exists()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"DATABASE_URL": "mysql://ann:s3cret@host/name"}, "DATABASE_URL cannot be understood"),
        ({"PORT": "eighty"}, "PORT is 'eighty'"),
        ({"TRAILSTONE_DATA": "/dev/null/x", "TRAILSTONE_SECRET": ""}, "data folder /dev/null/x cannot be written"),
        ({"TRAILSTONE_DATA": "/dev/null/x"}, "data folder /dev/null/x cannot be written"),
    ],
)
def test_serve_says_in_one_sentence_why_it_does_not_start(wrong, said, free, tmp_path):
    ended = run("serve", **({"TRAILSTONE_DATA": str(tmp_path), "PORT": str(free)} | wrong))
    assert ended.returncode == 1
    assert said in ended.stderr
    assert "Traceback" not in ended.stderr
    assert "s3cret" not in ended.stderr


def test_a_demo_that_is_stopped_half_way_leaves_nothing_behind(db, monkeypatch):
    def stopped(*args):
        raise KeyboardInterrupt

    monkeypatch.setattr(school, "_live", stopped)
    with pytest.raises(KeyboardInterrupt):
        call_command("demo", "--no-serve", verbosity=0)
    assert not school.exists()


def test_the_address_for_letters_is_understood():
    found = environment.mail("smtps://school%40home:p%2Fw@mail.example.org")
    assert (found["EMAIL_HOST"], found["EMAIL_PORT"], found["EMAIL_USE_SSL"]) == ("mail.example.org", 465, True)
    assert (found["EMAIL_HOST_USER"], found["EMAIL_HOST_PASSWORD"]) == ("school@home", "p/w")
    assert environment.mail("smtp+starttls://h")["EMAIL_USE_TLS"] is True
    assert environment.mail("") == {}


@pytest.mark.parametrize("url", ["mail.example.org", "http://h", "smtp://", "smtp://h:port", "smtps://h:99999"])
def test_an_address_for_letters_that_is_none_is_told(url):
    with pytest.raises(environment.Misset, match="TRAILSTONE_MAIL cannot be understood"):
        environment.mail(url)
