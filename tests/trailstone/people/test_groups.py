"""Groups within a class."""

import pytest

from tests.trailstone.cast import MONDAY, join, person
from trailstone.people import actions, queries
from trailstone.people.errors import OutOfReach, Refused


def groups(room):
    return [(row.name, row.names) for row in queries.groups_of(room)]


@pytest.fixture
def about(school):
    return {"actor": school.ada, "classroom": school.room}


@pytest.fixture
def red(school, about):
    return actions.make_group(**about, name=" Red  table ", learners=[school.ben.pk, school.cho.pk], at=MONDAY)


def test_a_group_holds_the_chosen_learners_by_name(school, red):
    assert groups(school.room) == [("Red table", ("Ben", "Cho"))]
    assert queries.groups_of(school.room)[0].learners == (school.ben.pk, school.cho.pk)
    assert groups(school.other) == []


def test_a_learner_may_be_in_several_groups_and_a_group_may_be_empty(school, about, red):
    actions.make_group(**about, name="Blue", learners=[school.ben.pk], at=MONDAY)
    actions.make_group(**about, name="apart", learners=[], at=MONDAY)
    assert groups(school.room) == [("apart", ()), ("Blue", ("Ben",)), ("Red table", ("Ben", "Cho"))]


def test_changing_a_group_twice_leaves_what_was_asked_for(school, about, red):
    for _ in range(2):
        actions.change_group(**about, group=red.pk, name="Green", learners=[school.dina.pk])
    assert groups(school.room) == [("Green", ("Dina",))]


@pytest.mark.parametrize("name", ["", "  ", "x" * 81, "red table"])
def test_a_name_that_cannot_be_used_is_refused(school, about, red, name):
    with pytest.raises(Refused):
        actions.make_group(**about, name=name, learners=[], at=MONDAY)
    assert groups(school.room) == [("Red table", ("Ben", "Cho"))]


def test_nobody_of_another_class_gets_into_a_group(school, about, red):
    with pytest.raises(Refused, match="not in 8B"):
        actions.change_group(**about, group=red.pk, name="Red", learners=[school.eli.pk])
    assert groups(school.room) == [("Red table", ("Ben", "Cho"))]


def test_a_removed_group_comes_back_with_its_learners(school, about, red):
    for _ in range(2):
        actions.remove_group(**about, group=red.pk, at=MONDAY)
    assert groups(school.room) == []
    for _ in range(2):
        actions.return_group(**about, group=red.pk)
    assert groups(school.room) == [("Red table", ("Ben", "Cho"))]


def test_a_group_does_not_come_back_over_another_of_its_name(school, about, red):
    actions.remove_group(**about, group=red.pk, at=MONDAY)
    actions.make_group(**about, name="Red table", learners=[], at=MONDAY)
    with pytest.raises(Refused, match="has a group called Red table already"):
        actions.return_group(**about, group=red.pk)


def test_who_leaves_the_class_leaves_its_groups_until_they_come_back(school, about, red):
    actions.remove_learner(**about, learner=school.ben.pk, at=MONDAY)
    assert groups(school.room) == [("Red table", ("Cho",))]
    actions.change_group(**about, group=red.pk, name="Red", learners=[school.cho.pk, school.dina.pk])
    actions.return_learner(**about, learner=school.ben.pk, at=MONDAY)
    assert groups(school.room) == [("Red", ("Ben", "Cho", "Dina"))]


@pytest.mark.parametrize(
    "act",
    [
        lambda s, g, who: actions.make_group(**who, name="Mine", learners=[], at=MONDAY),
        lambda s, g, who: actions.change_group(**who, group=g.pk, name="Mine", learners=[]),
        lambda s, g, who: actions.remove_group(**who, group=g.pk, at=MONDAY),
        lambda s, g, who: actions.return_group(**who, group=g.pk),
    ],
)
def test_a_group_is_for_the_teachers_of_its_class_while_it_is_open(school, red, act):
    with pytest.raises(OutOfReach):
        act(school, red, {"actor": school.lund, "classroom": school.room})
    actions.archive_class(actor=school.ada, classroom=school.room, at=MONDAY)
    with pytest.raises(Refused, match="archived"):
        act(school, red, {"actor": school.ada, "classroom": school.room})


def test_a_group_of_another_class_is_out_of_reach(school, red):
    with pytest.raises(OutOfReach):
        actions.remove_group(actor=school.lund, classroom=school.other, group=red.pk, at=MONDAY)


def test_groups_take_one_query_whatever_their_size(school, about, red, django_assert_num_queries):
    for number in range(20):
        learner = join(school.room, person(school.school, f"Learner {number}"))
        actions.make_group(**about, name=f"Group {number}", learners=[learner.pk], at=MONDAY)
    with django_assert_num_queries(1):
        assert len(queries.groups_of(school.room)) == 21
