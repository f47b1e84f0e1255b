"""What only many instances show: enough of them, even places, no shortcut that works."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from exercises.answers import FractionAnswer, Number, SingleChoice
from exercises.checks.pieces import bare
from exercises.exact import Fraction
from exercises.question import Question
from exercises.template import Template
from exercises.verdict import RIGHT

KEY_SHARE, SHORTCUT_SHARE = 0.03, 0.30
LONGEST_SHARE = {2: 0.65, 3: 0.45}  # what 40 % of four choices is for fewer of them
CHI_SQUARE = {1: 10.83, 2: 13.82, 3: 16.27, 4: 18.47, 5: 20.52}  # p = 0.001; Abramowitz and Stegun, table 26.8
NUMBERS = re.compile(r"-?\\d?frac\{(\d+)\}\{(\d+)\}|-?\d+(?:\.\d+)?")

SHORTCUTS: Mapping[str, Callable[[list[Fraction]], Fraction]] = {
    "first number": lambda numbers: numbers[0],
    "last number": lambda numbers: numbers[-1],
    "largest number": max,
    "smallest number": min,
    "sum of the numbers": lambda numbers: sum(numbers, Fraction(0)),
}


def enough_instances(template: Template, questions: list[Question]) -> Iterator[str]:
    """Enough different keys (as declared for 400 seeds), none of them often."""
    counts = Counter(question.key for question in questions)
    wanted = template.min_instances * len(questions) // 400
    if len(counts) < wanted:
        yield f"{len(counts)} different keys in {len(questions)} seeds, wanted {wanted}"
    key, most = counts.most_common(1)[0]
    if most > max(KEY_SHARE * len(questions), 3 * len(questions) / template.min_instances, 3):
        yield f"key {key} comes {most} times in {len(questions)} seeds"


def singles(questions: list[Question]) -> list[SingleChoice]:
    """The single choices among the answers."""
    return [question.answer for question in questions if isinstance(question.answer, SingleChoice)]


def places_are_even(_: Template, questions: list[Question]) -> Iterator[str]:
    """Where choices are shuffled, the right one stands in each place equally often (chi-square, p > 0.001)."""
    drawn = [answer for answer in singles(questions) if answer.shuffle]
    for size in {len(answer.choices) for answer in drawn}:
        places = [place(answer) for answer in drawn if len(answer.choices) == size]
        expected = len(places) / size
        if expected < 5 or size - 1 not in CHI_SQUARE:
            continue
        statistic = sum((places.count(i) - expected) ** 2 / expected for i in range(size))
        if statistic > CHI_SQUARE[size - 1]:
            yield f"the right one of {size} choices stands in the places {sorted(Counter(places).items())}"


def place(answer: SingleChoice) -> int:
    """Where the right choice stands, from 0."""
    return next(i for i, choice in enumerate(answer.choices) if choice.right)


def length_does_not_tell(_: Template, questions: list[Question]) -> Iterator[str]:
    """The right choice is longer than all others in at most 40 % of the instances."""
    answers = singles(questions)
    if not answers:
        return
    longest = sum(right_is_longest(answer) for answer in answers) / len(answers)
    limit = LONGEST_SHARE.get(min(len(answer.choices) for answer in answers), 0.40)
    if longest > limit:
        yield f"the right choice is the longest in {longest:.0%}"


def right_is_longest(answer: SingleChoice) -> bool:
    """Whether the right choice is longer than every other."""
    others = max(len(bare(choice.text)) for choice in answer.choices if not choice.right)
    return others < max(len(bare(choice.text)) for choice in answer.choices if choice.right)


def shortcuts_do_not_work(_: Template, questions: list[Question]) -> Iterator[str]:
    """No rule that needs no understanding finds a typed number in more than 30 % of the instances."""
    numeric = [question for question in questions if isinstance(question.answer, Number | FractionAnswer)]
    for name, rule in SHORTCUTS.items():
        hits = sum(found_by(rule, question) for question in numeric)
        if numeric and hits > SHORTCUT_SHARE * len(numeric):
            yield f"the {name} is right in {hits / len(numeric):.0%}"


def found_by(rule: Callable[[list[Fraction]], Fraction], question: Question) -> bool:
    """Whether a rule on the numbers in the prompt gives the answer."""
    numbers = [Fraction(text) for text in numbers_in(question.prompt)]
    return bool(numbers) and question.answer.grade({"value": str(rule(numbers))}).mark is RIGHT


def numbers_in(text: str) -> Iterator[str]:
    """The numbers in a text, fractions as `3/4`, nothing over 0."""
    for match in NUMBERS.finditer(text):
        sign = "-" if match[0].startswith("-") else ""
        if match[2] is None:
            yield match[0]
        elif int(match[2]):
            yield f"{sign}{match[1]}/{match[2]}"
