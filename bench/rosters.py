"""``python -m bench.rosters``: a roster of 100,000 rows, imported into an empty school and then once more; JSON out.

The school is one of its own: others may stand in the database, of what was measured before."""

import csv
import json
import resource
import time
from io import StringIO
from pathlib import Path
from typing import Any

import django

ROWS = 100_000
CLASS = 25  # learners
FIRST = ("Amina", "Ben", "Cho", "Dina", "Elif", "Farid", "Gita", "Hana", "Ivo", "Jun")
LAST = ("Adeyemi", "Berg", "Costa", "Diaz", "Eriksen", "Fischer", "Garcia", "Haddad", "Ito", "Jansen")


def roster() -> bytes:
    """The list: names repeat, as they do in a district."""
    page = StringIO(newline="")
    sheet = csv.writer(page)
    sheet.writerow(["id", "name", "class id", "class"])
    for number in range(ROWS):
        name = f"{FIRST[number % 10]} {LAST[number // 10 % 10]}{chr(97 + number // 100 % 26)}"
        sheet.writerow([f"s{number}", name, f"c{number // CLASS}", f"Class {number // CLASS}"])
    return page.getvalue().encode()


def measured() -> dict[str, Any]:
    """Seconds of each import, and the most memory the process held, in MB."""
    from django.core.management import call_command
    from django.utils import timezone

    from bench import plan
    from trailstone.people import actions
    from trailstone.people.importing.limits import COMMAND
    from trailstone.people.importing.reading import wanted_of
    from trailstone.people.importing.scope import of_school
    from trailstone.people.models import School, User

    call_command("migrate", verbosity=0)
    now, data = timezone.now(), roster()
    if not School.objects.exists():
        plan.new_school(now)
    card = actions.add_school(school_name="Rosters", time_zone="UTC", name="Ms Ada", username="rosters", at=now)
    owner = User.objects.get(username=card.username)
    seconds, changes = [], 0
    for _ in range(2):
        begun = time.perf_counter()
        wanted = wanted_of({"list.csv": data}, COMMAND, school=owner.school, today=now.date())
        done = actions.import_roster(scope=of_school(owner), wanted=wanted, whole=True, at=now)
        seconds.append(round(time.perf_counter() - begun, 1))
        changes = len(done.plan.changes)
        del done, wanted  # a command ends after one
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return {"rows": changes, "first": seconds[0], "again": seconds[1], "megabytes": most}


if __name__ == "__main__":
    django.setup()
    Path(django.conf.settings.DATA).mkdir(parents=True, exist_ok=True)
    print(json.dumps(measured()))
