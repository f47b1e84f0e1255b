"""H14, H15, H16: two tabs, one answer sent many times at once, and work that was done offline and is sent later."""

import json
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, suppress
from functools import partial
from itertools import islice, takewhile
from random import Random
from socket import create_connection
from threading import Barrier

import pytest

from tests.durability.client import LOST, Client, counted
from tests.durability.site import serving
from tests.durability.truth import assert_sound, keys_in, log_of, moment, rows

AT = "SELECT min(at), max(at) FROM practice_answer"


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def school(request, copy_of, tmp_path_factory):
    """A site that is served to all tests of this file; at the end all it holds is sound."""
    site = copy_of(request.param, tmp_path_factory.mktemp("twice"))
    with serving(site) as server, ExitStack() as stack:

        def client(learner, **options):
            return stack.enter_context(closing(Client(server.port, f"l{learner}", **options))).sign_in()

        server.plan, server.rng, server.client = site.plan, Random(14), client
        server.began, server.kind = time.time(), site.url.partition(":")[0]
        yield server
    assert_sound(site)


def questions(school, client, learner, count):
    """``count`` questions that wait for an answer: attempt, number, a right and a wrong answer. When those of the plan
    are done, the learner begins new exercises, and nobody prepared an answer (None)."""
    waiting = questions_of(school, client, learner)
    return islice(waiting, count)


def questions_of(school, client, learner):
    for attempt, answers in school.plan["learners"][learner]["attempts"].items():
        for number, (right, wrong) in enumerate(answers, start=1):
            while client.read(attempt)["current"] == number:
                yield attempt, number, right, wrong or right
        client.api("POST", f"attempts/{attempt}/finish")  # else whoever begins anew goes on with its bonus question
    while True:
        what = {"activity": "exercise", "course": "alg1", "skill": school.rng.choice(school.plan["skills"])}
        begun = client.api("POST", "attempts", what).body
        for number in range(1, begun["asked"] + 1):
            yield begun["id"], number, None, None


def at_once(calls):
    """Run the calls in threads that start together; their results in order."""
    gate = Barrier(len(calls))

    def run(call):
        gate.wait()
        return call()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


def test_two_tabs_make_one_result_and_the_second_is_told_plainly(school, long, told, in_time):
    """H14. Both tabs stand at the same question and press Check at the same moment, each with a key of its own."""
    tabs, both = [school.client(0, pages=page) for page in (False, True)], []
    for attempt, number, right, wrong in takewhile(in_time, questions(school, tabs[0], 0, 500 if long else 30)):
        sent = [right, school.rng.choice([right, wrong])]
        both.append(at_once(presses(tabs, attempt, number, school.rng.sample(sent, 2))))
        assert tabs[0].read(attempt) == tabs[1].read(attempt)
    present = {key for keys in log_of(school.site).values() for key in keys}
    assert_told_apart(both, present)
    told(f"H14 {school.kind}: {len(both)} times two tabs at once, every answer counted or told")


def presses(tabs, attempt, number, sent):
    return [partial(press, tab, attempt, number, response) for tab, response in zip(tabs, sent, strict=True)]


def press(tab, attempt, number, response):
    """What the tab sent and what it was told; a question without a prepared answer is skipped."""
    key = str(uuid.uuid4())
    reply = tab.step(attempt, number, "answer" if response else "skip", response, key)
    return key, reply


def assert_told_apart(both, present):
    """Each was counted and is there, or was told 409 and is not."""
    for pair in both:
        assert any(counted(reply) for _, reply in pair), [(reply.status, str(reply.body)[:300]) for _, reply in pair]
        for key, reply in pair:
            assert counted(reply) == (key in present)
            assert counted(reply) or reply.status == 409, reply.status
            assert counted(reply) or says_so(reply)


def says_so(reply):
    """In the reply, or on the page to which it sends a script."""
    return "hx-redirect" in reply.headers or any(word in str(reply.body) for word in ("moved on", "finished"))


def test_an_answer_sent_many_times_at_once_is_one_row_with_one_reply(school, long, told, in_time):
    """H15, and the same key with another body."""
    senders = [school.client(1) for _ in range(5)]
    before, count = len(keys_in(school.site)), 0
    for attempt, number, right, _ in takewhile(in_time, questions(school, senders[0], 1, 20_000 if long else 60)):
        send_many(senders[: school.rng.randint(2, 5)], attempt, number, right)
        count += 1
    assert len(keys_in(school.site)) == before + count
    told(f"H15 {school.kind}: {count} answers sent 2 to 5 times at once, {count} rows, equal replies")


def send_many(senders, attempt, number, right):
    key, act = str(uuid.uuid4()), "answer" if right else "skip"
    replies = at_once([partial(one.step, attempt, number, act, right, key) for one in senders])
    assert {reply.status for reply in replies} == {200}
    assert len({json.dumps(reply.body, sort_keys=True) for reply in replies}) == 1, "the replies differ"
    if right:
        other = senders[0].step(attempt, number, "answer", {"value": "something else"}, key)
        assert other.status == 409, "the same key came with another answer"


def test_what_was_done_offline_counts_once_in_order_in_the_servers_time(school, told):
    """H16. The browser keeps what was typed; a program may keep many steps, and its clock may be years off."""
    client, began = school.client(2), time.time()
    attempts = school.plan["learners"][2]["attempts"].items()
    queue = [(one, n, right, str(uuid.uuid4())) for one, rows in attempts for n, (right, _) in enumerate(rows, 1)][:50]
    years = 2 * 365 * 24 * 3600
    for place, (attempt, number, right, key) in enumerate(queue):
        claimed = began + school.rng.choice([-years, years])
        send_offline(client, attempt, number, right, key, claimed, cut=place % 5 == 0)
        if place % 3 == 0:
            send_offline(client, attempt, number, right, key, claimed, cut=False)
    expected = {}
    for attempt, _, _, key in queue:
        expected.setdefault(attempt, []).append(key)
    log = log_of(school.site)
    assert {attempt: log[attempt] for attempt in expected} == expected
    assert_between(rows(school.site, AT)[0], school.began, time.time())
    told(f"H16 {school.kind}: {len(queue)} kept steps sent later, once each, in order")


def send_offline(client, attempt, number, right, key, claimed, *, cut):
    """One kept step, with times that the program claims; ``cut``: the connection breaks before the reply."""
    method, path, body, headers = client.as_program(attempt, number, "answer", right, key)
    stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(claimed))
    body = json.dumps(json.loads(body) | {"at": stamp, "ms": -1, "number": 999, "started_at": stamp})
    headers = {**headers, "Date": time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime(claimed))}
    if cut:
        with suppress(*LOST), closing(create_connection(("127.0.0.1", client.port))) as wire:
            cookies = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
            lines = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1", f"Cookie: {cookies}"]
            lines += [f"{name}: {value}" for name, value in headers.items()]
            head = "\r\n".join([*lines, f"Content-Length: {len(body)}", "", ""])
            wire.sendall(head.encode() + body.encode())
    reply = client.patiently(method, path, body, headers)
    assert reply.status == 200, reply


def assert_between(found, began, ended):
    for at in found:
        assert began - 1 <= moment(at) <= ended + 1, at
