"""A site in a folder of its own: its environment, its commands, and ``trailstone serve`` as a real process."""

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path

ROOT = Path(__file__).parents[2]
PATIENCE_S = 60  # how long a start may take on a busy computer before the test gives up


@dataclass
class Site:
    """``data``: the data folder; ``url``: its DATABASE_URL; ``plan``: what its learners may answer; ``said``: the file
    for what its processes print, when not in the data folder."""

    data: Path
    url: str
    plan: dict = field(default_factory=dict)
    said: Path | None = None

    @property
    def is_sqlite(self):
        return self.url.startswith("sqlite")

    @property
    def file(self):
        """The SQLite database."""
        return Path(self.url.removeprefix("sqlite:///"))

    @property
    def log_file(self):
        return self.said or self.data / "process.log"

    def environment(self, **more):
        kept = {name: value for name, value in os.environ.items() if not name.startswith("TRAILSTONE_")}
        path = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
        ours = {"TRAILSTONE_DATA": str(self.data), "DATABASE_URL": self.url, "PYTHONPATH": path}
        return kept | ours | {"DJANGO_SETTINGS_MODULE": "trailstone.settings"} | more

    def run(self, *words, timeout=300, **more):
        """Run ``python -m WORDS`` on this site to its end: ``site.run("trailstone", "migrate")``."""
        return subprocess.run(  # noqa: S603 - our own interpreter and words
            [sys.executable, "-m", *words],
            env=self.environment(**more), cwd=ROOT, capture_output=True, text=True, timeout=timeout,
        )  # fmt: skip

    def start(self, *words, **more):
        """The same without waiting, as the leader of a group of processes, so that all of it can be killed."""
        with self.log_file.open("ab") as log:
            return subprocess.Popen(  # noqa: S603 - our own interpreter and words
                [sys.executable, "-m", *words], env=self.environment(**more), cwd=ROOT, stdin=subprocess.DEVNULL,
                stdout=log, stderr=subprocess.STDOUT, start_new_session=True,
            )  # fmt: skip


def free_port():
    with closing(socket.create_server(("127.0.0.1", 0))) as probe:
        return probe.getsockname()[1]


def wait_until(holds, what, seconds=PATIENCE_S):
    """Look again until ``holds()``. How many seconds it took."""
    began = time.monotonic()
    while not holds():
        assert time.monotonic() - began < seconds, what
        time.sleep(0.05)
    return time.monotonic() - began


def _words_of(pid):
    """The command line of a process; empty when it has just ended."""
    with suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    return b""


def _stats():
    """What proc(5) says of each process, from its state on: [0] state, [2] group, [11:15] ticks with its children's."""
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            yield path.read_text().rpartition(")")[2].split()


class Server:
    """``trailstone serve`` on a port of its own. ``starts``: the seconds each start took until a page came; ``more``:
    what else stands in its environment."""

    def __init__(self, site, port=None, more=()):
        self.site, self.port, self.process, self.starts = site, port or free_port(), None, []
        self.more = dict(more)

    def start(self):
        began = time.monotonic()
        self.process = self.site.start("trailstone", "serve", PORT=str(self.port), **self.more)
        wait_until(self.stands, "the server does not answer")
        self.starts.append(time.monotonic() - began)

    def answers(self):
        """Whether it is ready for learners."""
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=5)) as connection:
            try:
                connection.request("GET", "/readyz")
                return connection.getresponse().status == 200
            except (OSError, HTTPException):
                return False

    def stands(self):
        """The same; fails when it has ended by itself."""
        assert self.process.poll() is None, f"the server ended:\n{self.log()}"
        return self.answers()

    def log(self):
        return self.site.log_file.read_text(errors="replace")[-4000:]

    def signal(self, number):
        """To every process of the server at once."""
        os.killpg(self.process.pid, number)

    def kill(self):
        """As a power cut ends it: no process of it runs another instruction."""
        self.signal(signal.SIGKILL)
        self.process.wait(PATIENCE_S)

    def kill_first(self):
        """The process that the others belong to, alone; they are to end by themselves, and to leave the port free."""
        self.process.kill()
        self.process.wait(PATIENCE_S)
        wait_until(lambda: not self._running(), "one of its processes outlives the first one")

    def kill_one(self):
        """One of those that serve; the first one is to start another."""
        wait_until(self._serving, "no process of it serves")
        os.kill(self._serving()[0], signal.SIGKILL)

    def processor(self):
        """The seconds of processor that all of it has taken since its start, by proc(5). What died and was not waited
        for is left out."""
        ticks = sum(sum(map(int, words[11:15])) for words in _stats() if int(words[2]) == self.process.pid)
        return ticks / os.sysconf("SC_CLK_TCK")

    def _running(self):
        """Of how many processes of it another instruction may run (Z: it has ended, and nobody has asked how)."""
        return sum(words[0] != "Z" for words in _stats() if int(words[2]) == self.process.pid)

    def _serving(self):
        """The processes that serve, by proc(5)."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return [int(pid) for pid in children if b"serve" in _words_of(pid)]

    def stop(self):
        """As Ctrl+C ends it."""
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(15)
            except subprocess.TimeoutExpired:
                self.kill()


@contextmanager
def serving(site, count=1):
    """Running servers on one site; a single one comes out as itself."""
    servers = [Server(site) for _ in range(count)]
    try:
        for server in servers:
            server.start()
        yield servers[0] if count == 1 else servers
    finally:
        for server in servers:
            server.stop()
