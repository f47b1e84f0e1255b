"""A body is read before the site is asked; who sends slowly takes a spare thread, and not all of them."""

from contextlib import suppress
from io import BytesIO
from threading import Barrier, Event, Thread

import pytest

from trailstone.operate.bodies import AT_WORK, EACH, WAITING, Bodies


class Slow:
    """A body of which nothing comes before ``now`` is set."""

    def __init__(self):
        self.asked, self.now = Event(), Event()

    def read(self, length):
        self.asked.set()
        self.now.wait(10)
        return b"x" * length


def site(environ, start):
    start("200 OK", [])
    return [environ["wsgi.input"].read()]


def ask(bodies, body=b"", *, length=None, address="10.0.0.1"):
    """The status and the text of the reply."""
    told = []
    source = BytesIO(body) if isinstance(body, bytes) else body
    about = {"REMOTE_ADDR": address, "wsgi.input": source}
    size = len(body) if length is None else length
    reply = bodies(about | ({"CONTENT_LENGTH": str(size)} if size else {}), lambda status, headers: told.append(status))
    return told[0][:3], b"".join(reply)


@pytest.fixture
def slow():
    """``slow(bodies, count, address)``: so many senders who have begun and do not go on."""
    senders, threads = [], []

    def begin(bodies, count, address):
        for _ in range(count):
            senders.append(Slow())
            about = {"body": senders[-1], "length": 9, "address": address}
            threads.append(Thread(target=ask, args=(bodies,), kwargs=about, daemon=True))
            threads[-1].start()
            assert senders[-1].asked.wait(10)

    yield begin
    for sender in senders:
        sender.now.set()
    for thread in threads:
        thread.join(10)


def test_a_body_comes_through_as_it_was_sent():
    assert ask(Bodies(site), b"a=1&b=2") == ("200", b"a=1&b=2")
    assert ask(Bodies(site)) == ("200", b"")


def test_who_sends_slowly_keeps_no_page_and_no_form_waiting(slow):
    bodies = Bodies(site)
    slow(bodies, EACH - 1, "10.0.0.1")
    assert ask(bodies) == ("200", b"")
    assert ask(bodies, b"a=1") == ("200", b"a=1")


def test_one_address_has_its_share_of_the_waiting_and_no_more(slow):
    bodies = Bodies(site)
    slow(bodies, EACH, "10.0.0.1")
    assert ask(bodies, b"a=1")[0] == "503"
    assert ask(bodies, b"a=1", address="10.0.0.2") == ("200", b"a=1")
    assert ask(bodies) == ("200", b"")


def test_all_addresses_together_leave_the_threads_that_pages_need(slow):
    bodies = Bodies(site)
    for number in range(WAITING):
        slow(bodies, 1, f"10.0.1.{number}")
    assert ask(bodies, b"a=1", address="10.0.2.1")[0] == "503"
    assert ask(bodies, address="10.0.2.1") == ("200", b"")


def test_a_place_is_free_again_when_the_body_has_come_or_the_line_broke():
    class Broken:
        def read(self, length):
            raise ConnectionError

    bodies = Bodies(site)
    for _ in range(2 * WAITING):
        with suppress(ConnectionError):
            ask(bodies, Broken(), length=5)
    assert ask(bodies, b"a=1") == ("200", b"a=1")


def test_half_a_form_is_none():
    assert ask(Bodies(site), b"value=1", length=9)[0] == "400"


def test_more_than_a_form_may_hold_is_not_read():
    body = Slow()
    assert ask(Bodies(site), body, length=10_000_000)[0] == "413"
    assert not body.asked.is_set()


def test_the_site_works_on_so_many_requests_at_once_and_no_more():
    together, most, now = Barrier(AT_WORK), [], []

    def busy(environ, start):
        now.append(1)
        most.append(len(now))
        with suppress(Exception):
            together.wait(5)
        now.pop()
        start("200 OK", [])
        return []

    bodies = Bodies(busy)
    threads = [Thread(target=ask, args=(bodies,)) for _ in range(4 * AT_WORK)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert max(most) == AT_WORK
