"""Why a backup was not made, or not accepted."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg


class Refused(Exception):
    """Nothing was changed; ``str()`` is a sentence that says why and what to do."""


DAMAGED = (
    "This backup is damaged: {}. Nothing was changed. Take another one; an older copy is better than a broken one."
)


def damaged(why: str) -> Refused:
    """The refusal of a file that is not what was once written."""
    return Refused(DAMAGED.format(why))


@contextmanager
def in_words(doing: str) -> Iterator[None]:
    """What the disk or the database says while ``doing``, as a sentence for the owner.

    Raises:
        Refused: in the place of OSError and of the databases' errors.
    """
    try:
        yield
    except (OSError, sqlite3.Error, psycopg.Error) as error:
        raise Refused(f"{doing} failed: {_own(error)}. Nothing was changed, and nothing half is left.") from error


def _own(error: Exception) -> str:
    said = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return " ".join(said.split()).rstrip(".").lower()
