"""Test a pair in a system."""

from random import Random

from courses.alg1.forms import one_of
from courses.alg1.lines.points import pair, pairs_in
from courses.alg1.reading import choices_of
from courses.alg1.systems.rows import Row, both, either_form, equations_in, fits, spot, through, tried, two_through
from exercises import Choice, Question, Reroll, SingleChoice, Step, nonzero, pick, shuffled, template

VERDICTS = {
    (True, True): "Yes: it fits both equations.",
    (True, False): "No: it fits only the first equation.",
    (False, True): "No: it fits only the second equation.",
    (False, False): "No: it fits neither equation.",
}
"""What is said of a pair that fits the first equation or not, the second or not."""


def both_tried(question: Question) -> None:
    """Put every pair into both equations, as read from prompt and choices."""
    shown = equations_in(question.prompt)
    for choice in choices_of(question):
        if question.key[0] == "which pair":
            (p,) = pairs_in(choice.text)
            assert all(fits(row, p) for row in shown) is choice.right
        elif question.key[0] == "which system":
            (p,) = pairs_in(question.prompt)
            rows = equations_in(choice.text)
            assert len(rows) == 2
            assert all(fits(row, p) for row in rows) is choice.right
        else:
            (p,) = pairs_in(question.prompt)
            first, second = (fits(row, p) for row in shown)
            assert (choice.text == VERDICTS[first, second]) is choice.right


def along(rng: Random, row: Row, p: tuple[int, int]) -> tuple[int, int]:
    """Another point of the line, not too far away."""
    steps = pick(rng, (-2, -1, 1, 2))
    q = (p[0] + steps * row.b, p[1] - steps * row.a)
    if max(map(abs, q)) > 14:
        raise Reroll
    return q


def which_pair(rng: Random) -> Question:
    """Four pairs: which one solves the system?"""
    p = spot(rng)
    rows = two_through(rng, p)
    shown = [either_form(rng, row) for row in rows]
    first, second = along(rng, rows[0], p), along(rng, rows[1], p)
    swapped = (p[1], p[0])
    last, name = pick(rng, ((swapped, "pair-swapped"), ((p[0] + nonzero(rng, -2, 2), p[1]), "system-fits-neither")))
    wrong = {first: "system-first-only", second: "system-second-only", last: name}
    if len(wrong) < 3 or p in wrong or rows[1].holds(first) or rows[0].holds(second):
        raise Reroll
    if any(row.holds(last) for row in rows):
        raise Reroll
    choices = [Choice(f"${pair(p)}$", True, value=p)]
    choices += [Choice(f"${pair(q)}$", misconception=name, value=q) for q, name in wrong.items()]
    return Question(
        key=("which pair", p, rows),
        prompt=f"Which of these pairs is the solution of the system?\n\n{both(*shown)}",
        answer=SingleChoice(shuffled(rng, choices)),
        hints=(
            "A solution of a system makes both equations true. Put $x$ and $y$ into each of them.",
            f"Begin like this: try ${pair(first)}$ in the second equation. You get {tried(shown[1], first)}.",
            f"Only ${pair(p)}$ fits both equations.",
        ),
        solution=(
            Step(f"In the first equation ${pair(p)}$ gives {tried(shown[0], p)}.", "Put both numbers in."),
            Step(f"In the second equation it gives {tried(shown[1], p)}.", "A solution has to fit both."),
            Step(f"The solution is ${pair(p)}$.", "Each of the other pairs fails in one equation at least."),
        ),
    )


