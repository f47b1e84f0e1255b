"""``trailstone verify FILE``: is this backup good?"""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from trailstone.operate.backup.asked import Passphrase, add_passphrase, present_store
from trailstone.operate.backup.checking import verify
from trailstone.operate.backup.errors import Refused
from trailstone.operate.backup.telling import Bar
from trailstone.operate.backup.workplace import one_at_a_time


class Command(BaseCommand):
    help = "Restore a backup into a scratch place and compare every row; the school is not touched."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        add_passphrase(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with one_at_a_time(settings.DATA):
                found = verify(present_store(), options["file"], Passphrase(options).text, Bar(self.stdout))
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(f"Good: made {found.made_at} by Trailstone {found.app}, {found.rows:,} rows compared.")
