from datetime import UTC, datetime, timedelta

import pytest

from trailstone.operate.backup.rotation import kept, made_at, name_of, rotate

NIGHT = datetime(2027, 3, 5, 2, 0, tzinfo=UTC)  # a Friday


def nights(count):
    return [NIGHT - timedelta(days=n) for n in range(count)]


@pytest.mark.parametrize(
    ("present", "staying"),
    [
        (nights(0), []),
        (nights(1), ["03-05"]),
        (nights(7), ["03-05", "03-04", "03-03", "03-02", "03-01", "02-28", "02-27"]),
        # the eighth night ends neither a week nor a month, so it goes
        (nights(8), ["03-05", "03-04", "03-03", "03-02", "03-01", "02-28", "02-27"]),
        # four weeks: the Sundays 02-28, 02-21, 02-14 beside the week that runs; 01-31 ends January
        (
            nights(40),
            ["03-05", "03-04", "03-03", "03-02", "03-01", "02-28", "02-27", "02-21", "02-14", "01-31"],
        ),
        # twice on one day: the later one stays
        ([NIGHT, NIGHT + timedelta(hours=9)], ["03-05"]),
        # a summer without backups: what there was before it stays
        ([NIGHT - timedelta(days=n) for n in (100, 101, 102)], ["11-25", "11-24", "11-23"]),
    ],
)
def test_seven_days_four_weeks_and_the_months_stay(present, staying):
    assert [f"{at:%m-%d}" for at in sorted(kept(present), reverse=True)] == staying


def test_of_five_years_every_night_nothing_is_older_than_ninety_days():
    staying = kept(nights(5 * 365))
    assert min(staying) == datetime(2026, 12, 31, 2, 0, tzinfo=UTC)  # November's last night would be 95 days old
    assert len(staying) == 7 + 2 + 2  # two of the weeks and two of the months end within the seven days


def test_a_school_that_may_keep_them_longer_keeps_twelve_months():
    staying = kept(nights(5 * 365), days=400)
    assert min(staying) == datetime(2026, 4, 30, 2, 0, tzinfo=UTC)
    assert len(staying) == 7 + 2 + 10


def test_the_newest_stays_however_old_it_is_and_the_old_go_with_the_next():
    old = [NIGHT - timedelta(days=n) for n in (200, 201)]
    assert kept(old) == set(old)
    assert kept([NIGHT, *old]) == {NIGHT}


def test_of_two_on_one_day_the_later_one_stays():
    later = NIGHT + timedelta(hours=9)
    assert kept([NIGHT, later]) == {later}


def test_adding_a_night_to_what_stayed_keeps_what_a_full_history_would_keep():
    folder = set()
    for night in reversed(nights(500)):
        folder = kept({*folder, night})
    assert folder == kept(nights(500))


@pytest.mark.parametrize("locked", [True, False])
def test_a_name_says_when_it_was_made(tmp_path, locked):
    assert made_at(tmp_path / name_of(NIGHT, locked=locked)) == NIGHT


def test_only_backups_are_ever_deleted(tmp_path):
    ours = [tmp_path / name_of(night, locked=n % 2 == 0) for n, night in enumerate(nights(30))]
    others = [
        tmp_path / name for name in ("thesis.odt", "trailstone-2020-13-45-999999.tar.gz", "trailstone-2020.tar.gz")
    ]
    for path in (*ours, *others):
        path.touch()
    gone = rotate(tmp_path, NIGHT)
    assert set(gone) < set(ours)
    assert {path for path in (*ours, *others) if path.exists()} == {*ours, *others} - set(gone)
    assert all(path.exists() for path in others)


@pytest.mark.parametrize("wrong", [timedelta(days=365), timedelta(days=-365), timedelta(hours=1), timedelta(hours=-1)])
def test_a_clock_that_was_wrong_for_a_night_costs_no_backup_made_before_or_after(tmp_path, wrong):
    """The night of the wrong clock, the three before it, and the three after it when the clock is right again."""
    before, after = [NIGHT - timedelta(days=n) for n in (3, 2, 1)], [NIGHT + timedelta(days=n) for n in (1, 2, 3)]
    for at in [*before, NIGHT + wrong, *after]:
        made = tmp_path / name_of(at, locked=False)
        made.touch()
        rotate(tmp_path, at)
        assert made.exists(), "the backup that was just made is gone"
    there = {made_at(path) for path in tmp_path.iterdir()}
    assert there >= set(after)
    assert wrong > timedelta(days=90) or there >= set(before)  # far ahead, what is old goes as after a long pause
