"""``python -m bench.district [--keep FOLDER] [--learners 100000] [--schools 50]``: one database, made and measured.

``python -m bench --only district --keep FOLDER`` runs it for both. It may be stopped at any moment: with ``--keep``
the next start goes on, and a district that is there is only measured.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from bench.machine import described

HEAD = f"{'':<50} {'p50 ms':>8} {'p95 ms':>8} {'cpu ms':>8}  statements"


def main() -> int:
    """Both databases one after the other, each in a process of its own: settings are read once."""
    parser = argparse.ArgumentParser(prog="python -m bench.district", description=__doc__)
    parser.add_argument("--keep", type=Path, help="keep what is made in this folder, and go on with it next time")
    parser.add_argument("--learners", type=int, default=100_000)
    parser.add_argument("--schools", type=int, default=50)
    parser.add_argument("--runs", type=int, default=40, help="how often each report is asked for (40)")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)  # in the process of one database
    wanted = parser.parse_args()
    if wanted.here:
        _measure(wanted.learners, wanted.schools, wanted.runs)
        return 0
    print(f"{described()}\n", flush=True)
    with tempfile.TemporaryDirectory(prefix="trailstone-district-") as folder:
        Path(folder).chmod(0o755)  # PostgreSQL runs as somebody else where we are root
        kept = (wanted.keep or Path(folder)).absolute()
        kept.mkdir(parents=True, exist_ok=True)
        words = [
            "-m",
            "bench.district",
            "--here",
            f"--learners={wanted.learners}",
            f"--schools={wanted.schools}",
            f"--runs={wanted.runs}",
        ]
        env = {name: value for name, value in os.environ.items() if not name.startswith(("TRAILSTONE_", "DATABASE_"))}
        env |= {"TRAILSTONE_DATA": str(kept), "DJANGO_SETTINGS_MODULE": "trailstone.settings"}
        beside = [sys.executable, "-m", "scripts.with_postgres", "--durable", "--keep", str(kept)]
        done = [subprocess.run([*start, sys.executable, *words], env=env).returncode for start in ([], beside)]
    return max(done)


def _measure(learners: int, schools: int, runs: int) -> None:
    import django

    django.setup()
    from datetime import UTC, datetime

    from django.core.management import call_command

    from bench.district.make import make
    from bench.district.measure import measured, sizes, version

    today = datetime.now(UTC).date()
    course = make(learners, schools, today)
    call_command("collectstatic", interactive=False, verbosity=0)
    _print(version(), measured(course, today, runs))
    _print_sizes(sizes())


def _print(version: str, rows: Iterable[tuple[str, Mapping[str, Any]]]) -> None:
    print(f"{version}\n{HEAD}", flush=True)
    for name, row in rows:
        times = " ".join(f"{row[which]:>8.1f}" for which in ("p50", "p95", "cpu"))
        print(f"{name:<50} {times}  {row['statements']}", flush=True)


def _print_sizes(sizes: Mapping[str, tuple[int, float, float]]) -> None:
    print("on the disk: rows, bytes a row, bytes of indexes a row")
    for name, (count, own, indexes) in sizes.items():
        print(f"  {name:<30} {count:>10,} {own:>8.0f} {indexes:>8.0f}")
    print(flush=True)


if __name__ == "__main__":
    sys.exit(main())
