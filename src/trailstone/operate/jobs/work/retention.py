"""What is kept no longer: ended sessions, removed notes, and copies of the school from before a restore or update."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.contrib.sessions.models import Session

from trailstone.operate import upgrading
from trailstone.operate.backup import restoring, rotation
from trailstone.operate.backup.asked import days_kept, present_store
from trailstone.operate.backup.telling import Told
from trailstone.people.actions import forget_notes


def work(at: datetime, told: Told) -> str:
    """Delete it. Raises Refused when the setting of days is wrong or a database cannot be dropped."""
    sessions, _ = Session.objects.filter(expire_date__lt=at).delete()
    notes = forget_notes(at=at)
    oldest = at - timedelta(days=days_kept())
    aside = [folder for folder, when in restoring.set_aside(settings.DATA) if when < oldest]
    for folder in aside:
        present_store().forget(folder)
    before = _old_backups(settings.DATA / upgrading.FOLDER, oldest)
    for path in before:
        path.unlink()
    copies = len(aside) + len(before)
    return f"{sessions} ended sessions, {notes} removed notes and {copies} old copies of the school deleted."


def _old_backups(folder: Path, oldest: datetime) -> list[Path]:
    found = sorted(folder.glob("trailstone-*")) if folder.is_dir() else []
    return [path for path in found if (rotation.made_at(path) or datetime.max.replace(tzinfo=UTC)) < oldest]
