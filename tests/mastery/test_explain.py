from itertools import product

import pytest

from mastery import POLICIES, Activity, Outcome, next_level
from mastery.explain import WAYS_UP, explain, next_step, row_name
from mastery.levels import LADDER

N, A, F, P, M = LADDER
CASES = list(product(LADDER, Outcome, POLICIES.values()))


@pytest.mark.parametrize(
    ("before", "outcome", "right", "asked", "teacher"),
    [
        (N, Outcome.exercise(3, 4), 3, 4, "3 of 4 right is good: from Not started to Familiar."),
        (F, Outcome.exercise(3, 4), 3, 4, "3 of 4 right is good: stays Familiar."),
        (M, Outcome.exercise(2, 4), 2, 4, "2 of 4 right is low: from Mastered to Familiar."),
        (P, Outcome.mixed(2, 2, Activity.QUIZ), 2, 2, "2 of 2 right is all right: from Proficient to Mastered."),
    ],
)  # fmt: skip
def test_the_teacher_reads_which_row_of_the_table_it_was(before, outcome, right, asked, teacher):
    assert explain(before, outcome, right, asked).teacher == teacher


def test_the_bonus_question_is_part_of_the_reason():
    why = explain(F, Outcome.exercise(6, 7, bonus_right=True), 6, 7)
    assert why.teacher == "6 of 7 right and the bonus question too is perfect: from Familiar to Proficient."


def test_another_policy_is_named_where_it_makes_the_difference():
    why = explain(M, Outcome.exercise(2, 4), 2, 4, POLICIES["no-drop"])
    assert why.teacher == ('2 of 4 right is low: stays Mastered. Policy "Levels never fall"; standard gives Familiar.')
    assert "Policy" not in explain(N, Outcome.exercise(2, 4), 2, 4, POLICIES["no-drop"]).teacher


@pytest.mark.parametrize(
    ("before", "right", "learner"),
    [
        (N, 3, "3 of 4 right. You are now Familiar."),
        (F, 3, "3 of 4 right. You are still Familiar."),
        (N, 1, "1 of 4 right. You have made a start: this skill is now Attempted."),
        (P, 1, "1 of 4 right. This skill is Familiar for now, and you can win it back."),
        (F, 1, "1 of 4 right. This skill is Attempted for now, and you can win it back."),
    ],
)
def test_the_learner_reads_kind_words(before, right, learner):
    assert explain(before, Outcome.exercise(right, 4), right, 4).learner == learner


def test_every_change_of_every_policy_is_explained_with_its_levels():
    for before, outcome, policy in CASES:
        why = explain(before, outcome, 1, 2, policy)
        assert why.after is next_level(before, outcome, policy)
        assert why.row == f"{row_name(outcome)}, from {before.words}"
        assert why.after.words in why.teacher
        assert why.after.words in why.learner
        assert why.direction == (why.after > before) - (why.after < before)


def test_a_drop_always_comes_with_the_step_that_lifts_again():
    drops = [explain(before, o, 1, 2, policy) for before, o, policy in CASES]
    assert all(why.next_step for why in drops if why.direction < 0)


@pytest.mark.parametrize(
    ("level", "policy", "step"),
    [
        (A, "standard", "To be Proficient, get every question on it right in its exercise."),
        (P, "standard", "To be Mastered, get every question on it right in a quiz, a unit test or a challenge."),
        (P, "quiz-cap", "To be Mastered, get every question on it right in a unit test or a challenge."),
        (M, "standard", ""),
    ],
)  # fmt: skip
def test_the_next_step_names_only_what_lifts_under_the_policy(level, policy, step):
    assert next_step(level, POLICIES[policy]) == step


@pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES.keys())
def test_below_mastered_there_is_always_a_way_up(policy):
    for level in LADDER[:-1]:
        promised = max(next_level(level, outcome, policy) for outcome in WAYS_UP)
        assert promised > level
        assert promised.words in next_step(level, policy)
