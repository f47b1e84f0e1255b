from random import Random

from hypothesis import strategies as st

from mastery import POLICIES, STANDARD, Activity, Level, Outcome, next_level, replay
from mastery.levels import LADDER
from mastery.outcomes import weigh
from mastery.replay import replay_recorded
from mastery.selection import Askable, select_questions
from tests.mastery.laws import law, long_law

MIXED = [activity for activity in Activity if activity is not Activity.EXERCISE]

outcomes = st.lists(st.sampled_from(Outcome), max_size=30)
policies = st.sampled_from(list(POLICIES.values()))
histories = st.lists(st.tuples(st.sampled_from(Outcome), policies), max_size=30)


def test_nothing_done_is_not_started():
    assert replay([]) is Level.NOT_STARTED


def test_a_perfect_exercise_then_all_right_in_a_quiz_is_mastered():
    assert replay([Outcome.EXERCISE_PERFECT, Outcome.QUIZ_RIGHT]) is Level.MASTERED


@law(outcomes, outcomes, policies)
def test_a_replay_in_two_parts_equals_a_replay_in_one(first, rest, policy):
    assert replay(first + rest, policy) is replay(rest, policy, start=replay(first, policy))


@law(histories)
def test_step_by_step_equals_the_replay(history):
    level = Level.NOT_STARTED
    for outcome, policy in history:
        level = next_level(level, outcome, policy)
    assert replay_recorded(history) is level


@law(outcomes, outcomes)
def test_a_new_policy_does_not_change_the_past(before, after):
    old, new = STANDARD, POLICIES["no-drop"]
    history = [(outcome, old) for outcome in before] + [(outcome, new) for outcome in after]
    assert replay_recorded(history) >= replay(before, old)


def mastered_was_earned(history, policy):
    """Somewhere in it, mixed work was all right on a skill that stood at Proficient."""
    return any(
        outcome in {Outcome.MIXED_RIGHT, Outcome.QUIZ_RIGHT} and replay(history[:index], policy) is Level.PROFICIENT
        for index, outcome in enumerate(history)
    )


@law(outcomes, policies)
def test_a_history_ends_mastered_only_with_mixed_right_work_on_a_proficient_skill(history, policy):
    assert replay(history, policy) is not Level.MASTERED or mastered_was_earned(history, policy)


@long_law(outcomes, policies)
def test_in_50_000_histories_mastered_is_always_earned(history, policy):
    assert replay(history, policy) is not Level.MASTERED or mastered_was_earned(history, policy)


@law(st.sampled_from(MIXED), st.integers(1, 40), st.integers(0, 2**32))
def test_a_skill_that_is_not_asked_never_moves(activity, size, seed):
    chance = Random(seed)
    before = {skill: chance.choice(LADDER) for skill in range(size)}
    asked = select_questions(activity, [Askable(skill) for skill in before], rng=chance)
    shown = weigh(activity, [(skill, chance.random() < 0.5) for skill in asked])
    after = before | {skill: next_level(before[skill], outcome) for skill, outcome in shown.items()}
    assert set(shown) == set(asked)
    assert all(after[skill] is before[skill] for skill in before if skill not in asked)
