"""Old days of the answer journal go: the backups hold their answers."""

from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings

from trailstone.operate.backup.telling import Told
from trailstone.operate.journal import days

KEPT = timedelta(days=30)


def work(at: datetime, told: Told) -> str:
    """Delete the files of days that ended more than 30 days ago."""
    if not settings.JOURNAL:
        return "No journal is kept (the setting TRAILSTONE_JOURNAL)."
    gone = [file for day, file in days.files(Path(settings.JOURNAL)) if day < (at - KEPT).date()]
    for file in gone:
        file.unlink()
    return f"{len(gone)} old days deleted."
