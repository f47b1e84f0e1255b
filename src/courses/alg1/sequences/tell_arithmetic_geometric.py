"""Tell arithmetic from geometric sequences, and both from others: in lists, rules and stories."""

from itertools import pairwise
from random import Random

from courses.alg1.reading import choices_of, formulas, right_choice
from courses.alg1.sequences.growth_stories import kind_of_story, story
from courses.alg1.sequences.kinds import KINDS, NEITHER, PRODUCT, SUM, Terms, kind_of, terms_of
from courses.alg1.sequences.readback import shown_terms, unrolled
from courses.alg1.sequences.runs import LETTERS, arithmetic, listed, power_tex
from exercises import (
    Choice,
    Question,
    Reroll,
    SingleChoice,
    Step,
    a_an,
    evaluate,
    integer,
    nonzero,
    num,
    parse,
    person,
    pick,
    poly,
    shuffled,
    template,
)
from exercises.exact import Fraction

SLIPS = {
    (SUM, PRODUCT): "took-equal-changes-for-equal-factors",
    (SUM, NEITHER): "missed-the-pattern",
    (PRODUCT, SUM): "took-equal-factors-for-equal-changes",
    (PRODUCT, NEITHER): "missed-the-pattern",
    (NEITHER, SUM): "took-any-pattern-for-arithmetic",
    (NEITHER, PRODUCT): "took-any-growth-for-geometric",
}
TEXTS = {SUM: "Arithmetic", PRODUCT: "Geometric", NEITHER: "Neither of the two"}


def compared(terms: Terms) -> tuple[Step, ...]:
    """Differences and quotients."""
    differences = ", ".join(num(b - a) for a, b in pairwise(terms))
    steps = [Step(f"The differences of neighbours are ${differences}$.", "Equal differences: arithmetic.")]
    if kind_of(terms) != SUM and all(terms):
        quotients = ", ".join(num(b / a) for a, b in pairwise(terms))
        steps.append(Step(f"The quotients of neighbours are ${quotients}$.", "Equal quotients: geometric."))
    return tuple(steps)


def choices(rng: Random, right: str) -> SingleChoice:
    """The three kinds."""
    rows = [Choice(TEXTS[k], k == right, SLIPS.get((right, k)), value=k) for k in KINDS]
    return SingleChoice(shuffled(rng, rows))


REMINDER = "Compare the differences of neighbouring terms first, then their quotients."


def which_kind(rng: Random) -> Question:
    """A list of terms."""
    kind, name = pick(rng, KINDS), person(rng)
    terms = terms_of(rng, kind)
    shown = listed(terms)
    ask = pick(rng, (
        f"Is the sequence ${shown}$ arithmetic, geometric, or neither?",
        f"{name} looks for a pattern in ${shown}$. What kind of sequence do these terms begin?",
    ))  # fmt: skip
    steps = compared(terms)
    said = {SUM: f"The difference is always ${num(terms[1] - terms[0])}$",
            PRODUCT: f"The quotient is always ${num(terms[1] / terms[0])}$" if terms[0] else "",
            NEITHER: "Neither the differences nor the quotients are all equal"}[kind]  # fmt: skip
    last = Step(f"{said}. {TEXTS[kind]}.", "One step alone proves nothing: all of them count.")
    return Question(
        key=("list", *terms),
        prompt=ask,
        answer=choices(rng, kind),
        hints=(REMINDER, steps[0].text, last.text),
        solution=(*steps, last),
    )


def which_list(rng: Random) -> Question:
    """Four lists; one is of the kind."""
    kind = pick(rng, (SUM, PRODUCT))
    other = PRODUCT if kind == SUM else SUM
    right = terms_of(rng, kind)
    rest = [terms_of(rng, other), terms_of(rng, NEITHER), terms_of(rng, NEITHER)]
    if rest[1] == rest[2]:
        raise Reroll
    rows = [Choice(f"${listed(right)}$", True, value=right)]
    rows += [Choice(f"${listed(t)}$", False, SLIPS[kind_of(t), kind], value=t) for t in rest]
    last = Step(f"Only ${listed(right)}$ is {kind}.", compared(right)[-1].text)
    seen = [Step(f"${listed(t)}$ is not {kind}.", compared(t)[0 if kind == SUM else -1].text) for t in rest]
    return Question(
        key=("lists", kind, *right, *rest[0]),
        prompt=f"Which of these sequences is {kind}?",
        answer=SingleChoice(shuffled(rng, rows)),
        hints=(f"In {a_an(kind)} sequence the {'differences' if kind == SUM else 'quotients'} of neighbours are equal.",
               seen[0].text, last.text),
        solution=(*seen, last),
    )  # fmt: skip


def which_rule(rng: Random) -> Question:
    """An explicit or recursive rule."""
    kind, a = pick(rng, KINDS), pick(rng, LETTERS)
    d, c, r = nonzero(rng, -9, 9), nonzero(rng, -12, 12), integer(rng, 2, 9)
    before, first = f"{a}_{{n - 1}}", integer(rng, 1, 9)
    rules = {
        SUM: (poly(d, "n", c), f"{before} {'+' if d > 0 else '-'} {abs(d)}"),
        PRODUCT: (f"{r} \\cdot {power_tex(Fraction(first + 1), 'n')}", f"{r}{before}"),
        NEITHER: (f"n^2 {'+' if c > 0 else '-'} {abs(c)}", f"{r}{before} + {first}", f"{before} + n"),
    }[kind]  # fmt: skip
    rule = pick(rng, rules)
    start = f" with ${a}_1 = {first}$" if before in rule else ""
    terms = values(rule, a, first)
    if kind_of(terms) != kind:
        raise Reroll
    begin = Step(f"The first terms are ${listed(terms)}$.", "Use the rule for $n = 1, 2, 3, 4$.")
    steps = compared(terms)
    last = Step(f"{steps[-1].text} {TEXTS[kind]}.", "The rule does the same at every step." if kind != NEITHER else
                "The steps differ.")  # fmt: skip
    return Question(
        key=("rule", rule.replace(f"{a}_", "a_"), first if start else 0),
        prompt=f"A sequence has the rule ${a}_n = {rule}${start}. What kind of sequence is it?",
        answer=choices(rng, kind),
        hints=("Write down the first four terms.", begin.text, last.text),
        solution=(begin, last),
    )


