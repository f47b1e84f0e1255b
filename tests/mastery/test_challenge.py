from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import strategies as st

from mastery import Level, challenge_ready
from mastery.challenge import ChallengeState, Practised, challenge_skills, challenge_state, has_lapsed
from mastery.levels import LADDER
from tests.mastery.laws import law

N, A, F, P, M = LADDER
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
HOUR, SECOND = timedelta(hours=1), timedelta(seconds=1)
ENOUGH = [F, F, P, N]


@pytest.mark.parametrize(
    ("levels", "missing_familiar", "missing_proficient"),
    [
        ([], 3, 1),
        ([A, A, A, A], 3, 1),
        ([F, F, F, F], 0, 1),
        ([P, F, A], 1, 0),
        ([P, F, F], 0, 0),
        ([M, M, M], 0, 0),
    ],
)
def test_a_challenge_needs_three_familiar_and_one_proficient(levels, missing_familiar, missing_proficient):
    state = challenge_state(levels, None, NOW)
    assert state == ChallengeState(missing_familiar, missing_proficient, None)
    assert state.ready is challenge_ready(levels, None, NOW) is (missing_familiar + missing_proficient == 0)


def test_the_next_challenge_opens_twelve_hours_after_the_last_was_started():
    assert challenge_state(ENOUGH, NOW - 7 * HOUR, NOW).opens_at == NOW + 5 * HOUR
    assert not challenge_ready(ENOUGH, NOW - 12 * HOUR + SECOND, NOW)
    assert challenge_ready(ENOUGH, NOW - 12 * HOUR, NOW)


def test_a_stored_row_of_bytes_will_do():
    assert challenge_ready(bytes(ENOUGH), None, NOW)


@law(st.integers(0, 48 * 3600))
def test_an_old_challenge_has_lapsed_before_the_next_opens(seconds):
    started = NOW - seconds * SECOND
    assert has_lapsed(started, NOW) is challenge_ready(ENOUGH, started, NOW)


def test_longest_not_practised_comes_first():
    skills = [Practised(day, F, NOW - timedelta(days=day)) for day in (1, 5, 3, 9)]
    assert challenge_skills(skills) == (9, 5, 3)


def test_ties_go_to_proficient_then_familiar_then_mastered():
    skills = [Practised(level.words, level, NOW) for level in (M, F, P)]
    assert challenge_skills(skills) == ("Proficient", "Familiar", "Mastered")


def test_never_practised_here_counts_as_longest_ago():
    assert challenge_skills([Practised("new", F, NOW), Practised("moved in", M, None)])[0] == "moved in"


@law(st.lists(st.tuples(st.sampled_from(Level), st.integers(0, 3)), max_size=12))
def test_a_challenge_asks_up_to_three_different_skills_at_familiar_or_higher(known):
    skills = [Practised(index, level, NOW - timedelta(days=days)) for index, (level, days) in enumerate(known)]
    fit = [index for index, (level, _) in enumerate(known) if level >= F]
    chosen = challenge_skills(skills)
    assert set(chosen) <= set(fit)
    assert len(set(chosen)) == len(chosen) == min(3, len(fit))
