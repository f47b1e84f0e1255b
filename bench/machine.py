"""What the figures were measured on."""

import os
import platform
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

IS_LINUX: Final = Path("/proc/net/tcp").exists()
LISTENING: Final = "0A"  # TCP_LISTEN, as proc(5) writes a state


def described() -> str:
    """The processor, the memory, the system, and how busy the machine was before the bench began."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC · {_processor()} · {len(os.sched_getaffinity(0))} cores · "
        f"{memory:.0f} GB · {platform.system()} {platform.release()} · Python {platform.python_version()} · "
        f"load before: {os.getloadavg()[0]:.1f}"
    )


def cpu_seconds(pid: int) -> float:
    """Processor time that a process and its children have had (proc(5), stat and children); 0 away from Linux."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        children = " ".join(path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/children")).split()
    except OSError:
        return 0.0
    own = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return own + sum(cpu_seconds(int(child)) for child in children)


def memory_mb(pid: int) -> float:
    """Memory of a process and its children, what they share counted once (proc(5), smaps_rollup); 0 away from Linux."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        children = " ".join(path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/children")).split()
    except OSError:
        return 0.0
    own = sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
    return own + sum(memory_mb(int(child)) for child in children)


def listeners(port: int) -> int:
    """How many sockets of this machine wait for connections at a port (proc(5), net/tcp); 0 away from Linux."""
    if not IS_LINUX:
        return 0
    lines = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    return sum(line[1].endswith(f":{port:04X}") and line[3] == LISTENING for line in lines)


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.machine()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())
