"""The checks of templates find what they are there to find."""

from dataclasses import replace

import pytest

from exercises import (
    MISCONCEPTIONS,
    Choice,
    Dropdowns,
    Expression,
    Figure,
    Number,
    Question,
    Reroll,
    SingleChoice,
    Slot,
    Step,
    evaluate,
    integer,
    nonzero,
    parse,
    poly,
    shuffled,
    template,
)
from exercises.checks import check_template
from exercises.checks.pieces import maths
from exercises.exact import Fraction
from exercises.parser.nodes import Relation

NAME, OTHER = list(MISCONCEPTIONS)[:2]


def substitutes(question):
    equation = parse(maths(question.prompt)[1])
    assert isinstance(equation, Relation)
    left, right = (evaluate(side, {"x": question.answer.value}) for side in equation.parts)
    assert left == right


@template("course/unit/sound", version=1, standards=["A.1"], answer=Number, check=substitutes)
def sound(rng):
    """Two steps to solve, nothing wrong with it."""
    a, x, b = integer(rng, 2, 9), nonzero(rng, -9, 9), nonzero(rng, -12, 12)
    if len({x, Fraction(a * x + b, a) - b, a * x}) < 3:
        raise Reroll
    return Question(
        key=(a, x, b),
        prompt=f"Solve for $x$: ${poly(a, 'x', b)} = {a * x + b}$.",
        answer=Number(x),
        wrong={NAME: Fraction(a * x + b, a) - b, OTHER: a * x},
        hints=("Undo the addition first.", f"This leaves ${poly(a, 'x')} = {a * x}$.", f"So $x = {x}$."),
        solution=(Step(f"${poly(a, 'x')} = {a * x}$", "The same is taken away on both sides."), Step(f"$x = {x}$")),
        before="x =",
    )


def changed(**changes):
    """The sound template with its questions changed: each change is a value or a function of the question."""

    def make(rng):
        question = sound.make(rng)
        return replace(question, **{k: v(question) if callable(v) else v for k, v in changes.items()})

    return replace(sound, make=make)


def found(faulty, spread_over=0):
    return {problem.check for problem in check_template(faulty, range(4), spread_over=spread_over)}


def test_a_sound_template_has_no_problems():
    assert check_template(sound, range(30)) == []


def prompt(text):
    return lambda question: question.prompt + text


@pytest.mark.parametrize(
    ("faulty", "check"),
    [
        (changed(answer=lambda q: Number(q.answer.value + 1)), "second opinion"),
        (changed(answer=lambda q: Expression(str(q.answer.value), ())), "kind"),
        (changed(wrong=lambda q: {NAME: q.answer.value}), "mistakes"),
        (changed(wrong=lambda q: {NAME: 1000, OTHER: 1000}), "mistakes differ"),
        (changed(wrong={"no-such-name": 1000}), "names"),
        (changed(hints=lambda q: q.hints[-1:]), "hints"),
        (changed(hints=lambda q: (q.hints[-1], *q.hints)), "hints"),
        (changed(hints=lambda q: q.hints[:-1]), "hints"),
        (changed(hints=lambda q: ("", *q.hints)), "hints"),
        (changed(prompt=lambda q: f"{q.prompt} {q.hints[0]}"), "hidden hints"),
        (changed(solution=lambda q: q.solution[:-1]), "solution"),
        (changed(solution=()), "solution"),
        (changed(prompt=lambda q: f"{q.prompt} Show that $x = {q.answer.value}$."), "prompt"),
        (changed(prompt=prompt(" It is None.")), "wording"),
        (changed(prompt=prompt(" It is {value}.")), "wording"),
        (changed(prompt=prompt(" Look at $1x$.")), "wording"),
        (changed(prompt=prompt(" Look at $x + -3$.")), "wording"),
        (changed(prompt=prompt(" Look at $x^1$.")), "wording"),
        (changed(prompt=prompt(" Look at $x^{1}$.")), "wording"),
        (changed(prompt=prompt(" It  is.")), "wording"),
        (changed(prompt=prompt(" It costs $5.")), "wording"),
        (changed(prompt=prompt(" It is a apple.")), "language"),
        (changed(prompt=prompt(" It has 1 metres.")), "language"),
        (changed(prompt=prompt(" It has 2 metre.")), "language"),
        (changed(prompt="solve it."), "language"),
        (changed(prompt="Solve this one equation"), "language"),
        (changed(prompt=prompt(" Choose [[slot]].")), "slots"),
        (changed(figure=Figure("<svg role='img' viewBox='0 0 1 1'/>", " ")), "figures"),
        (changed(figure=Figure("<svg/>", "A line.")), "figures"),
        (changed(figure=Figure("<svg role='img' viewBox='0 0 1 1'><script/></svg>", "A line.")), "figures"),
        (changed(figure=Figure(f"<svg role='img' viewBox='0 0 1 1'>{' ' * 9000}</svg>", "A line.")), "figures"),
        (changed(key=lambda q: (object(),)), "export"),
        (replace(sound, make=lambda rng: 1 / 0), "instance"),
    ],
)
def test_a_fault_in_an_instance_is_found(faulty, check):
    assert check in found(faulty)


def test_a_template_that_asks_for_its_answer_in_the_prompt_may_say_so():
    told = changed(prompt=lambda q: f"{q.prompt} Show that $x = {q.answer.value}$.")
    assert found(replace(told, answer_in_prompt=True)) == set()


def test_a_difference_between_two_makings_is_found():
    drawn = iter(range(100))
    assert "same again" in found(changed(key=lambda q: (next(drawn),)))


def test_tex_that_does_not_render_is_found():
    def render(tex):
        assert "frac" not in tex, "no such command"

    faulty = changed(prompt=prompt(r" Look at $\frac{1}{2}$."))
    assert {p.check for p in check_template(faulty, [0], render, spread_over=0)} == {"TeX"}


def test_too_few_instances_are_found():
    assert found(changed(key=lambda question: question.key[:1]), spread_over=400) == {"instances"}


def test_a_shortcut_that_works_is_found():
    telling = changed(prompt=lambda q: f"{q.prompt} Take ${q.answer.value}$.")
    assert found(telling, spread_over=400) == {"shortcuts"}


def choose(order, texts=("four", "five", "six", "ten")):
    """A template of single choices; the first text is the right one."""

    @template("course/unit/choose", version=1, standards=[], answer=SingleChoice, check=lambda q: None, min_instances=1)
    def choosing(rng):
        n = integer(rng, 1, 10**6)
        choices = order(rng, [Choice(text, i == 0) for i, text in enumerate(texts)])
        hints = ("Count them.", f"It is {texts[0]}.")
        return Question((n,), "How many?", SingleChoice(tuple(choices)), hints, (Step(f"It is {texts[0]}."),))

    return choosing


def test_shuffled_choices_have_no_problems():
    assert check_template(choose(shuffled), range(5)) == []


def test_a_right_choice_that_stays_in_its_place_is_found():
    assert found(choose(lambda rng, choices: choices), spread_over=400) == {"places"}


def test_a_right_choice_that_is_always_longest_is_found():
    texts = ("exactly forty-four", "five", "six", "ten")
    assert found(choose(shuffled, texts), spread_over=400) == {"length"}


def test_choices_that_look_alike_are_found():
    assert "choices" in found(choose(shuffled, ("four", "five", "Five.", "ten")))


def test_a_slot_without_its_place_is_found():
    slots = (Slot("sign", ("<", ">"), "<"),)
    faulty = replace(changed(answer=Dropdowns(slots), wrong={}, hints=("Look.", "It is <.")), answer=Dropdowns)
    assert "slots" in found(faulty)
