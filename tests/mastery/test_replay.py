from hypothesis import given
from hypothesis import strategies as st

from mastery import POLICIES, STANDARD, Level, Outcome, next_level, replay
from mastery.replay import replay_recorded

outcomes = st.lists(st.sampled_from(Outcome), max_size=30)
policies = st.sampled_from(list(POLICIES.values()))
histories = st.lists(st.tuples(st.sampled_from(Outcome), policies), max_size=30)


def test_nothing_done_is_not_started():
    assert replay([]) is Level.NOT_STARTED


def test_a_perfect_exercise_then_all_right_in_a_quiz_is_mastered():
    assert replay([Outcome.EXERCISE_PERFECT, Outcome.QUIZ_RIGHT]) is Level.MASTERED


@given(outcomes, outcomes, policies)
def test_a_replay_in_two_parts_equals_a_replay_in_one(first, rest, policy):
    assert replay(first + rest, policy) is replay(rest, policy, start=replay(first, policy))


@given(histories)
def test_step_by_step_equals_the_replay(history):
    level = Level.NOT_STARTED
    for outcome, policy in history:
        level = next_level(level, outcome, policy)
    assert replay_recorded(history) is level


@given(outcomes, outcomes)
def test_a_new_policy_does_not_change_the_past(before, after):
    old, new = STANDARD, POLICIES["no-drop"]
    history = [(outcome, old) for outcome in before] + [(outcome, new) for outcome in after]
    assert replay_recorded(history) >= replay(before, old)


@given(outcomes, policies)
def test_a_history_ends_mastered_only_with_mixed_right_work_on_a_proficient_skill(history, policy):
    if replay(history, policy) is Level.MASTERED:
        assert any(
            outcome in {Outcome.MIXED_RIGHT, Outcome.QUIZ_RIGHT} and replay(history[:index], policy) is Level.PROFICIENT
            for index, outcome in enumerate(history)
        )


@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from(Outcome)), max_size=40), st.integers(0, 3))
def test_a_skill_that_is_not_asked_never_moves(log, skill):
    # The other skills' work is in the same log; it must not show in this skill's replay.
    levels = dict.fromkeys(range(4), Level.NOT_STARTED)
    for asked, outcome in log:
        untouched = {other: level for other, level in levels.items() if other != asked}
        levels[asked] = next_level(levels[asked], outcome)
        assert untouched.items() <= levels.items()
    assert levels[skill] is replay(outcome for asked, outcome in log if asked == skill)
