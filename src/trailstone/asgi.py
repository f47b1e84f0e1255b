"""The site as a server calls it: the lane's event loop in front, the ordinary pages in threads behind (ADR 14)."""

from threading import BoundedSemaphore
from typing import Any, Final

from a2wsgi import WSGIMiddleware

from trailstone.lane.front import Application, Front
from trailstone.wsgi import application as site

AT_WORK: Final = 4  # pages that are worked on at once, in each process: Python uses one core
THREADS: Final = 20  # those that send what is long to who reads slowly are no longer at work
_at_work = BoundedSemaphore(AT_WORK)


def _few_at_once(environ: dict[str, Any], start: Any) -> Any:
    with _at_work:
        return site(environ, start)


application: Application = Front(WSGIMiddleware(_few_at_once, workers=THREADS))  # type: ignore[arg-type]  # its own words for the same types
