"""What people send is read before the site is asked, so that who sends slowly keeps nobody else waiting.

Without this, as many people on a bad line as there are threads would stop the site: each thread would wait for the rest
of a form. Here a waiting thread is a spare one, there are only so many of them, and one address gets a share of those.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from threading import BoundedSemaphore, Condition
from typing import Any, Final

from django.conf import settings

from trailstone.people.addresses import network

AT_WORK: Final = 4  # requests that the site works on at once, in each process
WAITING: Final = 16  # threads beside those that may wait for a body: the server needs AT_WORK + WAITING
EACH: Final = 8  # of them, for one address; a form that comes in one piece waits for less than a millisecond
PATIENCE: Final = 0.05  # seconds for a place: a class behind one address presses a button at the same moment

Environ = dict[str, Any]
Start = Callable[..., Any]
Application = Callable[[Environ, Start], Iterable[bytes]]


class Bodies:
    """A WSGI application (PEP 3333) around the site's own."""

    def __init__(self, site: Application) -> None:
        self._site = site
        self._at_work = BoundedSemaphore(AT_WORK)
        self._left = Condition()  # somebody gave a place back
        self._waiting: Counter[str] = Counter()

    def __call__(self, environ: Environ, start: Start) -> Iterable[bytes]:
        length = int(environ.get("CONTENT_LENGTH") or 0)
        if length > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            return _refused(start, "413 Content Too Large", "That is too much to send at once.\n")
        if length:
            with self._place(network(environ.get("REMOTE_ADDR", ""))) as free:
                if not free:
                    return _refused(start, "503 Service Unavailable", "Too many are sending. Try again in a moment.\n")
                body = environ["wsgi.input"].read(length)
            if len(body) < length:  # the line broke: half an answer is none
                return _refused(start, "400 Bad Request", "What was sent broke off.\n")
            environ["wsgi.input"] = BytesIO(body)
        with self._at_work:
            return self._site(environ, start)

    @contextmanager
    def _place(self, address: str) -> Iterator[bool]:
        """A place among those that wait for a body; False when there is none, or too many from this address."""
        with self._left:
            free = self._left.wait_for(lambda: self._room(address), timeout=PATIENCE)
            self._waiting[address] += free
        try:
            yield free
        finally:
            with self._left:
                self._waiting[address] -= free
                if not self._waiting[address]:
                    del self._waiting[address]
                self._left.notify_all()

    def _room(self, address: str) -> bool:
        return self._waiting.total() < WAITING and self._waiting[address] < EACH


def _refused(start: Start, status: str, sentence: str) -> Iterable[bytes]:
    text = sentence.encode()
    headers = [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", str(len(text)))]
    start(status, [*headers, ("Retry-After", "2"), ("Connection", "close"), ("Cache-Control", "no-store")])
    return [text]
