"""Settings come from the environment, and only through these helpers."""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import dj_database_url

DATABASES = ("django.db.backends.sqlite3", "django.db.backends.postgresql")
ADDRESS = ("NAME", "USER", "PASSWORD", "HOST", "PORT")  # what says where a database is


class Misset(RuntimeError):
    """A setting with which the site cannot run; ``str()`` is a sentence that says what to change (never a secret)."""


def text(name: str, default: str = "") -> str:
    """The variable ``name``, or the content of the file that ``name_FILE`` points to; empty or not set: ``default``.

    Raises:
        Misset: the file cannot be read.
    """
    path = os.environ.get(f"{name}_FILE")
    try:
        return Path(path).read_text("utf-8").strip() if path else os.environ.get(name) or default
    except (OSError, UnicodeDecodeError) as error:
        raise Misset(f"{name}_FILE names {path}, which cannot be read ({_why(error)}).") from error


def flag(name: str) -> bool:
    """True for 1, true, yes or on."""
    return text(name).lower() in {"1", "true", "yes", "on"}


def choice(name: str, *words: str) -> str:
    """One of these words, the first when nothing is set. Raises Misset when it is another."""
    given = text(name, words[0]).lower()
    if given not in words:
        raise Misset(f"{name} is {given!r}; it must be one of {', '.join(words)}.")
    return given


def port(name: str, default: int) -> int:
    """A TCP port. Raises Misset when it is none."""
    given = text(name, str(default))
    if not (given.isascii() and given.isdigit() and 0 < int(given[:6]) < 65536):
        raise Misset(f"{name} is {given!r}; it must be a number from 1 to 65535.")
    return int(given)


def database(url: str) -> dict[str, Any]:
    """Django's settings for DATABASE_URL. Raises as ``database_of`` does."""
    return database_of(url, "DATABASE_URL")


def database_of(url: str, name: str) -> dict[str, Any]:
    """Django's settings for a database's address, which stands in the setting ``name``.

    Raises:
        Misset: it names no SQLite file and no PostgreSQL database.
    """
    try:
        found = dict(dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True))
    except ValueError:
        found = {}
    if found.get("ENGINE") not in DATABASES or not found.get("NAME"):
        raise Misset(
            f"{name} cannot be understood. Leave it out for SQLite in the data folder, "
            "or write postgresql://user:password@host/name (signs like @ or / in a password as %40, %2F)."
        )
    return found


def pooled(database: dict[str, Any], pool: str) -> dict[str, Any]:
    """Django's settings for a database when connections are shared: ``pool`` is DATABASE_POOL.

    A number: that many connections a process, kept by the driver. ``pgbouncer``: a pooler stands between, which may
    give every transaction another server connection (its transaction mode), so nothing may live longer than one: no
    server-side cursors, no prepared statements
    (https://docs.djangoproject.com/en/5.2/ref/databases/#transaction-pooling-server-side-cursors).

    Raises:
        Misset: it is neither, or the database is SQLite.
    """
    if not pool:
        return database
    if not database["ENGINE"].endswith("postgresql"):
        raise Misset("DATABASE_POOL is for PostgreSQL; leave it out with SQLite.")
    options = database.get("OPTIONS", {})
    if pool == "pgbouncer":
        return database | {"DISABLE_SERVER_SIDE_CURSORS": True, "OPTIONS": options | {"prepare_threshold": None}}
    if not (pool.isascii() and pool.isdigit() and 0 < int(pool[:4]) < 1000):
        raise Misset(f"DATABASE_POOL is {pool!r}; it must be a number from 1 to 999, or pgbouncer.")
    sizes = {"min_size": 1, "max_size": int(pool)}
    return database | {"CONN_MAX_AGE": 0, "OPTIONS": options | {"pool": sizes}}


def replica(url: str, database: dict[str, Any]) -> dict[str, Any]:
    """Django's settings for DATABASE_READ_URL, a copy of ``database`` that reports may read from.

    Raises:
        Misset: it cannot be understood, or is of another kind than the database itself.
    """
    found = database_of(url, "DATABASE_READ_URL")
    kind = "postgresql" if database["ENGINE"].endswith("postgresql") else "sqlite3"
    if not found["ENGINE"].endswith(kind):
        raise Misset("DATABASE_READ_URL must name a copy of the database in DATABASE_URL, so of the same kind.")
    return {**database, **{key: found[key] for key in ADDRESS if key in found}, "TEST": {"MIRROR": "default"}}


def mail(url: str) -> dict[str, Any]:
    """Django's settings for TRAILSTONE_MAIL, where letters are handed in; nothing for an empty one.

    ``smtp://host:25`` as it is, ``smtps://user:password@host:465`` through TLS, ``smtp+starttls://…:587`` through TLS
    that begins after the first words (RFC 8314, RFC 3207).

    Raises:
        Misset: it is no such address.
    """
    if not url:
        return {}
    found = urlsplit(url)
    try:
        ports = {"smtp": 25, "smtps": 465, "smtp+starttls": 587}
        port_of, host = found.port or ports[found.scheme], found.hostname or ""
    except (KeyError, ValueError):
        host = ""
    if not host:
        raise Misset(
            "TRAILSTONE_MAIL cannot be understood. Write smtps://user:password@mail.example.org:465 or "
            "smtp+starttls://user:password@mail.example.org:587 (signs like @ or / in a password as %40, %2F)."
        )
    return {
        "EMAIL_HOST": host,
        "EMAIL_PORT": port_of,
        "EMAIL_HOST_USER": unquote(found.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(found.password or ""),
        "EMAIL_USE_SSL": found.scheme == "smtps",
        "EMAIL_USE_TLS": found.scheme == "smtp+starttls",
    }


def secret_key(folder: Path) -> str:
    """``TRAILSTONE_SECRET``, or a key made once and kept in ``folder`` for the owner's eyes alone (mode 0600).

    Raises:
        Misset: the folder cannot be written.
    """
    given = text("TRAILSTONE_SECRET")
    if given:
        return given
    path = folder / "secret.key"
    try:
        return _kept(path)
    except OSError as error:
        raise Misset(unwritable(folder, error)) from error


def unwritable(folder: Path, error: OSError) -> str:
    """What to say when the data folder cannot be written."""
    return (
        f"The data folder {folder} cannot be written ({_why(error)}). "
        "Let the user that runs Trailstone write it, or name another folder with TRAILSTONE_DATA."
    )


def _kept(path: Path) -> str:
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(fd, "w") as file:
            file.write(secrets.token_urlsafe(50))
    return path.read_text().strip()


def _why(error: Exception) -> str:
    return (getattr(error, "strerror", None) or "it is not text").lower()
