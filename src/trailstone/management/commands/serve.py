"""``trailstone serve``: the site of a school, from this computer."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from trailstone.operate.errors import CannotStart
from trailstone.operate.serving import EVERYWHERE, prepare, refuse_taken, serve
from trailstone.people.queries import is_set_up

FIRST = "Open it now: the first visit makes the owner's account."


class Command(BaseCommand):
    help = "Bring the database and the courses up to date and serve the site."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            refuse_taken(EVERYWHERE, settings.PORT)  # before anything is changed
            prepare()
            serve(settings.PORT, welcome="" if is_set_up() else FIRST)
        except CannotStart as error:
            raise CommandError(str(error)) from error
