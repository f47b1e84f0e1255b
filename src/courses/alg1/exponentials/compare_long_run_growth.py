"""Compare long-run growth: an exponential function overtakes lines and squares."""

from random import Random

from courses.alg1.exponentials.growth import function_in, functions_in, growth, rule
from courses.alg1.forms import one_of
from courses.alg1.reading import choices_of, formulas, right_choice
from courses.alg1.slips import apart
from exercises import (
    Choice,
    Number,
    Question,
    Reroll,
    SingleChoice,
    Step,
    integer,
    money,
    num,
    people,
    pick,
    poly,
    shuffled,
    template,
)
from exercises.exact import Fraction


def first_ahead(rng: Random) -> Question:
    """From which whole n on is the exponential function greater?"""
    a, b = pick(rng, (1, 1, 2, 3, 5)), pick(rng, (2, 2, 3))
    square = rng.random() < 0.4
    m, c = integer(rng, 3, 60) * (1 if square else 5), integer(rng, 0, 9) * 10
    other = poly(m, "n^2") if square else poly(m, "n", c)
    one = growth(a, b)
    f = rule(other, "n")
    ahead = [n for n in range(1, 15) if one.at(n) > f(n)]
    n = min(ahead, default=0)
    if n < 4 or len(ahead) != 15 - n or one.at(n) > 20000:
        raise Reroll
    before = Step(
        f"At $n = {n - 1}$ the values are ${num(one.at(n - 1))}$ and ${num(f(n - 1))}$: the power is not yet greater.",
        "Try one number after the other.",
    )
    last = Step(f"At $n = {n}$ they are ${num(one.at(n))}$ and ${num(f(n))}$, so the answer is $n = {n}$.",
                "From then on the power stays ahead.")  # fmt: skip
    reached = next((k for k in range(1, 40) if one.at(k) >= f(n)), n + 1)
    return Question(
        key=("first", a, b, m, 0 if square else c, square),
        prompt=f"The functions $f(n) = {one.tex('n')}$ and $g(n) = {other}$ are compared for $n = 1, 2, 3, \\ldots$. "
        "What is the "
        "first $n$ for which $f(n)$ is greater than $g(n)$?",
        answer=Number(n),
        hints=("Make a table of both. Which one grows faster and faster?", before.text, last.text),
        solution=(before, last),
        wrong=apart(
            Fraction(n),
            {
                "long-one-too-early": Fraction(n - 1),
                "long-one-too-late": Fraction(n + 1),
                "long-value-for-place": Fraction(one.at(n)),
                "long-quotient": Fraction(m, b),
                "long-only-one-grew": Fraction(reached + 3),
            },
        ),
        before="n =",
    )


def in_the_end(rng: Random) -> Question:
    """Which function is greatest for all large x?"""
    b, a = pick(rng, (2, 3, Fraction(3, 2), Fraction(6, 5), Fraction(11, 10))), integer(rng, 1, 4)
    m, c, s = 100 * integer(rng, 1, 20), 100 * integer(rng, 0, 9), integer(rng, 3, 40)
    one = growth(a, Fraction(str(b)), decimals=Fraction(str(b)).denominator in (5, 10))
    texts = {
        "": one.tex(),
        "long-line-for-ever": poly(m, "x", c),
        "long-square-for-ever": poly(s, "x^2", 50),
        "long-decaying-power": growth(
            1000 * integer(rng, 1, 9), Fraction(pick(rng, (5, 7, 8, 9)), 10), decimals=True
        ).tex(),
    }
    rows = [Choice(f"$f(x) = {text}$", not name, name or None, value=text) for name, text in texts.items()]
    first = Step(
        "A line adds the same at each step, a square adds a little more each time. A power with a base above $1$ adds "
        "a "
        "share of what is there.",
        "In the long run that share outgrows everything else.",
    )
    last = Step(
        f"For all large $x$ the greatest is $f(x) = {texts['']}$.", "A small start or base only makes it later."
    )
    return Question(
        key=("end", a, b, m, c, s),
        prompt="Which of these functions has the greatest values for all very large $x$?",
        answer=SingleChoice(shuffled(rng, rows)),
        hints=("Do not look at the first values. What is added in the thousandth step?", first.text, last.text),
        solution=(first, last),
    )


