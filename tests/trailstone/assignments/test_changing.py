from datetime import timedelta
from random import Random

import pytest

from tests.trailstone.assignments.conftest import FRIDAY_NIGHT
from tests.trailstone.cast import MONDAY, class_of, join, person
from trailstone.assignments import actions, moments, queries
from trailstone.assignments.models import Assignment, AssignmentChange, Share
from trailstone.assignments.moments import Dates
from trailstone.goals.models import ClassCourse
from trailstone.people import actions as people
from trailstone.people.errors import OutOfReach, Refused
from trailstone.people.models import Teaching

DAY = timedelta(days=1)
LATER = FRIDAY_NIGHT + 7 * DAY


def edit(desk, assignment, *wanted, at=MONDAY, **more):
    work = desk.work(*wanted, **more)
    return actions.edit(actor=desk.school.ada, assignment=assignment, work=work, at=at, rng=Random(2))


def said(assignment):
    return [row.sentence for row in queries.change_log(assignment)]


def test_an_edit_changes_what_it_says_and_keeps_the_learners(desk):
    found = edit(desk, desk.assign(), desk.quiz(), desk.exercise(1), title="Quiz week", due=LATER)
    seen = desk.seen(found)
    assert (seen.title, [thing.title for thing in seen.things]) == ("Quiz week", ["Quiz 1", desk.unit.skills[1].name])
    assert [line.name for line in seen.lines] == ["Ben", "Cho", "Dina"]
    assert said(found)[:2] == [
        "Changed the title and the things to do.",
        "Moved the dates: opens 1 March 2027, 12:00, due 12 March 2027, 23:59.",
    ]


def test_an_edit_that_changes_nothing_is_not_logged(desk):
    found = desk.assign()
    before = AssignmentChange.objects.count()
    edit(desk, found)
    assert AssignmentChange.objects.count() == before


def test_a_thing_that_stays_keeps_its_questions(desk):
    found = desk.assign(desk.quiz(), same_questions=True, starts_at=MONDAY + DAY)
    before = found.items.get().questions
    edit(desk, found, desk.exercise(), desk.quiz(), same_questions=True, starts_at=MONDAY + DAY)
    after = {item.kind: item.questions for item in found.items.all()}
    assert after["quiz"] == before
    assert len(after["exercise"]) == 4


def test_whether_all_get_the_same_questions_stays_once_it_has_started(desk):
    started, waiting = desk.assign(), desk.assign(desk.quiz(), starts_at=MONDAY + DAY)
    with pytest.raises(Refused, match="Copy it instead"):
        edit(desk, started, same_questions=True)
    assert edit(desk, waiting, desk.quiz(), same_questions=True).same_questions


def test_a_past_due_date_may_stay_and_is_not_set_anew(desk):
    found = desk.assign()
    edit(desk, found, title="Late, still open", at=LATER)
    with pytest.raises(Refused, match="in the past"):
        edit(desk, found, due=FRIDAY_NIGHT + DAY, at=LATER)


def test_many_dates_move_at_once_all_or_none(desk, school):
    first, second = desk.assign(), desk.assign(desk.quiz(), due=LATER)
    dates = {one.pk: moments.shifted(Dates(one.starts_at, one.due_at), 3, one.zone) for one in (first, second)}
    moved = actions.move_dates(actor=school.ada, classroom=school.room, dates=dates, at=MONDAY)
    assert {one.pk for one in moved} == {first.pk, second.pk}
    assert [desk.seen(one).due.strftime("%d.%m. %H:%M") for one in (first, second)] == ["08.03. 23:59", "15.03. 23:59"]
    assert actions.move_dates(actor=school.ada, classroom=school.room, dates=dates, at=MONDAY) == ()
    bad = {first.pk: Dates(MONDAY, LATER), second.pk: Dates(LATER, MONDAY)}
    with pytest.raises(Refused):
        actions.move_dates(actor=school.ada, classroom=school.room, dates=bad, at=MONDAY)
    assert desk.seen(first).due.strftime("%d.%m.") == "08.03."


def test_dates_of_another_class_do_not_move(desk, school):
    found = desk.assign()
    with pytest.raises(Refused, match="not there any more"):
        actions.move_dates(
            actor=school.lund, classroom=school.other, dates={found.pk: Dates(MONDAY, LATER)}, at=MONDAY
        )  # fmt: skip
    with pytest.raises(Refused, match="No assignment is chosen"):
        actions.move_dates(actor=school.ada, classroom=school.room, dates={}, at=MONDAY)


def test_archiving_hides_it_and_bringing_it_back_undoes_that(desk, school):
    found = desk.assign()
    for _ in range(2):
        actions.archive(actor=school.ada, assignment=found, at=MONDAY)
    assert not desk.mine(school.ben)
    assert queries.class_assignments(school.room, MONDAY) == ()
    assert len(queries.class_assignments(school.room, MONDAY, archived=True)) == 1
    with pytest.raises(Refused, match="Bring it back"):
        edit(desk, found)
    for _ in range(2):
        actions.bring_back(actor=school.ada, assignment=found, at=MONDAY)
    assert len(desk.mine(school.ben)) == 1
    assert said(found)[:2] == ["Brought the assignment back.", "Archived the assignment."]


def test_late_joiners_are_offered_what_is_for_the_whole_class(desk, school):
    desk.assign(desk.quiz(), who=[school.ben])
    whole = desk.assign()
    gil = join(school.room, person(school.school, "Gil"), at=MONDAY)
    offers = queries.late_joiners(school.room, MONDAY)
    assert [(offer.name, [title for _, title in offer.missing]) for offer in offers] == [("Gil", [desk.skill.name])]
    given = actions.add_late_joiners(actor=school.ada, classroom=school.room, at=MONDAY)
    assert [one.names for one in given] == [("Gil",)]
    assert desk.states(whole)["Gil"] == "not-started"
    assert len(desk.mine(gil)) == 1
    assert actions.add_late_joiners(actor=school.ada, classroom=school.room, at=MONDAY) == ()
    assert queries.late_joiners(school.room, MONDAY) == ()


