"""Count the solutions of a system from its graph."""

from random import Random

from courses.alg1.equations.tale import persistent
from courses.alg1.forms import one_of
from courses.alg1.line_forms.writing import slope_form
from courses.alg1.lines.points import EIGHT
from courses.alg1.reading import choices_of
from courses.alg1.systems.count_solutions_equations import COUNTS, TWO, slip
from courses.alg1.systems.drawn import pieces, sloped
from courses.alg1.systems.rows import ALL, NONE, ONE, equations_in
from exercises import (
    Choice,
    Figure,
    Question,
    Reroll,
    SingleChoice,
    Step,
    integer,
    nonzero,
    num,
    pick,
    shuffled,
    template,
)
from exercises.exact import Fraction
from exercises.figures import Straight, plot
from exercises.geometry import LineForm, slope_line

FAR = "far"
LETTERS = "ABCD"
Law = tuple[Fraction, Fraction]
"""Slope and height at 0."""


def measured(question: Question) -> None:
    """Slope and height of each line are measured in the picture (or worked out from the equation) and compared."""
    if question.key[0] == "which":
        wanted = next(kind for kind in COUNTS if kind.lower() in question.prompt)
        for choice in choices_of(question):
            assert choice.figure
            one, two = (law_drawn(piece) for piece in pieces(choice.figure.svg))
            assert (judged(one, two) == wanted) is choice.right
        return
    assert question.figure
    laws = [law_drawn(piece) for piece in pieces(question.figure.svg)]
    laws += [(-a / b, c / b) for a, b, c in equations_in(question.prompt)]
    one, two = laws
    for choice in choices_of(question):
        assert (choice.text == judged(one, two)) is choice.right


def law_drawn(piece: str) -> Law:
    """Slope and height at 0 of a line as it is drawn on the grid to 8."""
    start, end = piece.split('d="M')[1].split('"')[0].split("L")
    (x, y), (to_x, to_y) = ([Fraction(n) for n in part.split()] for part in (start, end))
    slope, middle, unit = (y - to_y) / (to_x - x), EIGHT.left + 160, Fraction(20)
    return slope, (EIGHT.top + 160 - y) / unit - slope * (x - middle) / unit


def judged(one: Law, two: Law) -> str:
    """How many points two measured lines share; slopes of the questions differ by a sixth or not at all."""
    if abs(one[0] - two[0]) * 12 > 1:
        return ONE
    return NONE if abs(one[1] - two[1]) * 3 > 1 else ALL


def height(rng: Random, slope: Fraction) -> int:
    """A height at 0 whose line fills a good part of the grid."""
    return integer(rng, -6, 6) if abs(slope) <= 1 else integer(rng, -7, 7)


def laws(rng: Random, kind: str) -> tuple[Law, Law]:
    """Two lines with so many common points; FAR: they cross beyond the grid."""
    return persistent(lambda chance: drawn_laws(chance, kind), rng)


def drawn_laws(rng: Random, kind: str) -> tuple[Law, Law]:
    """One draw of them."""
    m = sloped(rng)
    b = Fraction(height(rng, m))
    if kind == ALL:
        return (m, b), (m, b)
    if kind == NONE:
        return (m, b), (m, b + nonzero(rng, -6, 6)) if abs(b) < 5 else (m, -b)
    n = sloped(rng)
    d = Fraction(height(rng, n))
    if abs(m - n) * 3 < 1:  # lines that look parallel and are not would be unfair
        raise Reroll
    x = (d - b) / (m - n)
    beyond = max(abs(x), abs(m * x + b)) > 9
    if beyond != (kind == FAR) or abs(x) > 25 or (kind == FAR and (m < 0) != (n < 0)):
        raise Reroll
    return (m, b), (n, d)


def line(law: Law) -> LineForm:
    """The line of a law."""
    return slope_line(*law)


def picture(one: Law, two: Law) -> Figure:
    """Both lines, the second one dashed and in another colour, so that it is seen on top of the first."""
    return plot(EIGHT, Straight(line(one)), Straight(line(two), dashed=True, colour=1), describe="steps")


def told(one: Law, two: Law) -> str:
    """Both slopes, in words."""
    same = one[0] == two[0]
    return f"Both lines have the slope ${num(one[0])}$." if same else (
        f"The slopes are ${num(one[0])}$ and ${num(two[0])}$, so the lines are not parallel.")  # fmt: skip


WHY = {
    NONE: "The lines are parallel and never meet.",
    ONE: "Lines with different slopes cross in exactly one point.",
    FAR: "Lines with different slopes cross in exactly one point, here beyond the edge of the grid.",
    ALL: "The lines lie on each other: every point of the one is a point of the other.",
}


