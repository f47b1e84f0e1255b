"""``python -m bench.load SHAPE [--minutes N] [--scale F] [--backups] [--database sqlite|postgresql] [--json]``.

Shapes: classroom, school, thousand, quiz, reports. On PostgreSQL under ``scripts.with_postgres --durable``.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from typing import Any

from bench import machine
from bench.load.shapes import SHAPES
from bench.load.shown import of_reports, shown

MOST_MINUTES = 90.0


def main() -> int:
    """Run one shape on each database asked for; 1 when a promise was missed."""
    wanted = _arguments()
    print(machine.described(), flush=True)
    rows = [_run(wanted, url) for url in _databases(wanted.database)]
    if wanted.json:
        print(json.dumps(rows))
    return int(any(row["missed"] for row in rows))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.load", description=__doc__)
    parser.add_argument("shape", choices=[*SHAPES, "reports"])
    parser.add_argument(
        "--minutes", type=float, default=4, help=f"of work after the arrival (4; {MOST_MINUTES} at most)"
    )
    parser.add_argument("--scale", type=float, default=1, help="share of the people (1; 2 at most)")
    parser.add_argument("--backups", action="store_true", help="one every second minute, and what they cost (H24)")
    parser.add_argument("--database", choices=["sqlite", "postgresql"], help="both, where DATABASE_URL names one")
    parser.add_argument("--json", action="store_true", help="all figures once more, as JSON on the last line")
    found = parser.parse_args()
    found.minutes, found.scale = min(found.minutes, MOST_MINUTES), min(found.scale, 2)
    return found


def _databases(asked: str | None) -> list[str]:
    given = os.environ.get("DATABASE_URL", "")
    urls = {"sqlite": "", **({"postgresql": given} if given.startswith("postgres") else {})}
    if asked == "postgresql" and asked not in urls:
        raise SystemExit(
            "Start it beside a PostgreSQL: python -m scripts.with_postgres --durable python -m bench.load ..."
        )
    return [urls[asked]] if asked else list(urls.values())


def _run(wanted: argparse.Namespace, url: str) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="trailstone-load-") as folder:
        env = {name: value for name, value in os.environ.items() if not name.startswith("TRAILSTONE_")}
        env |= {"TRAILSTONE_DATA": folder, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "trailstone.settings"}
        words = [sys.executable, "-m", "bench.load.site", wanted.shape, str(wanted.minutes), str(wanted.scale)]
        words += ["backups"] if wanted.backups else []
        done = subprocess.run(words, env=env, stdout=subprocess.PIPE, text=True, check=True)
    *said, last = done.stdout.splitlines()
    row: dict[str, Any] = json.loads(last)
    print("\n".join([*said, (of_reports if wanted.shape == "reports" else shown)(row), ""]), flush=True)
    return row


if __name__ == "__main__":
    sys.exit(main())
