"""``trailstone add-school SCHOOL TIME_ZONE NAME USERNAME``: one more school on this site, with its owner."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from trailstone.people.actions import add_school
from trailstone.people.errors import Refused


class Command(BaseCommand):
    help = "Make one more school and its owner on this site, and print the owner's password once."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("school", help='the name of the school, for example "Lakeside School"')
        parser.add_argument("time_zone", help="for example Africa/Lagos")
        parser.add_argument("name", help="the owner, as people call them")
        parser.add_argument("username", help="what the owner signs in with")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            card = add_school(
                school_name=options["school"],
                time_zone=options["time_zone"],
                name=options["name"],
                username=options["username"],
                at=timezone.now(),
            )
        except Refused as why:
            raise CommandError(why.message) from why
        self.stdout.write(f"{card.name} owns {options['school']} and signs in as {card.username}: {card.password}")
        self.stdout.write("The password is shown this once, and is changed at the first sign-in.")
