from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from django.db import IntegrityError, transaction

from tests.trailstone.assignments.conftest import FRIDAY_NIGHT
from tests.trailstone.cast import MONDAY, join, person
from tests.trailstone.practising import finish_exercise, give, right, send, wrong
from trailstone.assignments import queries
from trailstone.assignments.states import State
from trailstone.content.catalogue import CATALOGUE
from trailstone.content.models import Course, Placement
from trailstone.ids import uuid7
from trailstone.practice import queries as practice
from trailstone.practice import start
from trailstone.practice.actions import restart
from trailstone.practice.errors import NotFound, Refused
from trailstone.practice.models import Attempt
from trailstone.progress.actions import mark_read
from trailstone.progress.models import LevelChange

DAY, SECOND = timedelta(days=1), timedelta(seconds=1)
GOOD, FAIR = [True] * 4, [True, True, False, False]


def finish(desk, learner, marks=GOOD, at=MONDAY):
    return finish_exercise(learner, desk.alg1, desk.skill, marks, Random(4), at=at)


def test_every_state_a_learner_can_be_in(desk, school):
    found = desk.assign(starts_at=MONDAY + DAY)
    assert set(desk.states(found, MONDAY).values()) == {"scheduled"}
    finish(desk, school.ben, at=MONDAY + 2 * DAY)
    desk.begin(school.cho, found, at=MONDAY + 2 * DAY)
    assert desk.states(found, MONDAY + 3 * DAY) == {"Ben": "done", "Cho": "in-progress", "Dina": "not-started"}
    assert desk.states(found, FRIDAY_NIGHT + DAY) == {"Ben": "done", "Cho": "missing", "Dina": "missing"}
    finish(desk, school.dina, at=FRIDAY_NIGHT + 2 * DAY)
    assert desk.states(found, FRIDAY_NIGHT + 3 * DAY) == {"Ben": "done", "Cho": "missing", "Dina": "done-late"}
    counts = desk.seen(found, FRIDAY_NIGHT + 3 * DAY).counts
    assert {state.value: count for state, count in counts.items() if count} == {
        "done": 1, "missing": 1, "done-late": 1,
    }  # fmt: skip


def test_it_is_hidden_until_it_starts(desk, school):
    found = desk.assign(starts_at=MONDAY + DAY)
    assert not desk.mine(school.ben, MONDAY + DAY - SECOND)
    with pytest.raises(NotFound):
        desk.begin(school.ben, found, at=MONDAY + DAY - SECOND)
    assert len(desk.mine(school.ben, MONDAY + DAY)) == 1
    assert desk.begin(school.ben, found, at=MONDAY + DAY)


def test_work_from_before_the_start_does_not_count(desk, school):
    finish(desk, school.ben, at=MONDAY)
    found = desk.assign(at=MONDAY + DAY)
    assert desk.states(found, MONDAY + DAY)["Ben"] == "not-started"


def test_an_attempt_that_was_open_before_the_start_counts_once_it_is_finished(desk, school):
    about = {"learner": school.ben, "course": desk.alg1, "skill": desk.skill, "at": MONDAY, "rng": Random(1)}
    attempt = start.start_exercise(**about)
    found = desk.assign(at=MONDAY + DAY)
    assert desk.begin(school.ben, found, at=MONDAY + DAY) == attempt
    give(school.ben, attempt, GOOD, at=MONDAY + DAY)
    assert desk.states(found, MONDAY + 2 * DAY)["Ben"] == "done"


def test_the_best_of_all_finished_attempts_counts(desk, school):
    found = desk.assign()
    finish(desk, school.ben, FAIR, at=MONDAY)
    best = finish(desk, school.ben, GOOD, at=MONDAY + DAY)
    finish(desk, school.ben, FAIR, at=MONDAY + 2 * DAY)
    (result,) = desk.mine(school.ben, MONDAY + 3 * DAY)[0].standing.results
    assert (result.best, result.right, result.asked, result.percent, result.tries) == (best.id, 4, 4, 100, 3)
    assert desk.states(found, MONDAY + 3 * DAY)["Ben"] == "done"


def test_a_better_attempt_after_the_due_date_counts_and_is_marked_late(desk, school):
    found = desk.assign()
    finish(desk, school.ben, FAIR, at=MONDAY)
    finish(desk, school.ben, GOOD, at=FRIDAY_NIGHT + DAY)
    line = next(line for line in desk.seen(found, FRIDAY_NIGHT + 2 * DAY).lines if line.name == "Ben")
    assert (line.state.value, line.standing.percent, line.standing.late) == ("done", 100, True)


