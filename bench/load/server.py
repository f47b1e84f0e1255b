"""What the site of a run takes of the machine."""

import asyncio
import time
from dataclasses import dataclass, field
from pathlib import Path

from django.db import connection

from bench import machine

MB = 2**20
EVERY_S = 5.0


@dataclass(frozen=True, slots=True)
class Sample:
    """The server (all its processes) and the write-ahead log at one moment: seconds, MB."""

    at: float
    cpu: float
    memory: float
    wal: float


@dataclass
class Watch:
    """Samples of a running server, one every few seconds. The database's own processes (PostgreSQL) are not in them."""

    pid: int
    samples: list[Sample] = field(default_factory=list)

    async def look(self) -> None:
        """Until it is cancelled. In a thread: adding up the memory of a process takes up to a tenth of a second."""
        while True:
            await asyncio.to_thread(self.take)
            await asyncio.sleep(EVERY_S)

    def take(self) -> Sample:
        """One sample, kept."""
        found = Sample(time.perf_counter(), machine.cpu_seconds(self.pid), machine.memory_mb(self.pid), _wal())
        self.samples.append(found)
        return found

    def between(self, began: float, ended: float) -> list[Sample]:
        """The samples of a part of the run."""
        return [one for one in self.samples if began <= one.at <= ended]


def _wal() -> float:
    """The size of the write-ahead log in MB: the file beside the database, or what PostgreSQL keeps of it."""
    if connection.vendor == "sqlite":
        file = Path(f"{connection.settings_dict['NAME']}-wal")
        return file.stat().st_size / MB if file.exists() else 0.0
    return 0.0  # PostgreSQL bounds it by itself (max_wal_size)
