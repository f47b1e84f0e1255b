"""``trailstone load_courses``: bring the built-in courses in the database up to date."""

from typing import Any

from django.core.management.base import BaseCommand

from trailstone.content.actions import load_courses


class Command(BaseCommand):
    help = "Load the built-in courses; may be run at any time, learners' work stays."

    def handle(self, *args: Any, **options: Any) -> None:
        for loaded in load_courses():
            what = "updated" if loaded.changed else "as it was"
            self.stdout.write(f"{loaded.course_id}: {loaded.skills} skills, {what}.")
