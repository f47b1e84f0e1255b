"""Solve absolute value inequalities."""

from random import Random

from courses.alg1.abs_piecewise.bars import bars, scaled, value_at
from courses.alg1.forms import one_of
from courses.alg1.inequalities.relations import ALL, NONE, SWITCHED, TEX, TURNED
from courses.alg1.inequalities.truth import COMPARE, SIGN, displayed, near, statement
from exercises import Inequality, Question, Reroll, Step, integer, nonzero, num, pick, poly, template
from exercises.exact import Fraction

HALVES = tuple(Fraction(n, 4) for n in range(-161, 162))


def true_where_it_says(question: Question) -> None:
    """The inequality of the prompt and the answer are true for the same numbers: everywhere, and next to the ends."""
    assert isinstance(question.answer, Inequality)
    left, sign, right = SIGN.split(displayed(question.prompt))
    holds = statement(question.answer.text, "x")
    for x in (*HALVES, *near(question.answer.text), Fraction(10**5), Fraction(-(10**5))):
        assert COMPARE[sign](value_at(left, x), value_at(right, x)) == holds(x), x


def ends(m: int, b: int, far: int) -> tuple[Fraction, Fraction]:
    """Where |mx + b| is `far`, from left to right."""
    one, two = sorted((Fraction(far - b, m), Fraction(-far - b, m)))
    return one, two


def solution(low: Fraction, high: Fraction, sign: str, form: str = "text") -> str:
    """What |...| `sign` d comes to between these ends, as typed or in TeX."""
    inner = sign[0] == "<"
    show, signs = (num, TEX) if form == "tex" else (str, {one: one for one in TEX})
    if inner:
        return f"{show(low)} {signs[sign]} x {signs[sign]} {show(high)}"
    joint = r" \text{ or } " if form == "tex" else " or "
    return f"x {signs[TURNED[sign]]} {show(low)}{joint}x {signs[sign]} {show(high)}"


def slips(m: int, b: int, far: int, sign: str) -> dict[str, str]:
    """What goes wrong often."""
    low, high = ends(m, b, far)
    found = {
        "absolute-between-for-beyond" if sign[0] == ">" else "absolute-beyond-for-between": solution(
            low, high, TURNED[sign]
        ),
        "boundary-switched": solution(low, high, SWITCHED[sign]),
        "absolute-one-half": f"x {sign if m > 0 else TURNED[sign]} {high if m > 0 else low}",
    }
    if low != -high:
        found["absolute-sign-of-answers"] = solution(-high, -low, sign)
    return found


def freed(a: int, inside: str, k: int, sign: str, c: int, alone: int) -> tuple[tuple[Step, ...], str]:
    """The steps that free the bars, and the sign after them."""
    steps = []
    if k:
        steps.append(
            Step(
                f"{'Subtract' if k > 0 else 'Add'} ${abs(k)}$ on both sides:"
                f" ${scaled(a, inside)} {TEX[sign]} {c - k}$.",
                "First free the bars.",
            )
        )
    after = TURNED[sign] if a < 0 else sign
    if a != 1:
        turn = "It is negative, so the sign turns round." if a < 0 else "It is positive, so the sign stays."
        steps.append(Step(f"Divide both sides by ${a}$: ${bars(inside)} {TEX[after]} {alone}$.", turn))
    return tuple(steps), after


def two_ends(rng: Random) -> Question:
    """Between two numbers, or beyond them."""
    a, m, b, k = (
        pick(rng, (1, 1, 1, 2, 3, -1, -2)),
        pick(rng, (1, 1, 2, -1, -2)),
        nonzero(rng, -9, 9),
        pick(rng, (0, 0, 1)),
    )
    k = nonzero(rng, -9, 9) if k or a != 1 else 0
    alone, sign = integer(rng, 1, 12), pick(rng, tuple(TEX))
    c, inside = a * alone + k, poly(m, "x", b)
    opening, after = freed(a, inside, k, sign, c, alone)
    low, high = ends(m, b, alone)
    text, tex = solution(low, high, after), solution(low, high, after, "tex")
    if after[0] == "<":
        split = f"-{alone} {TEX[after]} {inside} {TEX[after]} {alone}"
        why = "Nearer to 0 than this means between the two numbers."
    else:
        split = f"{inside} {TEX[TURNED[after]]} -{alone} \\text{{ or }} {inside} {TEX[after]} {alone}"
        why = "Further from 0 than this means beyond one of the two numbers."
    return asked(
        ("ends", a, m, b, k, sign, c),
        f"{scaled(a, inside, k)} {TEX[sign]} {c}",
        text,
        opening,
        (Step(f"So ${split}$.", why), *solved(m, b, alone, after, tex)),
        slips(m, b, alone, after),
    )


