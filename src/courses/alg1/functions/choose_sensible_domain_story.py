"""Choose a sensible domain for a story, tell which input makes no sense, and which story fits a domain."""

import re
from collections.abc import Callable
from random import Random

from courses.alg1.forms import one_of
from courses.alg1.functions.domains import ANY, WHOLE, Limits, Tale, tale
from courses.alg1.functions.readback import value_at
from courses.alg1.reading import choices_of
from exercises import Choice, Question, Reroll, SingleChoice, Step, pick, shuffled, template
from exercises.exact import Fraction

REMINDER = (
    "Ask two things. Must the input be a whole number? And what are the smallest and the largest that can happen?"
)


def which(rng: Random) -> Question:
    """Four domains for one story."""
    told = tale(rng)
    right = told.limits
    rows: list[tuple[Limits | str, str | None]] = [
        (right, None),
        *others(right),
        (output_span(told), "sensible-outputs"),
    ]
    texts = [(one.say() if isinstance(one, Limits) else one, slip) for one, slip in rows]
    if len({text for text, _ in texts}) < len(texts):
        raise Reroll
    kept = [texts[0], *shuffled(rng, texts[1:])[:3]]
    return Question(
        key=("which", told.text),
        prompt=f"{told.text} Which is the sensible domain of $f$ in this story?",
        answer=SingleChoice(shuffled(rng, [Choice(f"{text}.", slip is None, slip) for text, slip in kept])),
        hints=(REMINDER, f"${told.letter}$ stands for {told.stands}. {told.whole_why}",
               f"{told.end_why} So take {right.say()[0].lower() + right.say()[1:]}."),
        solution=(Step(told.whole_why, f"${told.letter}$ stands for {told.stands}."), Step(told.end_why,
                  "What the story makes impossible is no input."), Step(f"{right.say()}.", "Both together.")),
    )  # fmt: skip


def others(right: Limits) -> list[tuple[Limits | str, str]]:
    """Domains that miss one of the two thoughts."""
    assert right.high is not None
    kind = WHOLE if right.kind == ANY else ANY
    found: list[tuple[Limits | str, str]] = [
        (Limits(kind, right.low, right.high), "sensible-whole-or-not"),
        (Limits(right.kind, right.low, None, right.step), "sensible-no-end"),
        ("All real numbers", "sensible-formula-only"),
    ]
    if right.step > 1:
        found.append((Limits(WHOLE, right.low, right.high), "sensible-packs-opened"))
    return found


def output_span(told: Tale) -> str:
    """The outputs instead of the inputs."""
    low, high = told.limits.low, told.limits.high
    assert high is not None
    values = sorted((value_at(told.text, "f", low), value_at(told.text, "f", high)))
    return Limits(told.limits.kind, int(values[0]), int(values[1]), told.limits.step).say()


def inputs_for(told: Tale, rng: Random) -> tuple[Fraction, str, list[Fraction]]:
    """An input that makes no sense, why it does not, and three that do."""
    limits = told.limits
    assert limits.high is not None
    step = limits.step if limits.kind == WHOLE else 1
    inside = [Fraction(n) for n in range(limits.low, limits.high + 1, step)][1:-1]
    edge = limits.high if limits.low == 0 else pick(rng, (limits.low, limits.high))
    good = [pick(rng, inside), Fraction(edge), pick(rng, inside)]
    if limits.kind == ANY:
        good[2] += Fraction(1, 2)
    beyond = (Fraction(limits.high + pick(rng, (1, 2, 5)) * step), told.end_why)
    between = (pick(rng, inside) + Fraction(1, 2), told.whole_why)
    packs = (pick(rng, inside) + 1, told.whole_why)
    ways = [beyond] if limits.kind == ANY else [beyond, packs if limits.step > 1 else between]
    bad, why = pick(rng, ways)
    if len({bad, *good}) < 4 or not all(limits.low <= n <= limits.high for n in good):
        raise Reroll
    return bad, why, good


def which_not(rng: Random) -> Question:
    """Which of four inputs makes no sense?"""
    told = tale(rng)
    bad, why, good = inputs_for(told, rng)
    right = told.limits
    rows = [(shown(bad), True, None), *((shown(n), False, "sensible-input-shut-out") for n in good)]
    right_text = f"{told.letter} = {shown(bad)}"
    return Question(
        key=("not", told.text, bad),
        prompt=f"{told.text} Which of these inputs makes no sense in this story?",
        answer=SingleChoice(shuffled(rng, [Choice(f"${told.letter} = {t}$", ok, slip) for t, ok, slip in rows])),
        hints=(REMINDER, f"The sensible inputs are {right.say()[0].lower() + right.say()[1:]}.",
               f"{why} So ${right_text}$ makes no sense."),
        solution=(Step(f"The sensible inputs are {right.say()[0].lower() + right.say()[1:]}.",
                       f"{told.whole_why} {told.end_why}"), Step(f"${right_text}$ makes no sense.", why)),
    )  # fmt: skip


