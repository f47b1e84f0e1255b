"""What the owner has to hear on every page: a backup that failed or is missing, a journal that is not written."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from trailstone.operate.backup import status
from trailstone.operate.journal import state

TOO_OLD: Final = timedelta(hours=48)
JOURNAL_AFTER: Final = timedelta(minutes=10)  # a stick may be changed without a red line
FAILED = "The last backup did not work: {} Put that right, then press Back up now."
OLD = "The last good backup is {} old. Leave this computer on at night, or press Back up now."
AHEAD = (
    "The last good backup has the date {}, which this computer's clock has not reached: the clock was wrong then, or "
    "is now. Put it right, then press Back up now."
)
NEVER = "There is no backup of the school yet. Choose a folder on another disk, then press Back up now."


def trouble(data: Path, now: datetime) -> str:
    """A sentence that says what is wrong and what to do; empty when all is well. Reads two small files."""
    known = status.read(data)
    if known.failed_why:
        return FAILED.format(known.failed_why)
    if -_past(known.made_at, now) > TOO_OLD:
        return AHEAD.format(f"{datetime.fromisoformat(known.made_at):%d %B %Y}")
    if _past(known.made_at or known.waiting_since, now) > TOO_OLD:
        return OLD.format(span(_past(known.made_at, now))) if known.made_at else NEVER
    journal = state.read(data)
    return journal.failed_why if _past(journal.failed_at, now) > JOURNAL_AFTER else ""


def _past(at: str, now: datetime) -> timedelta:
    return now - datetime.fromisoformat(at) if at else timedelta()


def span(time: timedelta) -> str:
    """A length of time in words, rounded down: "5 minutes", "3 hours", "2 days"."""
    for unit, seconds in (("day", 86_400), ("hour", 3600), ("minute", 60)):
        many = int(time.total_seconds() // seconds)
        if many and (unit != "day" or many > 1):
            return f"{many} {unit}{'s' if many > 1 else ''}"
    return "less than a minute"