def choices(rng: Random, right: str) -> SingleChoice:
    """The four counts."""
    return SingleChoice(shuffled(rng, [Choice(text, text == right, slip(right, text)) for text in (*COUNTS, TWO)]))


def count_them(rng: Random) -> Question:
    """Both lines are drawn."""
    kind = pick(rng, (NONE, NONE, ONE, ONE, FAR, ALL))
    one, two = laws(rng, kind)
    right = ONE if kind == FAR else kind
    return Question(
        key=("count", one, two),
        prompt="One equation of a system has the solid line, the other the dashed line. The lines go on beyond the"
        " grid. How many solutions does the system have?",
        answer=choices(rng, right),
        figure=picture(one, two),
        hints=(
            "Each point that the two lines share is a solution of the system.",
            f"Compare how steep the lines are. {told(one, two)}",
            f"{WHY[kind]} So the answer is this: {right.lower()}.",
        ),
        solution=(
            Step(told(one, two), "Count the steps up for each step to the right."),
            Step(WHY[kind], "A system has as many solutions as its lines have common points."),
            Step(f"{right}.", "One for each common point."),
        ),
    )


def one_is_told(rng: Random) -> Question:
    """One line is drawn, of the other one the equation is given."""
    kind = pick(rng, (NONE, ONE, ALL))
    one, two = laws(rng, kind)
    if kind == ONE and two[1] != one[1] and rng.random() < 0.5:
        two = (-one[0], one[1])
    equation = slope_form(*two)
    return Question(
        key=("told", one, two),
        prompt="The line of one equation of a system is drawn. The other equation is the one below. How many solutions"
        f" does the system have?\n\n$${equation}$$",
        answer=choices(rng, kind),
        figure=plot(EIGHT, Straight(line(one)), describe="steps"),
        hints=(
            "Find the slope of the drawn line, and the place where it meets the $y$-axis.",
            f"The drawn line has the slope ${num(one[0])}$ and meets the $y$-axis at ${num(one[1])}$.",
            f"{WHY[kind]} So the answer is this: {kind.lower()}.",
        ),
        solution=(
            Step(f"The drawn line has the slope ${num(one[0])}$ and meets the $y$-axis at ${num(one[1])}$.",
                 "Read both off the grid."),
            Step(f"The other line has the slope ${num(two[0])}$ and meets it at ${num(two[1])}$.",
                 f"Read both off ${equation}$."),
            Step(WHY[kind], "A system has as many solutions as its lines have common points."),
            Step(f"{kind}.", "One for each common point."),
        ),
    )  # fmt: skip


def which_graph(rng: Random) -> Question:
    """Which of four graphs belongs to a system with so many solutions?"""
    wanted = pick(rng, (NONE, ONE, ALL))
    others = {NONE: (ONE, FAR, ALL), ONE: (NONE, NONE, ALL), ALL: (NONE, ONE, FAR)}[wanted]
    kinds = shuffled(rng, (wanted if wanted != ONE else pick(rng, (ONE, FAR)), *others))
    drawn = [laws(rng, kind) for kind in kinds]
    if len(set(drawn)) < 4:
        raise Reroll
    rights = [(ONE if kind == FAR else kind) == wanted for kind in kinds]
    rows = tuple(
        Choice(f"Graph {letter}", right, slip(ONE if kind == FAR else kind, wanted), picture(*law), law)
        for letter, kind, law, right in zip(LETTERS, kinds, drawn, rights, strict=True)
    )
    letter, kind, law = next((a, b, c) for a, b, c, right in zip(LETTERS, kinds, drawn, rights, strict=True) if right)
    return Question(
        key=("which", wanted, *drawn),
        prompt=f"Each graph shows the two lines of a system; the lines go on beyond the grid. Which graph belongs"
        f" to a system with {wanted.lower()}?",
        answer=SingleChoice(rows),
        hints=(
            "How many points do the lines of such a system share?",
            "Look at the slopes: lines that differ in slope cross somewhere, perhaps beyond the grid.",
            f"{WHY[kind]} It is graph {letter}.",
        ),
        solution=(
            Step(told(*law), "Count the steps up for each step to the right."),
            Step(WHY[kind], "A system has as many solutions as its lines have common points."),
            Step(f"It is graph {letter}.", f"Only this one has {wanted.lower()}."),
        ),
    )


@template(
    "alg1/systems/count-solutions-graph",
    version=1,
    standards=("HSA.REI.C.6",),
    answer=SingleChoice,
    check=measured,
    band="two lines on a grid to 8: both drawn, one drawn and one told, or four graphs; some cross beyond the grid",
    answer_in_prompt=True,
)
def count_from_graph(rng: Random) -> Question:
    """Both drawn, one drawn, or which graph?"""
    return one_of(rng, (count_them, count_them, one_is_told, which_graph))
