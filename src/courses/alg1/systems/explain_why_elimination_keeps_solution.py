"""Explain why elimination keeps the solution."""

import re
from random import Random

from courses.alg1.forms import one_of
from courses.alg1.lines.points import pair
from courses.alg1.reading import choices_of, formulas, right_choice
from courses.alg1.systems.elimination_reasons import REASONS
from courses.alg1.systems.rows import Row, both, equations_in, fits, spot, two_through
from exercises import Choice, Question, Reroll, SingleChoice, Step, bracketed, person, pick, shuffled, template
from exercises.exact import Fraction


def put_into_all(question: Question) -> None:
    """The common pair is found by trying integers, and put into the new equations; reasons are tested by points."""
    kind = question.key[0]
    one, two, *rest = equations_in(question.prompt)
    found = [(x, y) for x in range(-12, 13) for y in range(-12, 13) if fits(one, (x, y)) and fits(two, (x, y))]
    (p,) = found
    if kind == "value":
        left = formulas(question.prompt)[-1]
        a, b = (Fraction(n) for n in coefficients(left))
        assert right_choice(question).worth == a * p[0] + b * p[1]
        return
    if kind == "which":
        for choice in choices_of(question):
            first, second = equations_in(choice.text)
            same = fits(first, p) and fits(second, p) and first[0] * second[1] != second[0] * first[1]
            assert same is choice.right, choice.text
        return
    (new,) = rest[:1]
    assert fits(new, p) is (kind == "why")
    assert not_the_same(new, one)
    assert not_the_same(new, two)
    if kind == "slip":
        assert right_choice(question).worth == what_happened(question.prompt, (one, two, new))


def not_the_same(new: tuple[Fraction, ...], old: tuple[Fraction, ...]) -> bool:
    """Whether some point of the one line is not on the other."""
    return new[0] * old[1] != new[1] * old[0] or new[0] * old[2] != new[2] * old[0]


def what_happened(prompt: str, rows: tuple[tuple[Fraction, ...], ...]) -> str:
    """Which side of the new equation is not as it should be."""
    one, two, new = rows
    sign = -1 if "subtract" in prompt else 1
    right = tuple(a + sign * b for a, b in zip(one, two, strict=True))
    off = [place for place, (a, b) in enumerate(zip(right, new, strict=True)) if a != b]
    (place,) = off
    return ("x", "y", "right side")[place]


def coefficients(left: str) -> tuple[str, str]:
    """The numbers before x and y in a sum such as `3x - y`."""
    found = re.fullmatch(r"(-?\d*)x ([+-]) (\d*)y", left)
    assert found, left
    a, sign, b = found.groups()
    return {"": "1", "-": "-1"}.get(a, a), f"{'-' if sign == '-' else ''}{b or '1'}"


def ready(rng: Random) -> tuple[tuple[int, int], Row, Row, int]:
    """A solution and two equations whose terms in y cancel when the first is multiplied by a number and they are
    added."""
    p = spot(rng, 6)
    one, two = two_through(rng, p, 5)
    if two.b % one.b or two.b * one.b > 0 or 0 in p:
        raise Reroll
    times = -two.b // one.b
    if one.times(times).plus(two).a == 0 or times > 4:
        raise Reroll
    return p, one, two, times


