"""``trailstone check``: Django's checks, and before them the settings in force."""

import os
import sqlite3
from typing import Any

from django.core.management.commands import check
from django.db import connection

from trailstone.operate.in_force import in_force, remarks


class Command(check.Command):
    help = "Print the settings in force (secrets masked) and check the site for problems."

    def handle(self, *app_labels: Any, **options: Any) -> None:
        for setting in in_force(os.environ):
            self.stdout.write(f"  {setting.name:<18} {setting.value}   ({setting.source})")
        if connection.vendor == "sqlite":
            self.stdout.write(f"  {'SQLite':<18} {sqlite3.sqlite_version}")
        for remark in remarks():
            self.stderr.write(self.style.WARNING(remark))
        super().handle(*app_labels, **options)
