"""A browser or a program of one learner: signs in, sends steps until it has a clear reply, and notes what it saw."""

import json
import re
import time
import uuid
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlencode

from tests.durability.history import NEVER, NO, OK, READ, STEP, UNKNOWN, Op
from tests.durability.school import PASSWORD

LOST = (OSError, HTTPException)
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
FORM, JSON = "application/x-www-form-urlencoded", "application/json"
CLEAR = (200, 409, 422)  # taken, too late, not to be taken as it is
PAUSE_S = 0.1  # before the same thing is tried again


@dataclass(frozen=True)
class Reply:
    """What came back. ``body`` is the parsed JSON of the API, else the text."""

    status: int
    headers: dict
    body: object


class Wire:
    """Requests of one browser: cookies are kept, a lost connection is opened anew."""

    def __init__(self, port):
        self.port, self.cookies, self.connection = port, {}, None

    def send(self, method, path, body=None, headers=(), timeout=30):
        """One request, never repeated here. Raises one of ``LOST`` when no whole reply came."""
        if self.connection is None:
            self.connection = HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        try:
            self.connection.request(method, path, body, {"Cookie": cookies, **dict(headers)})
            reply = self.connection.getresponse()
            raw = reply.read()
        except LOST:
            self.close()
            raise
        self._keep(reply.headers.get_all("Set-Cookie", ()))
        found = {name.lower(): value for name, value in reply.getheaders()}
        is_json = found.get("content-type", "").startswith(JSON)
        return Reply(reply.status, found, json.loads(raw) if is_json else raw.decode(errors="replace"))

    def close(self):
        if self.connection:
            self.connection.close()
        self.connection = None

    def _keep(self, lines):
        for line in lines:
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name.strip()] = value.strip()


class Client(Wire):
    """One learner (or the teacher). ``ops`` is the history; ``refused``: how often a 503 came."""

    def __init__(self, port, name, *, pages=False):
        super().__init__(port)
        self.name, self.pages, self.ops, self.refused, self.until = name, pages, [], 0, NEVER
        self.count = 0  # of acknowledged steps

    def sign_in(self):
        form = self.patiently("GET", "/sign-in/").body
        sent = {"username": self.name, "password": PASSWORD, "csrfmiddlewaretoken": TOKEN.search(form)[1]}
        reply = self.patiently("POST", "/sign-in/", urlencode(sent), {"Content-Type": FORM})
        assert reply.status == 302, f"{self.name} was not signed in: {reply.status}"
        self.token = self.patiently("GET", "/api/v1/me").body["csrf_token"]
        return self

    def patiently(self, *request):
        """Send until there is a reply that is no 503. Raises TimeoutError when ``until`` has passed."""
        while time.monotonic() < self.until:
            with suppress(*LOST):
                reply = self.send(*request)
                if reply.status != 503:
                    return reply
                self.refused += 1
                assert reply.headers.get("retry-after") == "5", reply
            time.sleep(PAUSE_S)
        raise TimeoutError

    def api(self, method, path, body=None):
        headers = {"Content-Type": JSON, "X-CSRFToken": self.token}
        return self.patiently(method, f"/api/v1/{path}", None if body is None else json.dumps(body), headers)

    def read(self, attempt):
        """Where an attempt stands, as the API says."""
        invoked = time.monotonic()
        state = self.api("GET", f"attempts/{attempt}").body
        self.ops.append(Op(attempt, READ, invoked, time.monotonic(), OK, seen=steps_in(state)))
        return state

    def step(self, attempt, number, act, response=None, key=None):
        """Take a step, again and again with one key until the reply is clear. The reply; None when time was up."""
        key, invoked = key or str(uuid.uuid4()), time.monotonic()
        request = self.as_page if self.pages else self.as_program
        try:
            reply = self.patiently(*request(attempt, number, act, response, key))
        except TimeoutError:
            self.ops.append(Op(attempt, STEP, invoked, NEVER, UNKNOWN, key))
            return None
        assert reply.status in CLEAR, (reply.status, reply.headers, str(reply.body)[:300])
        outcome, said = (OK if counted(reply) else NO), f"{act} {reply.status} {str(reply.body)[:200]}"
        self.ops.append(Op(attempt, STEP, invoked, time.monotonic(), outcome, key, told=said))
        self.count += counted(reply)
        return reply

    def as_program(self, attempt, number, act, response, key):
        """The request for a step by the API."""
        body = {"client_key": key} | ({} if response is None else {"response": response})
        headers = {"Content-Type": JSON, "X-CSRFToken": self.token}
        return "POST", f"/api/v1/attempts/{attempt}/questions/{number}/{act}", json.dumps(body), headers

    def as_page(self, attempt, number, act, response, key):
        """The same as the player's form sends it."""
        name = {"answer": "client_key"}.get(act, f"{act}_key")
        fields = {name: key, "csrfmiddlewaretoken": self.token, **(response or {})}
        headers = {"Content-Type": FORM, "HX-Request": "true"}
        return "POST", f"/practice/{attempt}/{number}/{act}/", urlencode(fields, doseq=True), headers


def counted(reply):
    """Whether a reply says that the step is in the log. An answer that cannot be graded is not."""
    verdict = reply.body.get("verdict") if isinstance(reply.body, dict) else None
    return reply.status == 200 and not (verdict and verdict["mark"] == "not-gradable")


def steps_in(state):
    """How many steps the state of an attempt shows: answers, hints, and what ended a question without a right one."""
    return sum(one["tries"] + len(one["hints"]) + _left(one) for one in state["questions"])


def _left(question):
    solved = question["verdict"] and question["verdict"]["mark"] == "right"
    return bool(question["done"] and not solved)
