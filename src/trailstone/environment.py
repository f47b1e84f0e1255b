"""Settings come from the environment, and only through these helpers."""

import os
import secrets
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import dj_database_url

DATABASES = ("django.db.backends.sqlite3", "django.db.backends.postgresql")
ADDRESS = ("NAME", "USER", "PASSWORD", "HOST", "PORT")  # what says where a database is
AWAY_S = 3  # seconds until a copy counts as away: the database itself is read then
POOLER = "pgbouncer"  # the word for one in DATABASE_POOL


class Misset(RuntimeError):
    """A setting with which the site cannot run; ``str()`` is a sentence that says what to change (never a secret)."""


def refuse_without_locks() -> None:
    """Nothing, where the system locks files as Unix does (flock(2)): the processes of the site take turns by them.

    Raises:
        Misset: it does not (Windows).
    """
    try:
        import fcntl  # noqa: F401 - only whether it is there
    except ImportError as missing:
        raise Misset(
            "It does not run on Windows itself, which has no file locks as Unix has them. It runs in Windows' own "
            "Linux (WSL 2): see deploy/windows.md."
        ) from missing


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


def seconds(name: str, default: int) -> int:
    """A time from one second to a day. Raises Misset when it is none."""
    given = text(name, str(default))
    if not (given.isascii() and given.isdigit() and 0 < int(given[:6]) <= 86_400):
        raise Misset(f"{name} is {given!r}; it must be a number of seconds from 1 to 86400.")
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
    if pool == POOLER:
        return database | {"DISABLE_SERVER_SIDE_CURSORS": True, "OPTIONS": options | {"prepare_threshold": None}}
    if not (pool.isascii() and pool.isdigit() and 0 < int(pool[:4]) < 1000):
        raise Misset(f"DATABASE_POOL is {pool!r}; it must be a number from 1 to 999, or pgbouncer.")
    sizes = {"min_size": 1, "max_size": int(pool)}
    return database | {"CONN_MAX_AGE": 0, "OPTIONS": options | {"pool": sizes}}


def direct(url: str, database: dict[str, Any], pool: str) -> dict[str, Any]:
    """Where DATABASE_DIRECT_URL leads: past the pooler to the same ``database``. Nothing where there is no pooler.

    Backups and the lead of the workers go there: pg_dump sets its search path for the whole of a connection, and a
    pooler would give that connection to the site next, which then finds none of its tables.

    Raises:
        Misset: there is a pooler and no way past it, or the other way round, or it leads to another database.
    """
    if pool != POOLER:
        if url:
            raise Misset("DATABASE_DIRECT_URL is for DATABASE_POOL=pgbouncer alone; leave it out.")
        return {}
    if not url:
        raise Misset(
            "With DATABASE_POOL=pgbouncer, backups need a way past the pooler: "
            "set DATABASE_DIRECT_URL to the same database at PostgreSQL itself."
        )
    found = database_of(url, "DATABASE_DIRECT_URL")
    if (found["ENGINE"], found["NAME"]) != (database["ENGINE"], database["NAME"]):
        raise Misset("DATABASE_DIRECT_URL must name the same database as DATABASE_URL, under the same name.")
    return {key: found.get(key, "") for key in ADDRESS if key != "NAME"} | {"OPTIONS": found.get("OPTIONS", {})}


def replica(url: str, database: dict[str, Any]) -> dict[str, Any]:
    """Django's settings for DATABASE_READ_URL, a copy of ``database`` that reports may read from.

    Raises:
        Misset: it cannot be understood, or is of another kind than the database itself.
    """
    found = database_of(url, "DATABASE_READ_URL")
    kind = "postgresql" if database["ENGINE"].endswith("postgresql") else "sqlite3"
    if not found["ENGINE"].endswith(kind):
        raise Misset("DATABASE_READ_URL must name a copy of the database in DATABASE_URL, so of the same kind.")
    options = {**database.get("OPTIONS", {}), **found.get("OPTIONS", {})}
    if kind == "postgresql":
        options = {"connect_timeout": AWAY_S, **options}
    if "pool" in options:
        options["pool"] = {**options["pool"], "timeout": AWAY_S}
    place = {key: found[key] for key in ADDRESS if key in found}
    return {**database, **place, "OPTIONS": options, "TEST": {"MIRROR": "default"}}


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
    """The key gets its name only when it is on the disk whole: an empty one, left by a power cut, would keep the site
    from starting. Of two processes that make one at the same moment the first one's counts."""
    if not path.exists() or not path.stat().st_size:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, part = tempfile.mkstemp(dir=path.parent, prefix=".secret-")  # mode 0600
        try:
            with os.fdopen(handle, "w") as file:
                file.write(secrets.token_urlsafe(50))
                file.flush()
                os.fsync(file.fileno())
            _name(Path(part), path)
        finally:
            Path(part).unlink(missing_ok=True)
    return path.read_text().strip()


def _name(part: Path, path: Path) -> None:
    """Give the file its name, unless somebody was first."""
    if path.exists() and not path.stat().st_size:
        path.unlink()
    try:
        os.link(part, path)
    except FileExistsError:
        return
    except OSError:  # a disk without second names (exFAT): there the later one counts
        os.replace(part, path)


def _why(error: Exception) -> str:
    return (getattr(error, "strerror", None) or "it is not text").lower()
