"""Model limits with inequalities."""

import re
from collections.abc import Callable
from random import Random

from courses.alg1.forms import one_of
from courses.alg1.ineq_2d.limits import KEPT, Limit, told
from courses.alg1.ineq_2d.texts import SIGN
from courses.alg1.inequalities.relations import SWITCHED, TURNED
from courses.alg1.inequalities.truth import COMPARE
from courses.alg1.reading import choices_of, formulas
from exercises import (
    Choice,
    Inequality,
    Question,
    Reroll,
    SingleChoice,
    Step,
    evaluate,
    integer,
    parse,
    pick,
    poly,
    shuffled,
    template,
)
from exercises.exact import Fraction

SAYS = {"<=": "at most", ">=": "at least"}
PLANS = tuple((u, v) for u in (0, 1, 2, 3, 5, 8, 13, 30, 70, 150) for v in range(26)) + tuple(
    (u, v) for u in range(0, 150, 10) for v in range(30, 150, 10)
)
"""Plans of many sizes; close together where most limits lie."""


def acted_out(question: Question) -> None:
    """Plans of many sizes are acted out in the story, and put into the inequalities."""
    story = question.prompt.split(" Let ")[0].split(" Is ")[0]
    numbers = [int(n.replace(",", "")) for n in re.findall(r"\d[\d,]*", story)]
    kept = KEPT[str(question.key[1])]
    if isinstance(question.answer, Inequality):
        u, v = question.answer.letters
        for text in (question.answer.text, *question.answer.also):
            test = truth(text, u, v)
            assert all(test(plan) is kept[int(str(question.key[2]))](numbers, *plan) for plan in PLANS)
        return
    if question.key[0] == "plan":
        planned = [int(n) for n in re.findall(r"\d+", question.prompt.split(" Is ")[1])]
        state = tuple(one(numbers, planned[0], planned[1]) for one in kept)
        for choice in choices_of(question):
            assert (choice.value == state) is choice.right
        return
    u, v = (tex for tex in formulas(question.prompt.split(" Let ")[1])[:2])
    for choice in choices_of(question):
        texts = formulas(choice.text)
        tests = [truth(tex, u, v) for tex in texts]
        same = all(test(plan) is one(numbers, *plan) for test, one in zip(tests, kept, strict=True) for plan in PLANS)
        assert same is choice.right, choice.text


def truth(text: str, u: str, v: str) -> Callable[[tuple[int, int]], bool]:
    """A test of plans from an inequality, read once."""
    left, sign, right = SIGN.split(text)
    sides = parse(left), parse(right)

    def holds(plan: tuple[int, int]) -> bool:
        values = {u: Fraction(plan[0]), v: Fraction(plan[1])}
        return COMPARE[sign](evaluate(sides[0], values), evaluate(sides[1], values))

    return holds


def slips(limit: Limit, u: str, v: str) -> dict[str, str]:
    """What goes wrong often, as inequalities."""
    found = {
        "at-least-for-at-most": limit.text(u, v, TURNED[limit.sign]),
        "limit-itself-left-out": limit.text(u, v, SWITCHED[limit.sign]),
    }
    if limit.p != limit.q:
        found["crossed-values"] = Limit(limit.q, limit.p, limit.sign, limit.limit, "").text(u, v)
        found["system-values-forgotten"] = f"{u} + {v} {limit.sign} {limit.limit}"
    return found


def write_one(rng: Random) -> Question:
    """The inequality for one of the limits."""
    story, place = told(rng), integer(rng, 0, 1)
    limit, (u, v) = story.limits[place], story.letters
    whole = limit.limit + (1 if limit.sign == "<=" else -1)
    also = (f"{poly(limit.p, u, limit.q, v)} {limit.sign[0]} {whole}",) if story.counted else ()
    right = limit.text(u, v)
    parts = f"${poly(limit.p, u, limit.q, v)}$"
    return Question(
        key=("write", story.id, place, story.limits),
        prompt=f"{story.text} {story.let()} Write the inequality that tells about {limit.about}.",
        answer=Inequality(right, letters=(u, v), also=also),
        wrong=slips(limit, u, v),
        hints=(
            f"Which numbers of the story tell about {limit.about}? Leave the others aside.",
            f"Put together {limit.about} of a plan: {parts}.",
            f"The story says “{SAYS[limit.sign]} {limit.limit:,}”, so it is ${limit.tex(u, v)}$.",
        ),
        solution=(
            Step(f"Put together for {limit.about}: {parts}.", "Each amount is multiplied by what one of it counts."),
            Step(f"“{SAYS[limit.sign].capitalize()}” means ${limit.tex(u, v)}$.", "The limit itself is still allowed."),
        ),
    )  # fmt: skip