def why(rng: Random) -> Question:
    """Why does the solution fit the sum too?"""
    p, one, two, times = ready(rng)
    place = pick(rng, range(len(REASONS)))
    reason, wrong = REASONS[place]
    name, new = person(rng), one.times(times).plus(two)
    does = f"multiplies the first equation by {times} and adds the second" if times > 1 else "adds the two equations"
    rows = [Choice(reason, True), *(Choice(text, misconception=slip) for text, slip in wrong)]
    first = f"{times} \\cdot {bracketed(one.c)}" if times > 1 else str(one.c)
    return Question(
        key=("why", place, one, two),
        prompt=f"{name} works on this system:\n\n{both(one.tex, two.tex)}\n\n{name} {does}. This gives ${new.tex}$."
        " Why does the solution of the system make the new equation true as well?",
        answer=SingleChoice(shuffled(rng, rows)),
        hints=(
            "Think of the pair that makes both equations true: the two sides of each equation are then one number.",
            f"The solution is ${pair(p)}$. In both equations the left side has the same value as the right side. "
            f"What happens when you {'multiply and ' if times > 1 else ''}add these?",
            f"The reason is this. {reason}",
        ),
        solution=(
            Step(f"For ${pair(p)}$ both sides of the first equation are ${one.c}$, and of the second ${two.c}$.",
                 "That is what a solution is."),
            Step(f"So both sides of the new equation are ${first} + {bracketed(two.c)} = {new.c}$ for this pair.",
                 "Equals were added to equals."),
            Step(reason, "The letters' values have not changed at all."),
        ),
    )  # fmt: skip


def kept_value(rng: Random) -> Question:
    """What is the value of the sum at the solution, without solving?"""
    p, one, two = spot(rng, 6), *two_through(rng, spot(rng, 6), 6)
    one, two = (Row(row.a, row.b, row.a * p[0] + row.b * p[1]) for row in (one, two))
    m, n = pick(rng, ((1, 1), (1, -1), (2, 1), (1, 2), (2, -1), (3, 1), (3, -1)))
    new = one.times(m).plus(two.times(n))
    wrong = {
        one.c * m - two.c * n: "elimination-other-operation",
        one.c + two.c if (m, n) != (1, 1) else one.c - two.c: "elimination-factor-forgotten",
        one.c * two.c if m == abs(n) == 1 else m * (one.c + two.c): "elimination-all-multiplied",
    }
    values = {new.c, *wrong}
    if len(values) < 4 or not new.a or not new.b or new.a < 0 or max(map(abs, values)) > 150:
        raise Reroll
    rows = [Choice(f"${new.c}$", True, value=Fraction(new.c))]
    rows += [Choice(f"${value}$", misconception=name, value=Fraction(value)) for value, name in wrong.items()]
    made = {1: "the first", 2: "2 times the first", 3: "3 times the first"}[m]
    how = f"{made} plus {'2 times ' if n == 2 else ''}the second" if n > 0 else f"{made} minus the second"
    first = one.c if m == 1 else f"{m} \\cdot {bracketed(one.c)}"
    second = f"{n} \\cdot {bracketed(two.c)}" if n == 2 else bracketed(two.c)
    sum_ = f"{first} {'+' if n > 0 else '-'} {second} = {new.c}"
    return Question(
        key=("value", one, two, m, n),
        prompt=f"The pair $(x, y)$ solves this system:\n\n{both(one.tex, two.tex)}\n\nWithout solving it: what is the"
        f" value of ${new.left}$ for this pair?",
        answer=SingleChoice(tuple(sorted(rows, key=lambda row: Fraction(str(row.value)))), shuffle=False),
        hints=(
            "Look at the numbers before the letters: how can the new expression be put together from the two left"
            " sides?",
            f"It is {how}. Do the same to the right sides.",
            f"So its value is ${sum_}$.",
        ),
        solution=(
            Step(f"${new.left}$ is {how}.", "Compare the numbers before $x$ and before $y$."),
            Step(f"The right sides do the same: ${sum_}$.", "For the solution each left side equals its right side."),
        ),
    )


