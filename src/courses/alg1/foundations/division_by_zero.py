"""Explain why division by zero is undefined."""

from random import Random

from courses.alg1.foundations.zero_claims import CLAIMS, REASONS, STORIES
from courses.alg1.reading import choices_of, formulas, right_choice, value_of
from exercises import (
    Choice,
    Question,
    Reroll,
    SingleChoice,
    Step,
    Undefined,
    integer,
    nonzero,
    person,
    pick,
    pick_distinct,
    poly,
    shuffled,
    template,
)
from exercises.exact import Fraction


def multiplying_back_agrees(question: Question) -> None:
    """Count which numbers pass the test "times the divisor gives the number divided", or try the values."""
    worth = right_choice(question).worth
    if isinstance(worth, tuple):
        _first_false_line(question, *worth)
    elif isinstance(worth, Fraction):
        _only_one_value_fails(question, worth)
    else:
        above, below = _division(question)
        fits = [n for n in range(-400, 401) if n * below == above]
        assert worth == {0: "none", 1: "one"}.get(len(fits), "all")


def _division(question: Question) -> tuple[Fraction, Fraction]:
    found = formulas(question.prompt)
    division = next((tex for tex in found if "\\div" in tex), None)
    if division:
        above, below = division.partition(" = ")[0].split("\\div")
        return value_of(above), value_of(below)
    x, at = found[1].split(" = ")
    above, below = found[0].removeprefix("\\frac{").removesuffix("}").split("}{")
    return value_of(above, **{x: int(at)}), value_of(below, **{x: int(at)})


def _only_one_value_fails(question: Question, right: Fraction) -> None:
    whole, x = formulas(question.prompt)[:2]
    for choice in choices_of(question):
        try:
            value_of(whole, **{x: Fraction(str(choice.worth))})
        except Undefined:
            assert choice.worth == right
        else:
            assert choice.worth != right


def _first_false_line(question: Question, start: int, end: int) -> None:
    lines = [tex.split(" = ") for tex in formulas(question.prompt)]
    x, at = lines[0]
    sides = [(value_of(left, **{x: int(at)}), value_of(right, **{x: int(at)})) for left, right in lines]
    assert next(n for n, (left, right) in enumerate(sides, start=1) if left != right) == end == start + 1


@template(
    "alg1/foundations/explain-why-division-zero-undefined",
    version=1,
    standards=("HSA.SSE.A.1",),
    answer=SingleChoice,
    check=multiplying_back_agrees,
    band="one division with whole numbers, or one fraction with linear top and bottom",
    answer_in_prompt=True,
)
def division_by_zero(rng: Random) -> Question:
    """Reasons, claims, stories, fractions with letters and a false proof."""
    forms = (plain_reason, claim, bags, zero_above, zero_over_zero, excluded_value, excluded_value, false_proof)
    return pick(rng, forms)(rng)


BACK = "A quotient times the divisor gives back what was divided."


def _question(
    rng: Random,
    key: tuple[object, ...],
    prompt: str,
    choices: tuple[Choice, ...],
    *helps: str,
    why: str,
    reason: str = BACK,
) -> Question:
    """`helps` are the first hints, `why` leads to the right choice, `reason` stands beside each step."""
    right = next(choice.text for choice in choices if choice.right)
    end = f"{why} {right}" if right.endswith(".") else f"{why} {right}."
    return Question(
        key=tuple(str(part) for part in key),
        prompt=prompt,
        answer=SingleChoice(shuffled(rng, choices)),
        hints=(*helps, end),
        solution=(*(Step(text, reason) for text in helps[1:]), Step(end)),
    )


def plain_reason(rng: Random) -> Question:
    """Why n divided by 0 has no value."""
    n = nonzero(rng, -60, 99)
    reason = pick(rng, REASONS)
    return _question(
        rng,
        ("reason", n, reason.right),
        f"Why does ${n} \\div 0$ have no value?",
        (
            Choice(reason.right.format(n=n), True, value="none"),
            *(Choice(text.format(n=n), misconception=name) for text, name in reason.wrong),
        ),
        "A division is checked by multiplying back: $12 \\div 3 = 4$ because $4 \\cdot 3 = 12$.",
        f"A value of ${n} \\div 0$ would have to be a number that makes ${n}$ when it is multiplied by $0$.",
        why="Every number times $0$ is $0$.",
    )


def claim(rng: Random) -> Question:
    """Somebody gives n divided by 0 a value: which reply shows that it cannot be?"""
    who, n = person(rng), integer(rng, 2, 60)
    r, thought = pick(
        rng,
        ((0, "because nothing is shared out"), (n, "because nothing is done to it"), (1, "because $0$ goes in once")),
    )
    replies = [(text.format(n=n), name) for text, name in CLAIMS[str(r) if r < 2 else "n"]]
    return _question(
        rng,
        ("claim", n, r),
        f"{who} says: “${n} \\div 0 = {r}$, {thought}.” Which reply shows that this cannot be right?",
        (
            Choice(f"Multiply back: ${r} \\cdot 0$ is $0$, not ${n}$.", True, value="none"),
            *(Choice(text, misconception=name) for text, name in replies),
        ),
        "How do you check the result of a division?",
        f"If ${n} \\div 0$ were ${r}$, then ${r}$ times the divisor would have to give ${n}$.",
        why="The reply that makes this test is the one that settles it.",
    )


