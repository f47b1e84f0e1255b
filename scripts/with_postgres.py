"""Run a command beside a throw-away PostgreSQL: ``python3 -m scripts.with_postgres [--durable] [--pooler] COMMAND...``

The server listens on a socket in a folder of its own only, DATABASE_URL leads there, and it is gone afterwards.
``--durable`` keeps its promises to the disk, as a school's server would: for measuring, not for tests.
``--keep FOLDER`` keeps what is in it there, and finds it again the next time.
``--pooler`` puts a PgBouncer in transaction mode between; DATABASE_DIRECT_URL leads past it.
"""

import argparse
import contextlib
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from scripts import pooler, postgres
from scripts.machine import give_up, is_root, started_as

FAST = ("fsync=off", "full_page_writes=off", "synchronous_commit=off")
COMMON = ("listen_addresses=", "max_connections=120", "log_min_messages=fatal", "timezone=UTC")


@contextlib.contextmanager
def server(*, durable: bool = False, keep: Path | None = None) -> Iterator[str]:
    """A running server with an empty database (with ``keep``, with what was left in that folder); its DATABASE_URL.

    Raises:
        SystemExit: there is no PostgreSQL, or it does not start (its own words are printed).
    """
    owner = _owner()
    # A socket's path must be short, so not TMPDIR.
    home = Path(tempfile.mkdtemp(prefix="trailstone-pg-", dir="/tmp"))
    started = None
    try:
        programs = postgres.reachable(postgres.programs(), home, owner)
        if owner:
            shutil.chown(home, owner)  # its folder is 0700: nobody else reaches the socket
        data = _folder(keep, owner) if keep else home / "data"
        if not (data / "PG_VERSION").exists():
            started_as(owner, programs / "initdb", "-D", data, "-U", "trailstone", *_INITDB).wait()
        options = [word for value in (*COMMON, *(() if durable else FAST)) for word in ("-c", value)]
        started = started_as(owner, programs / "postgres", "-D", data, "-k", home, *options)
        _wait_until_ready(started, programs, home)
        yield f"postgresql://trailstone@{quote(str(home), safe='')}/trailstone"
    finally:
        if started:
            started.send_signal(signal.SIGINT)  # PostgreSQL's "fast shutdown"
            started.wait(60)
        shutil.rmtree(home, ignore_errors=True)


_INITDB = ("--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions")


def _folder(keep: Path, owner: str | None) -> Path:
    """Where a kept database lies: the server's user must own it, and be able to walk there."""
    found = keep.absolute() / "postgres"
    found.mkdir(mode=0o700, parents=True, exist_ok=True)
    if owner:
        shutil.chown(found, owner)
    return found


def _owner() -> str | None:
    """PostgreSQL refuses to run as root: then it runs as its own user, or as nobody."""
    if not is_root():
        return None
    known = {user.pw_name for user in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def _wait_until_ready(server: subprocess.Popen[bytes], programs: Path, home: Path) -> None:
    for _ in range(300):
        ask = [str(programs / "createdb"), "-h", str(home), "-U", "trailstone", "trailstone"]
        if server.poll() is None:
            asked = subprocess.run(ask, capture_output=True, cwd="/", text=True)
            if asked.returncode == 0 or "already exists" in asked.stderr:
                return
        if server.poll() is not None:
            break
        time.sleep(0.1)
    raise give_up("PostgreSQL did not start (its own words are above).")


def main(words: list[str]) -> int:
    """Run ``words`` beside a server; the command's exit code."""
    parser = argparse.ArgumentParser(prog="python3 -m scripts.with_postgres")
    parser.add_argument("--durable", action="store_true")
    parser.add_argument("--pooler", action="store_true")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("command", nargs=argparse.REMAINDER)
    wanted = parser.parse_args(words)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with server(durable=wanted.durable, keep=wanted.keep) as url, _between(url, wanted.pooler) as given:
        return subprocess.run(wanted.command, env=os.environ | given).returncode


@contextlib.contextmanager
def _between(url: str, wanted: bool) -> Iterator[dict[str, str]]:
    """The settings that lead to the server, past or through a pooler."""
    if not wanted:
        yield {"DATABASE_URL": url}
        return
    with pooler.pooler(url, idle=0.3) as between:
        yield {"DATABASE_URL": between.url, "DATABASE_POOL": "pgbouncer", "DATABASE_DIRECT_URL": url}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
