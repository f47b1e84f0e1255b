"""Interpret slope and intercept of a fitted line: what each number predicts, and when the intercept means nothing."""

import re
from random import Random

from courses.alg1.data.fitted import PAIRINGS, Pairing
from courses.alg1.forms import one_of
from courses.alg1.reading import choices_of, formulas, right_choice, value_of
from exercises import Choice, Question, Reroll, SingleChoice, Step, integer, pick, poly, shuffled, template

MODEL = "A fitted line predicts. Single measurements lie above or below it."


def drawn(rng: Random) -> tuple[Pairing, int, int]:
    """A pairing with slope and start."""
    one = pick(rng, PAIRINGS)
    m, b = integer(rng, *one.slopes), integer(rng, *one.starts)
    if abs(m) == abs(b) or m == 0 or abs(m) == 1:
        raise Reroll
    return one, m, b


def lead(one: Pairing, m: int, b: int) -> str:
    """The line and what its letters mean."""
    return (
        f"A line was fitted to measurements: $y = {poly(m, 'x', b)}$. Here $x$ is {one.input}, and $y$ is {one.output}."
    )


def more(one: Pairing, m: int) -> str:
    """What the slope says."""
    return f"For each {one.each} more, the predicted $y$ {'grows' if m > 0 else 'falls'} by {abs(m)} {one.unit}."


def slope(rng: Random) -> Question:
    """What does the slope tell?"""
    one, m, b = drawn(rng)
    right = more(one, m)
    rows = [
        (right, None),
        (more(one, -m), "fitted-sign"),
        (f"For $x = 0$ the line predicts ${m}$ {one.unit}.", "fitted-slope-as-start"),
        (f"For each {one.each} more, the predicted $y$ {'grows' if b > 0 else 'falls'} by {abs(b)} {one.unit}.",
         "fitted-start-as-slope"),
        (f"In every single case, one {one.each} more changes $y$ by exactly {abs(m)} {one.unit}.", "fitted-exact"),
    ]  # fmt: skip
    kept = [rows[0], *shuffled(rng, rows[1:])[:3]]
    return Question(
        key=("slope", one.across, m, b),
        prompt=f"{lead(one, m, b)} What does the slope of the line tell?",
        answer=SingleChoice(shuffled(rng, [Choice(text, slip is None, slip) for text, slip in kept])),
        hints=("The slope is the number that multiplies $x$.", f"It is ${m}$: how much the predicted $y$ changes"
                                                               f" when $x$ grows"
               f" by 1, that is by one {one.each}.", f"In words: {right[0].lower()}{right[1:]}"),
        solution=(Step(f"The slope is ${m}$.", "The number that multiplies $x$."), Step(right, MODEL)),
    )  # fmt: skip


def start(rng: Random) -> Question:
    """What does the intercept tell?"""
    one, m, b = drawn(rng)
    if not one.zero:
        raise Reroll
    right = f"For $x = 0$ the line predicts ${b}$ {one.unit}."
    rows = [
        (right, None),
        (f"For each {one.each} more, the predicted $y$ {'grows' if b > 0 else 'falls'} by {abs(b)} {one.unit}.",
         "fitted-start-as-slope"),
        (f"For $x = {b}$ the line predicts 0 {one.unit}.", "fitted-other-axis"),
        (f"For $x = 0$ the line predicts ${m}$ {one.unit}.", "fitted-slope-as-start"),
    ]  # fmt: skip
    return Question(
        key=("start", one.across, m, b),
        prompt=f"{lead(one, m, b)} What does the $y$-intercept of the line tell?",
        answer=SingleChoice(shuffled(rng, [Choice(text, slip is None, slip) for text, slip in rows])),
        hints=("The $y$-intercept is the value of $y$ where $x$ is 0.", f"Put 0 in for $x$: ${m} \\cdot 0$ is 0,"
                                                                        f" so what is left?",
               f"In words: {right[0].lower()}{right[1:]}"),
        solution=(Step(f"The $y$-intercept is ${b}$.", "The value for $x = 0$."), Step(right, MODEL)),
    )  # fmt: skip


REAL = {
    "Length in cm": ("trout", "No trout is 0 cm long, and no mass is negative: so far from the measured lengths"
                              " the line says"
                     " nothing.", "Trout of length 0 have a negative mass.", "The line must be wrong everywhere."),
    "Shoe length in cm": ("people", "Nobody has a shoe length of 0 cm: so far from the measured lengths the line"
                                    " says nothing.",
                          "Somebody without shoes is as tall as the intercept says.", "The line must be wrong"
                                                                                      " everywhere."),
}  # fmt: skip


