"""Backups while everybody works: one at the beginning of every second minute, as an owner makes them by hand.

The minutes between are what they are compared with: the machine is the same in both.
"""

import asyncio
import sys
import time
from asyncio.subprocess import PIPE, STDOUT
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from bench.times import times

MINUTE_S: Final = 60.0
MOST: Final = 0.20  # how much longer a request may take at p95
WARM: Final = 2  # minutes that count for neither side: everybody has just come


@dataclass
class Backups:
    """Those of one run, into ``folder``. ``seconds`` says how long each took, ``faults`` what failed ones said."""

    folder: Path
    began: float = 0.0
    seconds: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    async def make(self, until: float) -> None:
        """One in every second whole minute from now to ``until`` (a moment of ``time.perf_counter``)."""
        self.began, minute = time.perf_counter(), WARM + 1
        while (at := self.began + minute * MINUTE_S) + MINUTE_S <= until:
            await asyncio.sleep(at - time.perf_counter())
            await self._one()
            minute += 2

    async def _one(self) -> None:
        began = time.perf_counter()
        words = (sys.executable, "-m", "trailstone", "backup", str(self.folder))
        process = await asyncio.create_subprocess_exec(*words, stdout=PIPE, stderr=STDOUT)
        said, _ = await process.communicate()
        self.seconds.append(time.perf_counter() - began)
        if process.returncode:
            self.faults.append(said.decode()[-200:])

    def figures(self, moments: Sequence[tuple[float, float]]) -> dict[str, Any]:
        """What they cost: p95 in milliseconds of the requests in the minutes with one, and in those between."""
        with_, without = self._in_minutes(moments, 1), self._in_minutes(moments, 0)
        p95 = [times(found, lasted=1).p95 for found in (with_, without)]
        return {
            "made": len(self.seconds), "seconds": max(self.seconds, default=0), "faults": self.faults,
            "p95_with": p95[0], "p95_without": p95[1], "penalty": p95[0] / max(p95[1], 1e-9) - 1,
        }  # fmt: skip

    def _in_minutes(self, moments: Sequence[tuple[float, float]], odd: int) -> list[float]:
        return [took for at, took in moments if (minute := self._minute(at)) >= WARM and minute % 2 == odd]

    def _minute(self, at: float) -> int:
        """The number of a minute, when it was among those compared; -1 otherwise."""
        minute = int((at - self.began) // MINUTE_S)
        return minute if minute < WARM + 2 * len(self.seconds) else -1
