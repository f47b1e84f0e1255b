"""``python -m bench.backup [--learners 1000] [--answers 300]``: how long a backup and a restore of a whole school take.

In a folder that is thrown away; on SQLite, or on the database that DATABASE_URL names (it must be empty).
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench import machine


def main() -> int:
    """Make the school, back it up, verify, restore; a line of figures each."""
    wanted = _arguments()
    print(machine.described(), flush=True)
    with tempfile.TemporaryDirectory(prefix="trailstone-bench-") as folder:
        os.environ |= {"TRAILSTONE_DATA": str(Path(folder, "data")), "DJANGO_SETTINGS_MODULE": "trailstone.settings"}
        import django

        django.setup()
        from bench import year

        with _timed("make the school"):
            answers = year.make(wanted.learners, wanted.answers)
        print(f"{wanted.learners} learners, {answers:,} answers and other steps, {_size():.1f} MB", flush=True)
        _measure(Path(folder), wanted.port)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.backup", description=__doc__)
    parser.add_argument("--learners", type=int, default=1000)
    parser.add_argument("--answers", type=int, default=300, help="of each learner (300)")
    parser.add_argument("--port", type=int, default=8799, help="where the school would be served; nothing may be there")
    return parser.parse_args()


@contextmanager
def _timed(what: str) -> Iterator[None]:
    began = time.monotonic()
    yield
    print(f"{what:<34} {time.monotonic() - began:8.1f} s", flush=True)


def _measure(folder: Path, port: int) -> None:
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connections

    settings.PORT = port
    words = folder / "words"
    words.write_text("four words and more")
    for name, more in (("open", []), ("locked", ["--passphrase-file", str(words)])):
        connections.close_all()
        with _timed(f"backup, {name} (verified)"), _silence():
            call_command("backup", str(folder / name), *more)
        (file,) = (folder / name).iterdir()
        print(f"{'its size':<34} {file.stat().st_size / 1e6:8.1f} MB", flush=True)
        with _timed(f"verify, {name}"), _silence():
            call_command("verify", str(file), *more)
    _restore(file, words, port)


def _restore(file: Path, words: Path, port: int) -> None:
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connections
    from django.utils import timezone

    from trailstone.operate.backup.asked import present_store
    from trailstone.operate.backup.restoring import restore
    from trailstone.operate.backup.telling import quiet

    connections.close_all()
    with _timed("restore, locked, until it can start"):
        restore(
            present_store(), file, data=settings.DATA, port=port, passphrase=words.read_text(), at=timezone.now(),
            told=quiet,
        )  # fmt: skip
    with _timed("rebuild-progress --check after it"):
        call_command("rebuild-progress", check=True)


@contextmanager
def _silence() -> Iterator[None]:
    with open(os.devnull, "w") as nowhere:
        out, sys.stdout = sys.stdout, nowhere
        try:
            yield
        finally:
            sys.stdout = out


def _size() -> float:
    """The database in MB."""
    from django.db import connection

    if connection.vendor == "sqlite":
        return Path(connection.settings_dict["NAME"]).stat().st_size / 1e6
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_database_size(current_database())")
        return float(cursor.fetchone()[0]) / 1e6


if __name__ == "__main__":
    sys.exit(main())
