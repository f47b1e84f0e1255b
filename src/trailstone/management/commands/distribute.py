"""``trailstone distribute``: spread the tables over several machines by school (PostgreSQL with Citus)."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError

from trailstone.operate.distribute import CannotDistribute, distribute, plan


class Command(BaseCommand):
    help = "Spread the tables over several machines by school; PostgreSQL with the Citus extension. May be run again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--plan", action="store_true", help="print the statements in order, and change nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["plan"]:
            self.stdout.write("\n".join(f"{statement};" for statement in plan()))
            return
        done = 0
        try:
            for statement in distribute():
                done += 1
                self.stdout.write(f"{statement};")
        except CannotDistribute as why:
            raise CommandError(str(why)) from why
        except DatabaseError as why:
            raise CommandError(f"The database refused: {why}What was done before stays; run this again.") from why
        self.stdout.write(f"{done} tables distributed." if done else "Everything was distributed already.")
