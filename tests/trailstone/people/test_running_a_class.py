"""Codes that end, co-teachers, handing over, moving learners, nicknames, deleting a class, and its history."""

from datetime import timedelta

import pytest

from tests.trailstone.cast import FRIDAY, MONDAY, TODAY, person, set_levels
from trailstone.people import actions, queries
from trailstone.people.errors import OutOfReach, Refused
from trailstone.people.models import Classroom, Role, School, User
from trailstone.progress.models import LevelChange


@pytest.fixture
def about(school):
    return {"actor": school.ada, "classroom": school.room}


def teachers(room):
    return [row.name for row in queries.colleagues(room)]


def done(room):
    return [row.what for row in queries.history(room)]


def names_in(room):
    return [row.name for row in queries.roster(room)]


def test_a_code_works_to_the_end_of_its_last_day_at_the_school(school, about):
    room = actions.end_code(**about, last_day=FRIDAY, at=MONDAY)
    assert room.code_until.isoformat() == "2027-03-06T00:00:00+03:00"
    last = room.code_until - timedelta(seconds=1)
    assert actions.join_by_code(learner=school.eli, code=room.code, at=last) == room
    assert queries.joinable(room, last)
    with pytest.raises(Refused, match="No class can be joined with this code"):
        actions.join_by_code(learner=school.eli, code=room.code, at=room.code_until)
    assert not queries.joinable(room, room.code_until)


def test_a_day_that_is_over_ends_no_code(school, about):
    with pytest.raises(Refused, match="This day is over"):
        actions.end_code(**about, last_day=TODAY - timedelta(days=1), at=MONDAY)
    with pytest.raises(Refused, match="ten years"):
        actions.end_code(**about, last_day=TODAY.replace(year=9999), at=MONDAY)


@pytest.mark.parametrize("again", [actions.open_code, actions.rotate_code])
def test_a_code_opened_again_has_no_end(school, about, again):
    actions.end_code(**about, last_day=TODAY, at=MONDAY)
    assert again(**about, at=MONDAY).code_until is None


def test_teachers_are_told_of_guessing_until_the_code_is_new_or_a_week_is_over(school, about):
    room = school.room
    assert queries.guessed_at(room, MONDAY) is None
    actions.note_guessing(at=MONDAY)
    assert queries.guessed_at(room, MONDAY) == MONDAY
    assert queries.guessed_at(room, MONDAY + timedelta(days=8)) is None
    assert queries.guessed_at(actions.close_code(**about), MONDAY) is None
    later = MONDAY + timedelta(minutes=1)
    assert queries.guessed_at(actions.rotate_code(**about, at=later), later) is None
    assert queries.guessed_at(school.other, later) == MONDAY


def test_a_colleague_teaches_the_class_too_and_added_twice_is_there_once(school, about):
    for _ in range(2):
        actions.add_co_teacher(**about, username=" Mr.Lund ", at=MONDAY)
    assert teachers(school.room) == ["Ms Ada", "Mr Lund"]
    assert done(school.room) == ["teacher-added"]
    assert school.room in school.lund.taught_classes


@pytest.mark.parametrize("username", ["ben", "nobody", "ms.elsewhere", "mr.gone", "dr.reach", "", "x" * 500, "\x00"])
def test_only_a_teacher_of_the_school_can_become_one_of_the_class(school, about, username):
    other = School.objects.create(pk=2, name="Other", created_at=MONDAY)
    person(other, "Ms Elsewhere", Role.TEACHER)
    person(school.school, "Dr Reach", Role.DISTRICT)
    gone = person(school.school, "Mr Gone", Role.TEACHER)
    User.objects.filter(pk=gone.pk).update(is_active=False)
    for act in (actions.add_co_teacher, actions.hand_over):
        with pytest.raises(Refused, match="No teacher of your school has the user name"):
            act(**about, username=username, at=MONDAY)
    assert teachers(school.room) == ["Ms Ada"]


def test_the_last_teacher_cannot_go(school, about):
    with pytest.raises(Refused, match="A class needs a teacher"):
        actions.remove_co_teacher(**about, teacher=school.ada.pk, at=MONDAY)
    actions.add_co_teacher(**about, username="mr.lund", at=MONDAY)
    User.objects.filter(pk=school.lund.pk).update(is_active=False)
    with pytest.raises(Refused, match="A class needs a teacher"):
        actions.remove_co_teacher(**about, teacher=school.ada.pk, at=MONDAY)
    assert teachers(school.room) == ["Ms Ada", "Mr Lund"]


