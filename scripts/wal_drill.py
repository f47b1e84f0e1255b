"""A restore drill for PostgreSQL's archive: ``python3 -m scripts.wal_drill [--timeout 5] [--seconds 12]``

A throw-away server archives its write-ahead log as ``deploy/postgresql/archive.conf`` says (with a shorter timeout), a
row is written every 50 ms, the server is killed and its data are deleted; then the base backup and the archive become a
server again. Prints how many of the last seconds were lost, and fails when those are more than the timeout promises.
"""

import argparse
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from scripts import postgres
from scripts.machine import give_up, started_as
from scripts.with_postgres import _owner

CONF = Path(__file__).parents[1] / "deploy/postgresql/archive.conf"
QUIET = ("listen_addresses=", "log_min_messages=panic", "fsync=off")
GRACE = 3.0  # seconds in which the server notices that the timeout is over, and copies
PATIENCE = 120.0  # seconds more in which two files must come
ARCHIVED = "SELECT archived_count FROM pg_stat_archiver"
WRITE = "INSERT INTO drill (at) VALUES (clock_timestamp())"
AGE = "SELECT count(*) || ' ' || round(extract(epoch FROM max(at)), 3) FROM drill"


@dataclass(frozen=True)
class Lost:
    """What the drill found: rows written and rows that came back, and how many of the last seconds are missing."""

    written: int
    back: int
    seconds: float


def drill(timeout: int, seconds: float) -> Lost:
    """The whole drill; ``timeout`` stands for archive_timeout.

    Raises:
        subprocess.CalledProcessError: a program of PostgreSQL failed.
    """
    owner = _owner()
    home = Path(tempfile.mkdtemp(prefix="trailstone-drill-", dir="/tmp"))
    try:
        programs = postgres.reachable(postgres.programs(), home, owner)
        for name in ("", "wal", "base"):
            (home / name).mkdir(exist_ok=True, mode=0o700)
            if owner:
                shutil.chown(home / name, owner)
        return _Drill(home, programs, owner, timeout).run(seconds)
    finally:
        shutil.rmtree(home, ignore_errors=True)


@dataclass(frozen=True)
class _Drill:
    home: Path
    programs: Path
    owner: str | None
    timeout: int

    def run(self, seconds: float) -> Lost:
        self.do("initdb", "-D", self.home / "data", "-U", "trailstone", "--auth=trust", "--no-sync")
        with self.server("data", *archiving(CONF.read_text(), self.home / "wal", self.timeout)):
            self.ask("CREATE TABLE drill (at timestamptz)")
            self.do(
                "pg_basebackup",
                "-h",
                self.home,
                "-U",
                "trailstone",
                "-D",
                self.home / "base",
                "-X",
                "none",
                "-c",
                "fast",
            )
            written = self.write(seconds)
            last = time.time()
        shutil.rmtree(self.home / "data")
        signal_file = self.home / "base" / "recovery.signal"
        self.do_as("touch", signal_file)
        with self.server("base", f"restore_command=cp {self.home}/wal/%f %p 2>/dev/null", "archive_mode=off"):
            back, newest = self.ask(AGE).split()
        return Lost(written, int(back), last - float(newest))

    @contextmanager
    def server(self, folder: str, *settings: str) -> Iterator[None]:
        options = [word for one in (*QUIET, *settings) for word in ("-c", one)]
        program, data = self.programs / "postgres", self.home / folder
        started = started_as(self.owner, program, "-D", data, "-k", self.home, *options)
        try:
            self.wait_until_writable()
            yield
        finally:
            started.send_signal(signal.SIGQUIT)  # immediate: as when the power goes
            started.wait(60)

    def write(self, seconds: float) -> int:
        """Rows, for so long, and on a slow machine until the server has closed and archived some of them by itself.

        The first that comes after the base backup may be from before it.
        """
        start, count = time.monotonic(), 0
        enough = int(self.ask(ARCHIVED)) + 2
        while time.monotonic() < start + seconds or int(self.ask(ARCHIVED)) < enough:
            self.ask(WRITE)
            count += 1
            time.sleep(0.05)
            if time.monotonic() > start + seconds + PATIENCE:
                raise give_up("PostgreSQL does not archive.")
        return count

    def wait_until_writable(self) -> None:
        for _ in range(300):
            with suppress(subprocess.CalledProcessError):
                if self.ask("SELECT pg_is_in_recovery()") == "f":
                    return
            time.sleep(0.1)
        raise give_up("PostgreSQL did not start.")

    def ask(self, words: str) -> str:
        command = [
            str(self.programs / "psql"),
            "-h",
            str(self.home),
            "-U",
            "trailstone",
            "-At",
            "-c",
            words,
            "postgres",
        ]
        return subprocess.run(command, check=True, capture_output=True, text=True, cwd="/").stdout.strip()

    def do(self, program: str, *words: str | Path) -> None:
        self.do_as(self.programs / program, *words)

    def do_as(self, *words: str | Path) -> None:
        ended = started_as(self.owner, *words).wait(60)
        if ended:
            raise subprocess.CalledProcessError(ended, [str(word) for word in words])


def archiving(conf: str, wal: Path, timeout: int) -> list[str]:
    """The settings of ``archive.conf`` as a server takes them, with another folder and another timeout."""
    found = dict(re.findall(r"^(\w+) = '?(.*?)'?$", conf, re.MULTILINE))
    found |= {
        "archive_timeout": str(timeout),
        "archive_command": found["archive_command"].replace("/srv/wal", str(wal)),
    }
    return [f"{name}={value}" for name, value in found.items()]


def main(words: list[str]) -> int:
    """Run the drill and say what was lost."""
    parser = argparse.ArgumentParser(prog="python3 -m scripts.wal_drill")
    parser.add_argument("--timeout", type=int, default=5, help="archive_timeout in seconds (5; a district takes 60)")
    parser.add_argument("--seconds", type=float, default=12, help="how long rows are written (12)")
    wanted = parser.parse_args(words)
    lost = drill(wanted.timeout, wanted.seconds)
    print(f"{lost.written} rows written, {lost.back} came back; the last {lost.seconds:.1f} seconds were lost.")
    return int(lost.seconds > wanted.timeout + GRACE)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
