"""Extend an arithmetic sequence: further terms, terms between, terms before, and places."""

import re
from random import Random

from courses.alg1.forms import hints
from courses.alg1.reading import value_of
from courses.alg1.sequences.readback import shown_terms, walk
from courses.alg1.sequences.runs import LETTERS, Run, apart, arithmetic, listed, ordinal
from exercises import Number, Question, Step, bracketed, integer, nonzero, num, person, pick, template
from exercises.exact import Fraction

SAME = "In an arithmetic sequence the same number is added at each step."


def run(rng: Random) -> Run:
    """Whole numbers mostly, now and then halves."""
    bottom = 2 if rng.random() < 0.15 else 1
    return arithmetic(Fraction(nonzero(rng, -30, 40), bottom), Fraction(nonzero(rng, -12, 15), bottom))


def found_step(one: Run, start: int = 1) -> Step:
    """The common difference from two neighbours."""
    before, after = one.terms(2, start)
    minus = f"{num(after)} - {bracketed(before)}"
    return Step(f"The common difference is ${minus} = {num(one.step)}$.", SAME)


def further(rng: Random) -> Question:
    """The next term, or one far away; perhaps after somebody's slip."""
    one, n, name = run(rng), pick(rng, (5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50)), person(rng)
    shown = listed(one.terms(4))
    if n == 5:
        ask = f"What is the next term of the arithmetic sequence ${shown}$?"
    elif rng.random() < 0.7:
        ask = f"What is the {ordinal(n)} term of the arithmetic sequence ${shown}$?"
    else:
        slipped = f"{num(one.first)} + {n} \\cdot {bracketed(one.step)} = {num(one.first + n * one.step)}$"
        ask = (f"{name} wants the {ordinal(n)} term of the arithmetic sequence ${shown}$ and calculates ${slipped}. "
               f"That is not right. What is the {ordinal(n)} term?")  # fmt: skip
    right = one.term(n)
    steps = Step(f"From the 1st to the {ordinal(n)} term it is {n - 1} steps.", "One step less than the place.")
    last = Step(f"${num(one.first)} + {n - 1} \\cdot {bracketed(one.step)} = {num(right)}$",
                "Start at the first term and add the steps.")  # fmt: skip
    if n == 5:
        last = Step(f"${num(one.term(4))} + {bracketed(one.step)} = {num(right)}$", "One more step.")
    path = (found_step(one), last) if n == 5 else (found_step(one), steps, last)
    return Question(
        key=("further", one.first, one.step, n),
        prompt=ask,
        answer=Number(right),
        hints=hints("What is added from each term to the next? Do not forget its sign.", path),
        solution=path,
        wrong=apart(right, {
            "one_step_too_many": right + one.step, "one_step_too_few": right - one.step,
            "difference_with_wrong_sign": one.first - (n - 1) * one.step if n > 5 else one.term(4) - one.step,
            "forgot_the_first_term": (n - 1) * one.step if n > 5 else one.step,
        }),
    )  # fmt: skip


def between(rng: Random) -> Question:
    """Two terms are known, a third is asked for: between them, after or before them."""
    one, a = run(rng), pick(rng, LETTERS)
    i = integer(rng, 1, 5)
    j = i + integer(rng, 2, 6)
    k = pick(rng, [n for n in range(1, 16) if n not in (i, j)])
    gap, steps = one.term(j) - one.term(i), j - i
    right = one.term(k)
    shared = Step(f"From ${a}_{{{i}}}$ to ${a}_{{{j}}}$ it is {steps} steps, and the terms change by ${num(gap)}$: "
                  f"each step is ${num(gap)} \\div {steps} = {num(one.step)}$.", SAME)  # fmt: skip
    near = i if abs(k - i) <= abs(k - j) else j
    count = abs(k - near)
    sign, word = ("+", "forward") if k > near else ("-", "back")
    much = bracketed(one.step) if count == 1 else f"{count} \\cdot {bracketed(one.step)}"
    way = "1 step" if count == 1 else f"{count} steps"
    why = "Each step forward adds the same." if k > near else "Going back takes away what going forward adds."
    last = Step(f"From ${a}_{{{near}}}$ go {way} {word}: ${num(one.term(near))} {sign} {much} = {num(right)}$.",
                why)  # fmt: skip
    return Question(
        key=("between", one.first, one.step, i, j, k),
        prompt=f"In an arithmetic sequence ${a}_{{{i}}} = {num(one.term(i))}$ and ${a}_{{{j}}} = {num(one.term(j))}$. "
        f"What is ${a}_{{{k}}}$?",
        answer=Number(right),
        hints=hints("How many steps lie between the two terms that you know?", (shared, last)),
        solution=(shared, last),
        wrong=apart(right, {
            "one_step_too_many": right + one.step, "one_step_too_few": right - one.step,
            "difference_with_wrong_sign": one.term(near) - (k - near) * one.step,
            "step_not_shared_out": one.term(i) + (k - i) * gap,
            "gap_shared_among_terms": one.term(i) + (k - i) * gap / (steps + 1),
        }),
        before=f"{a}_{{{k}}} =",
    )  # fmt: skip


