"""Rearrange a formula so that another letter is its subject."""

from random import Random

from courses.alg1.equations.formulas import KNOWN, MADE, Formula
from courses.alg1.equations.isolate import Part, apply, different, spoiled, steps, trial
from courses.alg1.equations.readback import displayed, gap
from exercises import Equation, Question, Step, evaluate, integer, parse, pick, template

REQUESTS = (
    "Solve the formula for ${letter}$. Write your answer as ${letter} = \\ldots$",
    "Rearrange the formula to make ${letter}$ the subject, starting with ${letter} =$.",
    "You know all letters but ${letter}$. Write a formula for it, starting with ${letter} =$.",
)

TRY_NUMBERS = "Imagine that every other letter is a number. What would you undo first to free ${letter}$?"


def formula(rng: Random) -> Formula:
    """One time in three a formula that everybody meets, otherwise one made for the question."""
    return pick(rng, KNOWN) if integer(rng, 1, 3) == 1 else pick(rng, MADE)(rng)


def fits_the_formula(question: Question) -> None:
    """With whole numbers for the other letters, the answer's value makes the shown formula true."""
    (shown,) = displayed(question.prompt)
    assert isinstance(question.answer, Equation)
    subject, rest = question.answer.text.split(" = ")
    assert subject == question.answer.solved_for
    others = sorted({sign for sign in shown.replace(r"\frac", "") if sign.isalpha()} - {subject})
    for seed in ("three", "four", "five"):
        values = trial(others, seed)
        found = evaluate(parse(rest), values)
        assert gap(shown, {**values, subject: found}) == 0, (shown, rest)
        assert gap(shown, {**values, subject: found + 1}) != 0, shown


@template(
    "alg1/equations/rearrange-formula",
    version=1,
    standards=("HSA.CED.A.4",),
    answer=Equation,
    check=fits_the_formula,
    band="one to three moves; formulas from geometry, science and money, or made from a context with two numbers",
)
def rearrange(rng: Random) -> Question:
    """A formula and one of the letters that it can be solved for."""
    one = formula(rng)
    letter = pick(rng, sorted(one.frees))
    start, moves = Part(one.subject), one.frees[letter]
    turned = Step(
        f"Write the formula with ${letter}$ on the left: ${one.rest} = {one.subject}$.",
        "The two sides of an equation may change places.",
    )
    solution = (turned, *steps(letter, start, moves))
    answer, others = apply(start, moves).tex, [name for name in one.letters if name != letter]
    slips = different(answer, spoiled(start, moves), others)
    return Question(
        key=(one.tex, letter) if not one.numbers else (*one.numbers, letter),
        prompt=f"{one.says}\n\n$${one.tex}$$\n\n{pick(rng, REQUESTS).format(letter=letter)}",
        answer=Equation(f"{letter} = {answer}", letter),
        hints=(TRY_NUMBERS.format(letter=letter), *(step.text for step in solution[-4:])),
        solution=solution,
        wrong={name: f"{letter} = {text}" for name, text in slips.items()},
    )
