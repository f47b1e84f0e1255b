"""The course loaded into an empty SQLite database: ``python -m bench.loading`` (started by ``bench.questions``).

The last line it prints is JSON: seconds of the processor, as ``bench.questions.Loading`` names them.
"""

import json
import time
from collections.abc import Callable

import django

django.setup()  # before anything of the site is imported

from django.core.management import call_command  # noqa: E402

import courses  # noqa: E402
from trailstone.content.actions import load_courses  # noqa: E402


def main() -> None:
    """Migrate, load, look again."""
    call_command("migrate", verbosity=0)
    spent = {"packages": _spent(courses.templates), "first": _spent(load_courses), "again": _spent(load_courses)}
    print(json.dumps(spent))


def _spent(act: Callable[[], object]) -> float:
    began = time.process_time()
    act()
    return time.process_time() - began


if __name__ == "__main__":
    main()
