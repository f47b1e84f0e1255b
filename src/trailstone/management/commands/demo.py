"""``trailstone demo``: a school with a past month, served on this computer."""

import sys
import time
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from trailstone.content.actions import load_courses
from trailstone.goals.models import Aim
from trailstone.operate.demo import cast, school
from trailstone.operate.errors import CannotStart
from trailstone.operate.serving import serve


class Command(BaseCommand):
    help = "Make a demo school (once) and serve it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--no-serve", action="store_true", help="make the school and stop")

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", verbosity=0)
        load_courses()
        if school.exists():
            self.stdout.write(f"The school in {settings.DATA} is as you left it.")
        else:
            self._make()
        if not options["no_serve"]:
            try:
                serve(settings.PORT, welcome=self._welcome())
            except CannotStart as error:
                raise CommandError(str(error)) from error

    def _make(self) -> None:
        began = time.monotonic()
        self.stdout.write("Making a school and letting a month of school pass ...")
        school.make(now=timezone.now(), progress=self._bar)
        self.stdout.write(f"\nMade in {time.monotonic() - began:.0f} seconds.")

    def _bar(self, done: int, of: int) -> None:
        full = 30 * done // of
        end = "" if sys.stdout.isatty() else "\n"
        self.stdout.write(f"\r  [{'#' * full}{'.' * (30 - full)}] day {done} of {of} ", ending=end)
        self.stdout.flush()

    def _welcome(self) -> str:
        waiting = Aim.objects.filter(celebrated_at=None).exclude(achieved_at=None).select_related("learner").first()
        lines = [f"  teacher   {cast.TEACHER[1]:<16} {cast.PASSWORD}   {cast.TEACHER[0]}, {cast.CLASS}"]
        lines.append(f"  learner   {'amina.karimi':<16} {cast.PASSWORD}   half way to a goal")
        if waiting:
            lines.append(f"  learner   {waiting.learner.username:<16} {cast.PASSWORD}   has just reached a goal")
        return "\n".join(["Sign in as", *lines])
