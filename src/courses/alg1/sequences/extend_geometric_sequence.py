"""Extend a geometric sequence: further terms, terms between, terms before, and places."""

import re
from random import Random

from courses.alg1.forms import hints
from courses.alg1.reading import value_of
from courses.alg1.sequences.geometric_runs import rising, run
from courses.alg1.sequences.readback import shown_terms, walk
from courses.alg1.sequences.runs import LETTERS, Run, apart, listed, ordinal, power_tex
from exercises import FractionAnswer, Number, Question, Reroll, Step, bracketed, integer, num, person, pick, template
from exercises.exact import Fraction

SAME = "In a geometric sequence each term is multiplied by the same number."


def answer(value: Fraction) -> Number | FractionAnswer:
    """A whole number, or a fraction."""
    return Number(value) if value.denominator == 1 else FractionAnswer(value)


def handy(value: Fraction) -> Fraction:
    """The value; Reroll when it is too large or has too many parts."""
    if abs(value) > 20000 or value.denominator > 81:
        raise Reroll
    return value


def ratio(one: Run, start: int = 1) -> Step:
    """The common ratio from two neighbours."""
    before, after = one.terms(2, start)
    return Step(f"The common ratio is ${num(after)} \\div {bracketed(before)} = {num(one.step)}$.", SAME)


def further(rng: Random) -> Question:
    """The next term, or a later one; perhaps after somebody's slip."""
    one, n, name = run(rng), integer(rng, 5, 8), person(rng)
    count = 4 if n == 5 else 3
    shown, right = listed(one.terms(count)), handy(one.term(n))
    if n == 5:
        ask = f"What is the next term of the geometric sequence ${shown}$?"
    elif rng.random() < 0.7:
        ask = f"What is the {ordinal(n)} term of the geometric sequence ${shown}$?"
    else:
        ask = (
            f"{name} wants the {ordinal(n)} term of the geometric sequence ${shown}$ and adds "
            f"${num(one.term(2) - one.first)}$ each time. That is wrong here. What is the {ordinal(n)} term?"
        )
    left = n - count
    path = ", ".join(num(one.term(i)) for i in range(count, n))
    walked = Step(f"Keep multiplying by ${num(one.step)}$: ${path}$.",
                  f"From the {ordinal(count)} to the {ordinal(n - 1)} term.")  # fmt: skip
    last = Step(f"${num(one.term(n - 1))} \\cdot {bracketed(one.step)} = {num(right)}$", "One more step.")
    steps = (ratio(one), last) if left == 1 else (ratio(one), walked, last)
    return Question(
        key=("further", one.first, one.step, n),
        prompt=ask,
        answer=answer(right),
        hints=hints("What is each term multiplied by to get the next? Mind the sign.", steps),
        solution=steps,
        wrong=apart(right, {
            "added_in_place_of_multiplying": one.term(count) + left * (one.term(count) - one.term(count - 1)),
            "one_step_too_many": one.term(n + 1), "one_step_too_few": one.term(n - 1) if left > 1 else None,
            "ratio_with_wrong_sign": -right, "inverse_ratio": one.term(n - 1) / one.step if left == 1 else None,
        }),
    )  # fmt: skip


def between(rng: Random) -> Question:
    """Two terms are known, all are positive; a third is asked for."""
    one, a, i = rising(rng), pick(rng, LETTERS), integer(rng, 1, 3)
    gap = integer(rng, 2, 3)
    j = i + gap
    k = pick(rng, [n for n in range(max(1, i - 1), j + 3) if n not in (i, j)])
    right, factor = handy(one.term(k)), one.step**gap
    handy(one.term(j))
    quotient = f"{num(one.term(j))} \\div {bracketed(one.term(i))} = {num(factor)}"
    whole = Step(f"From ${a}_{{{i}}}$ to ${a}_{{{j}}}$ it is {gap} steps, and together they multiply by "
                 f"${quotient}$.", SAME)  # fmt: skip
    share = Step(f"The ratio $r$ is positive with $r^{gap} = {num(factor)}$: $r = {num(one.step)}$.",
                 "The same factor is used at each step.")  # fmt: skip
    near = i if abs(k - i) <= abs(k - j) else j
    count, way = abs(k - near), "Multiply" if k > near else "Divide"
    why = "Each step multiplies by it." if k > near else "Going back divides by what going forward multiplies with."
    times = "" if count == 1 else " twice" if count == 2 else f" {count} times"
    known = f"${a}_{{{near}}} = {num(one.term(near))}$"
    last = Step(f"{way} {known} by ${num(one.step)}${times}: ${a}_{{{k}}} = {num(right)}$.", why)  # fmt: skip
    return Question(
        key=("between", one.first, one.step, i, j, k),
        prompt=f"In a geometric sequence of positive numbers ${a}_{{{i}}} = {num(one.term(i))}$ and "
        f"${a}_{{{j}}} = {num(one.term(j))}$. What is ${a}_{{{k}}}$?",
        answer=answer(right),
        hints=hints("How many steps lie between the two terms, and what do they multiply by together?",
                    (whole, share, last)),
        solution=(whole, share, last),
        wrong=apart(right, {
            "added_in_place_of_multiplying": one.term(i) + (k - i) * (one.term(j) - one.term(i)) / gap,
            "step_not_shared_out": one.term(i) * factor if k > i else one.term(i) / factor,
            "one_step_too_many": one.term(k + 1), "one_step_too_few": one.term(k - 1),
        }),
        before=f"{a}_{{{k}}} =",
    )  # fmt: skip


