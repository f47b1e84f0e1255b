"""Choose the handiest form."""

from random import Random

from courses.alg1.line_forms.writing import equations, of_slope, point_form, slope_form, standard_form
from courses.alg1.reading import choices_of, formulas
from exercises import Choice, Question, Reroll, SingleChoice, Step, integer, nonzero, pick, shuffled, signed, template

SLOPE, POINT, STANDARD = "y = mx + b", "y - y_1 = m(x - x_1)", "ax + by = c"
NAMES = {SLOPE: "slope-intercept form", POINT: "point-slope form", STANDARD: "standard form"}
SHOWS = {
    SLOPE: "the slope and the place on the $y$-axis",
    POINT: "the slope and one point of the line",
    STANDARD: "both intercepts after one short division each",
}


def shows_it(question: Question) -> None:
    """A form is handy when its letters hold the very numbers that are given or asked for."""
    words = question.prompt.lower()
    if "which of these equations" in words:
        lines = [equations(f"${tex}$")[0] for tex in (formulas(choice.text)[0] for choice in choices_of(question))]
        assert len(set(lines)) == 1
        wanted = kind_wanted(words)
        for choice in choices_of(question):
            assert (kind_of(formulas(choice.text)[0]) == wanted) is choice.right
        return
    for choice in choices_of(question):
        assert (choice.worth == kind_wanted(words)) is choice.right


def kind_of(tex: str) -> str:
    """Which form an equation stands in, from its signs alone; a mixture has none."""
    left, right = tex.split(" = ")
    if "(" in right and left.startswith("y"):
        return POINT
    if left == "y":
        return SLOPE
    return STANDARD if "x" in left and "y" in left and "x" not in right else "mixed"


def kind_wanted(words: str) -> str:
    """The form whose numbers a task speaks of."""
    if "both axes" in words or "altogether" in words:
        return STANDARD
    if "at the start" in words or "$y$-axis" in words:
        return SLOPE
    return POINT


TASKS = (
    (SLOPE, "A tank holds {b} litres at the start and gains {m} litres each minute."),
    (SLOPE, "A phone plan costs {b} dollars at the start and {m} dollars more each month."),
    (SLOPE, "A line has slope {m} and meets the $y$-axis at {b}."),
    (SLOPE, "A candle is {b} centimetres tall at the start and loses {m} centimetres each hour."),
    (POINT, "A line has slope {m} and goes through $({p}, {q})$."),
    (POINT, "After {p} weeks a plant was {q} centimetres tall, and it grows {m} centimetres each week."),
    (POINT, "A line goes through $({p}, {q})$ and climbs {m} for each step across."),
    (POINT, "By day {p} a shop has sold {q} tickets in all, and it sells {m} each day."),
    (STANDARD, "Pens cost {m} dollars and pads {n} dollars; altogether {b} dollars are spent."),
    (STANDARD, "Cars carry {m} people and vans {n}; altogether {b} people travel."),
    (STANDARD, "Short songs last {m} minutes and long ones {n}; altogether they fill {b} minutes."),
    (STANDARD, "Small jars hold {m} litres and large ones {n}; altogether there are {b} litres of jam."),
)
"""The form that takes the numbers as they stand, and what is known."""


def numbers_told(rng: Random, kind: str) -> dict[str, int]:
    """The numbers of a task: a total that full cars and vans can carry, a plant that was there at the start."""
    m, n, p = integer(rng, 2, 5), integer(rng, 6, 9), integer(rng, 2, 9)
    total = m * integer(rng, 2, 6) + n * integer(rng, 1, 4)
    b = total if kind == STANDARD else integer(rng, 20, 60)
    return {"m": m, "n": n, "b": b, "p": p, "q": m * p + integer(rng, 3, 20)}


def which_to_write(rng: Random) -> Question:
    """What is known: in which form can the equation be written down at once?"""
    kind, says = pick(rng, TASKS)
    told = says.format(**numbers_told(rng, kind))
    rows = [
        Choice(f"${form}$", form == kind, None if form == kind else "handy-needs-a-step", value=form)
        for form in (SLOPE, POINT, STANDARD)
    ]
    return Question(
        key=("write", told),
        prompt=f"{told} In which form can the equation be written down at once,"
        " without working anything out?",
        answer=SingleChoice(shuffled(rng, rows)),
        hints=(
            "What do you know: a start, a point, or how two amounts add up?",
            "Look for the form in which each number that is given has a place of its own.",
            f"It is ${kind}$, the {NAMES[kind]}.",
        ),
        solution=(
            Step(f"The {NAMES[kind]} holds {SHOWS[kind]}." if kind != STANDARD
                 else "The standard form says how two amounts add up to a total.", "Compare with what is given."),
            Step(f"So ${kind}$ takes the numbers as they stand.", "The other forms need a calculation first."),
        ),
    )  # fmt: skip


READS = {
    SLOPE: ("where the line meets the $y$-axis and how steep it is", "Look for the equation with $y$ alone on a side."),
    POINT: ("the slope and a point that is not on an axis", "Look for a bracket: it keeps the numbers of a point."),
    STANDARD: ("where the line meets both axes, with two short divisions",
               "When one letter is 0, what is left should be a short equation."),
}  # fmt: skip


def which_to_read(rng: Random) -> Question:
    """Four equations of one line: which one shows this at once?"""
    m = pick(rng, (-5, -4, -3, -2, 2, 3, 4, 5))
    p = nonzero(rng, -8, 8), m * nonzero(rng, -(8 // abs(m)), 8 // abs(m))
    b = p[1] - m * p[0]
    if not b:
        raise Reroll
    kind = pick(rng, (SLOPE, POINT, STANDARD))
    shown = {SLOPE: slope_form(m, b), POINT: point_form(m, p), STANDARD: standard_form(of_slope(m, p))}
    over = f"\\frac{{y {signed(-b)}}}{{{abs(m)}}}"
    mixed = f"x = {over}" if m > 0 else f"x = -{over}"
    rows = [
        Choice(f"${tex}$", form == kind, None if form == kind else "handy-other-fact", value=form)
        for form, tex in shown.items()
    ]
    rows.append(Choice(f"${mixed}$", misconception="handy-needs-a-step", value="mixed"))
    fact, look = READS[kind]
    return Question(
        key=("read", kind, m, p),
        prompt=f"All four equations have the same line. Which of these equations shows {fact}?",
        answer=SingleChoice(shuffled(rng, rows)),
        hints=(
            "Each form has its strong side. What would you read off each of them without working anything out?",
            look,
            f"So this one does it: ${shown[kind]}$.",
        ),
        solution=(
            Step(f"The {NAMES[kind]} shows {SHOWS[kind]}.", "Its numbers are just these."),
            Step(f"Here it is ${shown[kind]}$.", "The others can be brought into it."),
        ),
    )


@template(
    "alg1/line-forms/choose-handiest-form",
    version=1,
    standards=("HSF.IF.C.8",),
    answer=SingleChoice,
    check=shows_it,
    band="one line or situation with whole numbers; the form that takes or shows its numbers at once",
    min_instances=60,
)
def handiest(rng: Random) -> Question:
    """Which form to write, or to read."""
    return pick(rng, (which_to_write, which_to_read))(rng)
