from math import floor

import pytest
from hypothesis import strategies as st

from exercises.exact import Fraction
from mastery import POLICIES, Level, percent
from mastery.levels import LADDER
from mastery.points import POINTS, CourseLevel, course_level, points
from tests.mastery.laws import law

N, A, F, P, M = LADDER
levels = st.lists(st.sampled_from(Level), max_size=200)


def test_the_points_of_the_levels():
    assert [POINTS[level] for level in LADDER] == [0, 0, 50, 80, 100]


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ([F, F, F], 50),
        ([M, P, F, N], 58),  # 57.5 is rounded half up
        ([F, P, P, P, M, F, F, F], 68),  # 67.5
        ([F, N, N, N], 13),  # 12.5
        ([N, A], 0),
        ([M], 100),
        ([], 0),
    ],
)
def test_percent_is_points_of_points_possible_rounded_half_up(levels, expected):
    assert percent(levels) == expected


@law(levels)
def test_percent_equals_exact_arithmetic(levels):
    share = Fraction(points(levels), len(levels)) if levels else Fraction(0)
    assert percent(levels) == floor(share + Fraction(1, 2))


@law(levels)
def test_a_stored_row_of_bytes_counts_like_its_levels(levels):
    row = bytes(levels)
    assert (points(row), percent(row), course_level(row)) == (
        points(levels),
        percent(levels),
        course_level(levels),
    )


@law(levels, levels)
def test_points_of_units_add_up_to_the_points_of_the_course(one, other):
    assert points(one + other) == points(one) + points(other)


def test_every_policy_says_what_each_level_is_worth():
    assert all(set(policy.points) == set(Level) for policy in POLICIES.values())


@pytest.mark.parametrize(
    ("proficient", "expected"),
    [
        (0, CourseLevel(1, 0, 1)),
        (1, CourseLevel(2, 0, 2)),
        (2, CourseLevel(2, 1, 2)),
        (3, CourseLevel(3, 0, 3)),
        (8, CourseLevel(4, 2, 4)),
        (10, CourseLevel(5, 0, 5)),
    ],
)
def test_a_course_level_needs_one_point_more_than_the_one_before(proficient, expected):
    assert course_level([P] * proficient + [F, A, N]) == expected


@law(st.integers(0, 2000))
def test_level_l_needs_l_times_l_minus_1_halves_points(earned):
    level = course_level([M] * earned)
    assert level.number * (level.number - 1) // 2 + level.into == earned
    assert 0 <= level.into < level.needed
