"""What was asked, how long it took, and what the server confirmed."""

import asyncio
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from bench.load.http import GONE, Browser, Form, Late, Reply
from bench.times import Times, times

TRIES: Final = 8  # with the pauses the server asks for, most of a minute


@dataclass
class Tally:
    """Everything that happened, in the order it ended. ``phase`` names the part of the run that is under way."""

    phase: str = "arrival"
    spent: dict[tuple[str, str], list[float]] = field(default_factory=dict)  # (phase, kind): seconds
    wrong: Counter[str] = field(default_factory=Counter)  # "answer 500", "page late" ...
    moments: list[tuple[float, float]] = field(default_factory=list)  # when a reply came, and how long it had taken
    put_off: int = 0  # 503 with Retry-After: the client came back
    acknowledged: set[UUID] = field(default_factory=set)
    sent: set[UUID] = field(default_factory=set)
    locked_out: int = 0  # right passwords that were refused
    began: dict[str, float] = field(default_factory=dict)
    ended: dict[str, float] = field(default_factory=dict)

    def enter(self, phase: str) -> None:
        """A part of the run begins, and the one before ends."""
        now = time.perf_counter()
        if self.phase in self.began:
            self.ended.setdefault(self.phase, now)
        self.phase, self.began[phase] = phase, now

    def note(self, kind: str, seconds: float) -> None:
        """A request of this kind was answered as it should be."""
        self.spent.setdefault((self.phase, kind), []).append(seconds)
        self.moments.append((time.perf_counter(), seconds))

    def lasted(self, phase: str) -> float:
        """Seconds of a part of the run."""
        return self.ended.get(phase, time.perf_counter()) - self.began.get(phase, time.perf_counter())

    def times(self, phases: set[str], kinds: set[str] | None = None) -> Times:
        """The figures of some parts, of all kinds or some."""
        found = [one for (phase, kind), all_ in self.spent.items() if phase in phases and (not kinds or kind in kinds)
                 for one in all_]  # fmt: skip
        return times(found, lasted=sum(map(self.lasted, phases)))

    def minutes(self) -> list[float]:
        """p95 in milliseconds of each minute of the work: a first one whose caches fill is told from a late one."""
        began, found = self.began["work"], dict[int, list[float]]()
        for at, took in self.moments:
            if began <= at < self.ended["work"]:
                found.setdefault(int((at - began) // 60), []).append(took)
        return [times(found[minute], lasted=60).p95 for minute in sorted(found)]

    @property
    def kinds(self) -> list[str]:
        """The kinds of requests there were."""
        return sorted({kind for _, kind in self.spent})


@dataclass
class Caller:
    """Somebody's browser whose every request goes into the tally."""

    browser: Browser
    tally: Tally

    async def get(self, kind: str, path: str, *, htmx: bool = False) -> Reply:
        """A page, redirects followed (as long as it takes together counts)."""
        return await self._timed(kind, "GET", path, None, htmx, {200})

    async def post(
        self, kind: str, path: str, form: Form, *, htmx: bool = False, fine: set[int] | None = None
    ) -> Reply:
        """A form; the page that a redirect leads to is asked for too, and counts as a page."""
        reply = await self._timed(kind, "POST", path, form, htmx, fine or {200, 302})
        return await self.get("page", reply.location) if reply.status == 302 else reply

    async def _timed(self, kind: str, method: str, path: str, form: Form | None, htmx: bool, fine: set[int]) -> Reply:
        began = time.perf_counter()
        reply = await self._patiently(kind, method, path, form, htmx)
        while method == "GET" and reply.status == 302:
            path = reply.location
            reply = await self._patiently(kind, "GET", path, None, htmx)
        if reply.status in fine:
            self.tally.note(kind, time.perf_counter() - began)
        else:
            self.tally.wrong[f"{kind} {reply.status}"] += 1
        return Reply(reply.status, {**reply.headers, "x-path": path}, reply.body)

    async def _patiently(self, kind: str, method: str, path: str, form: Form | None, htmx: bool) -> Reply:
        """Asks again when the server says when; a connection that broke or hangs is an error, and tried again too."""
        for _ in range(TRIES):
            try:
                reply = await self.browser.ask(method, path, form, htmx=htmx)
            except (*GONE, Late) as error:
                self.tally.wrong[f"{kind} {'late' if isinstance(error, Late) else 'cut off'}"] += 1
                await asyncio.sleep(1)
                continue
            if reply.status != 503 or "retry-after" not in reply.headers:
                return reply
            self.tally.put_off += 1
            await asyncio.sleep(float(reply.headers["retry-after"]))
        return Reply(599, {}, b"")  # given up: no server says that
