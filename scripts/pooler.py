"""A throw-away PgBouncer in transaction mode, in front of a throw-away PostgreSQL."""

import contextlib
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from scripts.machine import debian_install, give_up, is_root, started_as

PORT = 6432  # a part of the name of its socket
NEEDED = "PgBouncer is not installed (as an administrator: apt-get install pgbouncer)."
SETTINGS = """
[databases]
* = host={home} port=5432
[pgbouncer]
listen_addr =
listen_port = {port}
unix_socket_dir = {home}
pool_mode = transaction
default_pool_size = {size}
max_client_conn = 500
auth_type = trust
auth_file = {home}/users.txt
admin_users = trailstone
logfile = {home}/pooler.log
pidfile = {home}/pooler.pid
# An idle connection would keep a test's database from being dropped: Django waits a second.
server_idle_timeout = {idle}
"""


def program() -> Path | None:
    """PgBouncer, installed where that may be done without asking; None when there is none."""
    return _found() or (_found() if debian_install("pgbouncer") else None)


def _found() -> Path | None:
    found = shutil.which("pgbouncer", path="/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin")
    return Path(found) if found else None


@dataclass
class Pooler:
    """PgBouncer with its settings. ``url``: the DATABASE_URL through it, of the same database as the server's own."""

    program: Path
    home: Path
    url: str
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """As the server's own user, for PgBouncer, too, refuses to run as root; until it listens.

        Raises:
            SystemExit: it does not start (its own words are printed).
        """
        owner = self.home.owner() if is_root() else None
        self.process = started_as(owner, self.program, "-q", self.home / "pooler.ini")
        _wait_until_ready(self.process, self.home / f".s.PGSQL.{PORT}")

    def stop(self) -> None:
        """It goes without waiting for anybody."""
        if self.process:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(30)


@contextlib.contextmanager
def pooler(server: str, *, size: int = 20, idle: float = 600) -> Iterator[Pooler]:
    """In front of the server that ``scripts.with_postgres.server`` started: at most ``size`` connections a database.

    ``idle``: the seconds after which one that nobody uses is closed.

    Raises:
        SystemExit: there is no PgBouncer, or it does not start.
    """
    home = Path(unquote(urlsplit(server).netloc.partition("@")[2]))
    file, found = home / "pooler.ini", program()
    if found is None:
        raise give_up(NEEDED)
    file.write_text(SETTINGS.format(home=home, port=PORT, size=size, idle=idle))
    (home / "users.txt").write_text('"trailstone" ""\n')
    for path in (file, home / "users.txt"):
        shutil.chown(path, home.owner())
    started = Pooler(found, home, _through(server))
    try:
        started.start()
        yield started
    finally:
        started.stop()


def _through(server: str) -> str:
    place, _, name = server.rpartition("/")
    return f"{place}:{PORT}/{name}"


def _wait_until_ready(process: subprocess.Popen[bytes], path: Path) -> None:
    for _ in range(100):
        with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX) as probe:
            probe.connect(str(path))
            return
        if process.poll() is not None:
            break
        time.sleep(0.1)
    raise give_up("PgBouncer did not start (its own words are above).")
