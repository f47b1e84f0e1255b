"""The load shapes as numbers: who is there, what they do how often, and what the site promises then."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

MB: Final = 2**20


@dataclass(frozen=True, slots=True)
class Promise:
    """What must hold: milliseconds for all requests together (0: nothing is promised), MB, and the share of the wanted
    rate that has to be reached."""

    p95: float = 0
    p99: float = 0
    burst_p95: float = 0
    start_p99: float = 0
    memory_mb: float = 0
    wal_mb: float = 64
    rate: float = 0.95


@dataclass(frozen=True, slots=True)
class Shape:
    """``learners`` each answer every ``every`` seconds and open as many pages; ``reports`` a second from the teachers.

    ``arrive``: seconds in which everybody signs in (``counted``: as part of the load); ``typos``: the share that
    mistypes the password first. ``rush``: seconds at the beginning in which all go twice as fast. ``double``: share of
    the time, at the end, in which they do so too, as an overload. ``quiz``: everybody takes the course challenge,
    starts within 10 s and sends an answer in the last minute.
    """

    name: str
    learners: int
    every: float
    reports: float
    arrive: float
    promise: Promise
    counted: bool = True
    typos: float = 0
    rush: float = 0
    double: float = 0
    quiz: bool = False
    minutes: float = 5

    def scaled(self, share: float) -> "Shape":
        """The same with fewer (or more) people, each as busy as before."""
        return replace(self, learners=max(1, round(self.learners * share)), reports=self.reports * share)


SHAPES: Final[Mapping[str, Shape]] = MappingProxyType(
    {
        shape.name: shape
        for shape in (
            Shape("classroom", 30, 20, 0.1, 3, Promise(p95=150, burst_p95=1000)),
            Shape("school", 600, 20, 2, 120, Promise(p95=300, p99=1000), typos=0.05, rush=60),
            Shape("thousand", 1000, 20, 3, 100, Promise(p95=500), counted=False, double=0.2),
            Shape("quiz", 1000, 20, 0, 100, Promise(start_p99=5000), counted=False, quiz=True),
        )
    }
)