def offers(rng: Random) -> Question:
    """Two ways to save or to be paid: which is more after n, and which in the end?"""
    (ann, bob), unit = people(rng, 2), pick(rng, ("week", "month", "year"))
    add, start, b = 10 * integer(rng, 2, 30), integer(rng, 1, 8), pick(rng, (2, 2, 3))
    n = integer(rng, 4, 9)
    line, power = add * n, start * b**n
    if line == power or power > 30000 or start * b >= add:
        raise Reroll
    leads = ann if line > power else bob
    word = {2: "twice", 3: "three times"}[b]
    gap = (
        f"{ann} has nothing at first and gets {money(add)} every {unit}. {bob} has {money(start)}, and at the end of "
        f"every {unit} it "
        f"becomes {word} as much."
    )
    right = f"{leads} has more after {n} {unit}s, and {bob} has more in the long run."
    other = ann if leads == bob else bob
    wrong = {
        "long-line-for-ever": f"{leads} has more after {n} {unit}s, and {ann} has more in the long run.",
        "long-not-worked-out": f"{other} has more after {n} {unit}s, and {bob} has more in the long run.",
        "long-never-decided": f"{other} has more after {n} {unit}s, and {ann} has more in the long run.",
    }
    rows = [
        Choice(right, True, value="right"),
        *(Choice(text, False, name, value=name) for name, text in wrong.items()),
    ]
    first = Step(
        f"After {n} {unit}s {ann} has ${n} \\cdot {add} = {line}$ dollars, {bob} ${start} \\cdot {b}^{n} = {power}$ "
        "dollars.",
        "One adds, the other multiplies.",
    )
    last = Step(f"So: {right}", "Multiplying overtakes adding sooner or later.")
    return Question(
        key=("offers", add, start, b, n),
        prompt=f"{gap} Who has more after {n} {unit}s, and who in the long run?",
        answer=SingleChoice(shuffled(rng, rows)),
        hints=(f"Work out both amounts after {n} {unit}s. Then think of many {unit}s more.", first.text, last.text),
        solution=(first, last),
    )


def by_how_much(rng: Random) -> Question:
    """By how much is one ahead of the other at some place?"""
    a, b, n = integer(rng, 1, 5), pick(rng, (2, 3)), integer(rng, 4, 9)
    m, c = integer(rng, 2, 40), integer(rng, 0, 50)
    one, line = growth(a, b), rule(poly(m, "x", c))
    ahead = one.at(n) - line(n)
    if ahead <= 0 or one.at(n) > 9000:
        raise Reroll
    first = Step(f"$f({n}) = {num(one.at(n))}$ and $g({n}) = {num(line(n))}$.", "Power first, then product.")
    last = Step(
        f"The difference is ${num(one.at(n))} - {num(line(n))} = {num(ahead)}$.", "Take the smaller from the greater."
    )
    return Question(
        key=("much", a, b, n, m, c),
        prompt=f"By how much is $f(x) = {one.tex()}$ greater than $g(x) = {poly(m, 'x', c)}$ at $x = {n}$?",
        answer=Number(ahead),
        hints=("Work out both values first.", first.text, last.text),
        solution=(first, last),
        wrong=apart(
            ahead,
            {
                "expo-multiplied-before-power": (one.a * one.b) ** n - line(n),
                "expo-exponent-as-factor": one.a * one.b * n - line(n),
                "long-one-value-only": one.at(n),
            },
        ),
    )


FORMS = (first_ahead, first_ahead, in_the_end, offers, by_how_much)


def tried_far_out(question: Question) -> None:
    """Values are put in: one after the other, and far out for the long run."""
    form, text = question.key[0], question.prompt
    if form in ("first", "much"):
        assert isinstance(question.answer, Number)
        f, g = functions_in(text)
        if form == "much":
            at = int(text.split("at $x = ")[1].split("$")[0])
            assert f(at) - g(at) == question.answer.value
            return
        n = 1
        while f(n) <= g(n):
            n += 1
        assert n == question.answer.value
        assert all(f(k) > g(k) for k in range(n, n + 10))
    elif form == "end":
        far = {}
        for choice in choices_of(question):
            f = function_in(choice.text)
            far[choice] = f(1) * (f(2) / f(1)) ** 400 if "^x" in choice.text else f(400)
        assert max(far, key=lambda c: far[c]) == right_choice(question)
    else:
        ann, bob = text.split(" has ")[0], text.split(". ")[1].split(" has ")[0]
        numbers = [
            int(n.replace(",", ""))
            for n in text.replace("\\$", "").replace(".", " ").split()
            if n.replace(",", "").isdigit()
        ]
        add, begin, n = numbers[:3]
        purse, heap = 0, begin
        for _ in range(n):
            purse, heap = purse + add, heap * (3 if "three times" in text else 2)
        leads = ann if purse > heap else bob
        claim = right_choice(question).text
        assert claim.startswith(f"{leads} has more after")
        assert claim.endswith(f"{bob} has more in the long run.")
    assert formulas(text) is not None


@template(
    "alg1/exponentials/compare-long-run-growth",
    version=1,
    standards=("HSF.LE.A.3",),
    answer=(Number, SingleChoice),
    check=tried_far_out,
    band="exponential against lines and squares: where it gets ahead (up to 14), by how much, and in the long run",
    min_instances=60,
    answer_in_prompt=True,
)
def long_run(rng: Random) -> Question:
    """A draw of one of the forms."""
    return one_of(rng, FORMS)
