"""``python -m bench.district.log_size``: what a row of the log weighs, table by table, on this DATABASE_URL.

A few learners live some weeks as the demo's do, and the others get their work: the rows are those of a school.
"""

import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trailstone.settings")
django.setup()

from django.db import connection  # noqa: E402

from bench import year  # noqa: E402
from bench.district.measure import size, version  # noqa: E402

TABLES = (
    "practice_attempt", "practice_asked", "practice_answer",
    "progress_levelchange", "progress_courseprogress", "progress_weekofwork",
)  # fmt: skip


def main() -> int:
    """Make the school where there is none yet, and print bytes a row and a step of the log."""
    learners, answers = (int(word) for word in (*sys.argv[1:], "200", "150")[:2])
    steps = year.make(learners, answers)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM FULL ANALYZE" if connection.vendor == "postgresql" else "VACUUM")
    print(f"{version()}: {learners} learners, {steps:,} steps")
    whole = 0.0
    for table in TABLES:
        rows, own, indexes = size(table)
        whole += rows * (own + indexes)
        print(f"  {table:<26} {rows:>9,} rows {own:>6.0f} bytes a row, {indexes:>5.0f} in indexes")
    print(f"  {whole / steps:.0f} bytes a step of the log, everything counted")
    return 0


if __name__ == "__main__":
    sys.exit(main())
