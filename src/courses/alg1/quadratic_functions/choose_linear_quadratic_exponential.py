"""Choose linear, quadratic or exponential: from tables, stories, dots and in the long run."""

from collections.abc import Callable, Mapping, Sequence
from random import Random

from courses.alg1.forms import one_of
from courses.alg1.lines.graph_line_table import table, table_rows
from courses.alg1.quadratic_functions.kind_stories import kind_told, story
from courses.alg1.quadratic_functions.kinds import EXP, KINDS, LIN, QUAD, WHY, differences, kind_of, kind_of_dots
from courses.alg1.reading import choices_of, formulas, right_choice
from exercises import (
    Axis,
    Choice,
    Dot,
    Grid,
    Question,
    Reroll,
    SingleChoice,
    Step,
    evaluate,
    integer,
    nonzero,
    num,
    parse,
    pick,
    plot,
    poly,
    shuffled,
    template,
)
from exercises.exact import Fraction
from exercises.parser.fields import FLOATING, value

TEXTS = {LIN: "Linear", QUAD: "Quadratic", EXP: "Exponential"}
SLIPS = {
    (LIN, QUAD): "kind-needs-no-square", (LIN, EXP): "kind-amount-not-factor", (QUAD, LIN): "kind-steps-differ",
    (QUAD, EXP): "kind-factors-differ", (EXP, LIN): "kind-steps-differ", (EXP, QUAD): "kind-second-steps-differ",
}  # fmt: skip
STORY_SLIPS = SLIPS | {(QUAD, EXP): "kind-story-no-same-factor", (EXP, QUAD): "kind-story-no-square"}
DOTS_SLIPS = {
    (LIN, QUAD): "kind-dots-do-not-bend", (LIN, EXP): "kind-dots-do-not-bend", (QUAD, LIN): "kind-dots-bend",
    (EXP, LIN): "kind-dots-bend", (QUAD, EXP): "kind-dots-turn", (EXP, QUAD): "kind-dots-level-off",
}  # fmt: skip
Values = Sequence[Fraction]


RATIOS = (*map(Fraction, (2, 2, 3, 4)), Fraction(1, 2), Fraction(1, 3), Fraction(3, 2))
BASES = (*map(Fraction, (2, 2, 3)), Fraction(3, 2), Fraction(5, 4))


def values_of(rng: Random, kind: str) -> tuple[Fraction, ...]:
    """Five values at neighbouring places."""
    if kind == LIN:
        first, step = integer(rng, -20, 40), nonzero(rng, -9, 12)
        found = [Fraction(first + n * step) for n in range(5)]
    elif kind == EXP:
        ratio = pick(rng, RATIOS)
        start = Fraction(integer(rng, 1, 9) * ratio.denominator**4)
        found = [start * ratio**n for n in range(5)]
    else:
        a, h, k = pick(rng, (1, 1, 2, 3, -1, -2)), integer(rng, -3, 5), integer(rng, -10, 20)
        found = [Fraction(a * (n - h) ** 2 + k) for n in range(5)]
    if max(map(abs, found)) > 2500 or kind_of(found) != kind:
        raise Reroll
    return tuple(found)


def choices(rng: Random, right: str, slips: Mapping[tuple[str, str], str] = SLIPS) -> SingleChoice:
    """The three kinds, with the mistake of taking one for another."""
    rows = [Choice(TEXTS[k], k == right, slips.get((right, k)), value=k) for k in KINDS]
    return SingleChoice(shuffled(rng, rows))


def looked(values: Values, kind: str) -> tuple[Step, ...]:
    """Differences, and what comes after them."""
    steps = differences(values)
    shown = ", ".join(map(num, steps))
    first = Step(f"The differences of neighbours are ${shown}$.", "Equal differences would mean linear.")
    if kind == LIN:
        return (first,)
    if kind == QUAD:
        second = ", ".join(map(num, differences(steps)))
        return first, Step(f"The differences of these differences are ${second}$.", "Equal ones mean quadratic.")
    return first, Step(
        f"Each value is ${num(values[1] / values[0])}$ times the one before.", "Equal factors mean exponential."
    )


def from_table(rng: Random) -> Question:
    """Five columns."""
    kind = pick(rng, KINDS)
    values, start = values_of(rng, kind), pick(rng, (0, 0, 1, -2))
    rows = table([(start + n, v) for n, v in enumerate(values)], ("x", "f(x)"))
    steps = looked(values, kind)
    last = Step(f"{WHY[kind]}. {TEXTS[kind]}.", "All the columns have to agree.")
    return Question(
        key=("table", *values),
        prompt=f"Which kind of function has these values?\n\n{rows}",
        answer=choices(rng, kind),
        hints=("Compare neighbouring values: first their differences, then the differences of these, then the factors.",
               *(step.text for step in steps), last.text),
        solution=(*steps, last),
    )  # fmt: skip