def test_done_means_all_of_its_things_are_done(desk, school):
    article = desk.article()
    found = desk.assign(desk.exercise(), article)
    finish(desk, school.ben)
    assert desk.states(found, MONDAY + DAY)["Ben"] == "in-progress"
    mark_read(learner=school.ben, lesson_id=article.subject.removeprefix("lesson:"), at=FRIDAY_NIGHT + DAY)
    assert desk.states(found, FRIDAY_NIGHT + 2 * DAY)["Ben"] == "done-late"


def test_an_article_that_was_read_before_is_read(desk, school):
    article = desk.article()
    mark_read(learner=school.ben, lesson_id=article.subject.removeprefix("lesson:"), at=MONDAY - DAY)
    found = desk.assign(article)
    mine = desk.mine(school.ben)[0]
    assert (mine.state.value, mine.standing.done_at, mine.standing.percent) == ("done", found.starts_at, None)


def test_an_article_is_opened_and_not_begun(desk, school):
    with pytest.raises(Refused, match="Open it to read it"):
        desk.begin(school.ben, desk.assign(desk.article()))


@pytest.mark.parametrize(("after", "state"), [(-SECOND, "done"), (timedelta(0), "done"), (SECOND, "done-late")])
def test_the_due_second_is_in_time_and_the_next_is_late(desk, school, after, state):
    found = desk.assign()
    finish(desk, school.ben, at=MONDAY)
    Attempt.objects.update(finished_at=FRIDAY_NIGHT + after)
    assert desk.states(found, FRIDAY_NIGHT + DAY)["Ben"] == state


def test_a_restarted_attempt_counts_for_nothing(desk, school):
    found = desk.assign()
    finish(desk, school.ben)
    Attempt.objects.update(state="restarted", finished_at=None)
    assert desk.states(found, MONDAY + DAY)["Ben"] == "not-started"


def test_everybody_is_asked_the_same_questions_each_time(desk, school):
    found = desk.assign(desk.quiz(), same_questions=True)
    wanted = [tuple(each) for each in found.items.get().questions]

    def asked(who, seed):
        sitting = practice.sitting(who, desk.begin(who, found, seed=seed))
        return [(place.skill_id, place.version, place.seed) for place in sitting.places]

    assert asked(school.ben, 3) == asked(school.cho, 4) == wanted
    give(school.ben, desk.begin(school.ben, found), [True] * 5)
    assert asked(school.ben, 5) == wanted, "a new attempt asks the same"


def test_different_questions_unless_all_get_the_same(desk, school):
    found = desk.assign(desk.quiz())
    seeds = [
        [place.seed for place in practice.sitting(who, desk.begin(who, found, seed=seed)).places]
        for who, seed in ((school.ben, 3), (school.cho, 4))
    ]
    assert seeds[0] != seeds[1]


def test_no_bonus_question_where_all_get_the_same(desk, school):
    found = desk.assign(same_questions=True)
    sitting = give(school.ben, desk.begin(school.ben, found), [True, False, True, True])
    assert (sitting.state, sitting.bonus_offered, sitting.right) == ("finished", False, 3)
    assert LevelChange.objects.get().after == 2, "the ordinary effect on the level"


def test_only_the_same_questions_count_where_all_get_the_same(desk, school):
    found = desk.assign(same_questions=True)
    finish(desk, school.ben)
    assert desk.states(found, MONDAY + DAY)["Ben"] == "not-started"
    give(school.ben, desk.begin(school.ben, found), GOOD)
    assert desk.states(found, MONDAY + DAY)["Ben"] == "done"


def test_an_attempt_at_the_same_questions_stands_beside_ones_own(desk, school):
    found = desk.assign(same_questions=True)
    about = {"learner": school.ben, "course": desk.alg1, "skill": desk.skill, "at": MONDAY, "rng": Random(1)}
    own, given = start.start_exercise(**about), desk.begin(school.ben, found)
    assert own != given
    assert start.start_exercise(**about) == own
    assert desk.begin(school.ben, found) == given
    assert practice.sitting(school.ben, given).assignment_id == found.pk
    assert practice.sitting(school.ben, own).assignment_id is None


def test_only_one_attempt_at_the_same_questions_is_open(desk, school):
    found = desk.assign(same_questions=True)
    row = Attempt.objects.get(school_id=school.school.pk, id=desk.begin(school.ben, found))
    row.id = uuid7()
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


