"""Serving the site from this computer: one process, several threads, nothing else to install."""

import errno
import socket
import tempfile
from contextlib import closing
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import OperationalError, connection
from granian import Granian
from granian.constants import Interfaces

from trailstone.content.actions import load_courses
from trailstone.environment import unwritable
from trailstone.operate.errors import CannotStart

THREADS = 8
EVERYWHERE = "0.0.0.0"  # noqa: S104 - a school's own network


def prepare() -> None:
    """Bring the database and the courses up to date.

    Raises:
        CannotStart: the data folder cannot be written, or the database does not answer.
    """
    refuse_unwritable(settings.DATA)
    refuse_silent()
    call_command("migrate", verbosity=0)
    load_courses()
    if connection.vendor == "sqlite":  # PostgreSQL keeps statistics by itself; without any, SQLite reads whole tables
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA analysis_limit = 1000")  # a sample is enough, and a start takes no longer in May
            cursor.execute("ANALYZE")


def serve(port: int, *, address: str = EVERYWHERE, welcome: str = "") -> None:
    """Collect the static files and serve until interrupted. Prints the address and ``welcome``.

    Raises:
        CannotStart: the port is taken.
    """
    refuse_taken(address, port)
    call_command("collectstatic", interactive=False, verbosity=0)
    print(f"\nTrailstone is at  http://localhost:{port}\n\n{welcome}\n\nStop it with Ctrl+C.\n", flush=True)
    server = Granian(
        "trailstone.wsgi:application",
        address=address,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=THREADS,
        log_enabled=settings.DEBUG,
        websockets=False,
    )
    server.serve()


def refuse_taken(address: str, port: int) -> None:
    """Nothing, when the port is free.

    Raises:
        CannotStart: another program listens on it, or it may not be used; the sentence says what to do.
    """
    with closing(socket.socket(socket.AF_INET, socket.SOCK_STREAM)) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError as error:
            taken = "is taken by another program. Stop it, or choose another port"
            why = taken if error.errno == errno.EADDRINUSE else "may not be used by this user. Choose one above 1023"
            free = port + 1 if 1023 < port < 65535 else 8000
            raise CannotStart(f"Port {port} {why} with the setting PORT, as in PORT={free}.") from error


def refuse_unwritable(folder: Path) -> None:
    """Nothing, when files can be made in the folder.

    Raises:
        CannotStart: they cannot.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        raise CannotStart(unwritable(folder, error)) from error


def refuse_silent() -> None:
    """Nothing, when the database answers.

    Raises:
        CannotStart: it does not; the sentence has the database's own words.
    """
    try:
        connection.ensure_connection()
    except OperationalError as error:
        own = " ".join(str(error).split()).rstrip(".?")
        raise CannotStart(f"The database does not answer: {own}. Look at DATABASE_URL (trailstone check).") from error
