"""``trailstone demo``: a school with a past month, served on this computer."""

import sys
import time
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from trailstone.goals.models import Aim
from trailstone.operate.demo import cast, school
from trailstone.operate.errors import CannotStart
from trailstone.operate.refusals import EVERYWHERE, refuse_taken
from trailstone.operate.serving import prepare, serve
from trailstone.people.models import User


class Command(BaseCommand):
    help = "Make a demo school (once) and serve it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--no-serve", action="store_true", help="make the school and stop")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            if not options["no_serve"]:
                refuse_taken(EVERYWHERE, settings.PORT)  # before a minute is spent on the school
            self._start(serving=not options["no_serve"])
        except CannotStart as error:
            raise CommandError(str(error)) from error

    def _start(self, *, serving: bool) -> None:
        prepare(timezone.now())
        if school.exists():
            self.stdout.write(f"The school in {settings.DATA} is as you left it.")
        else:
            self._make()
        if serving:
            serve(settings.PORT, welcome=self._welcome())

    def _make(self) -> None:
        began = time.monotonic()
        self.stdout.write("Making a school and letting a month of school pass ...")
        with transaction.atomic():  # stopped half way, nothing is left, and the next start begins anew
            school.make(now=timezone.now(), progress=self._bar)
        self.stdout.write(f"\nMade in {time.monotonic() - began:.0f} seconds.")

    def _bar(self, done: int, of: int) -> None:
        full = 30 * done // of
        end = "" if sys.stdout.isatty() else "\n"
        self.stdout.write(f"\r  [{'#' * full}{'.' * (30 - full)}] day {done} of {of} ", ending=end)
        self.stdout.flush()

    def _welcome(self) -> str:
        if not User.objects.filter(username=cast.TEACHER[1], school__name=cast.SCHOOL).exists():
            return "This is a school of its own: sign in with your own account."
        waiting = Aim.objects.filter(celebrated_at=None).exclude(achieved_at=None).select_related("learner").first()
        lines = [f"  teacher   {cast.TEACHER[1]:<16} {cast.PASSWORD}   {cast.TEACHER[0]}, {cast.CLASS}"]
        lines.append(f"  learner   {'amina.karimi':<16} {cast.PASSWORD}   half way to a goal")
        if waiting:
            lines.append(f"  learner   {waiting.learner.username:<16} {cast.PASSWORD}   has just reached a goal")
        return "\n".join(["Sign in as", *lines])