def which_system(rng: Random) -> Question:
    """Which system has the same solution?"""
    p, one, two, times = ready(rng)
    new = one.times(times).plus(two)
    lost = Row(new.a, new.b, two.c + one.c) if times > 1 else Row(new.a, new.b, two.c - one.c)
    half = Row(one.a * times, one.b * times, one.c)
    multiple = one.times(3 if times != 3 else 2)
    options = (
        ((one, new), None),
        ((one, lost), "elimination-right-side-left-out"),
        ((two, half) if times > 1 else (two, Row(2 * one.a, 2 * one.b, one.c)), "eliminated-left-sides-only"),
        ((one, multiple), "elimination-second-line-lost"),
    )
    texts = [f"${a.tex}$ and ${b.tex}$" for (a, b), _ in options]
    if len(set(texts)) < 4 or lost.c == new.c or lost.holds(p) or one.c == 0:
        raise Reroll
    rows = [Choice(text, slip is None, slip) for text, (_, slip) in zip(texts, options, strict=True)]
    made = f"{times} times the first equation plus the second" if times > 1 else "the sum of both equations"
    return Question(
        key=("which", one, two),
        prompt=f"A system is given:\n\n{both(one.tex, two.tex)}\n\nWhich of these systems has the same solution?",
        answer=SingleChoice(shuffled(rng, rows)),
        hints=(
            "The solution is kept when one equation stays and the other is replaced by a sum of multiples of both.",
            f"Work out {made}, on both sides.",
            f"That gives ${new.tex}$, so it is the system {texts[0]}.",
        ),
        solution=(
            Step(f"${new.tex}$ is {made}.", "Both sides were treated alike, so the solution fits it."),
            Step("From this and the first equation the second one can be got back.", "So no other pair comes in."),
            Step(f"The same solution has the system {texts[0]}.", "The others lose or change something."),
        ),
    )


SLIPS = {
    "right side": "The right sides were not treated like the left sides.",
    "x": "The terms in $x$ were not treated like the other terms.",
    "y": "The terms in $y$ were not treated like the other terms.",
}
NOTHING = "Nothing went wrong: the solution of the system fits the new equation."


def find_the_slip(rng: Random) -> Question:
    """Somebody's sum does not keep the solution: where is the slip?"""
    p, one, two = spot(rng, 6), *two_through(rng, spot(rng, 6), 6)
    one, two = (Row(row.a, row.b, row.a * p[0] + row.b * p[1]) for row in (one, two))
    sign, place = pick(rng, (1, -1)), pick(rng, tuple(SLIPS))
    right, turned = one.plus(two.times(sign)), one.plus(two.times(-sign))
    new = Row(*(turned_one if name == place else right_one for name, right_one, turned_one in (
        ("x", right.a, turned.a), ("y", right.b, turned.b), ("right side", right.c, turned.c))))  # fmt: skip
    if new.holds(p) or new.a <= 0 or not new.b or not right.a or not right.b or not two.c or 0 in p:
        raise Reroll
    if not all((new.a * row.b - new.b * row.a) or (new.a * row.c - new.c * row.a) for row in (one, two)):
        raise Reroll
    name, does = person(rng), "adds the two equations" if sign > 0 else "subtracts the second equation from the first"
    rows = [
        Choice(text, key == place, None if key == place else "elimination-other-term", value=key)
        for key, text in SLIPS.items()
    ]
    rows.append(Choice(NOTHING, misconception="elimination-not-checked", value="nothing"))
    good = f"${right.tex}$"
    return Question(
        key=("slip", one, two, sign, place),
        prompt=f"{name} works on this system:\n\n{both(one.tex, two.tex)}\n\n{name} {does} and writes ${new.tex}$. What"
        " went wrong?",
        answer=SingleChoice(shuffled(rng, rows)),
        hints=(
            f"Do the same step yourself, term by term: {name} {does}.",
            f"It should be {good}. Compare this with what was written.",
            f"So this happened. {SLIPS[place]}",
        ),
        solution=(
            Step(f"The step should give {good}.", "Every term of both sides takes part."),
            Step(f"The solution ${pair(p)}$ fits {good}, but not ${new.tex}$.", "Only a fair step keeps it."),
            Step(SLIPS[place], "Compare term by term."),
        ),
    )


@template(
    "alg1/systems/explain-why-elimination-keeps-solution",
    version=1,
    standards=("HSA.REI.C.5",),
    answer=SingleChoice,
    check=put_into_all,
    band="two equations with coefficients up to 6: the reason, the value of a sum, an equivalent system, a slip",
    min_instances=60,
)
def explain_elimination(rng: Random) -> Question:
    """Why, what value, which system, which slip?"""
    return one_of(rng, (why, why, kept_value, which_system, find_the_slip))
