"""``python -m bench [--seconds 4] [--clients 64] [--only answers,questions,reports,rosters,district]``: measure.

Meant to run under ``scripts.with_postgres --durable`` (``make bench`` does): without DATABASE_URL only SQLite
is measured.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from typing import Any

from bench import machine, promised, questions, table

PARTS = ("answers", "questions", "reports", "rosters", "district")
# All attempts of a run are opened before it, and a process remembers 2,000: in ten seconds a connection answers through
# a hundred, and half of them would be read anew, as nobody's attempt is who has just opened it.
SECONDS = 4.0


def main() -> int:
    """Measure each part on each database, one after the other."""
    wanted = _arguments()
    print(f"{machine.described()}\n", flush=True)
    for name, url in _databases().items():
        if {"answers", "reports"} & set(wanted.only):
            print(table.of_site(name, _measured(url, wanted)), flush=True)
        if "rosters" in wanted.only:
            print(table.of_roster(name, _measured(url, wanted, "bench.rosters")), flush=True)
    if "questions" in wanted.only:
        print(promised.said(questions.measured(), questions.loading()), flush=True)
    if "district" in wanted.only:
        words = ["--keep", wanted.keep] if wanted.keep else []
        return subprocess.run([sys.executable, "-m", "bench.district", *words]).returncode
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--seconds", type=float, default=SECONDS, help=f"how long each timed run lasts ({SECONDS})")
    parser.add_argument("--clients", type=int, default=64, help="connections at once (64)")
    parser.add_argument(
        "--only", type=lambda text: text.split(","), default=list(PARTS), help=f"some of {','.join(PARTS)}"
    )
    parser.add_argument("--keep", help="keep the district in this folder for the next time")
    return parser.parse_args()


def _databases() -> Mapping[str, str]:
    given = os.environ.get("DATABASE_URL", "")
    if not given:
        print("DATABASE_URL is not set: PostgreSQL is left out (make bench starts one).\n")
    return {"SQLite": "", **({"PostgreSQL": given} if given.startswith("postgres") else {})}


def _measured(url: str, wanted: argparse.Namespace, what: str = "bench.site") -> dict[str, Any]:
    """One database in a process of its own, for settings are read once; its figures come as JSON on the last line."""
    with tempfile.TemporaryDirectory(prefix="trailstone-bench-") as folder:
        env = {name: value for name, value in os.environ.items() if not name.startswith("TRAILSTONE_")}
        env |= {"TRAILSTONE_DATA": folder, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "trailstone.settings"}
        words = ["--seconds", wanted.seconds, "--clients", wanted.clients, "--only", ",".join(wanted.only)]
        words = words if what == "bench.site" else []
        done = subprocess.run(
            [sys.executable, "-m", what, *map(str, words)],
            env=env,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


if __name__ == "__main__":
    sys.exit(main())
