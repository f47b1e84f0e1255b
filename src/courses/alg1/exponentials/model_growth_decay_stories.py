"""Model growth and decay stories."""

from random import Random

from courses.alg1.exponentials.growth import formulas_apart
from courses.alg1.exponentials.scenes import Scene, base_shown, by_factor, by_percent, span, walked
from courses.alg1.forms import hints, one_of
from courses.alg1.slips import apart
from exercises import Expression, Number, Question, Reroll, Step, decimal, evaluate, integer, num, parse, pick, template
from exercises.exact import Fraction


def model_tex(one: Scene) -> str:
    """`800 \\cdot 1.03^t`, `5 \\cdot 2^{\\frac{t}{3}}`."""
    raised = "t" if one.every == 1 else f"{{\\frac{{t}}{{{one.every}}}}}"
    return f"{one.start} \\cdot {base_shown(one.base, one.percent)}^{raised}"


def typed(start: int | Fraction, base: Fraction, every: int = 1) -> str:
    """The same as it may be typed."""
    shown = (
        decimal(base)
        if base.denominator in (1, 2, 4, 5, 10, 20, 25, 50, 100, 1000) and base.denominator > 4
        else str(base)
    )
    return f"{start}*({shown})^{'t' if every == 1 else f'(t/{every})'}"


def factor_step(one: Scene) -> Step:
    """By what it is multiplied."""
    shown = base_shown(one.base, one.percent)
    if not one.percent:
        return Step(
            "Each time the amount is multiplied by "
            f"${shown.removeprefix(chr(92) + 'left(').removesuffix(chr(92) + 'right)')}$.",
            "That is the base of the power.",
        )
    rate = abs(one.base - 1)
    sign, word = ("+", "added") if one.base > 1 else ("-", "gone")
    return Step(
        f"Each {one.unit} ${decimal(rate)}$ of the amount is {word}: multiply by $1 {sign} {decimal(rate)} = {shown}$.",
        "The 1 stands for what was there.",
    )


def formula(rng: Random) -> Question:
    """Write f(t)."""
    one = by_percent(rng) if rng.random() < 0.6 else by_factor(rng)
    count = Step(
        f"In $t$ {one.unit}s that happens $t$ times."
        if one.every == 1
        else f"It happens once in {one.every} {one.unit}s, so in $t$ {one.unit}s it happens "
        f"$\\frac{{t}}{{{one.every}}}$ "
        "times.",
        "The exponent counts the factors.",
    )
    last = Step(f"$f(t) = {model_tex(one)}$", "Start times power.")
    steps = (factor_step(one), count, last)
    right = typed(one.start, one.base, one.every)
    rate = one.base - 1
    slips = {
        "model-added-each-time": f"{one.start} + ({one.start * rate})*t",
        "model-start-in-power": f"({one.start * one.base})^t" if one.every == 1 else typed(one.start, one.base),
    }
    if one.percent:
        slips |= {"rate-alone-as-base": typed(one.start, abs(rate)), "rate-wrong-direction": typed(one.start, 1 - rate)}
        slips |= {"rate-percent-not-divided": typed(one.start, 1 + rate * 100)} if rate > 0 else {}
    else:
        slips |= {
            "points-factor-upside-down": f"{one.start}*({1 / one.base})^{'t' if one.every == 1 else f'(t/{one.every})'}"
        }
    ask = f"Write {one.asks} after $t$ {one.unit}s as an expression in $t$."
    if one.every > 1:
        kept = {
            "model-added-each-time": slips["model-added-each-time"],
            "model-period-left-out": typed(one.start, one.base),
            "model-period-multiplied": f"{one.start}*({one.base})^({one.every}*t)",
        }
    else:
        kept = formulas_apart(right, "t", slips)
    return Question(
        key=("formula", one.name, one.start, one.base, one.every),
        prompt=f"{one.told} {ask}",
        answer=Expression(right, ("t",)),
        hints=hints("What is the amount multiplied by each time, and how often does that happen?", steps),
        solution=steps,
        wrong=dict(kept),
        before="f(t) =",
    )


