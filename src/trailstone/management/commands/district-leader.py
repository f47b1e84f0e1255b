"""``trailstone district-leader NAME USERNAME``: an account that reads the totals of all schools."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from trailstone.people.actions import add_district_leader
from trailstone.people.errors import Refused


class Command(BaseCommand):
    help = "Make an account that reads the totals of all schools, and print its password once."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", help='as people call them, for example "Dr Reach"')
        parser.add_argument("username", help="what they sign in with")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            card = add_district_leader(name=options["name"], username=options["username"], at=timezone.now())
        except Refused as why:
            raise CommandError(why.message) from why
        self.stdout.write(f"{card.name} signs in as {card.username} with the password {card.password}")
        self.stdout.write("It is shown this once, and is changed at the first sign-in.")
