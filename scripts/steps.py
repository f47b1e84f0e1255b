"""Run named steps one after the other, some beside the others, say how long each took, and close with one summary."""

import os
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field

from scripts.machine import CACHE, ROOT


@dataclass(frozen=True)
class Step:
    """One thing to run: its name, the command, and what its environment has besides ours ("" takes away).

    ``beside``: it waits more than it works, so it runs along with all steps after it; what it says comes at the end.
    """

    name: str
    command: Sequence[str]
    extra: Mapping[str, str] = field(default_factory=dict)
    beside: bool = False


@dataclass(frozen=True)
class Finished:
    """How a step went: its exit code, its seconds, and what it said where that was not printed yet."""

    step: Step
    code: int
    seconds: float
    said: bytes | None = None

    def __str__(self) -> str:
        verdict = "ok    " if self.code == 0 else "FAILED"
        return f"  {verdict} {self.seconds:7.1f} s  {self.step.name}"


def run_all(steps: Sequence[Step], *, clock: Callable[[], float] = time.monotonic) -> int:
    """Run every step, also after one that failed; 0 when all went well, else 1."""
    start = clock()
    finished = list(_each(steps, clock))
    print("\nSummary")
    print(*finished, sep="\n")
    failed = [each.step.name for each in finished if each.code]
    print(f"{'NOT ok: ' + ', '.join(failed) if failed else 'All ok'} ({clock() - start:.0f} s)", flush=True)
    return 1 if failed else 0


def _each(steps: Sequence[Step], clock: Callable[[], float]) -> Iterator[Finished]:
    later: list[Future[Finished]] = []
    with ThreadPoolExecutor() as pool:
        for step in steps:
            if step.beside:
                later.append(pool.submit(_run, step, clock, subprocess.PIPE))
            else:
                print(f"\n== {step.name}", flush=True)
                yield _run(step, clock)
        for one in later:
            done = one.result()
            print(f"\n== {done.step.name} (ran beside the others)\n{(done.said or b'').decode()}", flush=True)
            yield done


def _run(step: Step, clock: Callable[[], float], said: int | None = None) -> Finished:
    start = clock()
    environment = {name: value for name, value in {**os.environ, **compiled(), **step.extra}.items() if value}
    errors = subprocess.STDOUT if said else None
    done = subprocess.run(step.command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=said, stderr=errors)
    return Finished(step, done.returncode, clock() - start, done.stdout)


def compiled() -> dict[str, str]:
    """Where Python may leave nothing beside its sources it compiles the whole site again in every process, for seconds:
    then what is compiled lies in .cache."""
    forbidden = os.environ.get("PYTHONDONTWRITEBYTECODE")
    return {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(CACHE / "bytecode")} if forbidden else {}