def solved(m: int, b: int, far: int, sign: str, tex: str) -> tuple[Step, ...]:
    """From the bars taken away to x alone: the constant goes first, then the number before x."""
    if m == 1:
        return (Step(f"Solved for $x$: ${tex}$.", "The same is done to all sides."),)
    name, low, high = poly(m, "x", 0), -far - b, far - b
    left = (
        f"{low} {TEX[sign]} {name} {TEX[sign]} {high}"
        if sign[0] == "<"
        else f"{name} {TEX[TURNED[sign]]} {low} \\text{{ or }} {name} {TEX[sign]} {high}"
    )
    turned = " Dividing by a negative number turns the signs." if m < 0 else ""
    return (
        Step(f"{'Subtract' if b > 0 else 'Add'} ${abs(b)}$: ${left}$.", "The same is done to all sides."),
        Step(f"Divide by ${m}$: ${tex}$.", f"All sides are divided.{turned}"),
    )


def none_or_all(rng: Random) -> Question:
    """The bars against a negative number: nothing fits, or everything does."""
    a, m, b, k = integer(rng, 1, 4), pick(rng, (1, 2, -1)), nonzero(rng, -9, 9), nonzero(rng, -9, 9)
    alone, sign = -integer(rng, 1, 6), pick(rng, tuple(TEX))
    c, inside = a * alone + k, poly(m, "x", b)
    opening, after = freed(a, inside, k, sign, c, alone)
    every = after[0] == ">"
    far = -alone
    low, high = ends(m, b, far)
    steps = (
        Step(f"${bars(inside)}$ is never less than 0, and here it is compared with ${alone}$.", "It is a distance."),
        Step(
            "The answer is: all real numbers." if every else "So there is no solution.",
            "Every distance is greater than a negative number.",
        ),
    )
    wrong = {
        "absolute-negative-taken": solution(low, high, after),
        "absolute-none-for-all" if every else "absolute-all-for-none": NONE if every else ALL,
    }
    return asked(
        ("none or all", a, m, b, k, sign, c),
        f"{scaled(a, inside, k)} {TEX[sign]} {c}",
        ALL if every else NONE,
        opening,
        steps,
        wrong,
    )


def asked(
    key: tuple[object, ...],
    shown: str,
    text: str,
    opening: tuple[Step, ...],
    steps: tuple[Step, ...],
    wrong: dict[str, str],
) -> Question:
    """The question; `opening` frees the bars, `steps` lead from there to the answer."""
    if "|-x" in shown and len(wrong) < 2:
        raise Reroll
    return Question(
        key=key,
        prompt="Solve the inequality. If nothing fits, type “no solution”; if everything does, “all real numbers”."
        f"\n\n$${shown}$$",
        answer=Inequality(text),
        wrong=wrong,
        hints=(
            "The bars measure a distance from 0. Free them first, then ask: nearer than this, or further away?",
            *([" ".join(step.text for step in opening)] if opening else []),
            *(step.text for step in steps),
        ),
        solution=(*opening, *steps),
    )


@template(
    "alg1/abs-piecewise/solve-absolute-value-inequalities",
    version=1,
    standards=("HSA.REI.B.3",),
    answer=Inequality,
    check=true_where_it_says,
    band="one absolute value of a linear expression with numbers up to 12, some with others beside it; none or all too",
)
def absolute_inequality(rng: Random) -> Question:
    """Between, beyond, nothing or everything."""
    return one_of(rng, (two_ends, two_ends, two_ends, two_ends, none_or_all))
