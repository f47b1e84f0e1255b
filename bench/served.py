"""The site of a run, as ``trailstone serve`` runs it, in processes of its own."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass

from bench import machine
from trailstone.operate.serving import WORKERS

LOOPBACK = "127.0.0.1"
START_S = 120.0


@dataclass(frozen=True, slots=True)
class Served:
    """The running server."""

    port: int
    pid: int


@contextmanager
def served() -> Iterator[Served]:
    """The site on a free port of loopback, once each of its processes takes connections.

    Raises:
        RuntimeError: it did not start.
    """
    with closing(socket.socket()) as probe:
        probe.bind((LOOPBACK, 0))
        port: int = probe.getsockname()[1]
    server = subprocess.Popen([sys.executable, "-m", "bench.server", str(port)], stdout=subprocess.DEVNULL)
    try:
        _wait(port, server)
        yield Served(port, server.pid)
    finally:
        _end(server)


def _wait(port: int, server: subprocess.Popen[bytes]) -> None:
    """Connections that are made while one process listens stay with it: all would be its own, and the others idle."""
    until = time.monotonic() + START_S
    while server.poll() is None and time.monotonic() < until:
        if machine.listeners(port) >= WORKERS or (not machine.IS_LINUX and _answers(port)):
            return
        time.sleep(0.1)
    raise RuntimeError("the server of the run did not start")


def _answers(port: int) -> bool:
    with closing(socket.socket()) as probe:
        return probe.connect_ex((LOOPBACK, port)) == 0


def _end(server: subprocess.Popen[bytes]) -> None:
    server.terminate()
    try:
        server.wait(30)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
