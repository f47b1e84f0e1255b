"""Two teachers, or one with two clicks, at the same moment: real threads, real transactions, one result."""

from collections import Counter
from datetime import timedelta
from functools import partial
from random import Random

import pytest
from django.db import connection

from tests.trailstone import threads
from tests.trailstone.assignments.conftest import FRIDAY_NIGHT, Desk
from tests.trailstone.cast import FRIDAY, MONDAY, TODAY, class_of, join, person
from tests.trailstone.practising import finish_exercise, give, right, send
from trailstone.assignments import actions as assignments
from trailstone.assignments.models import Assignment, AssignmentChange, Share
from trailstone.assignments.moments import Dates
from trailstone.goals import actions as goals
from trailstone.goals.models import Aim, Goal, Holiday
from trailstone.goals.roadmap import Stage
from trailstone.people import actions as people
from trailstone.people import names
from trailstone.people.errors import Refused
from trailstone.people.importing import scope
from trailstone.people.importing.limits import PAGE
from trailstone.people.importing.reading import of_text
from trailstone.people.models import Classroom, Enrolment, Teaching, User
from trailstone.practice import errors, queries, start
from trailstone.practice.arranging import arrange
from trailstone.practice.models import Arrangement, Asked, Attempt
from trailstone.progress.corrections import pardon, set_level
from trailstone.progress.models import Correction
from trailstone.progress.replay import differences

pytestmark = pytest.mark.django_db(transaction=True)
SAID = (Refused, errors.Refused)  # with a sentence; everything else is a fault
ROUNDS = range(3)
at_once = partial(threads.at_once, said=SAID)


@pytest.fixture
def desk(school):
    Teaching.objects.create(classroom=school.room, teacher=school.lund, since=MONDAY)
    return Desk(school)


def done(replies):
    return [reply for reply in replies if not isinstance(reply, SAID)]


def test_two_devices_that_start_the_same_questions_have_one_attempt(desk, school):
    found = desk.assign(desk.quiz(), same_questions=True)
    began = at_once(*[lambda: desk.begin(school.ben, found)] * 4)
    assert len(set(began)) == 1
    (attempt,) = Attempt.objects.all()
    asked = Asked.objects.filter(attempt_id=attempt.id).order_by("position")
    assert [[one.skill_id, one.version, one.seed] for one in asked] == found.items.get().questions


def test_who_starts_while_it_is_changed_gets_whole_questions_or_a_sentence(desk, school):
    """Edited, archived, moved, taken away: in this very moment."""
    later = Dates(MONDAY + timedelta(days=1), FRIDAY_NIGHT + timedelta(days=9))
    edited = desk.work(desk.quiz(), same_questions=True, starts_at=MONDAY, title="New")
    whose = {"actor": school.ada, "at": MONDAY}
    changes = (
        lambda one: assignments.edit(**whose, assignment=one, work=edited, rng=Random(4)),
        lambda one: assignments.archive(**whose, assignment=one),
        lambda one: assignments.move_dates(**whose, classroom=school.room, dates={one.pk: later}),
        lambda one: assignments.remove_learners(**whose, assignment=one, learners=[school.ben.pk]),
    )
    for number, change in enumerate(changes * len(ROUNDS)):
        one = desk.assign(desk.quiz(), desk.exercise(), same_questions=True, title=f"Work {number}", seed=number)
        items = list(one.items.all())
        starts = [partial(desk.begin, school.ben, one, item) for item in items]
        replies = at_once(starts[0], partial(change, one), starts[1])
        assert not isinstance(replies[1], SAID)
        mine = Attempt.objects.filter(assignment_id=one.pk)
        assert {attempt.id for attempt in mine} == set(done(replies)) - {replies[1]}
        whole = {len(item.questions) for item in items}
        assert {Asked.objects.filter(attempt_id=attempt.id).count() for attempt in mine} <= whole


def test_who_works_while_it_is_changed_finishes_and_it_counts(desk, school):
    one = desk.assign(desk.exercise(), same_questions=True)
    attempt = desk.begin(school.ben, one)
    give(school.ben, attempt, [True] * 3)
    last = right(queries.sitting(school.ben, attempt).current)
    at_once(
        lambda: send(school.ben, attempt, 3, last),
        lambda: assignments.archive(actor=school.ada, assignment=one, at=MONDAY),
        lambda: people.remove_learner(actor=school.lund, classroom=school.room, learner=school.ben.pk, at=MONDAY),
    )
    assert Attempt.objects.get().state == "finished"
    assert list(differences(school.ben)) == []


