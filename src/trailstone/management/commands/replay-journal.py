"""``trailstone replay-journal FOLDER``: answers that are newer than the backup, from the journal into the school."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from trailstone.content.catalogue import CATALOGUE
from trailstone.operate.backup.errors import Refused
from trailstone.operate.backup.telling import Bar
from trailstone.operate.errors import CannotStart
from trailstone.operate.journal.days import files
from trailstone.operate.journal.replay import Missing, bring_back, missing
from trailstone.operate.refusals import EVERYWHERE, refuse_taken

DRY = "Nothing was written. To bring them back: trailstone replay-journal {} --write"
NOBODYS = "{} answers belong to learners or attempts that are not in this school; they are left out."


class Command(BaseCommand):
    help = "Say what the journal has and the school lacks; with --write, bring it back. May be repeated."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument("--write", action="store_true", help="bring it back; without, nothing is written")

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["folder"]
        if not files(folder):
            raise CommandError(f"There is no journal in {folder} (files named journal-2027-03-05.jsonl).")
        try:
            refuse_taken(EVERYWHERE, settings.PORT)
            found = missing(folder)
        except (Refused, CannotStart) as why:
            raise CommandError(str(why)) from why
        self._say(found)
        if options["write"]:
            self._write(found)
        elif found.any:
            self.stdout.write(DRY.format(folder))

    def _say(self, found: Missing) -> None:
        self.stdout.write(
            f"Missing here: {len(found.answers)} answers and other steps, {len(found.attempts)} attempts, "
            f"{len(found.finished)} of them or of earlier ones finished. {found.known} steps are here already."
        )
        if found.corrections or found.arranged or found.ended:
            self.stdout.write(
                f"And by teachers: {len(found.corrections)} corrections, {len(found.arranged)} arrangements made and "
                f"{len(found.ended)} ended (without their reasons)."
            )
        if found.nobodys:
            self.stdout.write(NOBODYS.format(found.nobodys))

    def _write(self, found: Missing) -> None:
        CATALOGUE.forget()
        wrong = bring_back(found, Bar(self.stdout))
        for sentence in wrong:
            self.stderr.write(self.style.WARNING(sentence))
        if wrong:
            raise CommandError("The answers are back, some levels differ: run 'trailstone rebuild-progress'.")
        self.stdout.write(f"{len(found.answers)} answers and other steps are back, and the levels agree with them.")
