"""Serving the site from this computer: one process, several threads, nothing else to install."""

import socket
from contextlib import closing

from django.conf import settings
from django.core.management import call_command
from granian import Granian
from granian.constants import Interfaces

from trailstone.operate.errors import CannotStart

THREADS = 8


def serve(port: int, *, address: str = "0.0.0.0", welcome: str = "") -> None:  # noqa: S104 - a school's own network
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
        CannotStart: another program listens on it; the sentence says what to do.
    """
    with closing(socket.socket(socket.AF_INET, socket.SOCK_STREAM)) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError as error:
            raise CannotStart(
                f"Port {port} is taken by another program. Stop it, or choose another: PORT={port + 1} make demo"
            ) from error