def test_assigning_twice_at_once_is_one_assignment(desk, school):
    to, work = [assignments.To(school.room)], desk.work(desk.quiz(), same_questions=True)
    replies = at_once(*[
        lambda seed=seed: assignments.assign(actor=school.ada, to=to, work=work, at=MONDAY, rng=Random(seed))
        for seed in range(4)
    ])  # fmt: skip
    assert Counter(given[0].already for given in replies) == {True: 3, False: 1}
    assert Assignment.objects.count() == 1
    assert Share.objects.count() == 3


def test_two_teachers_who_share_two_classes_do_not_wait_for_each_other_for_ever(desk, school):
    second = class_of(school.ada, "8C", "ABCD2345")
    Teaching.objects.create(classroom=second, teacher=school.lund, since=MONDAY)
    goals.edit_courses(actor=school.ada, classroom=second, course_ids=["alg1"], at=MONDAY)
    join(second, person(school.school, "Fay"))
    to = [assignments.To(school.room), assignments.To(second)]
    one, other = desk.work(desk.quiz()), desk.work(desk.exercise())
    given = at_once(
        lambda: assignments.assign(actor=school.ada, to=to, work=one, at=MONDAY, rng=Random(1)),
        lambda: assignments.assign(actor=school.lund, to=to[::-1], work=other, at=MONDAY, rng=Random(1)),
    )
    keys = {found.assignment_id for each in given for found in each}
    found = list(Assignment.objects.filter(pk__in=keys))
    assert len(found) == 4
    at_once(
        lambda: assignments.archive_all(actor=school.ada, assignments=found, at=MONDAY),
        lambda: assignments.bring_all_back(actor=school.lund, assignments=found[::-1], at=MONDAY),
        lambda: people.move_learner(
            actor=school.ada, classroom=school.room, learner=school.ben.pk, to=second, at=MONDAY
        ),
    )
    assert len({one.archived_at for one in Assignment.objects.all()}) == 1, "all of them or none"


def test_late_joiners_get_it_once_whoever_gives_it(desk, school):
    one = desk.assign()
    gil = join(school.room, person(school.school, "Gil"), at=MONDAY)
    goals.place(actor=school.ada, classroom=school.room, course_id="alg1", learners=[school.ben.pk], due=FRIDAY,
                at=MONDAY)  # fmt: skip
    goal = Goal.objects.get()
    at_once(
        *[lambda: assignments.add_late_joiners(actor=school.ada, classroom=school.room, at=MONDAY)] * 2,
        lambda: assignments.add_learners(actor=school.lund, assignment=one, learners=[gil.pk], at=MONDAY),
        *[lambda: goals.add_learners(actor=school.lund, goal=goal, learners=[gil.pk], at=MONDAY)] * 2,
    )
    assert Share.objects.filter(learner=gil).count() == 1
    assert AssignmentChange.objects.filter(what="added", detail__learners=[str(gil.pk)]).count() == 1
    assert Aim.objects.filter(learner=gil).count() == 1


def test_the_year_saved_twice_at_once_is_one_goal_a_unit(desk, school):
    stages = [Stage(f"tiny/{word}", "", TODAY, FRIDAY) for word in ("one", "two")]
    replies = at_once(*[
        lambda who=who: goals.lay_out(actor=who, classroom=school.room, stages=stages, at=MONDAY)
        for who in (school.ada, school.lund, school.ada)
    ])  # fmt: skip
    assert sorted(len(one.made) for one in replies) == [0, 0, 2]
    assert Goal.objects.count() == 2
    day = {"name": "Spring", "first": FRIDAY, "last": FRIDAY, "at": MONDAY}
    at_once(*[lambda who=who: goals.add_holiday(actor=who, **day) for who in (school.ada, school.lund)])
    assert Holiday.objects.count() == 1


def test_a_correction_made_twice_at_once_is_one(desk, school):
    done_one = finish_exercise(school.ben, school.alg1, desk.skill, [True] * 4, Random(1))
    about = {"classroom": school.room, "learner_id": school.ben.pk, "reason": "On paper.", "at": MONDAY}
    for act in (
        lambda who: pardon(actor=who, attempt_id=done_one.id, **about),
        lambda who: set_level(actor=who, skill_id=desk.skill.id, level=2, **about),
    ):
        before = Correction.objects.count()
        at_once(*[partial(act, who) for who in (school.ada, school.lund, school.ada)])
        assert Correction.objects.count() == before + 1
    at_once(*[lambda who=who: arrange(actor=who, kind="no-drop", **about) for who in (school.ada, school.lund)])
    assert Arrangement.objects.count() == 1
    assert list(differences(school.ben)) == []