def which_list(rng: Random) -> Question:
    """Four lists of values; one is of the kind."""
    kind = pick(rng, KINDS)
    others = [one for one in KINDS if one != kind]
    lists = [values_of(rng, kind), *(values_of(rng, one) for one in (*others, pick(rng, others)))]
    if len(set(lists)) < 4:
        raise Reroll
    shown = [f"${', '.join(map(num, values))}$" for values in lists]
    rows = [Choice(shown[0], True, value=lists[0])]
    rows += [Choice(text, False, SLIPS[kind_of(values), kind], value=values)
             for text, values in zip(shown[1:], lists[1:], strict=True)]  # fmt: skip
    steps = looked(lists[0], kind)
    last = Step(f"{WHY[kind]}: {shown[0]}.", steps[-1].text)
    return Question(
        key=("lists", kind, *lists[0], *lists[1]),
        prompt="Each list has the values of a function at $x = 0, 1, 2, 3, 4$. Which function is "
               f"{TEXTS[kind].lower()}?",
        answer=SingleChoice(shuffled(rng, rows)),
        hints=(RULES[kind], f"The list {shown[1]} is not: {looked(lists[1], kind_of(lists[1]))[-1].text[0].lower()}"
               f"{looked(lists[1], kind_of(lists[1]))[-1].text[1:]}", last.text),
        solution=(Step(RULES[kind], "That is how the kinds are told apart."), last),
    )  # fmt: skip


RULES = {
    LIN: "In a linear function the values change by the same amount each time.",
    QUAD: "In a quadratic function the differences themselves change by the same amount each time.",
    EXP: "In an exponential function the values are multiplied by the same factor each time.",
}


def from_story(rng: Random) -> Question:
    """A situation in words."""
    kind, text, why = story(rng)
    first = Step(why, "Look at what happens from one step to the next.")
    last = Step(f"{RULES[kind]} {TEXTS[kind]}.", "So the model is of this kind.")
    return Question(
        key=("story", text),
        prompt=f"{text} Which kind of function fits?",
        answer=choices(rng, kind, STORY_SLIPS),
        hints=("Is the same amount added each time, is it multiplied by the same number, or is something squared?",
               first.text, last.text),
        solution=(first, last),
    )  # fmt: skip


PLOTS = {
    (LIN, True): (("Week", "Height in cm", "The dots show the height of a bamboo shoot, measured once a week."),
                  ("Second", "Distance in metres", "The dots show how far a model car has come, second by second.")),
    (LIN, False): (("Minute", "Water in litres", "The dots show how much water is left in a tank."),
                   ("Hour", "Charge in percent", "The dots show the charge of a phone that plays music.")),
    (QUAD, True): (("Metre", "Height in cm", "The dots show how high a hanging chain is above the ground, metre by "
                                             "metre."),
                   ("Speed in 10 km/h", "Cost in dollars", "The dots show what a voyage costs at different speeds.")),
    (QUAD, False): (("Price in dollars", "Profit in dollars", "The dots show the profit of a stall at different "
                                                              "prices."),
                    ("Second", "Height in metres", "The dots show how high a ball is that was hit upwards from a "
                                                   "roof.")),
    (EXP, True): (("Hour", "Bacteria in thousands", "The dots show how many bacteria are counted in a dish."),
                  ("Day", "Visitors", "The dots show how many people visit a new web page each day.")),
    (EXP, False): (("Hour", "Amount in mg", "The dots show how much of a medicine is left in the blood."),
                   ("Metre", "Light in percent", "The dots show how much light there is at different depths of a "
                                                 "lake.")),
}  # fmt: skip
"""Axes and stories for each kind, rising (or opening upwards) and falling (or opening downwards)."""


def scattered(rng: Random, kind: str) -> tuple[int, ...]:
    """Measured values at 0 to 7 that follow a function, but not exactly."""
    if kind == LIN:
        start, step = integer(rng, 8, 30), integer(rng, 6, 10)
        exact: list[float] = [start + step * n for n in range(8)]
        if rng.random() < 0.4:
            exact = exact[::-1]
    elif kind == QUAD:
        h, top, a = integer(rng, 3, 4), integer(rng, 80, 95), integer(rng, 4, 5)
        exact = [top - a * (n - h) ** 2 for n in range(8)]
        if rng.random() < 0.4:
            exact = [100 - v for v in exact]
    else:
        last, ratio = integer(rng, 85, 98), pick(rng, (1.6, 1.8, 2.0))
        exact = [last / ratio ** (7 - n) for n in range(8)]
        if rng.random() < 0.4:
            exact = exact[::-1]
    noise = 0.04 if kind == EXP else 0.0
    found = tuple(round(v * (1 + noise * rng.choice((-1, 0, 1))) + (rng.choice((-1, 0, 1)) if kind != EXP else 0))
                  for v in exact)  # fmt: skip
    if not all(0 < v <= 100 for v in found) or kind_of_dots(found) != kind:
        raise Reroll
    return found


