"""Model a story with a sequence: write its rule, or find one of its values."""

from random import Random

from courses.alg1.forms import hints
from courses.alg1.sequences.runs import apart, plain, rules_apart
from courses.alg1.sequences.situations import PRODUCTS, SUMS, Situation, walked
from exercises import Expression, Number, Question, Reroll, Step, evaluate, integer, num, parse, pick, plural, template
from exercises.exact import Fraction


def drawn(rng: Random) -> Situation:
    """A situation of either kind."""
    return pick(rng, pick(rng, (SUMS, PRODUCTS)))(rng)


def start_step(one: Situation) -> Step:
    """What belongs to n = 1."""
    first, run = plain(one.run.first), one.run
    if one.told == run.first:
        return Step(f"For $n = 1$ the value is {first}.", "The story begins with it.")
    sign = f"\\cdot {num(run.step)}" if run.geometric else f"{'+' if run.step > 0 else '-'} {num(abs(run.step))}"
    return Step(f"{plain(one.told)} is there before the first change. For $n = 1$ it is ${num(one.told)} {sign} = "
                f"{num(run.first)}$.", "Count how many changes have happened.")  # fmt: skip


def step_step(one: Situation) -> Step:
    """What happens each time."""
    step = one.run.step
    if one.run.geometric:
        return Step(f"Each value is ${num(step)}$ times the one before.", "The same factor each time: geometric.")
    return Step(f"Each value is {plain(abs(step))} {'more' if step > 0 else 'less'} than the one before.",
                "The same change each time: arithmetic.")  # fmt: skip


def rule_told(one: Situation) -> tuple[str, tuple[Step, ...]]:
    """The rule as it is typed, and how it is found: a start before the first change is multiplied n times."""
    run, tried = one.run, "Try it for $n = 1$ and $n = 2$."
    if one.told == run.first:
        added = "" if run.geometric else f"{num(run.first)} + (n - 1) \\cdot {num(run.step)} = "
        last = Step(f"After $n - 1$ further changes: ${added}{run.explicit_tex}$.", tried)
        return run.explicit, (step_step(one), start_step(one), last)
    start = Step(f"{plain(one.told)} is there before the first change, when $n = 0$.", "So $n$ counts the changes.")
    text, tex = f"{one.told}*({run.step})^n", f"{num(one.told)} \\cdot {factor(run.step)}^{{n}}"
    if not run.geometric:
        text = tex = f"{one.told} {'+' if run.step > 0 else '-'} {abs(run.step)}n"
    return text, (step_step(one), start, Step(f"After $n$ changes: ${tex}$.", tried))


def rule(rng: Random) -> Question:
    """Write the rule in n."""
    one = drawn(rng)
    run = one.run
    thing = one.asks.format(n="$n$")
    text, steps = rule_told(one)
    base, late = f"({run.step})", run.term(0)
    slips: dict[str, str | None] = {
        "counted_from_the_wrong_start": f"{one.told}*{base}^(n-{int(one.told != run.first)})",
        "added_in_place_of_multiplying": f"{run.first} + ({run.first - late})*(n-1)",
        "exponent_as_factor": f"{run.first}*{base}*n",
        "whole_percentage_in_place_of_what_is_left": f"{one.told}*({1 - run.step})^n" if 0 < run.step < 1 else None,
    } if run.geometric else {
        "counted_from_the_wrong_start": f"{one.told} + {base}*(n-{int(one.told != run.first)})",
        "difference_and_first_swapped": f"{base} + ({one.told})*n",
        "forgot_the_first_term": f"{base}*n",
        "difference_with_wrong_sign": f"{one.told} - {base}*n",
    }  # fmt: skip
    return Question(
        key=("rule", one.name, run.first, run.step),
        prompt=f"{one.text} Write an expression in $n$ for {thing}.",
        answer=Expression(text, ("n",)),
        hints=hints("Is something added each time, or is it multiplied? And which value belongs to $n = 1$?", steps),
        solution=steps,
        wrong=rules_apart(run.explicit, "n", slips),
    )


def value(rng: Random) -> Question:
    """Find one value."""
    one = drawn(rng)
    run, n = one.run, integer(rng, *one.places)
    right = run.term(n)
    if right <= 0 or right.denominator not in (1, 2, 4, 5, 10, 20, 25, 50, 100) or right > 100000:
        raise Reroll
    if one.unit == "$" and (right * 100).denominator > 1:
        raise Reroll
    question = one.asks.format(n=n)
    power = (
        f"{num(run.first)} \\cdot {factor(run.step)}^{{{n - 1}}}"
        if n > 2
        else f"{num(run.first)} \\cdot {num(run.step)}"
    )
    total = power if run.geometric else (
        f"{num(run.first)} {'+' if run.step > 0 else '-'} {n - 1} \\cdot {num(abs(run.step))}")  # fmt: skip
    last = Step(f"${total} = {shown(right)}$", f"To $n = {n}$ it takes {plural(n - 1, 'more change')}.")
    steps = (step_step(one), start_step(one), last)
    changed = one.told == run.first
    wrong = {
        "one_step_too_many": run.term(n + 1), "one_step_too_few": run.term(n - 1),
        "added_in_place_of_multiplying" if run.geometric else "multiplied_in_place_of_adding":
            run.first + (n - 1) * (run.term(2) - run.first) if run.geometric else run.first * n,
        "forgot_the_first_term": None if run.geometric or not changed else (n - 1) * run.step,
        "percent_added_once": one.told * (1 - n * (1 - run.step)) if run.geometric and run.step < 1 else None,
    }  # fmt: skip
    return Question(
        key=("value", one.name, run.first, run.step, n),
        prompt=f"{one.text} What is {question}?",
        answer=Number(right, unit=one.unit),
        hints=hints("Is something added each time, or is it multiplied? And how many times does it happen?", steps),
        solution=steps,
        wrong=apart(right, {name: slip for name, slip in wrong.items() if slip is None or slip > 0}),
        after="dollars" if one.unit == "$" else one.unit,
    )


def factor(step: Fraction) -> str:
    """The base of a power."""
    return num(step) if step.denominator == 1 else rf"\left({num(step)}\right)"


def shown(value: Fraction) -> str:
    """A decimal, as the answer is typed."""
    return plain(value).strip("$")


FORMS = (rule, value)


def steps_lead_there(question: Question) -> None:
    """Walks through the story step by step with the numbers that it tells."""
    name, text = str(question.key[1]), question.prompt
    terms = walked(name, text, 45)
    if isinstance(question.answer, Expression):
        node = parse(question.answer.text)
        assert all(evaluate(node, {"n": Fraction(n)}) == terms[n - 1] for n in range(1, 8)), text
        return
    assert isinstance(question.answer, Number)
    n = question.key[-1]
    assert isinstance(n, int) and f" {n}" in text.split("What is")[1]  # noqa: PT018
    assert terms[n - 1] == question.answer.value, text


@template(
    "alg1/sequences/model-story-sequence",
    version=1,
    standards=("HSF.BF.A.2",),
    answer=(Expression, Number),
    check=steps_lead_there,
    band="arithmetic with steps to 25, geometric with factors to 4 or shares of what is there; at most 40 steps",
)
def model_story(rng: Random) -> Question:
    """A draw of one of the forms."""
    return pick(rng, FORMS)(rng)
