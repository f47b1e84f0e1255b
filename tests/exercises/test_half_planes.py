"""Inequalities in two letters: every form that describes the same half-plane is right."""

import pytest

from exercises import NOT_GRADABLE, RIGHT, WRONG, Inequality

EDGE = Inequality(r"y < -\frac{3}{4}x + 1", letters=("x", "y"))
COUNTED = Inequality("20a + 15b <= 300", letters=("a", "b"), also=("20a + 15b < 301",))


def mark(answer, text):
    return answer.grade({"value": text}).mark


@pytest.mark.parametrize("text", ["y < -0.75x + 1", "3x + 4y < 4", "y - 1 < -3x/4", "4 > 4y + 3x", "-4y > 3x - 4"])
def test_every_form_of_a_half_plane_is_right(text):
    assert mark(EDGE, text) is RIGHT


@pytest.mark.parametrize("text", ["y > -0.75x + 1", "3x + 4y <= 4", "y < 1", "xy < 3", "x < y", "x < x + 1"])
def test_another_half_plane_or_none_is_wrong(text):
    assert mark(EDGE, text) is WRONG


@pytest.mark.parametrize(
    "text", ["", "y", "3 < 4", "y = 2x", "1 < y < 2", "y < 2z", "y < 2x and x > 0", "y <", "9" * 999]
)
def test_what_is_no_inequality_in_both_letters_is_asked_for_again(text):
    verdict = EDGE.grade({"value": text})
    assert verdict.mark is NOT_GRADABLE
    assert verdict.message


def test_another_half_plane_that_is_as_right_in_the_story_counts():
    assert mark(COUNTED, "4a + 3b <= 60") is RIGHT
    assert mark(COUNTED, "20a + 15b < 301") is RIGHT
    assert mark(COUNTED, "20a + 15b < 300") is WRONG


def test_all_its_own_spellings_are_right():
    for answer in (EDGE, COUNTED):
        assert {answer.grade(response).mark for response in answer.examples()} == {RIGHT}
