"""``trailstone author new|check|preview|seal``: for whoever writes questions."""

import os
import subprocess
import sys
import tempfile
import time
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

import courses
from courses.golden import Changed, seal
from trailstone.content.tex import strict_tex
from trailstone.operate.authoring import Findings, chosen, examine, map_faults, units
from trailstone.operate.errors import CannotStart
from trailstone.operate.refusals import refuse_taken
from trailstone.operate.skeleton import NoPlace, write

HEAD = f"{'skill':<62} {'different':>9} {'ms':>6}  {'right choice in place':<22} problems"


class Command(BaseCommand):
    help = "Begin a question template, check it over many seeds, look at it in the browser, seal what is published."
    requires_system_checks = ()  # an author may have no database yet

    def add_arguments(self, parser: CommandParser) -> None:
        does = parser.add_subparsers(dest="does", required=True)
        new = does.add_parser("new", help="write the first lines of a skill's template")
        new.add_argument("part", metavar="skill", help="the skill's full id, as in alg1/lines/find-slope-two-points")
        seal = does.add_parser("seal", help="note what published templates make, so that no change goes unseen")
        seal.add_argument("part", nargs="?", default="", metavar="unit", help="a unit's id, or its last part (all)")
        check = does.add_parser("check", help="check templates; fails when one has a problem")
        check.add_argument("part", nargs="?", default="", help="a unit or a skill: equations, alg1/equations, ...")
        check.add_argument("--seeds", type=int, default=20, help="how many instances are checked one by one (20)")
        preview = does.add_parser("preview", help="look at 12 instances side by side")
        preview.add_argument("part", metavar="skill", help="a skill, or the last part of its id")
        preview.add_argument("--seed", type=int, default=0, help="the first seed (0)")

    def handle(self, *args: Any, **options: Any) -> None:
        does = {"new": self._new, "seal": self._seal, "check": self._check, "preview": self._preview}
        try:
            does[options["does"]](options)
        except KeyError as unknown:
            raise CommandError(f"No skill or unit is called {unknown}.") from unknown
        except (NoPlace, Changed) as error:
            raise CommandError(str(error)) from error

    def _new(self, options: dict[str, Any]) -> None:
        path = write(options["part"])
        self.stdout.write(f"{path}\nChange it, then: trailstone author check {options['part']}")

    def _seal(self, options: dict[str, Any]) -> None:
        for unit in units(options["part"]):
            self.stdout.write(f"{unit.id:<30} {seal(unit)} new")

    def _check(self, options: dict[str, Any]) -> None:
        wrong = map_faults(options["part"], map(courses.course_map, courses.COURSES))
        problems = len(wrong)
        self.stdout.write("\n".join([*wrong, HEAD]))
        for template in chosen(options["part"]):
            found = examine(template, options["seeds"], strict_tex, time.perf_counter)
            self.stdout.write(_row(found))
            for problem in found.problems:
                self.stdout.write(f"    {problem}")
            problems += len(found.problems)
        if problems:
            raise CommandError(f"{problems} problem{'s' if problems > 1 else ''}; see the lines above.")

    def _preview(self, options: dict[str, Any]) -> None:
        """Serve the site on a database of its own that is thrown away: no school is touched, no sign-in needed."""
        skills = [template.id for template in chosen(options["part"])]
        try:
            refuse_taken("127.0.0.1", settings.PORT)
        except CannotStart as error:
            raise CommandError(str(error)) from error
        where = f"http://localhost:{settings.PORT}/author/preview/"
        addresses = [f"{where}{skill}/?seed={options['seed']}" for skill in skills]
        self.stdout.write("\n".join([*addresses, "", "Stop it with Ctrl+C. A changed template shows on reload.\n"]))
        with tempfile.TemporaryDirectory(prefix="trailstone-preview-") as folder:
            _serve_alone(folder)


def _row(found: Findings) -> str:
    places = " ".join(map(str, found.places)) or "-"
    count = len(found.problems) or "-"
    return f"{found.template.id:<62} {found.distinct:>9} {found.ms:>6.2f}  {places:<22} {count}"


def _serve_alone(folder: str) -> None:
    ours = {"TRAILSTONE_DATA": folder, "TRAILSTONE_DEBUG": "1", "PYTHONUNBUFFERED": "1"}
    env = {name: value for name, value in os.environ.items() if not name.startswith("DATABASE_")} | ours
    manage = [sys.executable, "-m", "trailstone"]
    subprocess.run([*manage, "migrate", "--verbosity", "0"], env=env, check=True)  # noqa: S603 - our own words
    try:
        subprocess.run([*manage, "runserver", f"127.0.0.1:{settings.PORT}"], env=env)  # noqa: S603 - our own words
    except KeyboardInterrupt:
        return