def which_system(rng: Random) -> Question:
    """Which system says both?"""
    story = told(rng)
    (u, v), (one, two) = story.letters, story.limits
    turned = pick(rng, (0, 1))
    big = one if one.p != one.q else two
    crossed = Limit(big.q, big.p, big.sign, big.limit, "")
    swapped = (Limit(one.p, one.q, one.sign, two.limit, ""), Limit(two.p, two.q, two.sign, one.limit, ""))
    options = (
        ((one.tex(u, v), two.tex(u, v)), None),
        ((one.tex(u, v, TURNED[one.sign] if not turned else ""), two.tex(u, v, TURNED[two.sign] if turned else "")),
         "at-least-for-at-most"),
        ((crossed.tex(u, v) if big is one else one.tex(u, v), crossed.tex(u, v) if big is two else two.tex(u, v)),
         "crossed-values"),
        ((swapped[0].tex(u, v), swapped[1].tex(u, v)), "limits-exchanged"),
    )  # fmt: skip
    rows = [Choice(f"${a}$ and ${b}$", name is None, name) for (a, b), name in options]
    if len({row.text for row in rows}) < 4:
        raise Reroll
    right = rows[0].text
    return Question(
        key=("which", story.id, story.limits),
        prompt=f"{story.text} {story.let()} Which system says this?",
        answer=SingleChoice(shuffled(rng, rows)),
        hints=(
            f"One inequality tells about {one.about}, the other about {two.about}. Which numbers belong to each?",
            f"“{SAYS[one.sign].capitalize()}” for {one.about}, “{SAYS[two.sign]}” for {two.about}: which signs are"
            " these?",
            f"It is the system {right}.",
        ),
        solution=(
            Step(f"About {one.about}: ${one.tex(u, v)}$.", f"The words are “{SAYS[one.sign]} {one.limit:,}”."),
            Step(f"About {two.about}: ${two.tex(u, v)}$.", f"The words are “{SAYS[two.sign]} {two.limit:,}”."),
            Step(f"So it is the system {right}.", "Both limits have to be kept."),
        ),
    )


def possible(rng: Random) -> Question:
    """Does a plan keep both limits?"""
    story = told(rng)
    one, two = story.limits
    state = pick(rng, ((True, True), (True, True), (True, False), (False, True), (False, False)))
    tried = [rough(limit, rng) for _ in range(40) for limit in story.limits]
    near = [
        plan for plan in tried
        if min(plan) > 1 and (one.kept(*plan), two.kept(*plan)) == state
        and all(limit.near(*plan) for limit in story.limits)
    ]  # fmt: skip
    if not near:
        raise Reroll
    u, v = pick(rng, near)
    texts = {
        (True, True): f"Yes: both {one.about} and {two.about} would be fine.",
        (False, True): f"No: {two.about} would be fine, but {one.about} would not.",
        (True, False): f"No: {one.about} would be fine, but {two.about} would not.",
        (False, False): f"No: neither {one.about} nor {two.about} would be fine.",
    }
    rows = [Choice(text, value == state, slip_of(value, state), value=value) for value, text in texts.items()]
    sums = [f"{product(limit.p, u)} + {product(limit.q, v)} = {limit.p * u + limit.q * v}" for limit in story.limits]
    found = [
        f"For {limit.about}: ${line}$. It has to be {SAYS[limit.sign]} {limit.limit:,}."
        for limit, line in zip(story.limits, sums, strict=True)
    ]
    return Question(
        key=("plan", story.id, story.limits, u, v),
        prompt=f"{story.text} Is a plan of {story.planned(u, v)} possible?",
        answer=SingleChoice(shuffled(rng, rows)),
        hints=("A plan is possible when it keeps both limits. Work both out for this plan.", found[0],
               f"{found[1]} So the answer is this. {texts[state]}"),
        solution=(
            Step(found[0], "Put the numbers of the plan into the first limit."),
            Step(found[1], "The same for the second limit."),
            Step(texts[state], "One broken limit is enough to rule a plan out."),
        ),
    )  # fmt: skip


def rough(limit: Limit, rng: Random) -> tuple[int, int]:
    """A plan that comes close to a limit."""
    u = integer(rng, 2, max(3, limit.limit // limit.p - 2))
    return u, (limit.limit - limit.p * u) // limit.q + integer(rng, -2, 2)


def product(times: int, n: int) -> str:
    """TeX of a product; one of each is just the number."""
    return str(n) if times == 1 else f"{times} \\cdot {n}"


def slip_of(said: tuple[bool, bool], state: tuple[bool, bool]) -> str | None:
    """The mistake behind a verdict."""
    if said == state:
        return None
    return "limit-not-checked" if all(said) else "limit-kept-after-all"


@template(
    "alg1/ineq-2d/model-limits-inequalities",
    version=1,
    standards=("HSA.CED.A.3",),
    answer=(Inequality, SingleChoice),
    check=acted_out,
    band="two amounts and two limits with whole numbers: write one limit, choose the system, or judge a plan",
)
def model_limits(rng: Random) -> Question:
    """Write a limit, choose a system, or judge a plan."""
    return one_of(rng, (write_one, write_one, which_system, possible))