def bags(rng: Random) -> Question:
    """Measuring out portions of size zero."""
    n, story = integer(rng, 2, 60), pick(rng, STORIES)
    return _question(
        rng,
        ("bags", n, story.says),
        f"{story.says.format(n=n)} What does that say about ${n} \\div 0$?",
        (
            Choice(story.right, True, value="none"),
            *(Choice(text.format(n=n), misconception=name) for text, name in story.wrong),
        ),
        "Try it with portions that are not empty first. What happens to the rest as you go on?",
        "Each empty portion takes $0$ away, so the rest stays as it is.",
        why=f"What is asked for would have to add up to ${n}$.",
        reason="Taking $0$ away again and again changes nothing.",
    )


def zero_above(rng: Random) -> Question:
    """0 divided by n is 0."""
    n = nonzero(rng, -30, 60)
    return _question(
        rng,
        ("zero above", n),
        f"What is $0 \\div {_br(n)}$, and why?",
        (
            Choice(f"It is $0$, because $0 \\cdot {_br(n)} = 0$.", True, value="one"),
            Choice("It has no value, because a $0$ is in it.", misconception="zero-on-top-undefined"),
            Choice(f"It is ${n}$, because $0$ changes nothing.", misconception="division-by-zero-is-itself"),
            Choice("It can be anything, like $0 \\div 0$.", misconception="zero-over-zero-has-none"),
        ),
        "A division is checked by multiplying back.",
        f"Which number times ${_br(n)}$ gives $0$? Is there one, none, or are there many?",
        why="Exactly one number passes the test.",
    )


def _br(n: int) -> str:
    return f"({n})" if n < 0 else str(n)


def zero_over_zero(rng: Random) -> Question:
    """A fraction whose top and bottom are both 0 at a value."""
    a, k, x = nonzero(rng, -9, 9), integer(rng, 2, 9), pick(rng, ("x", "n", "t"))
    tex = f"\\frac{{{poly(k, x, -k * a)}}}{{{poly(1, x, -a)}}}"
    return _question(
        rng,
        ("both zero", a, k),
        f"What is the value of ${tex}$ for ${x} = {a}$?",
        (
            Choice("It has no value: every number times $0$ is $0$.", True, value="all"),
            Choice("It is $1$, because top and bottom are equal.", misconception="zero-over-zero-is-one"),
            Choice("It is $0$, because the top of it is $0$.", misconception="division-by-zero-is-zero"),
            Choice(f"It is ${k}$, because ${k}$ is the only one that fits.", misconception="zero-over-zero-is-one"),
        ),
        f"Put ${a}$ in for ${x}$ in the top and in the bottom.",
        "Both are $0$. Which numbers $m$ pass the test $m \\cdot 0 = 0$?",
        why="All of them pass, so none is singled out.",
    )


def excluded_value(rng: Random) -> Question:
    """For which value of the letter does a fraction have no value?"""
    x, p, q = pick(rng, ("x", "n", "t", "y")), nonzero(rng, -9, 9), nonzero(rng, -9, 9)
    a, b = integer(rng, 1, 4), integer(rng, 1, 4)
    if abs(p) == abs(q):
        raise Reroll
    tex = f"\\frac{{{poly(a, x, -a * q)}}}{{{poly(b, x, -b * p)}}}"
    rows = (
        (p, None),
        (-p, "sign-of-excluded-value"),
        (q, "zero-numerator-for-denominator"),
        (0, "letter-zero-excluded"),
    )
    return _question(
        rng,
        ("excluded", tex),
        f"For which number does ${tex}$ have no value when it is put in for ${x}$?",
        tuple(Choice(f"${value}$", value == p, name, value=Fraction(value)) for value, name in rows),
        "A fraction has no value when it would divide by $0$. Which part of it divides?",
        f"Look for the number that makes ${poly(b, x, -b * p)}$ equal to $0$.",
        why=f"The bottom is $0$ when ${x}$ is this number:",
        reason="A fraction divides by its bottom, and nothing can be divided by $0$.",
    )


def false_proof(rng: Random) -> Question:
    """A chain of lines that ends in nonsense: where is the division by zero?"""
    a, r, x = integer(rng, 2, 9), integer(rng, 2, 9), pick(rng, ("x", "n", "t"))
    p, q = pick_distinct(rng, range(2, 10), 2)
    lines = [
        f"{x} = {a}",
        f"{poly(p, x, -p * a)} = {poly(q, x, -q * a)}",
        f"{p}({poly(1, x, -a)}) = {q}({poly(1, x, -a)})",
        f"{p} = {q}",
        f"{p + r} = {q + r}",
    ]
    numbered = "\n".join(f"{index}. ${line}$" for index, line in enumerate(lines, start=1))
    return _question(
        rng,
        ("proof", a, p, q, r),
        f"These lines end in nonsense:\n\n{numbered}\n\nWhich step is not allowed?",
        (
            Choice(f"3 to 4: it divides by ${poly(1, x, -a)}$, which is $0$.", True, value=(3, 4)),
            Choice("1 to 2: both sides are $0$, so they cannot be equal.", misconception="allowed-step-blamed"),
            Choice(f"2 to 3: no one may take out ${p}$ and ${q}$.", misconception="allowed-step-blamed", value=2),
            Choice(f"4 to 5: adding ${r}$ changes only one side.", misconception="allowed-step-blamed", value=4),
        ),
        f"Put ${a}$ in for ${x}$ in each line. Which is the first line that is false?",
        f"Lines 2 and 3 say $0 = 0$, which is true. Line 4 says ${p} = {q}$, which is false.",
        why="What was done to both sides between the last true and the first false line?",
        reason="Both sides may be divided by the same number, but not by $0$.",
    )