def test_a_level_set_while_the_learner_finishes_replays(desk, school):
    about = {
        "actor": school.ada,
        "classroom": school.room,
        "learner_id": school.ben.pk,
        "reason": "Seen.",
        "at": MONDAY,
    }
    for number in ROUNDS:
        skill = desk.unit.skills[number]
        attempt = start.start_exercise(learner=school.ben, course=school.alg1, skill=skill, at=MONDAY, rng=Random(2))
        give(school.ben, attempt, [True] * 3)
        last = right(queries.sitting(school.ben, attempt).current)
        at_once(
            partial(send, school.ben, attempt, 3, last), partial(set_level, **about, skill_id=skill.id, level=1),
            partial(goals.place, actor=school.lund, classroom=school.room, course_id="alg1", learners=None, due=FRIDAY,
                    at=MONDAY),
        )  # fmt: skip
        assert list(differences(school.ben)) == []


def test_a_list_added_twice_at_once_adds_nobody_twice(desk, school):
    about = {"actor": school.ada, "classroom": school.room, "at": MONDAY, "pasted": "Ina Berg\nOle Dahl"}
    at_once(*[lambda: people.add_learners(**about)] * 3)
    assert Counter(school.room.learners.values_list("name", flat=True))["Ina Berg"] == 1
    seen = names.fingerprint(school.room)
    at_once(*[lambda: people.add_learners(**about, same_names=True, seen=seen)] * 3)
    assert Counter(school.room.learners.values_list("name", flat=True))["Ina Berg"] == 2


def test_an_import_twice_at_once_adds_nobody_twice(desk, school):
    given = of_text(b"name\nIna Berg\nOle Dahl\n", PAGE)
    about = {"wanted": given, "whole": False, "at": MONDAY}
    at_once(*[
        lambda who=who: people.import_roster(scope=scope.of_teacher(who, school.room), **about)
        for who in (school.ada, school.lund)
    ])  # fmt: skip
    assert Counter(User.objects.values_list("name", flat=True))["Ina Berg"] == 1


@pytest.mark.skipif(connection.vendor != "postgresql", reason="on SQLite whoever writes waits in a line")
def test_an_import_that_meets_somebody_who_joins_is_refused_whole(desk, school):
    fay = person(school.school, "Fay")
    given = of_text(b"name,username\nIna Berg,\nFay,fay\n", PAGE)
    room, joined = school.room, []

    def in_the_middle(execute, sql, params, many, context):
        if sql.startswith('INSERT INTO "people_enrolment"') and not joined:
            joined.append(1)
            at_once(lambda: people.join_by_code(learner=fay, code=room.code, at=MONDAY))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(in_the_middle), pytest.raises(Refused, match="The class changed"):
        people.import_roster(scope=scope.of_teacher(school.ada, room), wanted=given, whole=False, at=MONDAY)
    assert joined
    assert not User.objects.filter(name="Ina Berg").exists()
    assert Enrolment.objects.filter(learner=fay).count() == 1


def test_who_joins_while_the_class_is_deleted_is_told(desk, school):
    for number in ROUNDS:
        room = class_of(school.ada, f"Short {number}", f"ABCD999{number}")
        newcomers = [person(school.school, f"Newcomer {number} {each}") for each in range(3)]
        replies = at_once(
            partial(people.delete_class, actor=school.ada, classroom=room, typed=room.name, at=MONDAY),
            *[partial(people.join_by_code, learner=who, code=room.code, at=MONDAY) for who in newcomers],
        )
        assert replies[0] is None
        assert not Classroom.objects.filter(pk=room.pk).exists()
        assert not Enrolment.objects.filter(classroom_id=room.pk).exists()


def test_two_teachers_who_put_each_other_out_leave_one(desk, school):
    about = {"classroom": school.room, "at": MONDAY}
    at_once(
        lambda: people.remove_co_teacher(actor=school.ada, teacher=school.lund.pk, **about),
        lambda: people.remove_co_teacher(actor=school.lund, teacher=school.ada.pk, **about),
    )
    assert Teaching.objects.filter(classroom=school.room).count() == 1


def test_a_class_opened_or_copied_twice_at_once_is_one(desk, school):
    replies = at_once(*[lambda: people.open_class(actor=school.ada, name="7Z", at=MONDAY)] * 3)
    assert len(done(replies)) == 1
    about = {"actor": school.ada, "classroom": school.room, "name": "9B", "goals": True, "learners": True, "at": MONDAY}
    assert len(done(at_once(*[lambda: goals.copy_class(**about)] * 3))) == 1
