"""What the server calls: an event loop that reads what people send and takes the quick steps; an ASGI application.

The loop waits for everybody at once, so that who sends slowly keeps nobody else waiting; a thread of the site is
taken only when all of a request is there.
"""

import logging
import time
from collections.abc import Awaitable, Callable, Iterable
from typing import Any

from django.db import InterfaceError, OperationalError
from django.utils import timezone

from trailstone.api import quick
from trailstone.lane.bodies import Bodies, Refusal
from trailstone.lane.checks import LOOKED_AT, head_is_ours, headers, holder
from trailstone.lane.out import remember
from trailstone.operate import watching
from trailstone.people import passes

log = logging.getLogger(__name__)
Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]


class Front:
    """The application around the site's own."""

    def __init__(self, site: Application) -> None:
        self._site = site
        self._bodies = Bodies()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._site(scope, receive, send)
            return
        body = await self._bodies.read(scope, receive)
        if isinstance(body, Refusal):
            await _reply(send, body.status, body.headers, body.text)
        elif body is not None and not await _taken(scope, body, send):
            await self._site(scope, _once(body, receive), send)


async def _taken(scope: Scope, body: bytes, send: Send) -> bool:
    """Take a step that came as JSON. False, and nothing sent, when that is for the site to do."""
    where = quick.step_at(scope["path"]) if scope["method"] == "POST" else None
    if where is None:
        return False
    began = time.perf_counter()
    lines = tuple((name, value) for name, value in scope["headers"] if name in LOOKED_AT)
    ours, cookies = head_is_ours(scope.get("scheme", "http"), lines)
    learner = holder(cookies, passes.bearer) if ours else None
    if learner is None:
        return False
    try:
        reply = await quick.reply(learner, where, body, timezone.now())
    except (OperationalError, InterfaceError) as error:
        remember(scope, error)
        return False
    except Exception as why:  # it does not fit, or wants the database first (a lapsed challenge): the site says it
        log.debug("a step goes the ordinary way: %s", type(why).__name__)  # its words may hold an answer
        return False
    if reply is None:
        return False
    given = {"Content-Type": quick.JSON, **headers()}
    seen = watching.Seen("POST", f"api:{where[2]}", 200, time.perf_counter() - began, str(learner.pk))
    watching.note(seen, given, _line(scope, b"x-request-id"))
    await _reply(send, 200, given.items(), reply)
    return True


def _line(scope: Scope, wanted: bytes) -> str:
    return next((value.decode("latin1") for name, value in scope["headers"] if name == wanted), "")


def _once(body: bytes, receive: Receive) -> Receive:
    """A ``receive`` that gives the body that was read, then what comes from the server."""
    rest = [{"type": "http.request", "body": body, "more_body": False}]

    async def again() -> dict[str, Any]:
        return rest.pop() if rest else await receive()

    return again


async def _reply(send: Send, status: int, given: Iterable[tuple[str, str]], body: bytes) -> None:
    lines = [(name.lower().encode("latin1"), value.encode("latin1")) for name, value in given]
    lines.append((b"content-length", str(len(body)).encode()))
    await send({"type": "http.response.start", "status": status, "headers": lines})
    await send({"type": "http.response.body", "body": body, "more_body": False})
