"""Who is stuck on what: on Attempted, or with the last three answers wrong."""

from datetime import timedelta
from random import Random

from tests.trailstone.cast import MONDAY, join, person, set_unit
from tests.trailstone.practising import finish_exercise, give, send, wrong
from trailstone.practice import queries, start
from trailstone.reports.opportunities import opportunities


def exercise(school, learner, number, marks, at=MONDAY):
    skill = school.alg1.by_unit["alg1/equations"].skills[number]
    return finish_exercise(learner, school.alg1, skill, marks, Random(2), at=at)


def shown(found):
    return [(row.skill.name, [one.name for one in row.who]) for row in found]


def test_who_is_on_attempted_is_stuck_and_most_learners_come_first(school):
    set_unit(school.ben, "tiny/one", 1, 1, 3)
    set_unit(school.cho, "tiny/one", 2, 1, 1)
    set_unit(school.eli, "tiny/one", 1, 1, 1)  # of another class
    assert shown(opportunities(school.room, school.tiny)) == [
        ("Skill one 2", ["Ben", "Cho"]), ("Skill one 1", ["Ben"]), ("Skill one 3", ["Cho"]),
    ]  # fmt: skip


def test_three_wrong_in_a_row_are_stuck_whatever_the_level(school):
    exercise(school, school.ben, 0, [True] * 4, at=MONDAY - timedelta(days=3))
    attempt = start.start_exercise(
        learner=school.ben, course=school.alg1, skill=school.alg1.by_unit["alg1/equations"].skills[0],
        at=MONDAY, rng=Random(1),
    )  # fmt: skip
    give(school.ben, attempt, [False, False])
    assert shown(opportunities(school.room, school.alg1)) == []
    place = queries.sitting(school.ben, attempt).current
    send(school.ben, attempt, place.position, wrong(place), at=MONDAY + timedelta(minutes=5))
    (row,) = opportunities(school.room, school.alg1)
    assert (row.stuck, row.attempted, row.in_a_row, row.who[0].level.words) == (1, 0, 1, "Proficient")


def test_a_right_answer_later_ends_the_row(school):
    exercise(school, school.ben, 0, [False, False, False, True])
    (row,) = opportunities(school.room, school.alg1)  # Attempted, though the last answer was right
    assert (row.attempted, row.in_a_row) == (1, 0)


def test_only_those_asked_for_are_counted(school):
    set_unit(school.ben, "tiny/one", 1, 0, 0)
    set_unit(school.cho, "tiny/one", 1, 0, 0)
    (row,) = opportunities(school.room, school.tiny, [school.cho.pk])
    assert [one.name for one in row.who] == ["Cho"]


def test_the_report_takes_three_queries_for_3_learners_and_for_30(school, django_assert_num_queries):
    exercise(school, school.ben, 0, [False] * 4)
    for number in range(27):
        set_unit(join(school.room, person(school.school, f"Learner {number:02}")), "tiny/one", 1, 1, 1)
    for room, stuck in ((school.other, 0), (school.room, 27)):
        with django_assert_num_queries(3):
            assert max((row.stuck for row in opportunities(room, school.tiny)), default=0) == stuck
