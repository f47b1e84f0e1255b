"""One run: everybody arrives, works for the time that was asked, and goes."""

import asyncio
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from random import Random

from bench.load.backups import Backups
from bench.load.http import Browser
from bench.load.people import Learner, Teacher, sign_in
from bench.load.school import Room
from bench.load.server import Watch
from bench.load.shapes import Shape
from bench.load.tally import Caller, Tally

GRACE_S = 60.0
QUIZ_START_S, QUIZ_END_S, LEFT = 10.0, 60.0, 1  # all start within, the last LEFT answers come within


@dataclass
class Run:
    """A shape at work against the site on ``port`` for ``seconds`` after everybody's arrival."""

    shape: Shape
    rooms: Sequence[Room]
    port: int
    watch: Watch
    seconds: float
    backups: Backups | None = None  # made while everybody works
    tally: Tally = field(default_factory=Tally)
    rng: Random = field(default_factory=lambda: Random(9))
    ends: float = float("inf")

    async def whole(self) -> None:
        """From the first sign-in to the last reply."""
        watching = asyncio.create_task(self.watch.look())
        try:
            self.tally.enter("arrival")
            learners, teachers = self._learners(), self._teachers()
            working = [] if not self.shape.counted else [asyncio.create_task(self._life(one)) for one in learners]
            await self._arrive(learners, teachers, wait=not self.shape.counted)
            self._begin()
            working = working or [asyncio.create_task(self._life(one, here=True)) for one in learners]
            working += [asyncio.create_task(self._report(one)) for one in teachers if self.shape.reports]
            if self.backups:
                working.append(asyncio.create_task(self.backups.make(self.ends - self.shape.double * self.seconds)))
            await self._until_done([asyncio.create_task(self._phases()), *working])
        finally:
            watching.cancel()
            with suppress(asyncio.CancelledError):
                await watching
            self.tally.enter("over")
            self.watch.take()

    async def _until_done(self, tasks: Sequence[asyncio.Task[None]]) -> None:
        """Until everybody has gone, or GRACE_S after the end: who is still waiting then is sent home and counted."""
        done, waiting = await asyncio.wait(tasks, timeout=self.seconds + GRACE_S)
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)
        if waiting:
            self.tally.wrong["not done in time"] += len(waiting)
        for task in done:
            task.result()  # raises what went wrong in it

    def _caller(self) -> Caller:
        return Caller(Browser(self.port), self.tally)

    def _learners(self) -> list[Learner]:
        names = [name for room in self.rooms for name in room.learners]
        return [Learner(self._caller(), name, Random(place)) for place, name in enumerate(names)]

    def _teachers(self) -> list[Teacher]:
        return [Teacher(self._caller(), room) for room in self.rooms]

    async def _arrive(self, learners: Sequence[Learner], teachers: Sequence[Teacher], *, wait: bool) -> None:
        """Teachers first; then, where the arrival is no part of the load, the learners evenly."""
        await asyncio.gather(*(sign_in(one.caller, one.room.teacher, typo=False) for one in teachers))
        if wait:
            gap = self.shape.arrive / len(learners)
            await asyncio.gather(*(self._after(place * gap, one) for place, one in enumerate(learners)))

    async def _after(self, seconds: float, learner: Learner) -> None:
        await asyncio.sleep(seconds)
        await sign_in(learner.caller, learner.username, typo=False)

    def _begin(self) -> None:
        self.tally.enter("burst" if self.shape.promise.burst_p95 or self.shape.quiz else "work")
        self.ends = time.perf_counter() + self.seconds

    async def _phases(self) -> None:
        """Name the parts of the run as they begin."""
        if self.tally.phase == "burst":
            await asyncio.sleep(QUIZ_START_S if self.shape.quiz else 5)
            self.tally.enter("work")
        if self.shape.double:
            await asyncio.sleep(max(0.0, self._left() - self.shape.double * self.seconds))
            self.tally.enter("double")

    def _left(self) -> float:
        return self.ends - time.perf_counter()

    async def _life(self, learner: Learner, *, here: bool = False) -> None:
        """What a learner does all the time. ``here``: signed in already."""
        while self.ends == float("inf"):
            await asyncio.sleep(0.05)  # the teachers come first
        if not here:
            await asyncio.sleep(self.rng.uniform(0, self.shape.arrive))
            await sign_in(learner.caller, learner.username, typo=self.rng.random() < self.shape.typos)
        if self.shape.quiz:
            await self._quiz(learner)
            return
        if self.shape.promise.burst_p95:  # all press Start within two seconds, whoever is late at once
            await asyncio.sleep(max(0.0, self._left() - self.seconds + self.shape.arrive + self.rng.uniform(0, 2)))
            await learner.start()
        await asyncio.sleep(self.rng.uniform(0, self._every()))
        while self._left() > 0:
            await self._turn(learner)

    async def _turn(self, learner: Learner) -> None:
        """An answer, a look at the verdict, one page; together as long as the shape says."""
        began, every = time.perf_counter(), self._every()
        await learner.answer()
        await asyncio.sleep(every / 4)
        await learner.go_on()
        await asyncio.sleep(
            max(0.0, min(self._left(), began + every * self.rng.uniform(0.8, 1.2) - time.perf_counter()))
        )

    def _every(self) -> float:
        """Seconds from one answer to the next, now."""
        rushed = self._left() > self.seconds - self.shape.rush or self.tally.phase == "double"
        return self.shape.every / 2 if rushed else self.shape.every

    async def _quiz(self, learner: Learner) -> None:
        """Everybody starts, goes on at the shape's pace while there is time, and sends one answer in the last minute.

        In twelve minutes that is all thirty questions, and the one that finishes the challenge.
        """
        await asyncio.sleep(self.rng.uniform(0, QUIZ_START_S))
        await learner.start("/courses/alg1/challenge/")
        last = self.ends - QUIZ_END_S
        todo = min(len(learner.asked) - learner.place + 1 - LEFT, int((last - time.perf_counter()) / self.shape.every))
        for done in range(todo):
            await asyncio.sleep(max(0.0, (last - time.perf_counter()) / (todo - done) * self.rng.uniform(0.5, 1.5)))
            await self._one(learner)
        await asyncio.sleep(max(0.0, last - time.perf_counter() + self.rng.uniform(0, QUIZ_END_S)))
        await self._one(learner)

    async def _one(self, learner: Learner) -> None:
        """One question to its end, and on."""
        for _ in range(3):
            await learner.answer()
            if not learner.missed:
                break
        await learner.go_on()

    async def _report(self, teacher: Teacher) -> None:
        every = len(self.rooms) / self.shape.reports
        await asyncio.sleep(self.rng.uniform(0, min(every, self.seconds)))
        await teacher.look(every, lambda: self._left() <= 0)
