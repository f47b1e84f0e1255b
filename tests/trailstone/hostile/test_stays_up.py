"""The site as it is served, against people who send too much, or too little: it goes on for everybody else."""

import os
import socket
import subprocess
import sys
import time
from contextlib import ExitStack, closing, suppress

import pytest

pytestmark = pytest.mark.long
READY_S, REPLY_S = 120, 60  # generous: other work may fill the machine
SLOW = 150
SERVE = "import django; django.setup(); from trailstone.operate import serving as s; {act}"
TOKEN = b"b" * 32  # cookie and header hold the same: the form is read to its end
HALVES = (
    b"POST /join/ HTTP/1.1\r\nHost: x\r\nContent-Length: 9000\r\nCookie: csrftoken=" + TOKEN + b"\r\n"
    b"X-CSRFToken: " + TOKEN + b"\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\ncode=",
    b"GET /sign-in/ HTTP/1.1\r\nHost: ",
    b"",
)


@pytest.fixture(scope="module")
def port(tmp_path_factory):
    """Where a site of its own listens, on SQLite, as ``trailstone serve`` runs it."""
    with closing(socket.create_server(("127.0.0.1", 0))) as probe:
        number = probe.getsockname()[1]
    env = {name: value for name, value in os.environ.items() if not name.startswith("DATABASE_")}
    env |= {"TRAILSTONE_DATA": str(tmp_path_factory.mktemp("served")), "DJANGO_SETTINGS_MODULE": "trailstone.settings"}
    env["PYTHONPATH"] = os.pathsep.join(sys.path)
    act = f"from datetime import *; s.prepare(datetime.now(UTC)); s.serve({number}, address='127.0.0.1')"
    server = subprocess.Popen([sys.executable, "-c", SERVE.format(act=act)], env=env, stdout=subprocess.DEVNULL)  # noqa: S603 - our own words
    try:
        wait_until_ready(number, server)
        yield number
    finally:
        server.terminate()
        server.wait(READY_S)


def wait_until_ready(port, server):
    ends = time.monotonic() + READY_S
    while time.monotonic() < ends and server.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("the site did not start")


def sent(port, message, timeout=REPLY_S):
    """The status of the reply to these bytes; None when the server hung up without one."""
    with socket.create_connection(("127.0.0.1", port), timeout=timeout) as line:
        with suppress(ConnectionError):  # it may have heard enough
            line.sendall(message)
        try:
            first = line.recv(4096)
        except ConnectionError:
            return None
    return int(first.split()[1]) if first else None


def page(port, path="/healthz"):
    return sent(port, f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode())


def body(path, size, kind, filling=b"x"):
    head = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Type: {kind}\r\n"
    return f"{head}Content-Length: {size}\r\n\r\n".encode() + (filling * size)[:size]


@pytest.mark.parametrize("half", HALVES, ids=["a body", "a head", "nothing"])
def test_many_who_send_slowly_keep_nobody_waiting(port, half):
    with ExitStack() as held:
        for _ in range(SLOW):
            held.enter_context(socket.create_connection(("127.0.0.1", port))).sendall(half)
        assert [page(port), page(port, "/start/"), page(port, "/join/")] == [200] * 3


@pytest.mark.parametrize("kind", ["application/json", "application/x-www-form-urlencoded", "text/plain"])
@pytest.mark.parametrize("path", ["/api/v1/attempts", "/join/", "/nowhere/"])
def test_ten_megabytes_are_refused_and_the_site_goes_on(port, path, kind):
    status = sent(port, body(path, 10_000_000, kind))
    assert status is None or 400 <= status < 500
    assert page(port) == 200


def test_json_ten_thousand_deep_is_refused_and_the_site_goes_on(port):
    assert 400 <= sent(port, body("/api/v1/attempts", 10_000, "application/json", b"[")) < 500
    assert page(port) == 200


@pytest.mark.parametrize("path", ["/courses/?page=" + "9" * 300, "/teach/?page=-1", "/join/?code=" + "A" * 30_000])
def test_absurd_addresses_are_answered_at_once(port, path):
    assert page(port, path) in {200, 302, 400, 414, 422, 429, 431, None}
    assert page(port) == 200
