"""What the owner hears on every page while the backups are not as they should be."""

from datetime import UTC, datetime, timedelta

import pytest

from trailstone.operate.backup import status
from trailstone.operate.backup.status import Status
from trailstone.operate.trouble import trouble

NIGHT = datetime(2027, 3, 5, 2, 0, tzinfo=UTC)


@pytest.fixture
def said(tmp_path):
    """``said(after)``: the sentence when the last good backup was made on ``NIGHT`` and this much time has passed."""
    status.succeeded(tmp_path, Status(file="some", made_at=NIGHT.isoformat()))
    return lambda after: trouble(tmp_path, NIGHT + after)


@pytest.mark.parametrize("after", [timedelta(0), timedelta(hours=47), timedelta(hours=-1), timedelta(hours=-47)])
def test_a_backup_of_these_days_is_no_trouble_also_when_the_clock_was_put_back_a_little(said, after):
    assert said(after) == ""


def test_a_backup_older_than_two_days_is_told_with_its_age(said):
    assert said(timedelta(days=9)).startswith("The last good backup is 9 days old.")


def test_a_backup_dated_by_a_clock_that_was_a_year_ahead_is_not_taken_for_a_young_one(said):
    assert said(timedelta(days=-365)).startswith("The last good backup has the date 05 March 2027")
