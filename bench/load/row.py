"""The figures of a run, and whether the shape's promise held."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from bench.load.after import Found
from bench.load.backups import MOST
from bench.load.run import Run

WORK = {"burst", "work"}


def figures(run: Run, found: Found, database: str) -> dict[str, Any]:
    """Everything that was measured, as JSON may hold it."""
    tally, shape = run.tally, run.shape
    phases = WORK | ({"arrival"} if shape.counted else set())
    kinds = {kind: tally.times(phases, {kind}).plain() for kind in tally.kinds}
    row: dict[str, Any] = {
        "shape": shape.name, "database": database, "learners": shape.learners, "seconds": round(run.seconds),
        "all": tally.times(phases).plain(), "kinds": kinds, "wrong": dict(tally.wrong), "put_off": tally.put_off,
        "burst": tally.times({"burst"}).plain(), "double": tally.times({"double"}).plain(),
        "locked_out": tally.locked_out, "acknowledged": len(tally.acknowledged), **asdict(found), **_server(run),
        "answers_a_second": _rate(run, "work"), "answers_wanted": _wanted(run),
        "minutes": tally.minutes(),
    }  # fmt: skip
    if run.backups:
        row["backups"] = run.backups.figures(tally.moments)
    return {**row, "missed": list(_missed(row, run))}


def _rate(run: Run, phase: str) -> float:
    return len(run.tally.spent.get((phase, "answer"), ())) / max(run.tally.lasted(phase), 1e-9)


def _wanted(run: Run) -> float:
    """Answers a second when each learner keeps the pace; who comes during the work is away for half of it."""
    away = run.shape.arrive / 2 / max(run.seconds, run.shape.arrive) if run.shape.counted else 0
    return run.shape.learners / run.shape.every * (1 - away)


def _server(run: Run) -> dict[str, float]:
    """Cores while at work, memory at its most, and from the first quarter of the work to its end."""
    began, ended = run.tally.began["work"], run.tally.ended["work"]
    at_work = run.watch.between(began, ended) or run.watch.samples
    quarter = at_work[len(at_work) // 4 :]
    return {
        "cores": (at_work[-1].cpu - at_work[0].cpu) / max(at_work[-1].at - at_work[0].at, 1e-9),
        "memory_mb": max(one.memory for one in run.watch.samples),
        "memory_grew": quarter[-1].memory / max(quarter[0].memory, 1e-9) - 1,
        "wal_mb": max(one.wal for one in run.watch.samples),
    }


def _missed(row: Mapping[str, Any], run: Run) -> Iterator[str]:
    """What of the promise did not hold, in words."""
    limit = run.shape.promise
    bounds = (
        ("p95", row["all"]["p95"], limit.p95), ("p99", row["all"]["p99"], limit.p99),
        ("p95 of the burst", row["burst"]["p95"], limit.burst_p95), ("MB of WAL", row["wal_mb"], limit.wal_mb),
        ("p99 of starts", row["kinds"].get("start", {}).get("p99", 0), limit.start_p99),
        ("MB of memory", row["memory_mb"], limit.memory_mb),
    )  # fmt: skip
    yield from (f"{name} {value:.0f} of {most:.0f}" for name, value, most in bounds if most and value > most)
    yield from (f"{name}: {count}" for name, count in row["wrong"].items())
    zero = ("lost", "twice", "strange", "levels", "locked_out")
    yield from (f"{name}: {row[name]}" for name in zero if row[name])
    if not run.shape.quiz and row["answers_a_second"] < limit.rate * row["answers_wanted"]:
        yield f"{row['answers_a_second']:.1f} answers a second of {row['answers_wanted']:.1f}"
    if run.shape.double and row["memory_grew"] > 0.10:
        yield f"memory grew by {100 * row['memory_grew']:.0f} %"
    if of := row.get("backups"):
        yield from (f"a backup failed: {fault}" for fault in of["faults"])
        if of["penalty"] > MOST:
            yield f"p95 {100 * of['penalty']:.0f} % longer in minutes with a backup"
