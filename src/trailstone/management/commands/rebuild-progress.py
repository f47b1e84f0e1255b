"""``trailstone rebuild-progress``: compute every level anew from the answers, and say what was different."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from trailstone.people.models import User
from trailstone.progress.replay import differences, rebuild


class Command(BaseCommand):
    help = "Compute stored levels anew from the log of answers; with --check only compare."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="change nothing; fail when something differs")

    def handle(self, *args: Any, **options: Any) -> None:
        found = 0
        people = User.objects.filter(role="learner").select_related("school").order_by("pk")
        for learner in people.iterator():
            for difference in differences(learner) if options["check"] else rebuild(learner):
                found += 1
                self.stderr.write(f"{difference.learner_id}: {difference.what} differed from the log.")
        if found and options["check"]:
            raise CommandError(f"{found} differences. Run 'trailstone rebuild-progress' to mend them.")
        self.stdout.write(f"{people.count()} learners compared with the log, {found} differences.")
