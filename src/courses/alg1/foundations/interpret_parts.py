"""Interpret terms, factors and coefficients in context."""

from random import Random

from courses.alg1.foundations.stories import STORIES
from courses.alg1.reading import formulas, letters, right_choice, value_of
from exercises import Choice, Question, Reroll, SingleChoice, Step, parse, pick, same_value, shuffled, template

MISTAKES = {
    ("rate", "product"): "coefficient-read-as-whole-term",
    ("rate", "constant"): "rate-read-as-constant",
    ("rate", "variable"): "amount-read-as-variable",
    ("rate", "bracket"): "factor-read-as-product",
    ("rate", "other"): "groups-mixed-up",
    ("constant", "rate"): "constant-read-as-rate",
    ("constant", "product"): "constant-read-as-rate",
    ("constant", "variable"): "amount-read-as-variable",
    ("variable", "rate"): "variable-read-as-amount",
    ("variable", "constant"): "variable-read-as-amount",
    ("variable", "product"): "variable-read-as-amount",
    ("variable", "bracket"): "bracket-read-as-letter",
    ("variable", "other"): "groups-mixed-up",
    ("product", "rate"): "whole-term-read-as-coefficient",
    ("product", "constant"): "rate-read-as-constant",
    ("product", "variable"): "whole-term-read-as-coefficient",
    ("product", "bracket"): "factor-read-as-product",
    ("product", "other"): "groups-mixed-up",
    ("bracket", "rate"): "factor-read-as-product",
    ("bracket", "variable"): "bracket-read-as-letter",
    ("bracket", "product"): "factor-read-as-product",
    ("other", "rate"): "groups-mixed-up",
    ("other", "variable"): "groups-mixed-up",
    ("other", "product"): "groups-mixed-up",
}
"""(the part that was asked for, the part whose meaning was chosen) -> the mistake."""

LOOKS = {
    "constant": "It is added or taken away once, whatever the letter is.",
    "rate": "It is the number that multiplies: so much for each one that is counted.",
    "variable": "The letter is what is counted; the story names it.",
    "product": "A number for each one, times how many: that makes a total.",
    "bracket": "The bracket is a count of its own: the letter's count, changed by what is added or taken away.",
    "other": "A number for each one of the second group, times how many there are.",
}


def means_what_it_does(question: Question) -> None:
    """What the asked part does to the value agrees with the role of the choice that is right.

    A constant is the value with nothing counted; a rate is the growth for one more; a product is what
    the letter adds in all; a letter is a letter; a bracket is the value shared out at the rate.
    """
    whole, part = _whole_and_part(question)
    role = right_choice(question).worth
    names = sorted(letters(whole))
    first = names[0] if role in ("constant", "bracket") else sorted(letters(part) or names)[0]
    at = {k: {name: k if name == first else 0 for name in names} for k in (0, 1, 7)}
    start, one, seven = (value_of(whole, **at[k]) for k in (0, 1, 7))
    grown = seven - start
    if role == "constant":
        assert value_of(part) == start
    elif role == "rate":
        slopes = {abs(value_of(whole, **{n: int(n == name) for n in names}) - start) for name in names}
        assert value_of(part) in slopes
    elif role == "variable":
        assert part in names
    elif role == "bracket":
        assert value_of(part, **at[7]) * (one - start) == seven
    else:
        same = same_value(parse(part), parse(whole))
        assert same or abs(value_of(part, **at[7])) == abs(grown)


def _whole_and_part(question: Question) -> tuple[str, str]:
    found = formulas(question.prompt)
    asked = [tex for tex in found if len(tex) > 1 or not tex.isalpha()]
    whole = max(asked, key=len)
    if "Which part" in question.prompt:
        return whole, formulas(right_choice(question).text)[0]
    return whole, found[-1]


@template(
    "alg1/foundations/interpret-terms-factors-coefficients-context",
    version=1,
    standards=("HSA.SSE.A.1.a",),
    answer=SingleChoice,
    check=means_what_it_does,
    band="one expression with at most two letters; a part asked for, or a meaning given",
    answer_in_prompt=True,
)
def interpret_parts(rng: Random) -> Question:
    """What does this part of the expression stand for, or: which part stands for this?"""
    story = pick(rng, STORIES)
    a, b = pick(rng, story.a), pick(rng, story.b)
    if a == b:
        raise Reroll
    asked = pick(rng, story.parts)
    by_meaning = rng.random() < 0.6
    numbers = {"a": a, "b": b}
    whole = story.tex.format(**numbers)
    tex, meaning = asked[1].format(**numbers), asked[2]
    choices = [_choice(asked[0], part, numbers, by_meaning) for part in story.parts]
    ask = f"What does ${tex}$ stand for?" if by_meaning else f"Which part of it stands for {meaning}?"
    return Question(
        key=(story.tex, story.says[:24], a, b, asked[0], by_meaning),
        prompt=f"{story.says.format(**numbers)}\n\n$${whole}$$\n\n{ask}",
        answer=SingleChoice(shuffled(rng, choices)),
        hints=_hints(asked[0], tex, meaning, by_meaning),
        solution=(
            Step(LOOKS[asked[0]], "The place of a part in the expression tells what kind of thing it is."),
            Step(f"So ${tex}$ stands for {meaning}.", "Match it with the words of the story."),
        ),
    )


def _choice(asked: str, part: tuple[str, str, str], numbers: dict[str, int], by_meaning: bool) -> Choice:
    role, tex, meaning = part
    text = f"{meaning[0].upper()}{meaning[1:]}" if by_meaning else f"${tex.format(**numbers)}$"
    return Choice(text, role == asked, MISTAKES.get((asked, role)), value=role)


def _hints(role: str, tex: str, meaning: str, by_meaning: bool) -> tuple[str, ...]:
    return (
        "Imagine that the letter grows by 1. Which part of the value changes, and by how much?",
        LOOKS[role],
        f"In this story ${tex}$ stands for {meaning}." if by_meaning else f"What stands for {meaning} is ${tex}$.",
    )
