"""Which days there is school, and how units are shared out over them."""

from datetime import date

from trailstone.goals.school_days import Free, SchoolDays, spread

EASTER = SchoolDays((Free("Easter", date(2027, 3, 26), date(2027, 4, 4)),))
MONDAY, FRIDAY, SATURDAY = date(2027, 3, 1), date(2027, 3, 5), date(2027, 3, 6)


def test_weekends_and_holidays_are_no_school_days():
    assert EASTER.count(MONDAY, date(2027, 3, 7)) == 5
    assert EASTER.count(date(2027, 3, 26), date(2027, 4, 4)) == 0
    assert EASTER.why_not(date(2027, 3, 29)) == "Easter"


def test_moving_goes_from_school_day_to_school_day():
    assert EASTER.move(FRIDAY, 1) == date(2027, 3, 8)
    assert EASTER.move(date(2027, 3, 25), 1) == date(2027, 4, 5)
    assert EASTER.move(date(2027, 4, 5), -1) == date(2027, 3, 25)
    assert EASTER.move(SATURDAY, 0) == SATURDAY


def test_apart_is_what_move_undoes():
    for by in (-12, -1, 0, 1, 4, 30):
        assert EASTER.apart(FRIDAY, EASTER.move(FRIDAY, by)) == by


def test_onwards_finds_the_next_school_day():
    assert [EASTER.onwards(day) for day in (FRIDAY, SATURDAY, date(2027, 3, 26))] == [
        FRIDAY, date(2027, 3, 8), date(2027, 4, 5),
    ]  # fmt: skip


def test_spreading_leaves_no_school_day_free_and_none_twice():
    parts = spread([3, 4, 9], MONDAY, date(2027, 4, 9), EASTER)
    assert parts[0][0] == MONDAY
    assert parts[-1][1] == date(2027, 4, 9)
    assert [EASTER.move(due, 1) for _, due in parts[:-1]] == [first for first, _ in parts[1:]]
    assert [EASTER.count(*part) for part in parts] == [4, 7, 13]


def test_too_few_days_are_not_spread():
    assert spread([1, 1, 1], FRIDAY, SATURDAY, EASTER) == ()
    assert spread([], MONDAY, FRIDAY, EASTER) == ()
