"""Spot inequalities with no or all solutions: after opening brackets, among four, or joined by and/or."""

from collections.abc import Callable, Mapping
from random import Random

from courses.alg1.inequalities.linear import coefficient, sides, worked
from courses.alg1.inequalities.relations import SIGNS, TURNED, Bound, combined, relation
from courses.alg1.inequalities.truth import SOME, displayed, near, statement
from exercises import (
    Choice,
    Question,
    Reroll,
    SingleChoice,
    Step,
    nonzero,
    num,
    pick,
    pick_distinct,
    poly,
    shuffled,
    template,
)
from exercises.exact import Fraction

EVERY, NO = "Every number is a solution.", "No number is a solution."
WANTS = ("all", "none", "some")
FAR = (Fraction(-(10**6)), Fraction(10**6))


def agrees(question: Question) -> None:
    """Try many numbers in what is displayed (or in each choice) and see which choice tells the truth."""
    assert isinstance(question.answer, SingleChoice)
    for choice in question.answer.choices:
        if "$$" in question.prompt:
            same = claims(choice.text)(displayed(question.prompt))
        else:
            same = outcome(choice.text.strip("$")) == ("none" if "no solution" in question.prompt else "all")
        assert same == choice.right, choice.text


def points(text: str) -> tuple[Fraction, ...]:
    """Where an inequality is tried."""
    return (*SOME, *near(text), *FAR)


def outcome(text: str) -> str:
    """all, none or some: over all the points."""
    holds = statement(text, "x")
    return {(True, False): "all", (False, True): "none"}.get(
        (all(map(holds, points(text))), not any(map(holds, points(text)))), "some"
    )


def claims(text: str) -> Callable[[str], bool]:
    """What the text of a choice says about an inequality."""
    if text in (EVERY, NO):
        return lambda shown: outcome(shown) == ("all" if text == EVERY else "none")
    claimed = text.split("$")[1]
    told = statement(claimed, "x")

    def same(shown: str) -> bool:
        holds = statement(shown, "x")
        return all(holds(point) == told(point) for point in (*points(shown), *near(claimed)))

    return same


@template(
    "alg1/inequalities/spot-inequalities-no-all-solutions",
    version=1,
    standards=("HSA.REI.B.3",),
    answer=SingleChoice,
    check=agrees,
    band="one bracket or two like terms; coefficients to 11, numbers to 48",
)
def special(rng: Random) -> Question:
    """One inequality to judge, one to find among four, or two joined by a word."""
    return pick(rng, (judged, judged, found, joined))(rng)


def only(tex: str) -> str:
    """The text of a choice that names its solutions."""
    return f"Just the numbers with ${tex}$."


def judged(rng: Random) -> Question:
    """3(x + 2) > 3x + 1: the letter drops out, or it does not."""
    want, sign, k, h = pick(rng, WANTS), pick(rng, SIGNS), coefficient(rng), nonzero(rng, -6, 6)
    opened, other = drawn_sides(rng, want, k, h)
    shown_sides = f"{k}({poly(1, 'x', h)})", poly(other[0], "x", other[1])
    swap = rng.random() < 0.5
    (a, b), (c, d) = (other, opened) if swap else (opened, other)
    left, right = shown_sides[::-1] if swap else shown_sides
    reason = f"Multiply both terms in the bracket by ${k}$."
    first = relation(poly(a, "x", b), sign, poly(c, "x", d))
    if want == "some":
        given = sides(left, right, (a, b, c, d), "", reason)
        bound = Bound("x", TURNED[sign] if given.slope < 0 else sign, given.boundary)
        right_text, steps = only(bound.tex), worked(given, bound)
        tail = f"The letter does not drop out. The last line is ${bound.tex}$."
    else:
        true, bound = claim(b, sign, d), Bound("x", sign, Fraction(other[1]))
        if true != (want == "all"):
            raise Reroll
        right_text = EVERY if true else NO
        steps = (Step(f"${first}$", reason),
                 Step(f"${shown_numbers(b, sign, d)}$", f"{taken_out(k)} The letter drops out."),
                 Step(verdict(true), "What is left does not depend on $x$."))  # fmt: skip
        tail = f"What is left is ${shown_numbers(b, sign, d)}$. {verdict(true)}"
    return Question(
        key=("judge", k, h, *other, sign, swap),
        prompt=f"Which of these describes the solutions?\n\n$${relation(left, sign, right)}$$",
        answer=four(rng, right_text, bound, want),
        hints=("Solve as usual. If the letter drops out, look at what is left: true or false?",
               f"Open the bracket: ${first}$. Compare the terms with $x$ on the two sides.",
               f"{tail} So: {right_text}"),
        solution=(*steps, Step(right_text, "That is what the last line says.")),
    )  # fmt: skip