def shown(n: Fraction) -> str:
    """A number as a decimal."""
    return str(n) if n.denominator == 1 else f"{float(n):g}"


def which_kind(rng: Random) -> Question:
    """For which story is every number in between an input?"""
    kind = pick(rng, (WHOLE, ANY))
    tales = [tale(rng) for _ in range(4)]
    if [t.limits.kind == kind for t in tales] != [True, False, False, False] or len({t.stands for t in tales}) < 4:
        raise Reroll
    right = tales[0]
    asked = "only whole numbers" if kind == WHOLE else "numbers between the whole ones, such as halves, also"
    slip = "sensible-whole-or-not"
    rows = [Choice(f"{t.text}", t is right, None if t is right else slip, value=t.text) for t in tales]
    return Question(
        key=("kind", *sorted(t.text for t in tales)),
        prompt=f"In which story do {asked} make sense as inputs of $f$?",
        answer=SingleChoice(shuffled(rng, rows)),
        hints=("Ask in each story what the letter stands for: is it counted, or measured?",
               "What is counted comes in whole numbers; time, length and distance take every value in between.",
               f"Here. {right.text}"),
        solution=(Step(f"In the others: {' '.join(dict.fromkeys(t.whole_why for t in tales[1:]))}",
                       "Look at what the letter stands for."),
                  Step(f"This one. {right.text}", right.whole_why)),
    )  # fmt: skip


COUNTED = re.compile(r"\$([a-z])\$ (passengers|eggs|guests|of them|payments)")
MEASURED = re.compile(r"\$([a-z])\$ (minutes|hours|kilometres|metres)")


def fits_story(text: str) -> Callable[[Fraction], bool]:
    """Whether an input can happen, from the words and the numbers of a story: outputs are tried, not solved for."""
    whole = bool(COUNTED.search(text))
    assert whole is not bool(MEASURED.search(text))
    first = [int(n) for n in re.findall(r"(?<![\d.$])\d+(?![\d.$])", text.split("f(")[0])]

    def can(n: Fraction) -> bool:
        if n < 0 or (whole and n.denominator > 1):
            return False
        out = value_at(text, "f", n)
        if "seats" in text or "tiles" in text:
            return n <= first[0]
        if "full boxes" in text:
            return n % first[0] == 0 and n / first[0] <= first[1]
        if "guests at least" in text:
            return first[0] <= n <= first[1]
        if "km before" in text:
            return n <= first[0]
        if "m of fence and" in text or "diving robot" in text:
            return out <= (first[0] if "fence" in text else first[1])
        return out >= 0

    return can


def tried_out(question: Question) -> None:
    """Try many inputs in the story: each domain is accepted or refused by what happens with them."""
    form = question.key[0]
    tried = {Fraction(n, 2) for n in range(-20, 1200)}
    if form == "which":
        can = fits_story(question.prompt)
        for choice in choices_of(question):
            holds = allowed(choice.text)
            assert all(holds(n) == can(n) for n in tried) is choice.right, choice.text
    elif form == "not":
        can = fits_story(question.prompt)
        for choice in choices_of(question):
            assert can(Fraction(choice.text.split("= ")[1].strip("$"))) is not choice.right
    else:
        asked_whole = "only whole" in question.prompt
        assert all(bool(COUNTED.search(c.text)) is (asked_whole is c.right) for c in choices_of(question))


def allowed(text: str) -> Callable[[Fraction], bool]:
    """The inputs that a choice names."""
    numbers = [int(n) for n in re.findall(r"\d+", text)]
    step = numbers.pop(0) if text.startswith("Multiples") else 1
    whole = not text.startswith("All")
    low = numbers[0] if numbers else -(10**6)
    high = numbers[1] if len(numbers) > 1 else 10**6
    return lambda n: low <= n <= high and (not whole or n % step == 0)


@template(
    "alg1/functions/choose-sensible-domain-story",
    version=1,
    standards=("HSF.IF.B.5",),
    answer=SingleChoice,
    check=tried_out,
    band="a story with one linear function whose inputs are counted or measured, with a smallest and a largest",
    min_instances=60,
)
def sensible_domain(rng: Random) -> Question:
    """One of the forms."""
    return one_of(rng, (which, which, which_not, which_kind))
