"""What keeps the site from starting, told in a sentence before anything is changed."""

import errno
import socket
import tempfile
from contextlib import closing
from pathlib import Path

from django.db import DatabaseError, connection

from trailstone.environment import unwritable
from trailstone.operate.errors import CannotStart

ANEW = "Make a new one with: createdb --template template0 --encoding UTF8 NAME, and name it in DATABASE_URL."
EVERYWHERE = "0.0.0.0"  # noqa: S104 - a school's own network


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
    """Nothing, when the database answers and can keep every name.

    Raises:
        CannotStart: it does not, or it is none (the sentence has the database's own words); or it keeps no Unicode.
    """
    try:
        connection.ensure_connection()
    except DatabaseError as error:
        own = " ".join(str(error).split()).rstrip(".?")
        raise CannotStart(f"The database does not answer: {own}. Look at DATABASE_URL (trailstone check).") from error
    if (encoding := _encoding()) != "UTF8":
        raise CannotStart(f"The database keeps text as {encoding}, which cannot hold every name. {ANEW}")


def _encoding() -> str:
    """How the database keeps text; SQLite knows but Unicode."""
    if connection.vendor != "postgresql":
        return "UTF8"
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_encoding")
        return str(cursor.fetchone()[0])
