from datetime import date, timedelta

import pytest
from hypothesis import strategies as st

from mastery.goals import TARGET_DEFAULT, GoalState, check_target, goal_state, is_achieved
from tests.mastery.laws import law

DUE = date(2026, 6, 30)
DAY = timedelta(days=1)


def test_a_goal_is_achieved_at_80_percent_unless_the_teacher_says_otherwise():
    assert TARGET_DEFAULT == 80
    assert not is_achieved(79)
    assert is_achieved(80)


@law(st.integers(0, 100), st.integers(50, 100))
def test_a_goal_is_achieved_exactly_from_its_target_on(percent, target):
    assert is_achieved(percent, target) is (percent >= target)


@pytest.mark.parametrize("target", [50, 80, 100])
def test_a_target_is_from_50_to_100(target):
    assert check_target(target) == target


@pytest.mark.parametrize("target", [0, 49, 101])
def test_a_target_outside_50_to_100_is_refused(target):
    with pytest.raises(ValueError, match="from 50 % to 100 %"):
        check_target(target)
    with pytest.raises(ValueError, match="from 50 % to 100 %"):
        is_achieved(100, target)


@pytest.mark.parametrize(
    ("today", "achieved_on", "state"),
    [
        (DUE - DAY, None, GoalState.ACTIVE),
        (DUE, None, GoalState.ACTIVE),
        (DUE + DAY, None, GoalState.PAST_DUE),
        (DUE - DAY, DUE - DAY, GoalState.ACHIEVED),
        (DUE + DAY, DUE, GoalState.ACHIEVED),
        (DUE + DAY, DUE + DAY, GoalState.ACHIEVED_LATE),
    ],
)
def test_the_state_of_a_goal_follows_from_its_dates(today, achieved_on, state):
    assert goal_state(due=DUE, today=today, achieved_on=achieved_on) is state


@pytest.mark.parametrize("achieved_on", [None, DUE, DUE + DAY])
def test_unassigned_and_archived_go_before_everything_else(achieved_on):
    dates = {"due": DUE, "today": DUE + DAY, "achieved_on": achieved_on}
    assert goal_state(**dates, unassigned=True) is GoalState.UNASSIGNED
    assert goal_state(**dates, unassigned=True, archived=True) is GoalState.ARCHIVED


def test_the_stored_names_and_the_words_of_the_states():
    assert [str(state) for state in GoalState] == [
        "active", "achieved", "achieved-late", "past-due", "unassigned", "archived",
    ]  # fmt: skip
    assert GoalState.ACHIEVED_LATE.words == "Achieved late"