def test_a_removed_co_teacher_is_out_at_once(school, about):
    actions.add_co_teacher(**about, username="mr.lund", at=MONDAY)
    for _ in range(2):
        actions.remove_co_teacher(**about, teacher=school.lund.pk, at=MONDAY)
    assert teachers(school.room) == ["Ms Ada"]
    with pytest.raises(OutOfReach):
        actions.close_code(actor=school.lund, classroom=school.room)


def test_a_class_handed_over_is_the_colleagues_alone(school, about):
    actions.hand_over(**about, username="mr.lund", at=MONDAY)
    assert teachers(school.room) == ["Mr Lund"]
    with pytest.raises(OutOfReach):
        actions.hand_over(**about, username="ms.ada", at=MONDAY)
    with pytest.raises(Refused, match="You teach this class already"):
        actions.hand_over(actor=school.lund, classroom=school.room, username="mr.lund", at=MONDAY)


def test_an_archived_class_can_be_handed_over_and_takes_no_co_teacher(school, about):
    actions.archive_class(**about, at=MONDAY)
    with pytest.raises(Refused, match="archived"):
        actions.add_co_teacher(**about, username="mr.lund", at=MONDAY)
    actions.hand_over(**about, username="mr.lund", at=MONDAY)
    assert teachers(school.room) == ["Mr Lund"]


@pytest.fixture
def seventh(school):
    return actions.open_class(actor=school.ada, name="7A", at=MONDAY)


def test_a_moved_learner_is_in_the_other_class_and_can_be_moved_back(school, about, seventh):
    actions.nickname_learner(**about, learner=school.ben.pk, nickname="Benny")
    actions.move_learner(**about, learner=school.ben.pk, to=seventh, at=MONDAY)
    assert (names_in(school.room), names_in(seventh)) == (["Cho", "Dina"], ["Ben"])
    assert queries.roster(seventh)[0].nickname == "Benny"
    actions.move_learner(actor=school.ada, classroom=seventh, learner=school.ben.pk, to=school.room, at=MONDAY)
    assert (names_in(school.room), names_in(seventh)) == (["Ben", "Cho", "Dina"], [])
    assert done(seventh) == ["moved-out", "moved-in"]


def test_nobody_is_moved_to_the_same_class_or_an_archived_one(school, about, seventh):
    with pytest.raises(Refused, match="in 8B already"):
        actions.move_learner(**about, learner=school.ben.pk, to=school.room, at=MONDAY)
    with pytest.raises(Refused, match="not in 8B"):
        actions.move_learner(**about, learner=school.eli.pk, to=seventh, at=MONDAY)
    actions.archive_class(actor=school.ada, classroom=seventh, at=MONDAY)
    with pytest.raises(Refused, match="archived"):
        actions.move_learner(**about, learner=school.ben.pk, to=seventh, at=MONDAY)
    assert names_in(school.room) == ["Ben", "Cho", "Dina"]


def test_a_nickname_holds_in_its_class_only_and_an_empty_one_ends_it(school, about):
    actions.nickname_learner(**about, learner=school.ben.pk, nickname="  Big  Ben ")
    assert [row.nickname for row in queries.roster(school.room)] == ["Big Ben", "", ""]
    assert User.objects.get(pk=school.ben.pk).name == "Ben"
    for empty in ("", "Ben"):
        actions.nickname_learner(**about, learner=school.ben.pk, nickname=empty)
        assert queries.roster(school.room)[0].nickname == ""
    with pytest.raises(Refused):
        actions.nickname_learner(**about, learner=school.ben.pk, nickname="x" * 81)


@pytest.mark.parametrize("typed", ["", "8", "8C", "yes"])
def test_a_class_is_deleted_only_when_its_name_is_typed(school, about, typed):
    with pytest.raises(Refused, match="type its name: 8B"):
        actions.delete_class(**about, typed=typed, at=MONDAY)
    assert Classroom.objects.filter(pk=school.room.pk).exists()


def test_learners_keep_accounts_work_and_levels_when_their_class_is_deleted(school, about):
    set_levels(school.ben, {"tiny/one/s1": 3})
    actions.delete_class(**about, typed=" 8b ", at=MONDAY)
    assert not Classroom.objects.filter(name="8B").exists()
    assert User.objects.filter(pk=school.ben.pk, is_active=True).exists()
    assert LevelChange.objects.get(learner=school.ben).after == 3
    (row,) = queries.history(school.room)
    assert (row.what, row.by, row.detail) == ("deleted", "Ms Ada", {"name": "8B", "learners": 3})
    with pytest.raises(OutOfReach):
        actions.delete_class(**about, typed="8B", at=MONDAY)


def test_an_archived_class_can_be_deleted(school, about):
    actions.archive_class(**about, at=MONDAY)
    actions.delete_class(**about, typed="8B", at=MONDAY)
    assert list(school.ada.taught_classes) == []
