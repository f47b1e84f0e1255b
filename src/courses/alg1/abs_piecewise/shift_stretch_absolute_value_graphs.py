"""Shift and stretch absolute value graphs."""

import re
from random import Random

from courses.alg1.abs_piecewise.bars import scaled, value_at
from courses.alg1.forms import one_of
from courses.alg1.lines.points import EIGHT
from courses.alg1.reading import choices_of, formulas
from courses.alg1.systems.solve_f_x_g_x import PATH, height_at, runs_of
from exercises import Choice, Question, Reroll, SingleChoice, Step, nonzero, pick, poly, shuffled, template
from exercises.exact import Fraction
from exercises.figures import absolute, plot

Law = tuple[int, int, int]
"""a, h and k of a|x - h| + k."""
STRETCH = {1: "", 2: "stretched to twice its height", 3: "stretched to three times its height"}
MOVES = re.compile(r"(\d+) (to the left|to the right|up|down)")
PLACES = tuple(Fraction(n, 2) for n in range(-20, 21))


def moved_point_by_point(question: Question) -> None:
    """Points of the old graph are moved as the words say, and lie on the new one; or the picture is measured."""
    for choice in choices_of(question):
        if question.key[0] == "graph":
            assert question.figure
            (runs,) = (runs_of(path) for path in PATH.findall(question.figure.svg))
            tex = rule(choice.text)
            seen = [(x, height_at(runs, x)) for x in PLACES if abs(x) <= 6]
            fits = all(y is None or abs(y - value_at(tex, x)) * 8 < 1 for x, y in seen)
            assert fits is choice.right, choice.text
        else:
            words, tex = (
                (question.prompt, rule(choice.text))
                if question.key[0] == "formula"
                else (choice.text, rule(question.prompt))
            )
            assert all(value_at(tex, x) == y for x, y in (carried(words, old) for old in PLACES)) is choice.right


def rule(text: str) -> str:
    """The right side of the function g in a text."""
    return next(tex.removeprefix("g(x) = ") for tex in formulas(text) if tex.startswith("g(x) = "))


def carried(words: str, x: Fraction) -> tuple[Fraction, Fraction]:
    """Where the point of |x| at x comes to lie: stretched, turned over, then shifted."""
    y = abs(x)
    if "twice" in words:
        y = y + y
    if "three times" in words:
        y = y + y + y
    if "upside down" in words:
        y = -y
    for steps, way in MOVES.findall(words):
        x += {"to the left": -int(steps), "to the right": int(steps)}.get(way, 0)
        y += {"up": int(steps), "down": -int(steps)}.get(way, 0)
    return x, y


def told(law: Law) -> str:
    """How |x| becomes the function, in words."""
    a, h, k = law
    first = " and ".join(filter(None, (STRETCH[abs(a)], "turned upside down" if a < 0 else "")))
    shifts = [
        f"{abs(h)} {'to the right' if h > 0 else 'to the left'}" if h else "",
        f"{abs(k)} {'up' if k > 0 else 'down'}" if k else "",
    ]
    shift = " and ".join(filter(None, shifts))
    return f"{first}, then shifted {shift}" if first else f"shifted {shift}"


def tex(law: Law) -> str:
    """The formula."""
    a, h, k = law
    return f"g(x) = {scaled(a, poly(1, 'x', -h), k)}"


def drawn(rng: Random) -> Law:
    """A function that is shifted both ways."""
    law = pick(rng, (1, 1, 2, 3, -1, -2)), nonzero(rng, -6, 6), nonzero(rng, -6, 6)
    if abs(law[1]) == abs(law[2]):
        raise Reroll
    return law


def wrong_laws(law: Law) -> dict[Law, str]:
    """The usual slips."""
    a, h, k = law
    return {
        (a, -h, k): "absolute-shift-wrong-way",
        (a, h, -k): "absolute-up-for-down",
        (a, k, h): "absolute-shifts-exchanged",
        (-a, h, k): "absolute-opens-other-way",
    }


def laws(rng: Random, law: Law) -> list[tuple[Law, str | None]]:
    """The right one and three others."""
    return [(law, None), *shuffled(rng, wrong_laws(law).items())[:3]]


def corner(law: Law) -> Step:
    """What the numbers do."""
    _, h, k = law
    return Step(
        f"The corner of the new graph is $({h}, {k})$.",
        "Between the bars stands $x$ minus how far right, behind them how far up.",
    )


def sides(law: Law) -> Step:
    """What the number before the bars does."""
    why = "A number makes the sides steeper, and a minus turns them over."
    if law[0] in (1, -1):
        stands = "No number stands" if law[0] == 1 else "Only a minus stands"
        return Step(f"{stands} before the bars.", why)
    return Step(f"The number before the bars is ${law[0]}$.", why)


def which_formula(rng: Random) -> Question:
    """Words to a formula."""
    law = drawn(rng)
    rows = [Choice(f"${tex(one)}$", slip is None, slip, value=one) for one, slip in laws(rng, law)]
    return question(
        rng,
        ("formula", law),
        f"The graph of $|x|$ is {told(law)}. Which function has the new graph?",
        rows,
        (corner(law), sides(law), Step(f"So it is ${tex(law)}$.", "Try the corner in it.")),
    )


def which_moves(rng: Random) -> Question:
    """A formula to words."""
    law = drawn(rng)
    rows = [Choice(f"It is {told(one)}.", slip is None, slip, value=one) for one, slip in laws(rng, law)]
    return question(
        rng,
        ("moves", law),
        f"What has to be done to the graph of $|x|$ to get the graph of ${tex(law)}$?",
        rows,
        (corner(law), sides(law), Step(f"It is {told(law)}.", "First the sides, then where the corner goes.")),
    )


def which_graph(rng: Random) -> Question:
    """A picture to a formula."""
    law = drawn(rng)
    rows = [Choice(f"${tex(one)}$", slip is None, slip, value=one) for one, slip in laws(rng, law)]
    side = Step(
        f"One step to the right of the corner the graph is {abs(law[0])} {'higher' if law[0] > 0 else 'lower'}.",
        f"So the number before the bars is ${law[0]}$.",
    )
    shown = question(
        rng,
        ("graph", law),
        "Which function has this graph?",
        rows,
        (corner(law), side, Step(f"So it is ${tex(law)}$.", "Try the corner in it.")),
    )
    return Question(
        shown.key,
        shown.prompt,
        shown.answer,
        shown.hints,
        shown.solution,
        figure=plot(EIGHT, absolute(*law), describe="steps"),
    )


def question(rng: Random, key: tuple[object, ...], prompt: str, rows: list[Choice], work: tuple[Step, ...]) -> Question:
    """A choice question on shifts."""
    if len({row.worth for row in rows}) < len(rows):
        raise Reroll
    last = work[-1].text
    return Question(
        key=key,
        prompt=prompt,
        answer=SingleChoice(shuffled(rng, rows)),
        hints=(
            "The corner of $|x|$ is at $(0, 0)$. Where does it go?",
            *(step.text for step in work[:-1]),
            last if last.startswith("So ") else f"So here is the answer. {last}",
        ),
        solution=work,
    )


@template(
    "alg1/abs-piecewise/shift-stretch-absolute-value-graphs",
    version=1,
    standards=("HSF.BF.B.3",),
    answer=SingleChoice,
    check=moved_point_by_point,
    band="a|x - h| + k with a from -2 to 3 and shifts up to 6: from words, from a formula, from a graph",
    min_instances=200,
)
def shift_absolute(rng: Random) -> Question:
    """Words, formula, graph."""
    return one_of(rng, (which_formula, which_formula, which_moves, which_graph))
