"""``trailstone upgrade``: the database of this version, with a backup before; ``serve`` does it at each start."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from trailstone.operate.backup.telling import Bar
from trailstone.operate.errors import CannotStart
from trailstone.operate.serving import prepare


class Command(BaseCommand):
    help = "Bring the database and the courses up to date, after a backup that was proved. 'serve' does it by itself."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--without-backup", action="store_true", help="somebody else backs this database up")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            prepare(timezone.now(), Bar(self.stdout), without_backup=options["without_backup"])
        except CannotStart as error:
            raise CommandError(str(error)) from error
        self.stdout.write("The database and the courses are up to date.")
