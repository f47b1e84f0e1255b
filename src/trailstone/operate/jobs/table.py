"""The jobs: what each is called, at which hour of the school's night it runs, and what it does."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from trailstone.operate.backup.telling import Told
from trailstone.operate.jobs.schedule import next_night
from trailstone.operate.jobs.work import backup, journal, letters, levels, retention

Work = Callable[[datetime, Told], str]  # now, whom to tell how far it is -> a sentence about what was done


@dataclass(frozen=True, slots=True)
class Plan:
    """A job: ``title`` for the owner, ``hour`` of the school's night, ``work`` that raises with a sentence.

    ``every``: how often it is run, where that is not once a night.
    """

    title: str
    hour: time
    work: Work
    every: timedelta | None = None

    def after(self, at: datetime, zone: ZoneInfo) -> datetime:
        """When it is due next after ``at``."""
        return at + self.every if self.every else next_night(at, self.hour, zone)


JOBS: Mapping[str, Plan] = {
    "backup": Plan("Back the school up", time(2, 0), backup.work),
    "levels": Plan("Compare the levels with the answers", time(2, 30), levels.work),
    "retention": Plan("Delete what is kept no longer", time(3, 0), retention.work),
    "journal": Plan("Delete old days of the answer journal", time(3, 15), journal.work),
    "letters": Plan("Send the summaries of the week", time(6, 0), letters.work, every=timedelta(hours=1)),
}
