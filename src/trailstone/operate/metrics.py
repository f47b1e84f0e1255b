"""Counts of requests for ``/metrics``, by the name of the route: no address, no person, nothing that was typed.

Each process counts for itself and leaves its counts in the data folder every two seconds; whichever process is asked
adds them up. Counts begin anew when the site does.
"""

import json
import os
import shutil
import time
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Final

FOLDER: Final = "metrics"
BOUNDS: Final = (0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5)  # seconds; the pages of a class are promised in 0.3
LEAVE: Final = 2.0
Key = tuple[str, str, int]  # route, method, status
Counts = dict[Key, list[float]]  # one count for each bound and one above them, then the seconds together


class Meter:
    """The counts of one process, safe for its threads."""

    def __init__(self) -> None:
        self.counts: Counts = {}
        self.lock = Lock()
        self.left_at = 0.0

    def count(self, key: Key, seconds: float, data: Path) -> None:
        """One request more. From time to time the counts are left in the ``data`` folder for the other processes."""
        with self.lock:
            row = self.counts.setdefault(key, [0.0] * (len(BOUNDS) + 2))
            row[bisect_left(BOUNDS, seconds)] += 1
            row[-1] += seconds
            now = time.monotonic()
            if now - self.left_at < LEAVE:
                return
            self.left_at = now
            shown = json.dumps([[*key, row] for key, row in self.counts.items()])
        _leave(data / FOLDER, shown)


METER = Meter()


def _leave(folder: Path, shown: str) -> None:
    part = folder / f".{os.getpid()}"
    with suppress(OSError):  # a full disk must not cost anybody a page
        folder.mkdir(exist_ok=True)
        part.write_text(shown)
        os.replace(part, folder / f"{os.getpid()}.json")


def begin(folder: Path) -> None:
    """The site starts: the counts of its last run go."""
    shutil.rmtree(folder, ignore_errors=True)


def together(folder: Path) -> Counts:
    """The counts of all processes of this computer."""
    with METER.lock:
        total = {key: list(row) for key, row in METER.counts.items()}
    for path in folder.glob("*.json"):
        if path.stem != str(os.getpid()):
            _add(total, path)
    return total


def _add(total: Counts, path: Path) -> None:
    with suppress(OSError, ValueError):
        for route, method, status, row in json.loads(path.read_text()):
            before = total.setdefault((route, method, status), [0.0] * len(row))
            before[:] = [a + b for a, b in zip(before, row, strict=True)]


def requests_shown(counts: Counts) -> Iterator[str]:
    """The counts as Prometheus reads them (its text format 0.0.4)."""
    yield "# TYPE trailstone_requests_total counter"
    for (route, method, status), row in sorted(counts.items()):
        about = labels({"route": route, "method": method, "status": str(status)})
        yield f"trailstone_requests_total{about} {sum(row[:-1]):.0f}"
    yield "# TYPE trailstone_request_seconds histogram"
    for route, row in sorted(_by_route(counts).items()):
        below = 0.0
        for bound, many in zip([*map(str, BOUNDS), "+Inf"], row[:-1], strict=True):
            below += many
            yield f"trailstone_request_seconds_bucket{labels({'route': route, 'le': bound})} {below:.0f}"
        yield f"trailstone_request_seconds_sum{labels({'route': route})} {row[-1]:.3f}"
        yield f"trailstone_request_seconds_count{labels({'route': route})} {below:.0f}"


def _by_route(counts: Counts) -> dict[str, list[float]]:
    found: dict[str, list[float]] = {}
    for (route, _, _), row in counts.items():
        before = found.setdefault(route, [0.0] * len(row))
        before[:] = [a + b for a, b in zip(before, row, strict=True)]
    return found


def labels(about: Mapping[str, str]) -> str:
    """Labels in braces. Only names of ours come in; quotes and line feeds are left out all the same."""
    inside = ",".join(f'{name}="{_clean(value)}"' for name, value in about.items())
    return f"{{{inside}}}"


def _clean(value: str) -> str:
    return value.replace("\\", "").replace('"', "").replace("\n", "")