def no_meaning(rng: Random) -> Question:
    """An intercept far from the measurements."""
    one, m, b = drawn(rng)
    if one.zero:
        raise Reroll
    lo, hi = one.inputs
    what, right, literal, all_wrong = REAL[one.across]
    rows = [
        (right, None),
        (literal, "fitted-far-outside"),
        (f"For each {one.each} more, the predicted $y$ {'grows' if b > 0 else 'falls'} by {abs(b)} {one.unit}.",
         "fitted-start-as-slope"),
        (all_wrong, "fitted-all-thrown-away"),
    ]  # fmt: skip
    return Question(
        key=("no meaning", one.across, m, b),
        prompt=f"{lead(one, m, b)} All measured {what} had an $x$ between ${lo}$ and ${hi}$. What can be said about the"
        f" $y$-intercept ${b}$?",
        answer=SingleChoice(shuffled(rng, [Choice(text, slip is None, slip) for text, slip in rows])),
        hints=("The $y$-intercept belongs to $x = 0$. Was anything like that measured?",
               f"The measurements lie between ${lo}$ and ${hi}$, far from 0.", f"So this. {right}"),
        solution=(Step(f"The intercept belongs to $x = 0$, but the measurements begin at $x = {lo}$.",
                       "A line is good only near its measurements."), Step(right, "It is needed to draw the"
                                                                                  " line, no more.")),
    )  # fmt: skip


def two_inputs(rng: Random) -> Question:
    """How do the predictions for two inputs differ?"""
    one, m, b = drawn(rng)
    gap = integer(rng, 2, 5)
    total = abs(m) * gap
    way = "larger" if m > 0 else "smaller"
    other = "smaller" if m > 0 else "larger"
    unit = one.unit
    inputs = f"an $x$ that is {gap} larger"
    rows = [
        (f"The predicted $y$ is {total} {unit} {way}.", None),
        (f"The predicted $y$ is {abs(m)} {unit} {way}.", "fitted-one-step-only"),
        (f"The predicted $y$ is {total} {unit} {other}.", "fitted-sign"),
        (f"The predicted $y$ is {abs(m * gap + b)} {unit} {way}.", "fitted-value-for-change"),
    ]
    if abs(m * gap + b) in (total, abs(m)):
        raise Reroll
    return Question(
        key=("two", one.across, m, b, gap),
        prompt=f"{lead(one, m, b)} Two cases are compared, the second with {inputs}. What does the line say"
               f" about the second?",
        answer=SingleChoice(shuffled(rng, [Choice(text, slip is None, slip) for text, slip in rows])),
        hints=("The slope tells the change for each 1 of $x$.", f"The slope is ${m}$, and $x$ is {gap} larger.",
               f"${m} \\cdot {gap} = {m * gap}$. {rows[0][0]}"),
        solution=(Step(f"${m} \\cdot {gap} = {m * gap}$", f"The change for 1, taken {gap} times."),
                  Step(rows[0][0], "The intercept is the same for both, so it does not matter.")),
    )  # fmt: skip


CHANGE = re.compile(r"For each (?:.+) more, the predicted \$y\$ (grows|falls) by (\d+) ")
FIRST = re.compile(r"For \$x = (-?\d+)\$ the line predicts \$(-?\d+)\$ ")
LARGER = re.compile(r"The predicted \$y\$ is (\d+) .+ (larger|smaller)\.")


def put_in(question: Question) -> None:
    """Work the shown line out at several inputs, and hold what each choice says against that."""
    rule = formulas(question.prompt)[0].split(" = ")[1]
    at = {x: int(value_of(rule, x=x)) for x in range(12)}
    form = question.key[0]
    if form == "no meaning":
        lo = int(re.findall(r"between \$(\d+)\$", question.prompt)[0])
        assert lo >= 20
        assert "says nothing" in right_choice(question).text
        return
    for choice in choices_of(question):
        assert says(choice.text, at, question) is choice.right, choice.text


def says(text: str, at: dict[int, int], question: Question) -> bool:
    """Whether a choice is what the line does, and about what is asked."""
    change, first, larger = CHANGE.match(text), FIRST.match(text), LARGER.match(text)
    if change:
        by = int(change[2]) * (1 if change[1] == "grows" else -1)
        return "slope" in question.prompt and all(at[x + 1] - at[x] == by for x in range(10))
    if first:
        return "intercept" in question.prompt and int(first[1]) == 0 and at[0] == int(first[2])
    if larger:
        gap = int(re.findall(r"that is (\d+) larger", question.prompt)[0])
        return at[gap + 3] - at[3] == int(larger[1]) * (1 if larger[2] == "larger" else -1)
    return False


@template(
    "alg1/data/interpret-slope-intercept-fitted-line",
    version=1,
    standards=("HSS.ID.C.7",),
    answer=SingleChoice,
    check=put_in,
    band="one fitted line with whole numbers in a story: slope, intercept, two inputs, and an intercept without"
    " meaning",
    min_instances=60,
)
def interpret_fitted(rng: Random) -> Question:
    """One of the forms."""
    return one_of(rng, (slope, slope, start, no_meaning, two_inputs))
