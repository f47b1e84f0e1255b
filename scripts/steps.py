"""Run named steps one after the other, say how long each took, and close with one summary."""

import os
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from scripts.machine import CACHE, ROOT


@dataclass(frozen=True)
class Step:
    """One thing to run: its name, the command, and what its environment has besides ours ("" takes away)."""

    name: str
    command: Sequence[str]
    extra: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Finished:
    """How a step went: its exit code, and its seconds."""

    step: Step
    code: int
    seconds: float

    def __str__(self) -> str:
        verdict = "ok    " if self.code == 0 else "FAILED"
        return f"  {verdict} {self.seconds:7.1f} s  {self.step.name}"


def run_all(steps: Sequence[Step], *, clock: Callable[[], float] = time.monotonic) -> int:
    """Run every step, also after one that failed; 0 when all went well, else 1."""
    finished = [_run(step, clock) for step in steps]
    print("\nSummary")
    print(*finished, sep="\n")
    failed = [each.step.name for each in finished if each.code]
    total = sum(each.seconds for each in finished)
    print(f"{'NOT ok: ' + ', '.join(failed) if failed else 'All ok'} ({total:.0f} s)", flush=True)
    return 1 if failed else 0


def _run(step: Step, clock: Callable[[], float]) -> Finished:
    print(f"\n== {step.name}", flush=True)
    start = clock()
    environment = {name: value for name, value in {**os.environ, **compiled(), **step.extra}.items() if value}
    done = subprocess.run(step.command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL)
    return Finished(step, done.returncode, clock() - start)


def compiled() -> dict[str, str]:
    """Where Python may leave nothing beside its sources it compiles the whole site again in every process, for seconds:
    then what is compiled lies in .cache."""
    forbidden = os.environ.get("PYTHONDONTWRITEBYTECODE")
    return {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(CACHE / "bytecode")} if forbidden else {}
