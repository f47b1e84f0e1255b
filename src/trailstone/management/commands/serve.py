"""``trailstone serve``: the site of a school, from this computer."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from trailstone.operate.backup.telling import Bar
from trailstone.operate.errors import CannotStart
from trailstone.operate.refusals import EVERYWHERE, refuse_taken
from trailstone.operate.serving import prepare, serve
from trailstone.people.queries import is_set_up

FIRST = "Open it now: the first visit makes the owner's account."


class Command(BaseCommand):
    help = "Bring the database and the courses up to date and serve the site, with its nightly jobs."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--without-backup", action="store_true", help="update the database without a backup first")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            refuse_taken(EVERYWHERE, settings.PORT)  # before anything is changed
            prepare(timezone.now(), Bar(self.stdout), without_backup=options["without_backup"])
            serve(settings.PORT, welcome="" if is_set_up() else FIRST)
        except CannotStart as error:
            raise CommandError(str(error)) from error