def after(rng: Random) -> Question:
    """The amount after some time."""
    if rng.random() < 0.5:
        one, n = by_percent(rng, easy=True), pick(rng, (2, 2, 3))
    else:
        one = by_factor(rng)
        n = pick(rng, (2, 3, 4)) if one.base > 1 else pick(rng, (2, 3))
    value = one.start * one.base**n
    if value.denominator > 1 or value > 50000:
        raise Reroll
    time = n * one.every
    powers = f"{one.start} \\cdot {base_shown(one.base, one.percent)}^{n}"
    count = Step(
        f"In {time} {one.unit}s that happens {n} times.",
        "Divide by how long one step takes." if one.every > 1 else f"Once each {one.unit}.",
    )
    last = Step(f"${powers} = {num(value)}$", "Multiply step by step, or use the power.")
    steps = (factor_step(one), count, last)
    rate = one.base - 1
    slips: dict[str, Fraction] = {
        "model-added-each-time": one.start * (1 + n * rate), "model-one-step-too-few": one.start * one.base ** (n - 1),
        "model-one-step-too-many": one.start * one.base ** (n + 1), "expo-exponent-as-factor": one.start * one.base * n,
    }  # fmt: skip
    return Question(
        key=("after", one.name, one.start, one.base, one.every, n),
        prompt=f"{one.told} What is {one.asks} after {time} {one.unit}s?",
        answer=Number(value, unit=one.thing),
        hints=hints("By what is the amount multiplied each time, and how often?", steps),
        solution=steps,
        wrong=apart(value, slips),
        after="dollars" if one.thing == "$" else one.thing,
    )


def when(rng: Random) -> Question:
    """After how long is it so much?"""
    one = by_factor(rng)
    n = integer(rng, 2, 5) if one.base > 1 else integer(rng, 2, 3)
    value = one.start * one.base**n
    if value.denominator > 1 or value > 30000:
        raise Reroll
    times = Step(
        f"From {one.start} to {num(value)} the factor is ${num(value)} \\div {one.start} = {num(value / one.start)}$, "
        f"which is ${base_shown(one.base, False)}^{n}$.",
        "Each step brings one factor.",
    )
    last = Step(
        f"{n} steps take ${n} \\cdot {one.every} = {n * one.every}$ {one.unit}s."
        if one.every > 1
        else f"Each step takes one {one.unit}, so it takes ${n}$ {one.unit}s.",
        "Count the steps, then the time.",
    )
    return Question(
        key=("when", one.name, one.start, one.base, one.every, n),
        prompt=f"{one.told} After how many {one.unit}s {one.reached.format(v=num(value))}?",
        answer=Number(n * one.every, unit=f"{one.unit}s"),
        hints=hints("How many times as large is it then? Which power of the factor is that?", (times, last)),
        solution=(times, last),
        wrong=apart(
            Fraction(n * one.every),
            {
                "model-steps-for-time": Fraction(n),
                "model-quotient-for-time": value / one.start,
                "model-one-step-too-many": Fraction((n + 1) * one.every),
                "model-one-step-too-few": Fraction((n - 1) * one.every),
            },
        ),
        after=f"{one.unit}s",
    )


FORMS = (formula, formula, formula, after, after, when)


def walks_along(question: Question) -> None:
    """The story is lived step by step, from its words."""
    text, answer = question.prompt, question.answer
    steps, each = walked(text, 8), span(text)
    if isinstance(answer, Expression):
        node = parse(answer.text)
        assert [evaluate(node, {"t": n * each}) for n in range(5)] == steps[:5]
        return
    assert isinstance(answer, Number)
    ask = text.rsplit(". ", 1)[1]
    if ask.startswith("After how many"):
        reached = Fraction(next(word for word in ask.split() if word.isdecimal()))
        assert steps.index(reached) * each == answer.value
    else:
        time = int(ask.split(" after ")[1].split()[0])
        assert steps[time // each] == answer.value
        assert time % each == 0


@template(
    "alg1/exponentials/model-growth-decay-stories",
    version=1,
    standards=("HSF.LE.A.1.c", "HSF.BF.A.1.a"),
    answer=(Expression, Number),
    check=walks_along,
    band="rates to 60 percent, factors 2 to 4, halves and thirds, once in one to eight units of time; values by hand",
)
def model_stories(rng: Random) -> Question:
    """A draw of one of the forms."""
    return one_of(rng, FORMS)
