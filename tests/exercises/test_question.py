"""Questions as data: what is exported, what a browser may see, how a template makes them."""

import json
import subprocess
import sys
from dataclasses import replace

import pytest

from exercises import (
    Choice,
    Dropdowns,
    Equation,
    Expression,
    Figure,
    FractionAnswer,
    Inequality,
    MultipleChoice,
    Number,
    NumberSet,
    Pair,
    Question,
    Reroll,
    SingleChoice,
    Slot,
    Step,
    integer,
    template,
)
from exercises.exact import Fraction

CANARY = 987654321
ANSWERS = [
    (Number(CANARY), Number(5)),
    (Number(Fraction(1, CANARY)), Number(5)),
    (FractionAnswer(CANARY), FractionAnswer(5)),
    (Expression(f"{CANARY}x"), Expression("x+1")),
    (Equation(f"y = {CANARY}x"), Equation("y = x")),
    (Inequality(f"x < {CANARY}"), Inequality("no solution")),
    (Pair((CANARY, 1)), Pair((0, 0))),
    (NumberSet({CANARY}), NumberSet({1, 2, 3})),
]


def ask(answer, key=CANARY):
    step = (Step(f"So it is {CANARY}.", f"Because {CANARY}."),)
    return Question((key,), "What?", answer, (f"Try {CANARY}.",) * 2, step, wrong={f"name-{CANARY}": CANARY})


@pytest.mark.parametrize(("one", "other"), ANSWERS, ids=[repr(a) for a, _ in ANSWERS])
def test_what_a_browser_sees_does_not_depend_on_a_typed_answer(one, other):
    assert json.dumps(ask(one).public()) == json.dumps(ask(other, key=1).public())
    assert str(CANARY) not in json.dumps(ask(one).public())


@pytest.mark.parametrize("kind", [SingleChoice, MultipleChoice])
def test_what_a_browser_sees_does_not_depend_on_which_choice_is_right(kind):
    def shown(right):
        choices = [Choice(t, t == right, None if t == right else "name", value=(t, CANARY)) for t in "pqrs"]
        return json.dumps(ask(kind(tuple(choices))).public())

    assert len({shown(right) for right in "pqrs"}) == 1
    assert str(CANARY) not in shown("p")


def test_what_a_browser_sees_does_not_depend_on_which_option_is_right():
    def shown(right):
        names = {option: str(CANARY) for option in "pq" if option != right}
        return json.dumps(ask(Dropdowns((Slot("s", ("p", "q"), right, names),))).public())

    assert shown("p") == shown("q")
    assert str(CANARY) not in shown("p")


def test_how_many_choices_are_right_is_not_told():
    one = MultipleChoice((Choice("p", True), Choice("q"), Choice("r")))
    two = MultipleChoice((Choice("p", True), Choice("q", True), Choice("r")))
    assert ask(one).public() == ask(two).public()


@pytest.mark.parametrize("answer", [a for a, _ in ANSWERS], ids=lambda answer: type(answer).__name__)
def test_everything_can_be_written_as_json(answer):
    question = replace(ask(answer), figure=Figure("<svg/>", "A line."), key=(Fraction(1, 2), ("x", frozenset({2, 1}))))
    written = json.loads(json.dumps(question.to_dict()))
    assert written["key"] == ["1/2", ["x", [1, 2]]]
    assert written["answer"]["kind"] == answer.kind
    assert written["hints"] == list(question.hints)
    assert written["solution"][0]["reason"] == f"Because {CANARY}."


def test_distractors_are_what_mistakes_give_or_the_wrong_choices():
    assert ask(Number(1)).distractors == (CANARY,)
    assert ask(SingleChoice((Choice("p", True), Choice("q", value=3), Choice("r")))).distractors == (3, "r")
    assert ask(Dropdowns((Slot("s", ("p", "q"), "p"),))).distractors == (("s", "q"),)


@template("course/unit/skill", version=1, standards=["A.1"], answer=Number, check=lambda question: None)
def sums(rng):
    """A sum whose second number is drawn again when it is small."""
    a, b = integer(rng, 1, 99), integer(rng, 1, 99)
    if b < 50:
        raise Reroll
    return replace(ask(Number(a + b)), key=(a, b), prompt=f"What is ${a} + {b}$?")


def test_the_same_seed_gives_the_same_question_in_another_process():
    code = (
        "import json; from tests.exercises.test_question import sums;"
        "print(json.dumps([sums.instance(seed).to_dict() for seed in range(20)]))"
    )
    runs = {
        subprocess.run(  # noqa: S603 - our own code in a second interpreter
            [sys.executable, "-c", code], check=True, capture_output=True, text=True,
            env={"PYTHONPATH": "src:.", "PYTHONHASHSEED": hash_seed},
        ).stdout.strip()
        for hash_seed in ("1", "2")
    }  # fmt: skip
    assert runs == {json.dumps([sums.instance(seed).to_dict() for seed in range(20)])}


def test_a_draw_of_no_use_is_drawn_again():
    assert all(sums.instance(seed).key[1] >= 50 for seed in range(50))


def test_two_hundred_draws_of_no_use_are_an_error():
    @template("course/unit/hopeless", version=1, standards=[], answer=Number, check=lambda question: None)
    def hopeless(rng):
        raise Reroll

    with pytest.raises(RuntimeError, match="course/unit/hopeless"):
        hopeless.instance(0)


def test_another_version_draws_otherwise():
    second = replace(sums, version=2)
    assert [sums.instance(s).key for s in range(9)] != [second.instance(s).key for s in range(9)]