def from_dots(rng: Random) -> Question:
    """A scatter plot."""
    kind = pick(rng, KINDS)
    values = scattered(rng, kind)
    rising = values[0] > values[3] if kind == QUAD else values[-1] > values[0]
    across, up, told = pick(rng, PLOTS[kind, rising])
    grid = Grid(Axis(across, 0, 8), Axis(up, 0, 100, 10))
    seen = {
        LIN: f"From dot to dot the values {'rise' if rising else 'fall'} by nearly the same amount.",
        QUAD: "The dots go one way, turn, and go back the other way.",
        EXP: f"The steps from dot to dot get {'larger and larger' if rising else 'smaller and smaller'}, and there is "
             "no "
        "turning point.",
    }[kind]  # fmt: skip
    first = Step(seen, "Follow the dots from left to right.")
    last = Step(f"{TEXTS[kind]}: {FITS[kind]}.", "A function fits data when the dots lie near its graph.")
    return Question(
        key=("dots", *values),
        prompt=f"{told} Which kind of function fits these data best?",
        answer=choices(rng, kind, DOTS_SLIPS),
        figure=plot(grid, *(Dot((n, v)) for n, v in enumerate(values))),
        hints=("Think of the three graphs: a straight line, a parabola with its turning point, a curve that levels "
               "off on one "
               "side only.", first.text, last.text),
        solution=(first, last),
    )  # fmt: skip


FITS = {LIN: "the dots lie near a straight line", QUAD: "the dots lie near a parabola with its vertex among them",
        EXP: "the dots lie near a curve that levels off on one side"}  # fmt: skip


def long_run(rng: Random) -> Question:
    """Three or four formulas: which one is greatest for very large x?"""
    m, c, a, d = 10 * integer(rng, 2, 50), 10 * integer(rng, 0, 40), integer(rng, 2, 20), integer(rng, 0, 30)
    base, front = pick(rng, BASES), integer(rng, 1, 5)
    growing = rng.random() < 0.75
    if not growing:
        base = Fraction(1, pick(rng, (2, 3, 4)))
        front = 100 * integer(rng, 1, 9)
    line, square = f"${poly(m, 'x', c)}$", f"${poly(a, 'x^2', d, 'x')}$"
    power = num(base) if base.denominator == 1 else rf"\left({num(base)}\right)"
    exponential = "$" + ("" if front == 1 else f"{front} \\cdot ") + f"{power}^x$"
    right = exponential if growing else square
    rows = [
        Choice(text, text == right, None if text == right else name, value=text)
        for text, name in (
            (line, "long-run-start-misleads"),
            (square, "long-run-start-misleads"),
            (exponential, "long-run-shrinking-base"),
            (f"${poly(m + 90, 'x')}$", "long-run-steeper-line"),
        )
    ]
    if growing:
        why = "An exponential function with a base above $1$ grows by a factor at each step and overtakes the others."
    else:
        why = "The power shrinks, because its base is below $1$. A square overtakes every line."
    first = Step(why, "However small its start is." if growing else "However steep the line is.")
    last = Step(f"For very large $x$ the greatest is {right}.", "Try $x = 100$ to see it.")
    return Question(
        key=("long", m, c, a, d, base, front),
        prompt="Which of these is the greatest when $x$ is very large?",
        answer=SingleChoice(shuffled(rng, rows)),
        hints=("Put in large numbers such as $10$, $50$ and $100$, and watch how fast each of them grows.", first.text,
               last.text),
        solution=(first, last),
    )  # fmt: skip


FORMS: tuple[Callable[[Random], Question], ...] = (
    from_table, from_table, which_list, from_story, from_story, from_dots, from_dots, long_run,
)  # fmt: skip


def told_apart_anew(question: Question) -> None:
    """Values are read back and compared; stories by their words; long runs by putting in large numbers."""
    form, right = question.key[0], right_choice(question)
    if form == "table":
        assert kind_of([Fraction(y) for _, y in table_rows(question.prompt)]) == right.worth
    elif form == "lists":
        wanted = next(kind for kind in KINDS if f"is {TEXTS[kind].lower()}?" in question.prompt)
        kinds = {c: kind_of([evaluate(parse(item)) for item in formulas(c.text)[0].split(",")])
                 for c in choices_of(question)}  # fmt: skip
        assert [c for c, kind in kinds.items() if kind == wanted] == [right]
    elif form == "story":
        assert kind_told(question.prompt) == right.worth
    elif form == "dots":
        assert question.figure
        spots = question.figure.description.split("A dot stands at (")[1:]
        assert kind_of_dots([int(spot.split(", ")[1].split(")")[0]) for spot in spots]) == right.worth
    else:
        at = {c: value(parse(formulas(c.text)[0]), {"x": 300.0}, FLOATING) for c in choices_of(question)}
        assert max(at, key=lambda c: at[c]) == right


@template(
    "alg1/quadratic-functions/choose-linear-quadratic-exponential",
    version=1,
    standards=("HSF.LE.A.3", "HSS.ID.B.6.a"),
    answer=SingleChoice,
    check=told_apart_anew,
    band="five values, a story, eight measured dots, or four formulas for very large x; three kinds of functions",
    min_instances=60,
    answer_in_prompt=True,
)
def choose_kind(rng: Random) -> Question:
    """A draw of one of the forms."""
    return one_of(rng, FORMS)