def values(rule: str, a: str, first: int) -> Terms:
    """The first four terms of an explicit or a recursive rule."""
    if f"{a}_" not in rule:
        return tuple(evaluate(parse(rule), {"n": Fraction(n)}) for n in range(1, 5))
    terms = [Fraction(first)]
    for n in range(2, 5):
        put_in = rule.replace(f"{a}_{{n - 1}}", f"({terms[-1]})")
        terms.append(evaluate(parse(put_in), {"n": Fraction(n)}))
    return tuple(terms)


def which_story(rng: Random) -> Question:
    """A situation that repeats."""
    kind, text, why = story(rng)
    last = Step(f"{why} {TEXTS[kind]}.", "Ask what happens to the amount at each step.")
    return Question(
        key=("story", text),
        prompt=f"{text} What kind of sequence is that?",
        answer=choices(rng, kind),
        hints=("Is the same amount added each time, or is it multiplied by the same number each time?",
               "Make up a start if there is none, and find the next two values.", last.text),
        solution=(Step("Follow the amount over two or three steps.", "Compare how it changes."), last),
    )  # fmt: skip


def hasty(rng: Random) -> Question:
    """Somebody looked at two terms only."""
    name, first, factor = person(rng), integer(rng, 2, 9), integer(rng, 2, 4)
    second = first * factor
    sums, products = arithmetic(first, second - first).terms(3)[2], second * factor
    text = f"{name} knows only that a sequence begins ${first}, {second}$ and says that next must come ${products}$."
    rows = [
        (f"It could also be ${num(sums)}$, or another number: two terms do not tell the kind of sequence.", None),
        (f"The third term must be ${num(sums)}$, because the sequence is arithmetic.", "checked-one-step-only"),
        (
            f"That is right: ${first} \\cdot {factor} = {second}$, so the sequence is certainly geometric.",
            "checked-one-step-only",
        ),
        (
            f"The third term cannot be ${products}$, because no sequence grows like that.",
            "took-equal-changes-for-equal-factors",
        ),
    ]
    last = Step(rows[0][0], "One difference and one quotient fit many sequences.")
    return Question(
        key=("hasty", first, factor),
        prompt=f"{text} What is a good reply?",
        answer=SingleChoice(shuffled(rng, [Choice(line, slip is None, slip) for line, slip in rows])),
        hints=("How many steps are known?", f"From ${first}$ to ${second}$ one can add, and one can multiply.",
               f"So the kind is open. {last.text}"),
        solution=(Step(f"From ${first}$ to ${second}$ one can add ${second - first}$ or multiply by ${factor}$.",
                       "Both are possible."), last),
    )  # fmt: skip


FORMS = (
    which_kind,
    which_kind,
    which_kind,
    which_list,
    which_list,
    which_rule,
    which_rule,
    which_story,
    which_story,
    hasty,
)


def compared_again(question: Question) -> None:
    """Differences and quotients of what is shown, or of values that follow the rule or the story."""
    form, right = question.key[0], right_choice(question)
    if form == "list":
        assert right.worth == _kind_by_cross(shown_terms(question.prompt))
    elif form == "lists":
        asked = SUM if "is arithmetic" in question.prompt else PRODUCT
        fitting = [c for c in choices_of(question) if _kind_by_cross(shown_terms(c.text)) == asked]
        assert fitting == [right]
    elif form == "rule":
        rule = formulas(question.prompt)[0].split(" = ")[1]
        first = formulas(question.prompt)[1].split(" = ")[1] if "_1 = " in question.prompt else "0"
        if "n - 1}" in rule and not rule.endswith("+ n") and "^" not in rule:
            terms = unrolled(rule, Fraction(first), 6)
        elif rule.endswith("+ n"):
            terms = [Fraction(first) + sum(range(2, n + 1)) for n in range(1, 7)]
        else:
            terms = [evaluate(parse(rule), {"n": Fraction(n)}) for n in range(1, 7)]
        assert right.worth == _kind_by_cross(tuple(terms))
    elif form == "story":
        assert right.worth == kind_of_story(question.prompt)
    else:
        assert "two terms do not tell" in right.text


def _kind_by_cross(terms: Terms) -> str:
    """By middle terms: twice a middle term is the sum of its neighbours, its square their product."""
    three = list(zip(terms, terms[1:], terms[2:], strict=False))
    if all(2 * b == a + c for a, b, c in three):
        return SUM
    return PRODUCT if all(b * b == a * c for a, b, c in three) and all(terms) else NEITHER


@template(
    "alg1/sequences/tell-arithmetic-geometric",
    version=1,
    standards=("HSF.LE.A.2",),
    answer=SingleChoice,
    check=compared_again,
    band="lists of four terms, rules with small numbers, and stories; the three kinds about equally often",
    min_instances=60,
)
def tell_kind(rng: Random) -> Question:
    """A draw of one of the forms."""
    return pick(rng, FORMS)(rng)