def drawn_sides(rng: Random, want: str, k: int, h: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """The opened bracket and the side against it, each as coefficient of x and number."""
    if want != "some":
        other = k, k * h + pick(rng, (0, nonzero(rng, -6, 6)))
    else:
        c = k + nonzero(rng, -3, 3)
        other = c, k * h + (k - c) * nonzero(rng, -6, 6)
    if 0 in other or abs(other[1]) > 40:
        raise Reroll
    return (k, k * h), other


def claim(left: int, sign: str, right: int) -> bool:
    """Whether an inequality between two numbers is true."""
    return {"<": left < right, ">": left > right, "<=": left <= right, ">=": left >= right}[sign]


def shown_numbers(left: int, sign: str, right: int) -> str:
    """TeX of an inequality between two numbers."""
    return relation(num(left), sign, num(right))


def verdict(true: bool) -> str:
    """What a statement without a letter means."""
    return "That is true, whatever $x$ is." if true else "That is false, whatever $x$ is."


def taken_out(k: int) -> str:
    """The step that takes the letter away."""
    return f"{'Subtract' if k > 0 else 'Add'} ${poly(abs(k), 'x')}$ {'from' if k > 0 else 'to'} both sides."


def four(rng: Random, right: str, bound: Bound, want: str) -> SingleChoice:
    """Every number, no number, and a bound in both directions, in a drawn order."""
    kept = "letter-dropped-number-kept" if want != "some" else "kept-direction"
    rows = (
        (EVERY, "letter-still-there" if want == "some" else "all-for-none"),
        (NO, "letter-still-there" if want == "some" else "none-for-all"),
        (only(bound.tex), kept),
        (only(bound.turned().tex), kept),
    )
    return one_right(rng, right, dict(rows))


def one_right(rng: Random, right: str, names: Mapping[str, str]) -> SingleChoice:
    """The texts in a drawn order; the wrong ones carry the mistake that leads to them."""
    choices = (Choice(text, text == right, None if text == right else name) for text, name in names.items())
    return SingleChoice(shuffled(rng, choices))


def found(rng: Random) -> Question:
    """Which of four has no solution, or is true for every number?"""
    want, k, (low, high) = (
        pick(rng, ("all", "none")),
        nonzero(rng, -6, 6),
        sorted(pick_distinct(rng, range(-12, 13), 2)),
    )
    other = k + pick(rng, (-2, -1, 1, 2))
    if 0 in (low, high, other) or abs(k) < 2:
        raise Reroll
    less, more = pick(rng, ("<", "<=")), pick(rng, (">", ">="))
    every, none = (
        relation(poly(k, "x", low), less, poly(k, "x", high)),
        relation(poly(k, "x", low), more, poly(k, "x", high)),
    )
    usual = (
        relation(poly(k, "x", low), less, poly(other, "x", high)),
        relation(poly(-k, "x", high), more, poly(k, "x", low)),
    )
    right, opposite = (every, none) if want == "all" else (none, every)
    wrong = "all-for-none" if want == "all" else "none-for-all"
    rows = ((right, None), (opposite, wrong), *((tex, "letter-still-there") for tex in usual))
    asked = "is true for every number" if want == "all" else "has no solution"
    sign = more if right == none else less
    return Question(
        key=("find", want, k, low, high, other, less, more),
        prompt=f"Which of these inequalities {asked}?",
        answer=SingleChoice(shuffled(rng, (Choice(f"${tex}$", name is None, name) for tex, name in rows))),
        hints=("For that to happen the letter must drop out. In which of them are the letter terms alike?",
               "Two of them have the same term with $x$ on both sides. Take it away and look at the numbers left.",
               f"With ${right}$ what is left is ${shown_numbers(low, sign, high)}$. {verdict(want == 'all')}"),
        solution=(Step("Look for the same term with $x$ on both sides.", "Only then does the letter drop out."),
                  Step(f"${shown_numbers(low, sign, high)}$", f"{taken_out(k)} So much is left of one of them."),
                  Step(f"${right}$", verdict(want == "all"))),
    )  # fmt: skip


def joined(rng: Random) -> Question:
    """x < 2 and x > 5: solved parts, so that only the word has to be thought about."""
    low, high = sorted(pick_distinct(rng, range(-9, 10), 2))
    word, upward = pick(rng, ("and", "or")), pick(rng, (True, False))
    one = Bound("x", pick(rng, (">", ">=") if upward else ("<", "<=")), Fraction(low))
    two = Bound("x", pick(rng, ("<", "<=") if upward else (">", ">=")), Fraction(high))
    first, second = shuffled(rng, (one, two))
    shown = rf"{first.tex} \quad\text{{{word}}}\quad {second.tex}"
    inner = combined("and", one, two, "tex") if upward else combined("and", one.turned(), two.turned(), "tex")
    outer = combined("or", one.turned(), two.turned(), "tex") if upward else combined("or", one, two, "tex")
    right = {("and", True): only(inner), ("or", True): EVERY, ("and", False): NO, ("or", False): only(outer)}[
        word, upward
    ]
    texts = (EVERY, NO, only(inner), only(outer))
    swapped = {("and", True): EVERY, ("or", True): only(inner), ("and", False): only(outer), ("or", False): NO}
    names = dict.fromkeys(texts, "limits-overlap")
    names[swapped[word, upward]] = {"and": "and-taken-as-or", "or": "or-taken-as-and"}[word]
    how = {"and": "both statements at once", "or": "at least one of the statements"}[word]
    return Question(
        key=("join", word, one.text, two.text, first is one),
        prompt=f"Which of these describes the solutions?\n\n$${shown}$$",
        answer=one_right(rng, right, names),
        hints=(f"“{word.capitalize()}” asks for {how}. Draw both on one number line.",
               f"Mark ${low}$ and ${high}$, then try a number below both, one between and one above both.",
               f"{tried(word, one, two)} So: {right}"),
        solution=(Step(f"“{word.capitalize()}” asks for {how}.", "That is what the word means."),
                  Step(tried(word, one, two), "Each statement shades one side of its boundary."),
                  Step(right, "That is what the two statements say together.")),
    )  # fmt: skip


def tried(word: str, one: Bound, two: Bound) -> str:
    """How many of the two statements hold in the three parts of the line."""
    between = "both are true" if one.upward else "neither is true"
    return f"Between ${one.value}$ and ${two.value}$ {between}; outside, exactly one of them is true."
