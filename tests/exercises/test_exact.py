import operator
import pickle
from ast import literal_eval
from fractions import Fraction as Plain  # noqa: TID251 - what ours is held against

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.exact import Fraction

TWO = (
    operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv, operator.mod, operator.lt,
    operator.le, operator.eq,
)  # fmt: skip
ONE = (str, repr, hash, float, int, round, abs, operator.neg, bool, lambda x: x.limit_denominator(7), lambda x: x**3)
NUMBERS = st.fractions(min_value=-10_000, max_value=10_000, max_denominator=5_000)


def plain(value):
    return Plain(value.numerator, value.denominator) if isinstance(value, Fraction) else value


@given(NUMBERS, NUMBERS.filter(bool))
def test_it_works_out_what_pythons_own_fractions_do(one, other):
    for work in TWO:
        assert plain(work(Fraction(one), Fraction(other))) == work(one, other)
    for work in ONE:
        assert plain(work(Fraction(one))) == work(one)
    assert plain(Fraction(other) ** -2) == other**-2
    assert pickle.loads(pickle.dumps(Fraction(one))) == one  # noqa: S301 - our own


@given(NUMBERS, st.integers(-50, 50).filter(bool))
def test_whole_numbers_stand_beside_it_on_either_side(one, whole):
    for work in TWO:
        assert plain(work(Fraction(one), whole)) == work(one, whole)
        assert plain(work(whole, Fraction(one) + 20_000)) == work(whole, one + 20_000)
    assert Fraction(one, whole) == Plain(one, whole)
    assert Fraction(whole) == whole


@pytest.mark.parametrize("text", ["3", "0", "-3", "3/4", " 12/8 ", "0.5", ".5", "1e3", "-2.75"])
def test_a_text_is_read_as_python_reads_it_and_no_shared_memory_changes(text):
    zero = literal_eval('b"\\0"')  # the one that every such literal is
    assert plain(Fraction(text)) == Plain(text)
    assert isinstance(Fraction(text), Fraction)
    assert zero[0] == 0


def test_what_is_no_number_is_refused_as_python_refuses_it():
    for wrong in ("", "x", "1/0", "1//2"):
        with pytest.raises((ValueError, ZeroDivisionError)):
            Fraction(wrong)
    with pytest.raises(ZeroDivisionError):
        Fraction(1, 0)


def test_only_its_own_values_are_instances_of_it():
    assert isinstance(Fraction(1, 2) + 1, Fraction)
    assert isinstance(Fraction(1, 2), int | Fraction)
    assert not any(isinstance(other, Fraction) for other in (Plain(1, 2), 1, "1", 0.5))