def place(rng: Random) -> Question:
    """Which term is it?"""
    one, n = run(rng), integer(rng, 9, 60)
    value = one.term(n)
    change = num(value - one.first)
    whole = Step(f"From ${num(one.first)}$ to ${num(value)}$ the terms change by ${change}$: that is "
                 f"${change} \\div {bracketed(one.step)} = {n - 1}$ steps.", "All steps are equal.")  # fmt: skip
    last = Step(
        f"The first term is at place $1$, so the place is $1 + {n - 1} = {n}$.", "Steps and places differ by one."
    )
    return Question(
        key=("place", one.first, one.step, n),
        prompt=f"The arithmetic sequence ${listed(one.terms(4))}$ reaches ${num(value)}$. Which term is that? Type its "
        "place in the sequence, $1$ for the first term.",
        answer=Number(n),
        hints=hints("How far is it from the first term, and how far does one step take you?",
                    (found_step(one), whole, last)),
        solution=(found_step(one), whole, last),
        wrong=apart(n, {"position_off_by_one": n - 1, "one_step_too_many": n + 1,
                        "forgot_the_first_term": value / one.step, "term_for_position": value}),
    )  # fmt: skip


def first_term(rng: Random) -> Question:
    """The list begins later."""
    one, start = run(rng), integer(rng, 4, 12)
    shown = listed(one.terms(3, start))
    back = Step(f"From the {ordinal(start)} term back to the first it is {start - 1} steps.", "Places differ by that.")
    last = Step(f"${num(one.term(start))} - {start - 1} \\cdot {bracketed(one.step)} = {num(one.first)}$",
                "Going back takes away what going forward adds.")  # fmt: skip
    return Question(
        key=("first", one.first, one.step, start),
        prompt=f"From its {ordinal(start)} term on, an arithmetic sequence goes ${shown}$. What is its first term?",
        answer=Number(one.first),
        hints=hints("What is added at each step? And what does a step back do?", (found_step(one, start), back, last)),
        solution=(found_step(one, start), back, last),
        wrong=apart(one.first, {
            "one_step_too_many": one.first - one.step, "one_step_too_few": one.first + one.step,
            "difference_with_wrong_sign": one.term(start) + (start - 1) * one.step,
            "forgot_the_first_term": -(start - 1) * one.step,
        }),
    )  # fmt: skip


FORMS = (further, further, further, between, between, place, first_term)
ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th) term")
KNOWN = re.compile(r"\$[a-z]_\{(\d+)\} = (.+?)\$")


def walked(question: Question) -> None:
    """Goes step by step from the terms that are shown."""
    assert isinstance(question.answer, Number)
    text, form, right = question.prompt, question.key[0], question.answer.value
    if form == "between":
        asked = int(re.findall(r"[a-z]_\{(\d+)\}\$\?", text)[0])
        assert right == _through(text, asked)
        return
    terms = walk(shown_terms(text), 70)
    if form == "further":
        places = [int(n) for n in ORDINAL.findall(text)] or [5]
        assert right == terms[places[-1] - 1]
    elif form == "place":
        reached = re.findall(r"reaches \$(.+?)\$", text)[0]
        assert terms.index(value_of(reached)) + 1 == right
    else:
        backwards = walk(shown_terms(text)[::-1], 2 + int(ORDINAL.findall(text)[0]))
        assert backwards[-1] == right


def _through(text: str, asked: int) -> Fraction:
    """Tries every step that is a multiple of a quarter."""
    (i, u), (j, v) = ((int(n), value_of(value)) for n, value in KNOWN.findall(text))
    fitting = [step for step in (Fraction(n, 4) for n in range(-80, 81)) if sum([step] * (j - i), u) == v]
    assert len(fitting) == 1, text
    at = u
    for _ in range(abs(asked - i)):
        at = at + fitting[0] if asked > i else at - fitting[0]
    return at


@template(
    "alg1/sequences/extend-arithmetic-sequence",
    version=1,
    standards=("HSF.IF.A.3",),
    answer=Number,
    check=walked,
    band="first terms to 40, steps to 15, now and then halves; places to 60; terms known at two places at most 6 apart",
)
def extend_arithmetic(rng: Random) -> Question:
    """A draw of one of the forms."""
    return pick(rng, FORMS)(rng)