def test_who_was_taken_out_is_not_offered_again(desk, school):
    found = desk.assign()
    actions.remove_learners(actor=school.ada, assignment=found, learners=[school.ben.pk], at=MONDAY)
    assert queries.late_joiners(school.room, MONDAY) == ()
    assert "Ben" not in desk.states(found)
    assert not desk.mine(school.ben)
    actions.add_learners(actor=school.ada, assignment=found, learners=[school.ben.pk], at=MONDAY)
    assert "Ben" in desk.states(found)
    assert said(found)[:2] == ["Gave it to Ben.", "Took it from Ben."]


def test_more_time_for_one_learner_alone(desk, school):
    found = desk.assign()
    for _ in range(2):
        actions.extend(actor=school.ada, assignment=found, learners=[school.ben.pk], due_at=LATER, at=MONDAY)
    assert desk.states(found, FRIDAY_NIGHT + DAY) == {"Ben": "not-started", "Cho": "missing", "Dina": "missing"}
    assert desk.mine(school.ben)[0].due.strftime("%d %B %H:%M") == "12 March 23:59"
    assert said(found)[0] == "Gave Ben until 12 March 2027, 23:59."
    actions.extend(actor=school.ada, assignment=found, learners=[school.ben.pk], due_at=None, at=MONDAY)
    assert desk.mine(school.ben)[0].due_at == FRIDAY_NIGHT
    assert said(found)[0] == "Took the longer time from Ben."


def test_more_time_is_later_than_everybodys_and_for_those_who_have_it(desk, school):
    found = desk.assign(who=[school.ben])
    extend = {"actor": school.ada, "assignment": found, "at": MONDAY}
    with pytest.raises(Refused, match="Everybody has until 5 March 2027, 23:59 already"):
        actions.extend(**extend, learners=[school.ben.pk], due_at=FRIDAY_NIGHT - DAY)
    with pytest.raises(Refused, match="does not have this assignment"):
        actions.extend(**extend, learners=[school.cho.pk], due_at=LATER)
    with pytest.raises(Refused, match="No learner is chosen"):
        actions.extend(**extend, learners=[], due_at=LATER)


def test_more_time_for_who_left_is_refused_with_words(desk, school):
    found = desk.assign()
    people.remove_learner(actor=school.ada, classroom=school.room, learner=school.ben.pk, at=MONDAY)
    with pytest.raises(Refused, match="is not in 8B"):
        actions.extend(actor=school.ada, assignment=found, learners=[school.ben.pk], due_at=LATER, at=MONDAY)


def test_many_are_archived_and_brought_back_all_or_none(desk, school):
    second = class_of(school.ada, "8C", "ABCD2345")
    ClassCourse.objects.create(classroom=second, course_id="alg1")
    join(second, person(school.school, "Fay"))
    found = [desk.assign(), desk.assign(to=[actions.To(second)])]
    people.archive_class(actor=school.ada, classroom=second, at=MONDAY)
    with pytest.raises(Refused, match="8C is archived"):
        actions.archive_all(actor=school.ada, assignments=found, at=MONDAY)
    assert not any(one.archived_at for one in Assignment.objects.all())
    people.restore_class(actor=school.ada, classroom=second)
    actions.archive_all(actor=school.ada, assignments=found, at=MONDAY)
    assert all(one.archived_at for one in Assignment.objects.all())
    actions.bring_all_back(actor=school.ada, assignments=found, at=MONDAY)
    assert not any(one.archived_at for one in Assignment.objects.all())


def test_when_everybodys_date_moves_past_a_longer_time_the_later_one_holds(desk, school):
    found = desk.assign()
    actions.extend(actor=school.ada, assignment=found, learners=[school.ben.pk], due_at=LATER, at=MONDAY)
    dates = {found.pk: Dates(MONDAY, LATER + DAY)}
    actions.move_dates(actor=school.ada, classroom=school.room, dates=dates, at=MONDAY)
    assert desk.mine(school.ben)[0].due_at == LATER + DAY


@pytest.mark.parametrize(
    ("action", "more"),
    [
        (actions.publish, {}),
        (actions.archive, {}),
        (actions.bring_back, {}),
        (actions.add_learners, {"learners": None}),
        (actions.remove_learners, {"learners": ["x"]}),
        (actions.extend, {"learners": ["x"], "due_at": LATER}),
    ],
)
def test_only_the_classs_teachers_change_it(desk, school, action, more):
    found = desk.assign()
    with pytest.raises(OutOfReach):
        action(actor=school.lund, assignment=found, at=MONDAY, **more)


def test_a_co_teacher_may_do_all_of_it(desk, school):
    Teaching.objects.create(classroom=school.room, teacher=school.lund, since=MONDAY)
    found = desk.assign(actor=school.lund)
    actions.archive(actor=school.lund, assignment=found, at=MONDAY)


def test_somebody_who_left_the_class_is_no_longer_in_the_list_and_comes_back_with_it(desk, school):
    found = desk.assign()
    people.remove_learner(actor=school.ada, classroom=school.room, learner=school.ben, at=MONDAY)
    assert "Ben" not in desk.states(found)
    assert not desk.mine(school.ben)
    assert Share.objects.filter(learner=school.ben, removed_at=None).exists()
