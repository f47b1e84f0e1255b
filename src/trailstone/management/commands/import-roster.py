"""``trailstone import-roster FILE... [--dry-run] [--whole] [--yes]``: a school's roster from a list or OneRoster."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from trailstone.people import calendar
from trailstone.people.actions import import_roster
from trailstone.people.errors import Refused
from trailstone.people.importing.limits import COMMAND
from trailstone.people.importing.plan import Kind, Plan, plan
from trailstone.people.importing.reading import wanted_of
from trailstone.people.importing.scope import Scope, of_school
from trailstone.people.importing.wanted import Wanted
from trailstone.people.models import DEFAULT_SCHOOL, Role, School, User

SHOWN = 40


class Command(BaseCommand):
    help = "Import the roster of a school from a list (CSV) or a OneRoster export; all of it, or nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, help="a list, a .zip, or the files of an export")
        parser.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")
        parser.add_argument("--whole", action="store_true", help="take out of its classes who is not in the file")
        parser.add_argument("--yes", action="store_true", help="also when more than a tenth would be taken out")
        parser.add_argument("--school", type=int, default=DEFAULT_SCHOOL, help="its number, where there are several")

    def handle(self, *args: Any, **options: Any) -> None:
        scope, at = _scope(options["school"]), timezone.now()
        try:
            files = {path.name: path.read_bytes() for path in options["files"]}
            wanted = wanted_of(files, COMMAND, school=scope.school, today=calendar.today(scope.school, at))
        except (Refused, OSError) as why:
            raise CommandError(str(why)) from why
        self._say(plan(wanted, scope, whole=options["whole"]))
        if not options["dry_run"]:
            self._import(scope, wanted, options, at)

    def _import(self, scope: Scope, wanted: Wanted, options: dict[str, Any], at: Any) -> None:
        try:
            done = import_roster(scope=scope, wanted=wanted, whole=options["whole"], sure=options["yes"], at=at)
        except Refused as why:
            raise CommandError(
                f"{why.message} (--yes says that it is right.)" if "removed" in why.message else why.message
            ) from why
        self.stdout.write(
            f"Imported. {len(done.new)} new learners get their login cards from the lists of their classes."
        )

    def _say(self, found: Plan) -> None:
        for fault in found.faults[:SHOWN]:
            self.stderr.write(f"{fault.part + ', ' if fault.part else ''}row {fault.row}: {fault.text}")
        for note in found.notes:
            self.stdout.write(note)
        for change in [each for each in found.changes if each.kind != Kind.UNCHANGED][:SHOWN]:
            self.stdout.write(f"{change.kind.value:10} {change.username:24} {change.section}")
        counts = ", ".join(f"{found.count(kind)} {kind.value}" for kind in Kind)
        self.stdout.write(f"{len(found.rooms.fresh)} new classes; learners: {counts}")
        if found.faults:
            raise CommandError(f"{len(found.faults)} rows cannot be imported, so nothing is.")


def _scope(school: int) -> Scope:
    owners = User.objects.filter(school=school, role=Role.OWNER, is_active=True).select_related("school")
    owner = owners.order_by("created_at", "pk").first()
    if owner is None:
        known = ", ".join(f"{each.pk} {each.name}" for each in School.objects.order_by("pk"))
        raise CommandError(f"There is no school {school} with an owner. There are: {known or 'none yet'}.")
    return of_school(owner)
