"""How learners and teachers use the site: the pages that a browser asks for, in the order in which it does."""

import asyncio
import re
import uuid
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from itertools import cycle
from random import Random
from typing import Final

import courses
from bench.load.http import Reply
from bench.load.school import PASSWORD, Room
from bench.load.tally import Caller
from exercises import Question
from trailstone.content.catalogue import CourseMap, course_map
from trailstone.operate.demo import answering
from trailstone.practice.models import Asked

QUESTION: Final = re.compile(r"/practice/([0-9a-f-]{36})/(\d+)/$")
GO_ON: Final = re.compile(r'id="go-on" href="([^"]+)"')
PAUSED: Final = "one try too many"
READER: Final = ThreadPoolExecutor(1)
SURE: Final = 0.75  # how often the first answer is right


async def sign_in(caller: Caller, username: str, *, typo: bool) -> None:
    """The form, perhaps a wrong password first, the right one, and the page that comes then."""
    await caller.get("page", "/sign-in/")
    form = {"username": username, "password": PASSWORD}
    if typo:
        await caller.post("sign-in", "/sign-in/", form | {"password": PASSWORD[:-1]}, fine={422})
    reply = await caller.post("sign-in", "/sign-in/", form)
    if reply.status != 200 and PAUSED in reply.text:
        caller.tally.locked_out += 1


@dataclass
class Learner:
    """A learner who goes through the exercises of Algebra 1; ``place`` is the number of the open question."""

    caller: Caller
    username: str
    rng: Random
    attempt: str = ""
    place: int = 0
    asked: list[tuple[str, int]] = field(default_factory=list)  # skill and seed of each question
    missed: bool = False
    page: Reply | None = None

    async def start(self, path: str = "") -> None:
        """The start card, Start, and the first question."""
        path = path or self.rng.choice(_starts())
        await self.caller.get("page", path)
        await self._look(await self.caller.post("start", path, {}))

    async def answer(self) -> None:
        """The open question, with htmx; where none is open, something is started first."""
        if not self.place:
            await self.start()
        if self.place:
            skill, seed = self.asked[self.place - 1]
            await self._send(courses.templates()[skill].instance(seed))

    async def go_on(self) -> None:
        """The next question; or, while this one is open, a look around; or the results, and the bonus left."""
        to = GO_ON.search(self.page.text) if self.page else None
        if to is None:
            await self.caller.get("page", self.rng.choice(("/learn/", "/courses/alg1/", "/learn/progress/")))
            return
        last = self.place >= len(self.asked)
        reply = await self.caller.get("page", to[1], htmx=not last)
        if reply.headers["x-path"].endswith("/bonus/"):
            await self.caller.post("page", reply.headers["x-path"], {"take": "no"})
        await self._look(reply)

    async def _send(self, question: Question) -> None:
        mistake = None
        if not self.missed and self.rng.random() > SURE:
            mistake = answering.wrong(question, self.rng)
        self.missed = mistake is not None
        key = uuid.uuid4()
        self.caller.tally.sent.add(key)
        form = {"client_key": str(key), **(mistake or answering.right(question))}
        path = f"/practice/{self.attempt}/{self.place}/answer/"
        self.page = await self.caller.post("answer", path, form, htmx=True)
        if self.page.status == 200:
            self.caller.tally.acknowledged.add(key)

    async def _look(self, reply: Reply) -> None:
        """Where the reply has brought the learner."""
        found = QUESTION.search(reply.headers["x-path"])
        self.missed, self.page, self.place = False, None, int(found[2]) if found else 0
        if found and found[1] != self.attempt:
            self.attempt, self.asked = found[1], await _asked(found[1])
        if self.place > len(self.asked):  # a bonus question that was taken in an earlier life
            self.asked = await _asked(self.attempt)


@cache
def _course() -> CourseMap:
    """Read once: each of the people who asks the database, in a task of its own, has a connection for good."""
    return course_map("alg1")


@cache
def _starts() -> Sequence[str]:
    course = _course()
    return [f"/courses/{skill.unit_id}/skills/{skill.slug.rpartition('/')[2]}/" for skill in course.skills.values()]


async def _asked(attempt: str) -> list[tuple[str, int]]:
    """The questions of an attempt, read behind the site's back: only so can somebody know the answers.

    In one thread: Django opens a connection for each task, and there is one for each learner. The questions themselves
    are made when they are answered: thirty thousand of them in the ten seconds of a quiz's start would take ten
    seconds of the site's own cores.
    """
    return await asyncio.get_running_loop().run_in_executor(READER, _read, attempt)


def _read(attempt: str) -> list[tuple[str, int]]:
    rows = Asked.objects.filter(school_id=1, attempt_id=attempt).order_by("position")
    return list(rows.values_list("skill__slug", "seed"))


@dataclass
class Teacher:
    """A teacher who looks at one report after the other."""

    caller: Caller
    room: Room

    async def look(self, every: float, until: Callable[[], bool]) -> None:
        """A report every so many seconds."""
        here, unit = f"/teach/{self.room.id}/", _course().units[1].id
        wanted = (
            f"{here}skills/?unit={unit}", here, f"{here}goals/{self.room.goal}/", f"{here}skills/?unit=all",
            f"{here}learners/{self.room.pupil}/",
        )  # fmt: skip
        for path in cycle(wanted):
            if until():
                return
            began = asyncio.get_running_loop().time()
            await self.caller.get("report", path)
            await asyncio.sleep(max(0, every - (asyncio.get_running_loop().time() - began)))
