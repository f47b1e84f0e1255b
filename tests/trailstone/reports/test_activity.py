"""The activity overview: minutes, skills and levels of some days, counted by hand here."""

from datetime import date, timedelta
from random import Random

from tests.trailstone.cast import MONDAY, TODAY, join, person, set_unit
from tests.trailstone.practising import finish_exercise, give
from trailstone.practice import start
from trailstone.reports.activity import activity, total
from trailstone.reports.learner import story
from trailstone.reports.overview import weeks
from trailstone.reports.work import minutes

WEEK_AGO = TODAY - timedelta(days=6)
SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)


def row(report, name):
    return next(one for one in report.rows if one.name == name)


def skills_of(school):
    return school.alg1.by_unit["alg1/equations"].skills


def exercise(school, learner, number, marks, at=MONDAY):
    return finish_exercise(learner, school.alg1, skills_of(school)[number], marks, Random(2), at=at)


def test_a_gap_of_five_minutes_counts_and_a_longer_one_is_a_minute():
    assert minutes([MONDAY, MONDAY + 5 * MINUTE]) == 6
    assert minutes([MONDAY, MONDAY + 5 * MINUTE + SECOND]) == 2
    assert minutes([MONDAY]) == 1
    assert minutes([]) == 0


def test_a_learner_with_nothing_done_is_a_row_of_zeros(school):
    dina = row(activity(school.room, WEEK_AGO, TODAY), "Dina")
    assert (dina.minutes, dina.exercises, dina.worked, dina.up, dina.without) == (0, 0, 0, 0, 0)
    assert (dina.counts, dina.last_active) == ((0, 0, 0, 0, 0), None)


def test_up_is_higher_at_the_end_than_at_the_start(school):
    exercise(school, school.ben, 0, [True] * 4)  # up to Proficient
    exercise(school, school.ben, 1, [False] * 4)  # up to Attempted
    ben = row(activity(school.room, WEEK_AGO, TODAY), "Ben")
    assert (ben.exercises, ben.worked, ben.up, ben.down, ben.to_proficient, ben.without) == (2, 2, 2, 0, 1, 0)
    assert ben.counts == (0, 1, 0, 1, 0)


def test_what_rose_and_fell_again_made_no_progress(school):
    before = MONDAY - timedelta(days=20)
    exercise(school, school.ben, 0, [True] * 4, at=before)
    exercise(school, school.ben, 0, [False] * 4, at=MONDAY - timedelta(days=2))  # down to Familiar
    exercise(school, school.ben, 0, [True] * 4, at=MONDAY - timedelta(days=1))  # and back to Proficient
    ben = row(activity(school.room, WEEK_AGO, TODAY), "Ben")
    assert (ben.worked, ben.up, ben.down, ben.to_proficient, ben.without) == (1, 0, 0, 0, 1)
    fell = row(activity(school.room, WEEK_AGO, TODAY - timedelta(days=2)), "Ben")
    assert (fell.down, fell.without, fell.counts) == (1, 1, (0, 0, 1, 0, 0))


def test_an_exercise_that_is_not_finished_is_worked_on_with_the_level_before(school):
    exercise(school, school.ben, 0, [True] * 4, at=MONDAY - timedelta(days=20))
    attempt = start.start_exercise(
        learner=school.ben, course=school.alg1, skill=skills_of(school)[0], at=MONDAY, rng=Random(1)
    )
    give(school.ben, attempt, [True])
    ben = row(activity(school.room, WEEK_AGO, TODAY), "Ben")
    assert (ben.exercises, ben.worked, ben.without, ben.counts) == (0, 1, 1, (0, 0, 0, 1, 0))


def test_days_are_the_schools(school):
    late = MONDAY.replace(hour=21, minute=30)  # 00:30 on Tuesday in Nairobi
    exercise(school, school.ben, 0, [True] * 4, at=late)
    assert row(activity(school.room, TODAY, TODAY), "Ben").exercises == 0
    assert row(activity(school.room, date(2027, 3, 2), date(2027, 3, 2)), "Ben").exercises == 1


def test_minutes_are_those_of_the_learners_own_page_and_of_the_overview(school):
    exercise(school, school.ben, 0, [True, False, True, True], at=MONDAY - timedelta(days=3))
    exercise(school, school.ben, 1, [True] * 4, at=MONDAY - timedelta(hours=1))
    exercise(school, school.cho, 0, [True] * 4, at=MONDAY - timedelta(hours=1))
    report = activity(school.room, WEEK_AGO, TODAY)
    assert row(report, "Ben").minutes == story(school.ben, WEEK_AGO, TODAY).minutes > 0
    assert total(report.rows).minutes == weeks([school.room], MONDAY)[school.room.pk].minutes


def test_the_report_takes_six_queries_at_most_for_3_learners_and_for_30(school, django_assert_max_num_queries):
    for number in range(27):
        set_unit(join(school.room, person(school.school, f"Learner {number:02}")), "tiny/one", 3)
    exercise(school, school.ben, 0, [True] * 4)
    exercise(school, school.eli, 0, [True] * 4)
    for room, learners in ((school.other, 1), (school.room, 30)):
        with django_assert_max_num_queries(6):
            assert len(activity(room, WEEK_AGO, TODAY).rows) == learners
