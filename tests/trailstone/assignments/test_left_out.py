"""One thing of an assignment is left out for some: what they see, when they are done, and what reports say."""

from datetime import timedelta
from random import Random

import pytest

from tests.trailstone.assignments.conftest import FRIDAY_NIGHT
from tests.trailstone.cast import MONDAY
from tests.trailstone.practising import finish_exercise
from trailstone.assignments import actions, queries
from trailstone.assignments.models import Assignment, Share
from trailstone.people.errors import OutOfReach, Refused
from trailstone.practice.errors import NotFound
from trailstone.reports.assignment import assignment_report

LATER = MONDAY + timedelta(days=1)


@pytest.fixture
def both(desk, school):
    """Two exercises for 8B; Ben is left out of the first."""
    return give(desk, school, {desk.exercise(0): [school.ben.pk]})


def give(desk, school, without, learners=None, **more):
    to = [actions.To(school.room, learners, without)]
    return desk.assign(desk.exercise(0), desk.exercise(1), to=to, **more)


def practise(desk, person, number, marks=(True,) * 4):
    finish_exercise(person, desk.alg1, desk.unit.skills[number], marks, Random(2), at=LATER)


def test_who_is_left_out_of_a_thing_sees_the_rest_and_is_done_with_it(desk, school, both):
    (mine,) = desk.mine(school.ben)
    assert [named.title for named, _ in mine.things] == [desk.unit.skills[1].name]
    assert mine.title == desk.unit.skills[1].name
    assert [named.title for named in mine.standing.left_out] == [desk.unit.skills[0].name]
    practise(desk, school.ben, 1)
    practise(desk, school.cho, 1)
    assert desk.states(both, LATER) == {"Ben": "done", "Cho": "in-progress", "Dina": "not-started"}


def test_work_on_what_was_left_out_counts_for_nothing_and_does_not_begin(desk, school, both):
    practise(desk, school.ben, 0)
    assert desk.states(both, LATER)["Ben"] == "not-started"
    with pytest.raises(NotFound):
        desk.begin(school.ben, both)


def test_the_assignment_stays_one_for_the_whole_class(both):
    assert both.for_all
    assert both.shares.filter(removed_at=None).count() == 3


def test_who_would_have_nothing_left_does_not_get_it(desk, school):
    nothing = {desk.exercise(number): [school.ben.pk] for number in (0, 1)}
    one = give(desk, school, nothing)
    assert sorted(desk.states(one)) == ["Cho", "Dina"]
    assert not one.for_all  # or Ben would be offered as one who joined late
    assert queries.late_joiners(school.room, MONDAY) == ()


def test_somebody_must_be_left(desk, school):
    everybody = [school.ben.pk, school.cho.pk]
    with pytest.raises(Refused, match="Nobody of 8B would be left"):
        give(desk, school, {desk.exercise(number): everybody for number in (0, 1)}, everybody)
    assert not Assignment.objects.exists()


def test_a_draft_keeps_who_is_left_out_until_it_is_given(desk, school):
    draft = give(desk, school, {desk.exercise(0): [school.ben.pk]}, draft=True)
    actions.publish(actor=school.ada, assignment=draft, at=MONDAY)
    assert len(desk.mine(school.ben)[0].things) == 1
    assert len(desk.mine(school.cho)[0].things) == 2


def test_the_second_click_leaves_everything_as_it_is(desk, school, both):
    assert give(desk, school, {desk.exercise(0): [school.ben.pk]}) == both
    assert Share.objects.get(assignment=both, learner=school.ben).without == [desk.exercise(0).mark]


def test_what_was_left_out_can_be_given_after_all(desk, school, both):
    actions.put_in(actor=school.ada, assignment=both, learners=[school.ben.pk], at=LATER)
    assert len(desk.mine(school.ben)[0].things) == 2
    said = [row.sentence for row in queries.change_log(both)]
    assert said[:2] == ["Gave Ben all of it.", f"Left Ben out of “{desk.unit.skills[0].name}”."]
    actions.put_in(actor=school.ada, assignment=both, learners=[school.ben.pk], at=LATER)
    assert len(queries.change_log(both)) == len(said)


def test_only_teachers_of_the_class_put_somebody_in(school, both):
    with pytest.raises(OutOfReach):
        actions.put_in(actor=school.lund, assignment=both, learners=[school.ben.pk], at=LATER)
    with pytest.raises(Refused):
        actions.put_in(actor=school.ada, assignment=both, learners=[school.eli.pk], at=LATER)


def test_it_is_no_conflict_that_somebody_was_given_what_they_were_left_out_of(desk, school, both):
    (found,) = queries.conflicts(school.room, [desk.exercise(0)], None, MONDAY)
    assert found.names == ("Cho", "Dina")


def test_the_report_has_the_questions_of_the_things_each_did(desk, school, both):
    practise(desk, school.ben, 1, (True, True, False, True))
    practise(desk, school.cho, 0)
    report = assignment_report(school.room, both.pk, LATER)
    titles = {cell.name: cell.thing.title for cell in report.cells}
    assert titles == {"Ben": desk.unit.skills[1].name, "Cho": desk.unit.skills[0].name}
    (ben, *_) = report.lines
    assert (ben.score, [each.title for each in ben.standing.left_out]) == (75, [desk.unit.skills[0].name])


def test_a_thing_added_later_is_for_everybody(desk, school, both):
    more = desk.work(desk.exercise(0), desk.exercise(1), desk.exercise(2), due=FRIDAY_NIGHT)
    actions.edit(actor=school.ada, assignment=both, work=more, at=LATER, rng=Random(1))
    assert len(desk.mine(school.ben, LATER)[0].things) == 2
