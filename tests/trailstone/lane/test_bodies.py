"""A body is read in the loop before the site is asked; who sends slowly, too much or half of it holds nobody up."""

import asyncio
from contextlib import suppress
from threading import Barrier, Thread

import pytest
from django.conf import settings

from trailstone import asgi
from trailstone.lane.bodies import TOO_MANY, TOO_MUCH, TOO_SLOW, Bodies
from trailstone.lane.front import Front


def post(*lines):
    return {"type": "http", "method": "POST", "path": "/", "headers": list(lines)}


def length(number):
    return (b"content-length", str(number).encode())


def sends(*parts):
    """A ``receive`` that gives these parts one after the other, then waits for ever; None is a broken line."""
    messages = [
        {"type": "http.disconnect"}
        if part is None
        else {"type": "http.request", "body": part, "more_body": number < len(parts) - 1}
        for number, part in enumerate(parts)
    ]
    asked = []

    async def receive():
        asked.append(1)
        if not messages:
            await asyncio.Event().wait()
        return messages.pop(0)

    receive.asked = asked
    return receive


def endless(part):
    async def receive():
        await asyncio.sleep(0)
        return {"type": "http.request", "body": part, "more_body": True}

    return receive


def read(scope, receive, **limits):
    return asyncio.run(Bodies(**limits).read(scope, receive))


def test_a_body_comes_through_as_it_was_sent():
    assert read(post(length(7)), sends(b"a=1", b"&b=2")) == b"a=1&b=2"
    assert read(post((b"transfer-encoding", b"chunked")), sends(b"a=1", b"&b=2", b"")) == b"a=1&b=2"
    assert read(post(), sends()) == b""
    assert read({**post(), "method": "GET"}, sends()) == b""


def test_half_a_form_is_none():
    assert read(post(length(9)), sends(b"value=1", None)) is None


def test_more_than_a_form_may_hold_is_not_read():
    receive = sends(b"x")
    assert read(post(length(settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)), receive) is TOO_MUCH
    assert receive.asked == []


def test_a_body_that_does_not_say_its_length_is_stopped_at_the_same_size():
    assert read(post((b"transfer-encoding", b"chunked")), endless(b"x" * 100_000)) is TOO_MUCH
    assert read(post((b"content-length", b"nonsense")), endless(b"x" * 100_000)) is TOO_MUCH


def test_who_takes_longer_than_a_minute_is_told_so():
    assert read(post(length(9)), stalled(b"half"), patience=0.05) is TOO_SLOW


def stalled(part):
    receive = sends(part, b"rest")
    given = []

    async def slow():
        if given:
            await asyncio.Event().wait()
        given.append(1)
        return await receive()

    return slow


def test_what_all_send_at_once_has_a_limit_and_is_free_again_afterwards():
    async def crowd():
        bodies = Bodies(held=1000, patience=5)
        held = [asyncio.create_task(bodies.read(post(length(900)), stalled(b"x" * 450))) for _ in range(2)]
        await asyncio.sleep(0.05)
        refused = await bodies.read(post(length(200)), sends(b"y" * 200))
        for task in held:
            task.cancel()
        with suppress(asyncio.CancelledError):
            await asyncio.gather(*held)
        return refused, await bodies.read(post(length(900)), sends(b"z" * 900))

    assert asyncio.run(crowd()) == (TOO_MANY, b"z" * 900)


def test_a_hundred_who_send_slowly_keep_nobody_waiting():
    async def crowd():
        served = []

        async def site(scope, receive, send):
            served.append((await receive())["body"])

        front = Front(site)
        slow = [asyncio.create_task(front(post(length(9)), stalled(b"half"), None)) for _ in range(100)]
        await asyncio.sleep(0)
        await front(post(length(3)), sends(b"a=1"), None)
        for task in slow:
            task.cancel()
        await asyncio.gather(*slow, return_exceptions=True)
        return served

    assert asyncio.run(crowd()) == [b"a=1"]


def test_a_refusal_is_a_plain_reply_with_its_length():
    said = []

    async def send(message):
        said.append(message)

    asyncio.run(Front(None)(post(length(10**9)), sends(), send))
    start, body = said
    assert (start["status"], body["body"]) == (413, b"That is too much to send at once.\n")
    assert (b"content-length", b"34") in start["headers"]


@pytest.fixture
def busy(monkeypatch):
    """The most requests that the site was at work on at once."""
    together, most, now = Barrier(asgi.AT_WORK), [], []

    def site(environ, start):
        now.append(1)
        most.append(len(now))
        with suppress(Exception):
            together.wait(60)
        now.pop()
        return []

    monkeypatch.setattr(asgi, "site", site)
    return most


def test_the_site_works_on_so_many_requests_at_once_and_no_more(busy):
    threads = [Thread(target=asgi._few_at_once, args=({}, None)) for _ in range(4 * asgi.AT_WORK)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    assert max(busy) == asgi.AT_WORK
