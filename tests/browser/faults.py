"""What a page must never do: log an error, throw, break its CSP, ask another host, answer 5xx, or crash."""

import re
from contextlib import contextmanager
from urllib.parse import urlsplit

WATCH_CSP = """addEventListener("securitypolicyviolation", (broken) =>
  console.error(`CSP: ${broken.effectiveDirective} blocked ${broken.blockedURI || broken.sample}`))"""


class Faults:
    """Collects the faults of every page of one test; ``none()`` says so when there were any."""

    def __init__(self, home):
        self.host = urlsplit(home).netloc
        self.seen = []
        self.expected = []

    def watch(self, context):
        context.add_init_script(WATCH_CSP)
        context.on("console", self._console)
        context.on("weberror", lambda error: self._add(f"exception: {error.error}"))
        context.on("request", self._request)
        context.on("response", self._response)
        context.on("page", lambda page: page.on("crash", lambda: self._add("the page crashed")))

    @contextmanager
    def expect(self, pattern):
        """Inside, faults that match ``pattern`` (a regular expression) are what the test wants: at least one.

        Chromium itself logs every reply of 4xx ("status of 422") and every request that failed ("ERR_INTERNET").
        """
        before = len(self.expected)
        self.expected.append([re.compile(pattern), 0])
        yield
        assert self.expected[before][1], f"no fault matched {pattern!r}; seen: {self.seen}"

    def allow(self, pattern):
        """From here on, faults that match ``pattern`` are none, whether they come or not."""
        self.expected.append([re.compile(pattern), 1])

    def none(self):
        """Fails with all that was seen."""
        assert not self.seen, "\n".join(["the page had faults:", *self.seen])

    def _add(self, text):
        for entry in self.expected:
            if entry[0].search(text):
                entry[1] += 1
                return
        self.seen.append(text)

    def _console(self, message):
        if message.type == "error" or "Content Security Policy" in message.text:
            self._add(f"console: {message.text} ({message.location.get('url', '')})")

    def _request(self, request):
        parts = urlsplit(request.url)
        if parts.scheme not in {"data", "blob", "about"} and parts.netloc != self.host:
            self._add(f"another host was asked: {request.url}")

    def _response(self, response):
        if response.status >= 500:
            self._add(f"reply {response.status}: {response.url}")
