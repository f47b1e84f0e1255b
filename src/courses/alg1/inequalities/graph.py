"""Graph a solution set: find the number line of an inequality, or the inequality of a number line."""

from collections.abc import Sequence
from random import Random

from courses.alg1.inequalities import pictures
from courses.alg1.inequalities.linear import two_step, worked
from courses.alg1.inequalities.pictures import Picture, Slip, drawn, said, seen
from courses.alg1.inequalities.relations import SIGNS, TEX, TURNED, Bound, relation
from courses.alg1.inequalities.truth import SOME, displayed, near, statement
from courses.alg1.slips import apart
from exercises import (
    Choice,
    Inequality,
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
from exercises.figures.number_line import Span

RAY: Sequence[tuple[str, Slip]] = (
    ("shaded-other-way", pictures.other_side),
    ("circle-switched", pictures.circles_switched),
    ("boundary-sign", pictures.mirrored),
)
BETWEEN: Sequence[tuple[str, Slip]] = (
    ("shaded-other-way", pictures.other_side),
    ("circle-switched", pictures.circles_switched),
    ("one-circle-switched", pictures.first_circle_switched),
)
OUTSIDE: Sequence[tuple[str, Slip]] = (
    ("or-taken-as-and", pictures.inside),
    ("circle-switched", pictures.circles_switched),
    ("one-circle-switched", pictures.first_circle_switched),
)
WITHOUT_WORDS = {"or-taken-as-and": "shaded-other-way"}
"""The same slip where no "or" stands in the question, only a picture."""


def agrees(question: Question) -> None:
    """Read the picture back from its SVG and try numbers in it and in the inequality."""
    answer = question.answer
    if isinstance(answer, Inequality):
        assert question.figure is not None
        shaded, text = seen(question.figure.svg), answer.text
        holds = statement(text, answer.variable)
        assert all(shaded(point) == holds(point) for point in (*near(text), *SOME))
        return
    assert isinstance(answer, SingleChoice)
    holds = statement(displayed(question.prompt), "x")
    for choice in answer.choices:
        assert choice.figure is not None
        shaded = seen(choice.figure.svg)
        same = all(shaded(Fraction(n, 4)) == holds(Fraction(n, 4)) for n in range(-30, 31))
        assert same == choice.right, choice.figure.description


@template(
    "alg1/inequalities/graph-solution-set",
    version=1,
    standards=("HSA.REI.B.3",),
    answer=(SingleChoice, Inequality),
    check=agrees,
    band="whole boundaries from -5 to 5; at most 2 steps before the line can be drawn",
)
def graph(rng: Random) -> Question:
    """Mostly one number line out of four; in a third of the seeds the inequality of a given line."""
    draw, slips = pick(rng, ((ray, RAY), (ray, RAY), (stretch, BETWEEN), (two_rays, OUTSIDE)))
    picture, shown, steps = draw(rng)
    return reading(picture, slips) if rng.random() < 0.35 else choosing(rng, picture, slips, shown, steps)


def ray(rng: Random) -> tuple[Picture, str, tuple[Step, ...]]:
    """One boundary: as it stands, read from the right, or after two steps."""
    solved = Bound("x", pick(rng, SIGNS), Fraction(nonzero(rng, -5, 5)))
    value, sign = int(solved.value), solved.sign
    closed = len(sign) == 2
    picture = (Span(value, None, closed) if solved.upward else Span(None, value, False, closed),)
    kind = pick(rng, ("plain", "turned", "worked", "worked"))
    if kind == "plain":
        return picture, solved.tex, ()
    if kind == "turned":
        return (
            picture,
            relation(num(value), TURNED[sign], "x"),
            (Step(f"${solved.tex}$", "Read from the letter: the sign still opens to the same side."),),
        )
    given = two_step(rng, "x")
    if given.boundary != value:
        raise Reroll
    return picture, relation(given.left, TURNED[sign] if given.slope < 0 else sign, given.right), worked(given, solved)


def stretch(rng: Random) -> tuple[Picture, str, tuple[Step, ...]]:
    """Two boundaries with the numbers between them; at times everything is moved by a number."""
    low, high = sorted(pick_distinct(rng, range(-5, 6), 2))
    left, right, move = pick(rng, ("<", "<=")), pick(rng, ("<", "<=")), pick(rng, (0, nonzero(rng, -6, 6)))
    shown = f"{low + move} {TEX[left]} {poly(1, 'x', move)} {TEX[right]} {high + move}"
    picture = (Span(low, high, left == "<=", right == "<="),)
    moved = f"{'Subtract' if move > 0 else 'Add'} ${abs(move)}$ {'from' if move > 0 else 'to'} all three parts."
    return picture, shown, (Step(f"${said(picture, 'x', 'tex')}$", moved),) if move else ()


def two_rays(rng: Random) -> tuple[Picture, str, tuple[Step, ...]]:
    """Two boundaries with the numbers outside them."""
    low, high = sorted(pick_distinct(rng, range(-5, 6), 2))
    picture = (Span(None, low, False, rng.random() < 0.5), Span(high, None, rng.random() < 0.5))
    return picture, said(picture, "x", "tex"), ()


def choosing(
    rng: Random, picture: Picture, slips: Sequence[tuple[str, Slip]], shown: str, steps: tuple[Step, ...]
) -> Question:
    """Four lines that differ in two features, so that no line stands out as the common neighbour."""
    (one, change), (two, alter) = pick_distinct(rng, slips, 2)
    if alter in (pictures.other_side, pictures.inside, pictures.first_circle_switched):
        (one, change), (two, alter) = (two, alter), (one, change)
    made = ((None, picture), (one, change(picture)), (two, alter(picture)), (one, change(alter(picture))))
    if len({lines for _, lines in made}) < 4:
        raise Reroll
    order = shuffled(rng, made)
    name = f"Line {'ABCD'[order.index((None, picture))]}"
    choices = tuple(
        Choice(f"Line {letter}", slip is None, slip, drawn(lines), said(lines, "x"))
        for letter, (slip, lines) in zip("ABCD", order, strict=True)
    )
    return Question(
        key=("choose", shown, said(picture, "x")),
        prompt=f"Which number line shows all the solutions?\n\n$${shown}$$",
        answer=SingleChoice(choices),
        hints=(
            "Three things make the picture: where a circle stands, whether it is open or closed, what is shaded.",
            *((f"Solve for $x$ first: ${said(picture, 'x', 'tex')}$.",) if steps else ()),
            f"{circle_rule(picture)} {test_idea(picture)}",
            f"Look for {features(picture)}. That is {name}.",
        ),
        solution=(*steps, *drawing(picture), Step(f"{name} shows it.", "Its circles and its shading are these.")),
    )


def reading(picture: Picture, slips: Sequence[tuple[str, Slip]]) -> Question:
    """The line is given, the inequality is asked for."""
    text, tex = said(picture, "x"), said(picture, "x", "tex")
    count = "Two circles: two boundaries." if len(text.split()) > 3 else "One circle: one boundary."
    return Question(
        key=("read", text),
        prompt="Which inequality does the number line show? Use the letter $x$.",
        answer=Inequality(text, "x"),
        figure=drawn(picture),
        hints=(
            "Read the boundary numbers first, then look at each circle, then at the shading.",
            f"{count} A closed circle takes its number in (or equal to), an open one leaves it out.",
            f"You see {features(picture)}. As an inequality: ${tex}$.",
        ),
        solution=(*drawing(picture), Step(f"${tex}$", "Each circle gives a sign, the shading its direction.")),
        wrong=apart(text, {WITHOUT_WORDS.get(name, name): said(slip(picture), "x") for name, slip in slips}),
    )


def circles(picture: Picture) -> list[str]:
    """Each circle in words, from left to right."""
    kinds = {True: "a closed circle", False: "an open circle"}
    return [f"{kinds[closed]} at ${num(value)}$" for span in picture for value, closed in span.ends()]


def shading(picture: Picture) -> str:
    """Where the shading is, in words."""
    if len(picture) == 2:
        return "the numbers outside the circles shaded"
    side = {True: "left", False: "right"}[picture[0].low is None]
    return f"everything to the {side} shaded" if len(circles(picture)) == 1 else "the numbers between shaded"


def features(picture: Picture) -> str:
    """All that is to be seen."""
    return f"{' and '.join(circles(picture))}, with {shading(picture)}"


def circle_rule(picture: Picture) -> str:
    """What the signs say about the circles."""
    if len({closed for span in picture for _, closed in span.ends()}) == 2:
        return r"A sign with “or equal to” closes its circle, $<$ or $>$ leaves it open."
    closed, several = picture[0].low_closed or picture[0].high_closed, len(circles(picture)) > 1
    if several:
        says = "Both signs say" if closed else "The signs do not say"
        return f"{says} “or equal to”: are the boundaries themselves solutions?"
    return f"The sign {'says' if closed else 'does not say'} “or equal to”: is the boundary itself a solution?"


def test_idea(picture: Picture) -> str:
    """A number to try, to find what is shaded."""
    ends = [value for span in picture for value, _ in span.ends()]
    probe = next(number for number in (0, 1, 2) if number not in ends)
    return f"Then put ${probe}$ into the inequality: is it true, and is ${probe}$ shaded?"


def drawing(picture: Picture) -> tuple[Step, ...]:
    """How the line is drawn or read."""
    return (
        Step(f"Circles: {' and '.join(circles(picture))}.", "Closed where the boundary is a solution, open where not."),
        Step(f"Shading: {shading(picture)}.", "These are the numbers that make the inequality true."),
    )
