"""The nightly backup, to the folder the owner chose."""

from datetime import datetime

from django.conf import settings
from django.template.defaultfilters import filesizeformat

from trailstone.operate.backup.asked import days_kept, folder_or_default, passphrase_in_force, present_store
from trailstone.operate.backup.making import make
from trailstone.operate.backup.telling import Told


def work(at: datetime, told: Told) -> str:
    """Make a backup and prove it. Raises Refused."""
    made = make(
        present_store(), folder_or_default(None), data=settings.DATA, passphrase=passphrase_in_force(), at=at,
        told=told, days=days_kept(),
    )  # fmt: skip
    return f"{made.file.name}: {made.manifest.rows:,} rows restored and compared, {filesizeformat(made.size)}."
