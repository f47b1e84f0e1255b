"""Asking the server's application as a program asks it: over ASGI, with the cookies of a test client."""

import asyncio
import json
from dataclasses import dataclass

from django.conf import settings
from django.test import Client

from trailstone.lane.front import Front

TOKEN = "b" * 32  # cookie and header hold the same


@dataclass
class Reply:
    """What came back. ``quick``: the loop gave it; else the site did, in the ordinary way."""

    status_code: int
    headers: dict[str, str]
    content: bytes
    quick: bool

    def json(self):
        return json.loads(self.content)


def ask(browser: Client, path: str, body: str, *, headers=None, method="POST") -> Reply:
    """Send a body as JSON with the browser's cookies, and keep the cookies that come back.

    With the site's token, except from a browser whose tokens are the test's own affair.
    """
    if not browser.handler.enforce_csrf_checks:
        browser.cookies[settings.CSRF_COOKIE_NAME] = TOKEN
        headers = {"X-CSRFToken": TOKEN, **(headers or {})}
    lines = {"host": "testserver", "content-type": "application/json", "content-length": str(len(body.encode()))}
    lines |= {name.lower(): value for name, value in (headers or {}).items()}
    lines["cookie"] = "; ".join(f"{name}={one.value}" for name, one in browser.cookies.items() if one.value)
    raw = [(name.encode(), value.encode("latin1")) for name, value in lines.items()]
    scope = {"type": "http", "method": method, "path": path, "headers": raw, "scheme": "http", "query_string": b""}
    said = asyncio.run(_said(scope, body.encode()))
    if said is None:
        return _ordinary(browser, scope, path, body, headers or {})
    given = {name.decode(): value.decode() for name, value in said[0]["headers"]}
    return Reply(said[0]["status"], given, said[1]["body"], quick=True)


async def _said(scope, body):
    """The messages of the loop's own reply; None when it leaves the request to the site, whole."""
    messages, left = [], []

    async def site(scope, receive, send):
        left.append((await receive())["body"])

    async def receive():
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message):
        messages.append(message)

    await Front(site)(scope, receive, send)
    assert left in ([], [body]), "the site gets all that was sent"
    assert bool(left) != bool(messages), "one of the two answers"
    return messages or None


def _ordinary(browser, scope, path, body, headers):
    reply = browser.post(path, body, content_type="application/json", headers=headers, **{"asgi.scope": scope})
    return Reply(reply.status_code, dict(reply.headers), reply.content, quick=False)