def test_a_dropped_attempt_leads_to_the_same_questions_again(desk, school):
    found = desk.assign(same_questions=True)
    attempt = desk.begin(school.ben, found)
    give(school.ben, attempt, [False, False])
    restart(learner=school.ben, attempt_id=attempt)
    again = practice.sitting(school.ben, desk.begin(school.ben, found))
    assert [(p.skill_id, p.version, p.seed) for p in again.places] == [
        tuple(each) for each in found.items.get().questions
    ]


def test_a_thing_that_left_the_site_is_not_waited_for(desk, school):
    found = desk.assign(desk.exercise(0), desk.exercise(1))
    finish(desk, school.ben)
    Placement.objects.filter(course_id="alg1", skill_id=desk.unit.skills[1].id).update(retired=True)
    Course.objects.filter(pk="alg1").update(version="without")
    CATALOGUE.forget()
    assert desk.states(found, MONDAY + DAY)["Ben"] == "done"
    assert [thing.gone for thing in desk.seen(found).things] == [False, True]


def test_nearest_due_first_then_the_past_latest_first(desk, school):
    for number, days in enumerate((9, 2, 5)):
        desk.assign(desk.exercise(number), title=f"in {days}", due=MONDAY + days * DAY)
    finish(desk, school.ben, at=MONDAY)
    for number in (1, 2):
        finish_exercise(school.ben, desk.alg1, desk.unit.skills[number], GOOD, Random(4), at=MONDAY)
    assert [one.title for one in desk.mine(school.ben)] == ["in 2", "in 5", "in 9"]
    later = desk.mine(school.ben, MONDAY + 6 * DAY)
    assert [(one.title, one.active) for one in later] == [("in 9", True), ("in 5", False), ("in 2", False)]


def test_what_is_missing_stays_to_do_for_four_weeks(desk, school):
    desk.assign()
    assert desk.mine(school.ben, FRIDAY_NIGHT + 27 * DAY)[0].to_do
    assert not desk.mine(school.ben, FRIDAY_NIGHT + 29 * DAY)[0].to_do


def test_what_a_finished_attempt_counted_for(desk, school):
    found = desk.assign(title="Homework")
    sitting = finish(desk, school.ben)
    told = queries.counted(school.ben, sitting.id, (sitting.activity, sitting.subject), None, MONDAY + DAY)
    assert [(one.assignment.id, one.is_best, one.result.state.value) for one in told] == [(found.pk, True, "done")]
    worse = finish(desk, school.ben, FAIR, at=MONDAY + DAY)
    told = queries.counted(school.ben, worse.id, (worse.activity, worse.subject), None, MONDAY + 2 * DAY)
    assert [one.is_best for one in told] == [False]


def test_another_learners_assignment_is_not_begun(desk, school):
    found = desk.assign(who=[school.ben])
    for who in (school.cho, school.eli):
        with pytest.raises(NotFound):
            desk.begin(who, found)


def test_a_teachers_list_costs_the_same_for_many(desk, school, django_assert_num_queries):
    desk.assign(desk.exercise(), desk.article())
    with django_assert_num_queries(6):
        queries.class_assignments(school.room, MONDAY)
    for number in range(8):
        desk.assign(desk.exercise(number % 3), desk.quiz(), title=f"No {number}")
    people = [join(school.room, person(school.school, f"Learner {number}")) for number in range(12)]
    desk.assign(title="For all")
    finish(desk, people[0])
    with django_assert_num_queries(6):
        found = queries.class_assignments(school.room, MONDAY)
    assert len(found) == 10


def test_a_learners_list_costs_the_same_for_many(desk, school, django_assert_num_queries):
    desk.assign(desk.exercise(), desk.article())
    with django_assert_num_queries(4):
        desk.mine(school.ben)
    for number in range(8):
        desk.assign(desk.exercise(number % 3), desk.quiz(), title=f"No {number}")
    with django_assert_num_queries(4):
        desk.mine(school.ben)


def test_the_first_answer_decides_in_an_assignment_too(desk, school):
    found = desk.assign(same_questions=True)
    attempt = desk.begin(school.ben, found)
    place = practice.sitting(school.ben, attempt).current
    send(school.ben, attempt, 0, wrong(place))
    send(school.ben, attempt, 0, right(place))
    sitting = give(school.ben, attempt, [True] * 3)
    assert (sitting.state, sitting.right) == ("finished", 3)


def test_the_teachers_page_names_every_state():
    page = (Path(__file__).parents[3] / "docs" / "mastery.md").read_text(encoding="utf-8")
    about = page[page.index("## Assignments") : page.index("## Why did this level change?")]
    named = [line.split("|")[1].strip() for line in about.splitlines() if line.startswith("| ")][1:]
    assert named == [state.words for state in State]
