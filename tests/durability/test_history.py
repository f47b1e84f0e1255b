"""The checker of histories must notice each thing that can go wrong, and nothing else."""

import pytest

from tests.durability.history import NEVER, NO, OK, READ, STEP, UNKNOWN, Op, problems


def step(key, invoked, ended, outcome=OK, attempt="a"):
    return Op(attempt, STEP, invoked, ended, outcome, key)


def read(seen, invoked, ended, attempt="a"):
    return Op(attempt, READ, invoked, ended, OK, seen=seen)


ONE, TWO = step("one", 0, 1), step("two", 2, 3)
LOST = step("maybe", 4, NEVER, UNKNOWN)
TELLING = {"a": ["one", "two"]}


@pytest.mark.parametrize(
    ("ops", "log"),
    [
        ([], {}),
        ([ONE, TWO], TELLING),
        ([ONE, TWO, LOST], TELLING),
        ([ONE, TWO, LOST], {"a": ["one", "two", "maybe"]}),
        ([ONE, step("no", 0, 1, NO)], {"a": ["one"]}),
        ([step("one", 0, 9), step("two", 0, 9)], {"a": ["two", "one"]}),
        ([ONE, TWO, read(1, 1.5, 1.6), read(2, 4, 5)], TELLING),
        ([ONE, TWO, read(1, 2.5, 2.6), read(2, 2.7, 2.8)], TELLING),
        ([ONE, TWO, read(2, 2.1, 9), read(1, 2.2, 8)], TELLING),
        ([ONE, LOST, read(1, 5, 6), read(2, 7, 8)], {"a": ["one", "maybe"]}),
        ([ONE, step("two", 5, 6, attempt="b"), read(0, 2, 3, "b")], {"a": ["one"], "b": ["two"]}),
    ],
)
def test_what_can_have_happened_passes(ops, log):
    assert problems(ops, log) == []


@pytest.mark.parametrize(
    ("ops", "log", "said"),
    [
        ([ONE, TWO], {"a": ["one"]}, "lost: two"),
        ([ONE, TWO], {"a": ["one", "two", "one"]}, "counted twice: one"),
        ([ONE, TWO], {"a": ["one", "two"], "b": ["one"]}, "counted twice: one"),
        ([ONE], {"a": ["one", "ghost"]}, "invented: nobody sent ghost"),
        ([ONE], {"b": ["one"]}, "astray: one"),
        ([ONE, step("no", 0, 1, NO)], {"a": ["one", "no"]}, "counted although refused: no"),
        ([ONE, TWO], {"a": ["two", "one"]}, "out of order: one"),
        ([ONE, TWO, step("three", 9, 10)], {"a": ["two", "three", "one"]}, "out of order: one"),
        ([ONE, TWO, read(1, 4, 5)], TELLING, "stale: a read of a saw 1 steps, 2"),
        ([ONE, TWO, read(0, 1.5, 9)], TELLING, "stale: a read of a saw 0 steps, 1"),
        ([ONE, TWO, read(2, 1.5, 1.6)], TELLING, "foreseen: a read of a saw 2 steps, at most 1"),
        ([ONE, TWO, read(3, 4, 5)], TELLING, "foreseen"),
        ([ONE, LOST, read(2, 5, 6), read(1, 7, 8)], {"a": ["one", "maybe"]}, "backwards: a read of a saw 1"),
        ([ONE, TWO, read(2, 2.1, 2.2), read(1, 2.3, 2.4)], TELLING, "backwards"),
    ],
)
def test_what_cannot_have_happened_is_told(ops, log, said):
    assert any(said in problem for problem in problems(ops, log))


def test_an_acknowledged_step_behind_one_that_came_later_is_found_among_many():
    ops = [step(str(n), n, n + 0.5) for n in range(200)]
    order = [op.key for op in ops]
    assert problems(ops, {"a": order}) == []
    order[20], order[150] = order[150], order[20]
    assert problems(ops, {"a": order})
