"""``make test``: the pure rules first, then content, the site on SQLite and PostgreSQL, and the browser last; beside
these, from the site on, servers that are killed: they wait more than they work."""

import sys
from collections.abc import Sequence

from scripts.steps import Step, run_all

PYTEST = (sys.executable, "-m", "pytest", "-q")
PURE = (*PYTEST, "-p", "no:django")
POSTGRES = (sys.executable, "-m", "scripts.with_postgres")
TWO = ("-n", "2")


def steps(more: Sequence[str] = ()) -> list[Step]:
    """The steps, with pytest's options ``more`` added to each."""
    site = (*PYTEST, *TWO, "tests/trailstone", *more)
    falls = (*PYTEST, "tests/durability", *more)  # by itself: where it works, it is in the way of the others
    return [
        Step("rules and exercises (pure)", (*PURE, *TWO, "tests/mastery", "tests/exercises", "tests/scripts", *more)),
        Step("content", (*PURE, *TWO, "tests/courses", *more)),
        Step("durability", falls, {"DATABASE_URL": ""}, beside=True),
        Step("site on SQLite", site, {"DATABASE_URL": ""}),
        Step("site on PostgreSQL", (*POSTGRES, *site)),
        Step("Chromium is there", (sys.executable, "-m", "scripts.chromium")),
        Step("browser", (*PYTEST, *TWO, "tests/browser", *more), {"DATABASE_URL": ""}),
    ]


if __name__ == "__main__":
    sys.exit(run_all(steps(sys.argv[1:])))