def verdict(rng: Random) -> Question:
    """Is this pair a solution, and if not, which equation does it miss?"""
    p = spot(rng)
    rows = two_through(rng, p)
    state = pick(rng, (*VERDICTS, (True, True)))
    missed = [Row(row.a, row.b, row.c + pick(rng, (-1, 1)) * pick(rng, off(row))) for row in rows]
    one, two = (row if fine else miss for row, miss, fine in zip(rows, missed, state, strict=True))
    rows = (one, two)
    shown = [either_form(rng, row) for row in rows]
    choices = [Choice(text, one == state, slip(one, state), value=one) for one, text in VERDICTS.items()]
    says = VERDICTS[state]
    return Question(
        key=("verdict", p, rows),
        prompt=f"Is the pair ${pair(p)}$ a solution of the system?\n\n{both(*shown)}",
        answer=SingleChoice(shuffled(rng, choices)),
        hints=(
            f"Put $x = {p[0]}$ and $y = {p[1]}$ into both equations.",
            f"The first equation gives {tried(shown[0], p)}.",
            f"The second gives {tried(shown[1], p)}. So the answer is this. {says}",
        ),
        solution=(
            Step(f"In the first equation: {tried(shown[0], p)}.", "The first number of a pair is $x$."),
            Step(f"In the second equation: {tried(shown[1], p)}.", "The same pair has to fit here too."),
            Step(says, "A solution of a system fits every equation of it."),
        ),
    )


def off(row: Row) -> tuple[int, ...]:
    """By how much a right side may be wrong: what lost signs would give comes first."""
    return tuple(n for n in (2 * abs(row.a), 2 * abs(row.b), 1, 3) if n)


def slip(said: tuple[bool, bool], state: tuple[bool, bool]) -> str | None:
    """The mistake behind a verdict."""
    if said == state:
        return None
    if said == (True, True):
        return "system-one-equation-enough" if any(state) else "system-fits-neither"
    return "system-fits-after-all" if state == (True, True) else "system-half-checked"


def which_system(rng: Random) -> Question:
    """Four systems: which one has this solution?"""
    p = spot(rng)
    right = two_through(rng, p, 4)
    first = (through(rng, p, 4), through(rng, (p[0] + nonzero(rng, -1, 1), p[1]), 4))
    second = (through(rng, (p[0], p[1] + nonzero(rng, -1, 1)), 4), through(rng, p, 4))
    swapped = two_through(rng, (p[1], p[0]), 4)
    told = (
        (right, None),
        (first, "system-first-only"),
        (second, "system-second-only"),
        (swapped, "pair-swapped"),
    )
    fitting = [tuple(row.holds(p) for row in rows) for rows, _ in told]
    if fitting != [(True, True), (True, False), (False, True), (False, False)]:
        raise Reroll
    if len({row for rows, _ in told for row in rows}) < 8:
        raise Reroll
    choices = [
        Choice(f"${one.tex}$ and ${two.tex}$", name is None, name, value=(one, two)) for (one, two), name in told
    ]
    answer = f"${right[0].tex}$ and ${right[1].tex}$"
    return Question(
        key=("which system", p, *right),
        prompt=f"Which of these systems has the solution ${pair(p)}$?",
        answer=SingleChoice(shuffled(rng, choices)),
        hints=(
            f"Put $x = {p[0]}$ and $y = {p[1]}$ into all equations. In which system are both true?",
            f"In the system of ${first[0].tex}$ and ${first[1].tex}$ the second one gives {tried(first[1].tex, p)}.",
            f"Both are true for {answer}.",
        ),
        solution=(
            Step(f"The first equation of the right one gives {tried(right[0].tex, p)}.", "Put both numbers in."),
            Step(f"Its second equation gives {tried(right[1].tex, p)}.", "Both must hold."),
            Step(f"So it is this system: {answer}.", "In every other system the pair misses one equation at least."),
        ),
    )


@template(
    "alg1/systems/test-pair-system",
    version=1,
    standards=("HSA.REI.C.6",),
    answer=SingleChoice,
    check=both_tried,
    band="coefficients up to 5, coordinates up to 14; four pairs, one pair, or four systems to test",
)
def test_pair(rng: Random) -> Question:
    """Which pair, is this pair, or which system?"""
    return one_of(rng, (which_pair, which_pair, verdict, verdict, which_system))