def place(rng: Random) -> Question:
    """Which term is it?"""
    one, n = rising(rng), integer(rng, 5, 9)
    value = handy(one.term(n))
    if value.denominator > 9 or value.numerator > 5000:
        raise Reroll
    grown = value / one.first
    whole = Step(f"From ${num(one.first)}$ to ${num(value)}$ is the factor ${num(value)} \\div {num(one.first)} = "
                 f"{num(grown)}$.", "All steps together.")  # fmt: skip
    power = Step(f"${num(grown)} = {power_tex(one.step, str(n - 1))}$, so it takes {n - 1} steps.",
                 "Each step multiplies once more.")  # fmt: skip
    last = Step(
        f"The first term is at place $1$, so this one is at $1 + {n - 1} = {n}$.", "Places are one more than steps."
    )
    return Question(
        key=("place", one.first, one.step, n),
        prompt=f"The geometric sequence ${listed(one.terms(3))}$ reaches ${num(value)}$. Which term is that? Type its "
        "place in the sequence, $1$ for the first term.",
        answer=Number(n),
        hints=hints("Keep multiplying, and count the places as you go.", (ratio(one), whole, power, last)),
        solution=(ratio(one), whole, power, last),
        wrong=apart(n, {"position_off_by_one": n - 1, "one_step_too_many": n + 1,
                        "exponent_as_factor": grown / one.step, "term_for_position": value}),
    )  # fmt: skip


def first_term(rng: Random) -> Question:
    """The list begins later."""
    one, start = run(rng), integer(rng, 3, 5)
    shown = listed([handy(value) for value in one.terms(3, start)])
    back = Step(f"From the {ordinal(start)} term back to the first it is {start - 1} steps: divide by "
                f"${num(one.step)}$ each time.", "Division undoes multiplication.")  # fmt: skip
    path = ", ".join(num(one.term(i)) for i in range(start - 1, 0, -1))
    last = Step(f"That gives ${path}$: the first term is ${num(one.first)}$.", "The last of these is the first term.")
    return Question(
        key=("first", one.first, one.step, start),
        prompt=f"From its {ordinal(start)} term on, a geometric sequence goes ${shown}$. What is its first term?",
        answer=answer(one.first),
        hints=hints("What leads from a term to the next? And what leads back?", (ratio(one, start), back, last)),
        solution=(ratio(one, start), back, last),
        wrong=apart(one.first, {
            "one_step_too_many": one.term(0), "one_step_too_few": one.term(2), "ratio_with_wrong_sign": -one.first,
            "added_in_place_of_multiplying": one.term(start) - (start - 1) * (one.term(start + 1) - one.term(start)),
        }),
    )  # fmt: skip


FORMS = (further, further, further, between, between, place, first_term)
ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th) term")
KNOWN = re.compile(r"\$[a-z]_\{(\d+)\} = ([^$]+)\$")
RATIOS = sorted({Fraction(p, q) for p in range(1, 13) for q in range(1, 13)})


def walked(question: Question) -> None:
    """Goes step by step from the terms that are shown."""
    assert isinstance(question.answer, Number | FractionAnswer)
    text, form, right = question.prompt, question.key[0], question.answer.value
    if form == "between":
        assert right == _through(text, int(re.findall(r"[a-z]_\{(\d+)\}\$\?", text)[0]))
        return
    shown = shown_terms(text)
    if form == "further":
        places = [int(n) for n in ORDINAL.findall(text)] or [5]
        assert right == walk(shown, 12)[places[-1] - 1]
    elif form == "place":
        reached = value_of(re.findall(r"reaches \$(.+?)\$", text)[0])
        assert walk(shown, 14).index(reached) + 1 == right
    else:
        assert walk(shown[::-1], 2 + int(ORDINAL.findall(text)[0]))[-1] == right


def _through(text: str, asked: int) -> Fraction:
    """Tries every simple positive ratio."""
    (i, u), (j, v) = ((int(n), value_of(value)) for n, value in KNOWN.findall(text))
    (by,) = (by for by in RATIOS if u * by ** (j - i) == v)
    at = u
    for _ in range(abs(asked - i)):
        at = at * by if asked > i else at / by
    return at


@template(
    "alg1/sequences/extend-geometric-sequence",
    version=1,
    standards=("HSF.IF.A.3",),
    answer=(Number, FractionAnswer),
    check=walked,
    band="ratios to 10, also fractions and negative ones; terms to 20,000 or with denominators to 81; places to 9",
)
def extend_geometric(rng: Random) -> Question:
    """A draw of one of the forms."""
    return pick(rng, FORMS)(rng)
