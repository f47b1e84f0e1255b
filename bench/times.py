"""Timings as the few numbers a table shows."""

import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Times:
    """``count`` things that took these many milliseconds; ``rate`` a second, all clients together."""

    count: int
    rate: float
    p50: float
    p95: float
    p99: float
    failed: int = 0

    def plain(self) -> dict[str, float]:
        """For JSON."""
        return asdict(self)


def times(seconds: Sequence[float], *, lasted: float, failed: int = 0) -> Times:
    """The summary of single times (in seconds) of a run that ``lasted`` so long."""
    ordered = sorted(seconds) or [0.0]
    p50, p95, p99 = (1000 * ordered[min(len(ordered) - 1, int(len(ordered) * share))] for share in (0.5, 0.95, 0.99))
    return Times(len(seconds), len(seconds) / lasted if lasted else 0.0, p50, p95, p99, failed)


def repeated(act: Callable[[], object], *, runs: int, at_most: float = 30.0) -> Times:
    """``act`` done again and again, after one run that does not count."""
    act()
    spent: list[float] = []
    began = time.perf_counter()
    while len(spent) < runs and time.perf_counter() - began < at_most:
        start = time.perf_counter()
        act()
        spent.append(time.perf_counter() - start)
    return times(spent, lasted=time.perf_counter() - began)
