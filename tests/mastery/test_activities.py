import pytest

from mastery.activities import RULES, Activity, offers_bonus, offers_restart

MIXED = set(Activity) - {Activity.EXERCISE}


def where(promise):
    return {activity for activity in Activity if getattr(RULES[activity], promise)}


def test_the_stored_names_of_activities_stay_as_they_are():
    names = ["exercise", "quiz", "unit-test", "course-challenge", "mastery-challenge"]
    assert [str(activity) for activity in Activity] == names


def test_what_each_activity_allows():
    assert where("mixed") == MIXED
    assert where("hints_before_first") == where("bonus") == {Activity.EXERCISE}
    assert where("restart") == {Activity.EXERCISE, Activity.QUIZ, Activity.UNIT_TEST}
    assert where("assignable") == set(Activity) - {Activity.MASTERY_CHALLENGE}


def test_a_restart_is_offered_after_two_misses():
    assert not offers_restart(Activity.QUIZ, 1)
    assert offers_restart(Activity.QUIZ, 2)
    assert not offers_restart(Activity.COURSE_CHALLENGE, 9)


@pytest.mark.parametrize(("right", "offered"), [(4, False), (3, True), (2, False)])
def test_a_bonus_question_is_offered_after_exactly_one_miss(right, offered):
    assert offers_bonus(Activity.EXERCISE, right, 4) is offered


def test_no_bonus_question_where_all_learners_get_the_same_questions():
    assert not offers_bonus(Activity.EXERCISE, 3, 4, same_for_all=True)


def test_no_bonus_question_in_a_mixed_activity():
    assert not any(offers_bonus(activity, 4, 5) for activity in MIXED)
