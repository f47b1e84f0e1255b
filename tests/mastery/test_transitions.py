"""The product's promise, checked over the whole table of every policy."""

from itertools import pairwise, product

import pytest

from mastery import POLICIES, STANDARD, Level, Outcome, next_level
from mastery.levels import LADDER
from mastery.points import POINTS
from tests.mastery.golden import GOLDEN, differences

QUIZ_CAP, NO_DROP = POLICIES["quiz-cap"], POLICIES["no-drop"]
CELLS = list(product(Outcome, LADDER))
MIXED = [outcome for outcome in Outcome if not outcome.is_exercise]
STEPS = sorted(set(POINTS.values()))  # Not started and Attempted are worth the same: one step
BEST_FIRST = (
    (Outcome.EXERCISE_PERFECT, Outcome.EXERCISE_GOOD, Outcome.EXERCISE_LOW),
    (Outcome.MIXED_RIGHT, Outcome.MIXED_SPLIT, Outcome.MIXED_WRONG),
    (Outcome.QUIZ_RIGHT, Outcome.QUIZ_SPLIT, Outcome.QUIZ_WRONG),
)

every_policy = pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES.keys())


def test_the_tables_equal_the_golden_rows():
    assert differences({name: policy.table for name, policy in POLICIES.items()}) == []


@every_policy
def test_the_golden_rows_hold_every_cell(policy):
    held = {(outcome, before) for _, name, before, outcome, _ in GOLDEN if name == policy.name}
    assert held == set(CELLS)


@every_policy
def test_changing_any_one_cell_breaks_a_golden_row(policy):
    for outcome, before in CELLS:
        for wrong in set(LADDER) - {policy.table[outcome][before]}:
            row = list(policy.table[outcome])
            row[before] = wrong
            changed = {**policy.table, outcome: tuple(row)}
            assert differences({policy.name: changed}), f"{outcome} from {before.words} to {wrong.words}"


@every_policy
def test_every_table_is_whole(policy):
    assert set(policy.table) == set(Outcome)
    assert all(len(row) == len(LADDER) for row in policy.table.values())


@every_policy
def test_mastered_is_reached_only_from_proficient_and_only_in_a_mixed_activity(policy):
    into = {(o, level) for o, level in CELLS if level < next_level(level, o, policy) == Level.MASTERED}
    ways = {Outcome.MIXED_RIGHT} if policy is QUIZ_CAP else {Outcome.MIXED_RIGHT, Outcome.QUIZ_RIGHT}
    assert into == {(outcome, Level.PROFICIENT) for outcome in ways}


@every_policy
def test_a_mixed_activity_moves_a_skill_at_most_one_step_of_points(policy):
    for outcome, before in product(MIXED, LADDER):
        after = next_level(before, outcome, policy)
        assert abs(STEPS.index(POINTS[after]) - STEPS.index(POINTS[before])) <= 1


@every_policy
def test_from_attempted_up_a_mixed_activity_moves_a_skill_at_most_one_level(policy):
    for outcome, before in product(MIXED, LADDER[1:]):
        assert abs(next_level(before, outcome, policy) - before) <= 1


@every_policy
def test_an_exercise_lifts_no_higher_than_proficient(policy):
    for outcome, before in CELLS:
        if outcome.is_exercise:
            assert next_level(before, outcome, policy) <= max(before, Level.PROFICIENT)


@every_policy
def test_work_on_a_skill_never_leaves_it_not_started(policy):
    assert all(next_level(before, outcome, policy) > Level.NOT_STARTED for outcome, before in CELLS)


@every_policy
def test_what_was_proficient_never_falls_below_familiar(policy):
    for outcome, before in product(Outcome, (Level.PROFICIENT, Level.MASTERED)):
        assert next_level(before, outcome, policy) >= Level.FAMILIAR


@every_policy
def test_better_work_never_gives_a_lower_level(policy):
    for row, before in product(BEST_FIRST, LADDER):
        levels = [next_level(before, outcome, policy) for outcome in row]
        assert levels == sorted(levels, reverse=True)


@every_policy
def test_a_higher_level_before_never_gives_a_lower_level_after(policy):
    assert all(low <= high for row in policy.table.values() for low, high in pairwise(row))


def test_under_standard_a_quiz_counts_like_any_mixed_activity():
    for mixed, quiz in zip(*BEST_FIRST[1:], strict=True):
        assert STANDARD.table[quiz] == STANDARD.table[mixed]


def test_quiz_cap_differs_only_where_a_quiz_would_lift_above_proficient():
    differ = {(o, at) for o, at in CELLS if next_level(at, o, QUIZ_CAP) != next_level(at, o, STANDARD)}
    assert differ == {(Outcome.QUIZ_RIGHT, Level.PROFICIENT)}


def test_under_no_drop_a_level_never_falls_and_rises_as_usual():
    for outcome, before in CELLS:
        usual = next_level(before, outcome, STANDARD)
        assert next_level(before, outcome, NO_DROP) == max(before, usual)


def test_a_policy_is_found_by_the_name_recorded_with_a_change():
    assert list(POLICIES) == ["standard", "quiz-cap", "no-drop"]
    assert all(policy.name == name for name, policy in POLICIES.items())


def test_nobody_can_change_a_table_at_run_time():
    with pytest.raises(TypeError):
        STANDARD.table[Outcome.MIXED_WRONG] = STANDARD.table[Outcome.MIXED_RIGHT]
