"""``trailstone restore FILE``: a backup in the place of the school; ``trailstone restore --back`` undoes it."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connections
from django.utils import timezone

from trailstone.content.catalogue import CATALOGUE
from trailstone.operate import upgrading
from trailstone.operate.backup.asked import Passphrase, add_passphrase, present_store
from trailstone.operate.backup.errors import Refused
from trailstone.operate.backup.restoring import back, restore
from trailstone.operate.backup.telling import Bar
from trailstone.practice.log import TOGETHER


class Command(BaseCommand):
    help = "Put a backup in the place of the school (the present one is kept), or take the last restore back."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("file", nargs="?", type=Path)
        what.add_argument("--back", action="store_true", help="bring back what the last restore set aside")
        what.add_argument("--pre-upgrade", action="store_true", help="the school as it was before the last update")
        add_passphrase(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        connections.close_all()  # nobody may use the school that is exchanged, and we neither
        TOGETHER.rest()
        try:
            if options["back"]:
                self._back()
            elif options["pre_upgrade"]:
                self._before_upgrade()
            else:
                self._restore(options["file"], Passphrase(options).text)
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        CATALOGUE.forget()

    def _back(self) -> None:
        kept = back(present_store(), data=settings.DATA, port=settings.PORT, at=timezone.now())
        self.stdout.write(f"The school is as it was before the restore. What was restored is kept: {kept}")

    def _before_upgrade(self) -> None:
        """Not brought up to date, so that the version before this one can go on with it."""
        found, kept = restore(
            present_store(), upgrading.newest(settings.DATA), data=settings.DATA, port=settings.PORT, passphrase="",
            at=timezone.now(), told=Bar(self.stdout), as_it_was=True,
        )  # fmt: skip
        upgrading.forget(settings.DATA)
        self.stdout.write(f"The school is as it was before the update, on {found.made_at}: {found.rows:,} rows.")
        self.stdout.write(f"Start the version you had. What was here before is kept: {kept}")

    def _restore(self, file: Path, passphrase: str) -> None:
        found, kept = restore(
            present_store(), file, data=settings.DATA, port=settings.PORT, passphrase=passphrase, at=timezone.now(),
            told=Bar(self.stdout),
        )  # fmt: skip
        self.stdout.write(f"The school is as it was on {found.made_at}: {found.rows:,} rows.")
        self.stdout.write(f"What was here before is kept: {kept}. To have it back: trailstone restore --back")
        self._compare_levels()

    def _compare_levels(self) -> None:
        """Said, never a reason to undo: levels can be computed anew from the answers, and those are all there."""
        CATALOGUE.forget()
        try:
            call_command("rebuild-progress", check=True, stdout=self.stdout, stderr=self.stderr)
        except CommandError as different:
            self.stderr.write(self.style.WARNING(str(different)))
