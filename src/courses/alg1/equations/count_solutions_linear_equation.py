"""Tell whether a linear equation has no solution, exactly one, or infinitely many."""

from random import Random

from courses.alg1.equations.balance import LETTERS, root
from courses.alg1.equations.readback import displayed, line
from courses.alg1.equations.special_cases import ALL, KINDS, NONE, ONE, Case, case
from exercises import Choice, Question, SingleChoice, Step, num, person, pick, shuffled, template

TEXTS = {NONE: "No solution", ONE: "Exactly one solution", ALL: "Infinitely many solutions"}
PHRASES = {NONE: "no solution", ONE: "exactly one solution", ALL: "infinitely many solutions"}
WHY = {
    NONE: "The coefficients are equal and the constants differ: no solution.",
    ONE: "The coefficients differ: exactly one solution.",
    ALL: "Both sides are the same: every number is a solution.",
}

REMINDER = "Tidy each side first. Then compare the terms with the letter, and after them the constants."


def slip_name(truth: Case, said: str) -> str:
    """The misconception behind saying `said` about an equation of another kind."""
    if said == ONE:
        return "expected-exactly-one-solution"
    if truth.kind == ONE and said == NONE:
        return "took-zero-for-no-solution" if truth.zero else "missed-different-coefficients"
    names = {NONE: "took-false-statement-for-always-true", ALL: "took-true-statement-for-no-solution"}
    return names.get(truth.kind, "took-like-looking-sides-for-identical")


def verdict(one: Case, x: str) -> Step:
    """What the tidied equation says, with its reason."""
    left, right = one.left, one.right
    if one.kind == ONE:
        return Step(
            f"The coefficients ${num(left.slope)}$ and ${num(right.slope)}$ differ, so the letter does not cancel: "
            f"${x} = {num(root(left, right))}$ is the only solution.",
            f"Solve as usual.{' Zero is a number like any other.' if one.zero else ''}",
        )
    left_over = f"{num(left.constant)} = {num(right.constant)}"
    truth = "true whatever the letter stands for" if one.kind == ALL else "false whatever the letter stands for"
    return Step(
        f"Taking the terms in ${x}$ from both sides leaves ${left_over}$: that is {truth}.",
        "Equal coefficients cancel, so the constants decide.",
    )


def how_many(rng: Random, x: str) -> Question:
    """One equation is shown; the learner says how many solutions it has."""
    one = case(rng, pick(rng, KINDS), x)
    request = pick(
        rng, ("How many solutions does this equation have?", f"For how many values of ${x}$ is this equation true?")
    )
    tidied = Step(f"Tidy both sides: ${one.tidy(x)}$.", "Multiply out and collect like terms on each side.")
    steps = (tidied, verdict(one, x))
    return Question(
        key=("how many", *one.numbers),
        prompt=f"{request}\n\n$${one.tex}$$",
        answer=SingleChoice(shuffled(rng, (said_of(one, kind) for kind in KINDS))),
        hints=(REMINDER, tidied.text, f"{steps[1].text} {TEXTS[one.kind]}."),
        solution=(*steps, Step(f"{TEXTS[one.kind]}.")),
    )


def said_of(one: Case, kind: str) -> Choice:
    """The choice that says `kind` about this equation."""
    return Choice(TEXTS[kind], kind == one.kind, None if kind == one.kind else slip_name(one, kind), value=kind)


def checked_claim(rng: Random, x: str) -> Question:
    """Somebody solved the equation and reached its tidied form; what does that form tell?"""
    one, name = case(rng, pick(rng, KINDS), x), person(rng)
    texts = {
        NONE: f"No value of ${x}$ makes it true",
        ONE: f"Only one value of ${x}$ makes it true",
        ALL: f"Every value of ${x}$ makes it true",
    }
    choices = (Choice(text, kind == one.kind, None if kind == one.kind else slip_name(one, kind), value=kind)
               for kind, text in texts.items())  # fmt: skip
    final = verdict(one, x)
    return Question(
        key=("claim", *one.numbers),
        prompt=f"{name} starts with the equation\n\n$${one.tex}$$\n\nand correctly tidies it to ${one.tidy(x)}$. "
        "What does this tell you about the equation?",
        answer=SingleChoice(shuffled(rng, choices)),
        hints=(
            f"Compare the terms in ${x}$ of the tidied equation first, and after them the constants.",
            f"Try a value or two for ${x}$, such as $0$ and $1$. Do both sides agree?",
            f"{final.text} {texts[one.kind]}.",
        ),
        solution=(final, Step(f"{texts[one.kind]}.")),
    )


def which_has(rng: Random, x: str) -> Question:
    """Three equations, one of each kind; the learner picks the one asked for."""
    wanted, cases = pick(rng, KINDS), [case(rng, kind, x) for kind in KINDS]
    right = cases[KINDS.index(wanted)]
    order = shuffled(rng, cases)
    tidied = [Step(f"${one.tex}$ tidies to ${one.tidy(x)}$.", WHY[one.kind]) for one in order if one is not right]
    last = Step(f"${right.tex}$ tidies to ${right.tidy(x)}$. {verdict(right, x).text}", verdict(right, x).reason)
    named = {one.tex: None if one is right else slip_name(one, wanted) for one in cases}
    return Question(
        key=("which", wanted, *(number for one in cases for number in one.numbers)),
        prompt=f"Which of these equations has {PHRASES[wanted]}?",
        answer=SingleChoice(tuple(Choice(f"${one.tex}$", one is right, named[one.tex]) for one in order)),
        hints=(
            REMINDER,
            f"One of them gives ${cases[0].left.tex(x)}$ on one side after tidying. Compare its other side.",
            f"Only ${right.tex}$ has {PHRASES[wanted]}: it tidies to ${right.tidy(x)}$.",
        ),
        solution=(*tidied, last, Step(f"So ${right.tex}$ is the one with {PHRASES[wanted]}.")),
    )


FORMS = (how_many, how_many, how_many, checked_claim, which_has, which_has)


def counted(question: Question) -> None:
    """Count solutions from the values of both sides at two points, for the prompt or for each choice."""
    assert isinstance(question.answer, SingleChoice)
    shown, right = displayed(question.prompt), question.answer.show()
    if shown:
        worth = next(choice.worth for choice in question.answer.choices if choice.right)
        assert worth == kind_by_values(shown[0]), (worth, shown)
        return
    asked = next(kind for kind, phrase in PHRASES.items() if phrase in question.prompt)
    fitting = [choice.text for choice in question.answer.choices if kind_by_values(choice.text.strip("$")) == asked]
    assert fitting == [right], (fitting, right)


def kind_by_values(equation: str) -> str:
    """The kind of an equation in TeX, from where the difference of its sides goes."""
    letter = next(sign for sign in LETTERS if sign in equation)
    slope, constant = line(equation, letter)
    return ONE if slope else NONE if constant else ALL


@template(
    "alg1/equations/count-solutions-linear-equation",
    version=1,
    standards=("HSA.REI.B.3",),
    answer=SingleChoice,
    check=counted,
    band="one bracket, like terms or one fraction on a side; coefficients up to 18; the three kinds equally often",
)
def count_solutions(rng: Random) -> Question:
    """A draw of one of the forms."""
    x, form = pick(rng, LETTERS), pick(rng, FORMS)
    return form(rng, x)
