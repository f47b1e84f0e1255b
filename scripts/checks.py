"""``make check``: what can be said of the code without running it."""

import sys
import tempfile
from pathlib import Path

from scripts.steps import Step, run_all

BIN = Path(sys.executable).parent


def steps(data: str) -> list[Step]:
    """The checks; ``data`` is an empty folder for the settings to point at."""
    nowhere = {"TRAILSTONE_DATA": data, "TRAILSTONE_SECRET": "nothing is signed here", "DATABASE_URL": ""}
    pending = ("makemigrations", "--check", "--dry-run")
    return [
        Step("format", (str(BIN / "ruff"), "format", "--check", ".")),
        Step("lint", (str(BIN / "ruff"), "check", ".")),
        Step("types", (str(BIN / "mypy"),), nowhere),
        Step("types of the set-up and the bench", (str(BIN / "mypy"), "-p", "scripts", "-p", "bench"), nowhere),
        Step("layers", (str(BIN / "lint-imports"),), nowhere),
        Step("no migration missing", (sys.executable, "-m", "trailstone", *pending), nowhere),
    ]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as data:
        sys.exit(run_all(steps(data)))
