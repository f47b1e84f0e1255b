"""``trailstone backup``: one file that holds the school, proved by restoring it."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from trailstone.operate.backup.asked import Passphrase, add_passphrase, days_kept, folder_or_default, present_store
from trailstone.operate.backup.errors import Refused
from trailstone.operate.backup.making import Made, make
from trailstone.operate.backup.telling import Bar
from trailstone.operate.way import make_way

OPEN = "Whoever has this file can read everything in it. Keep it safe, or lock it (see docs/backup.md)."


class Command(BaseCommand):
    help = "Back the school up while it runs, into one file that was restored and compared before it counts."
    requires_system_checks = ()

    def run_from_argv(self, argv: list[str]) -> None:
        make_way()  # the school works meanwhile
        super().run_from_argv(argv)

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", nargs="?", type=Path, help="where to (the setting TRAILSTONE_BACKUPS)")
        add_passphrase(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            folder = folder_or_default(options["folder"])
            self.stdout.write(f"Backing the school up to {folder}")
            passphrase = Passphrase(options).text
            made = make(
                present_store(), folder, data=settings.DATA, passphrase=passphrase, at=timezone.now(),
                told=Bar(self.stdout), days=days_kept(),
            )  # fmt: skip
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        self._say(made, locked=bool(passphrase))

    def _say(self, made: Made, *, locked: bool) -> None:
        rows, size = made.manifest.rows, made.size / 1e6
        self.stdout.write(f"{made.file}")
        self.stdout.write(f"Good: {rows:,} rows restored and compared. {size:.1f} MB, {made.seconds:.0f} seconds.")
        if made.gone:
            self.stdout.write(f"Deleted in its favour: {', '.join(path.name for path in made.gone)}")
        if not locked:
            self.stdout.write(OPEN)
