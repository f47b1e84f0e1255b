"""Choose an efficient method for a quadratic equation, and say why it fits."""

from collections.abc import Mapping
from random import Random

from courses.alg1.quadratic_equations.method_claims import CLAIMS, Claim, holds, slip_of
from courses.alg1.quadratic_equations.method_steps import REASONS, SHORT, first_step, is_useful, two_ways
from courses.alg1.quadratic_equations.methods import METHODS, Posed, drawn
from courses.alg1.quadratic_equations.quadratics import LETTERS
from courses.alg1.reading import formulas, right_choice
from exercises import Choice, Question, SingleChoice, Step, pick, pick_distinct, shuffled, template

WANTED = {
    "square": "by taking square roots, with no letter outside the square",
    "product": "by the zero product rule at once, with nothing to rearrange",
    "factor": "by factoring with integers",
    "complete": "by completing the square without any fraction, though it does not factor with integers",
    "formula": "with the quadratic formula, because it does not factor with integers and completing the square brings "
    "fractions",
}
REASON = {
    "square": "The letter stands in one square only, so its roots can be taken.",
    "product": "A product is equal to zero already.",
    "factor": "The two integers can be found, and the zero product rule does the rest.",
    "complete": "Half of the middle coefficient is an integer, and nothing stands before the square.",
    "formula": "The formula works for all coefficients.",
}
ASKS = (
    "Which method fits this equation, with a reason that is true?",
    "Which method is a good choice for this equation? Choose the one whose reason is true.",
    "Before solving this equation, decide on a method. Which reason is true?",
)


def which_method(rng: Random, x: str) -> Question:
    """One equation, four methods with reasons: one reason is true."""
    method = pick(rng, METHODS)
    posed = drawn(rng, method, x)
    claims = [claim for claim in CLAIMS[method] if not holds(claim.name, posed.tex)]
    (right,) = (claim for claim in CLAIMS[method] if claim.name == method)
    wrong = pick_distinct(rng, claims, 3)
    told = Step(f"{right.text(posed)}", REASON[method])
    return Question(
        key=("method", posed.tex.replace(x, "x")),
        prompt=f"{pick(rng, ASKS)}\n\n$${posed.tex}$$",
        answer=SingleChoice(
            shuffled(rng, (chosen(right, posed, None), *(chosen(w, posed, slip_of(w, method)) for w in wrong)))
        ),
        hints=("Look at the form: is there a square alone, a product that is $0$, or three terms in order?", posed.look,
               f"Only one of the reasons is true. {told.text}"),
        solution=(Step(posed.look, "Look at the form before you calculate."), told),
    )  # fmt: skip


def chosen(claim: Claim, posed: Posed, slip: str | None) -> Choice:
    """A claim as a choice."""
    return Choice(claim.text(posed), slip is None, slip, value=claim.name)


def which_equation(rng: Random, x: str) -> Question:
    """Four equations; one of them suits the method that is asked for."""
    method = pick(rng, METHODS)
    others = pick_distinct(rng, [m for m in METHODS if m != method], 3)
    right, *rest = (drawn(rng, m, x) for m in (method, *others))
    choices = [Choice(f"${right.tex}$", True, value=right.tex)]
    choices += [
        Choice(f"${p.tex}$", False, OVERLOOKED[method].get(suits, SLIPS[method]), value=p.tex)
        for suits, p in zip(others, rest, strict=True)
    ]
    looked = [Step(p.look.replace("It ", f"${p.tex}$ ", 1), "So another way is shorter here.") for p in rest]
    last = Step(f"${right.tex}$ can be solved {WANTED[method]}.", REASON[method])
    return Question(
        key=("equation", method, *(p.tex.replace(x, "x") for p in (right, *rest))),
        prompt=f"Which of these equations is best solved {WANTED[method]}?",
        answer=SingleChoice(shuffled(rng, choices)),
        hints=("Go through the four forms one by one. What does this method need?", looked[0].text, last.text),
        solution=(*looked, last),
    )


SLIPS = {
    "square": "roots-with-linear-term",
    "product": "zero-product-without-zero",
    "factor": "factoring-without-whole-numbers",
    "complete": "fractions-when-completing",
    "formula": "unneeded-method",
}
"""What goes wrong when a method is tried on an equation that suits another one."""

READY = {"square": "square-stands-alone", "product": "factored-already"}
OVERLOOKED: Mapping[str, Mapping[str, str]] = {
    "square": {"product": "factored-already"},
    "product": {},
    "factor": READY,
    "complete": {**READY, "factor": "unneeded-method"},
    "formula": {**READY, "complete": "half-is-whole"},
}
"""What was not seen in an equation that suits the inner method, where the outer one was asked for."""

FORMS = (which_method, which_method, which_method, which_equation, which_equation, first_step, two_ways)


def reasons_hold(question: Question) -> None:
    """The reasons are tested on the equation itself, each by trying numbers."""
    form, right = question.key[0], right_choice(question)
    assert isinstance(question.answer, SingleChoice)
    if form == "method":
        tex = formulas(question.prompt)[0]
        assert [c for c in question.answer.choices if holds(str(c.worth), tex)] == [right]
    elif form == "equation":
        method = next(m for m, phrase in WANTED.items() if f"solved {phrase}?" in question.prompt)
        fitting = [c for c in question.answer.choices if holds(method, str(c.worth))]
        assert fitting == [right], (method, fitting)
    elif form == "first":
        assert [c for c in question.answer.choices if is_useful(c.text, question.prompt)] == [right]
    else:
        method = next(m for m, reason in REASONS.items() if reason == right.text)
        assert holds(method, formulas(question.prompt)[-1]) and SHORT[method] in question.prompt  # noqa: PT018


@template(
    "alg1/quadratic-equations/choose-efficient-method",
    version=1,
    standards=("HSA.REI.B.4.b",),
    answer=SingleChoice,
    check=reasons_hold,
    band="five methods; coefficients to 30; reasons that can be tested on the equation",
    min_instances=60,
)
def efficient_method(rng: Random) -> Question:
    """A draw of one of the forms."""
    return pick(rng, FORMS)(rng, pick(rng, LETTERS))
