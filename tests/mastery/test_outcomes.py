import pytest
from hypothesis import strategies as st

from mastery import Activity, Outcome
from mastery.outcomes import weigh
from tests.mastery.laws import law

MIXED = [activity for activity in Activity if activity is not Activity.EXERCISE]
answers = st.lists(st.tuples(st.integers(0, 5), st.booleans()), min_size=1, max_size=30)


@pytest.mark.parametrize(
    ("right", "asked", "outcome"),
    [
        (4, 4, Outcome.EXERCISE_PERFECT),
        (3, 4, Outcome.EXERCISE_GOOD),
        (2, 4, Outcome.EXERCISE_LOW),
        (0, 4, Outcome.EXERCISE_LOW),
        (7, 7, Outcome.EXERCISE_PERFECT),
        (5, 7, Outcome.EXERCISE_GOOD),
        (4, 7, Outcome.EXERCISE_LOW),
        (7, 10, Outcome.EXERCISE_GOOD),
        (69, 100, Outcome.EXERCISE_LOW),
    ],
)
def test_an_exercise_is_good_from_70_percent_and_perfect_when_all_is_right(right, asked, outcome):
    assert Outcome.exercise(right, asked) is outcome


def test_a_right_bonus_question_makes_one_miss_perfect():
    assert Outcome.exercise(3, 4, bonus_right=True) is Outcome.EXERCISE_PERFECT


@pytest.mark.parametrize("right", [2, 4])
def test_a_bonus_question_needs_exactly_one_miss(right):
    with pytest.raises(ValueError, match="exactly one miss"):
        Outcome.exercise(right, 4, bonus_right=True)


@pytest.mark.parametrize("activity", MIXED)
@pytest.mark.parametrize(("right", "how"), [(2, "right"), (1, "split"), (0, "wrong")])
def test_a_mixed_activity_is_all_right_split_or_all_wrong(activity, right, how):
    kind = "quiz" if activity is Activity.QUIZ else "mixed"
    assert Outcome.mixed(right, 2, activity) is Outcome(f"{kind}-{how}")


def test_an_activity_may_be_given_by_its_stored_name():
    assert Outcome.mixed(1, 1, "unit-test") is Outcome.MIXED_RIGHT


def test_an_exercise_is_not_mixed():
    with pytest.raises(ValueError, match="not a mixed activity"):
        Outcome.mixed(1, 1, Activity.EXERCISE)


@pytest.mark.parametrize(("right", "asked"), [(0, 0), (-1, 4), (5, 4), (0, -1)])
def test_a_count_that_cannot_be_has_no_outcome(right, asked):
    with pytest.raises(ValueError, match="cannot be"):
        Outcome.exercise(right, asked)
    with pytest.raises(ValueError, match="cannot be"):
        Outcome.mixed(right, asked, Activity.QUIZ)


def test_the_stored_names_of_outcomes_stay_as_they_are():
    assert [str(outcome) for outcome in Outcome] == [
        "exercise-perfect", "exercise-good", "exercise-low",
        "mixed-right", "mixed-split", "mixed-wrong",
        "quiz-right", "quiz-split", "quiz-wrong",
    ]  # fmt: skip


@law(st.sampled_from(MIXED), answers)
def test_a_skill_that_was_not_asked_has_no_outcome(activity, answers):
    assert set(weigh(activity, answers)) == {skill for skill, _ in answers}


@law(st.sampled_from(MIXED), answers)
def test_each_skill_of_a_mixed_activity_is_judged_by_its_own_questions(activity, answers):
    for skill, outcome in weigh(activity, answers).items():
        own = [right for each, right in answers if each == skill]
        assert outcome is Outcome.mixed(sum(own), len(own), activity)


def test_the_bonus_question_of_an_exercise_is_weighed_in():
    answers = [("two-step", right) for right in (True, False, True, True)]
    assert weigh(Activity.EXERCISE, answers) == {"two-step": Outcome.EXERCISE_GOOD}
    assert weigh(Activity.EXERCISE, answers, bonus_right=True) == {"two-step": Outcome.EXERCISE_PERFECT}
