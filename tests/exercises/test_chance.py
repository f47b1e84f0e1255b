"""Draws take the same bits for ever: a published question stands on them."""

from random import Random

import pytest

from exercises import integer, nonzero, pick, shuffled
from exercises.chance import integers, number_below, picks

SPANS = (1, 2, 3, 7, 8, 9, 64, 100, 1000)


def twins():
    return Random("a seed"), Random("a seed")


def test_a_draw_takes_the_bits_that_the_language_itself_takes_for_one():
    ours, theirs = twins()
    for n in SPANS * 20:
        assert number_below(ours, n) == theirs.randrange(n)
        assert integer(ours, -n, n) == theirs.randint(-n, n)
        assert pick(ours, range(n)) == theirs.choice(range(n))
    assert ours.getstate() == theirs.getstate()


@pytest.mark.parametrize("length", [0, 1, 2, 5, 8, 9, 33, 225])
def test_an_order_is_drawn_by_the_bits_that_the_language_itself_takes_for_one(length):
    ours, theirs = twins()
    for _ in range(5):
        members = list(range(length))
        theirs.shuffle(members)
        assert shuffled(ours, range(length)) == tuple(members)
    assert ours.getstate() == theirs.getstate()


@pytest.mark.parametrize(("lo", "hi"), [(0, 10), (-3, 4), (5, 5)])
def test_several_numbers_are_drawn_as_one_after_the_other(lo, hi):
    ours, theirs = twins()
    for count in (0, 1, 8, 30):
        assert integers(ours, lo, hi, count) == [theirs.randint(lo, hi) for _ in range(count)]
        assert picks(ours, "abcde", count) == [theirs.choice("abcde") for _ in range(count)]
    assert ours.getstate() == theirs.getstate()


@pytest.mark.parametrize(("lo", "hi"), [(-9, 9), (-1, 1), (0, 4), (-4, 0), (2, 5), (-5, -2), (7, 7)])
def test_a_number_that_is_not_zero_is_drawn_as_from_the_list_of_all_of_them(lo, hi):
    ours, theirs = twins()
    numbers = [n for n in range(lo, hi + 1) if n]
    for _ in range(50):
        assert nonzero(ours, lo, hi) == theirs.choice(numbers)
    assert ours.getstate() == theirs.getstate()


@pytest.mark.parametrize(
    "draw",
    [
        lambda rng: integer(rng, 3, 2),
        lambda rng: integers(rng, 3, 2, 5),
        lambda rng: pick(rng, ()),
        lambda rng: nonzero(rng, 0, 0),
    ],
)
def test_nothing_is_drawn_from_nothing(draw):
    with pytest.raises(ValueError, match="nothing to draw"):
        draw(Random(1))
