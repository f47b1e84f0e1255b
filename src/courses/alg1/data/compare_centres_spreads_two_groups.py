"""Compare centres and spreads of two groups: box plots and lists, in words, and for a decision."""

from collections.abc import Sequence
from random import Random

from courses.alg1.data.pairs_of_groups import GROUPS, Groups, axis, drawn, spread
from courses.alg1.data.readback import boxes_in
from courses.alg1.forms import one_of
from courses.alg1.reading import choices_of, formulas, right_choice
from exercises import (
    Choice,
    Dropdowns,
    Figure,
    Question,
    Reroll,
    SingleChoice,
    Slot,
    Step,
    box_plot,
    integer,
    num,
    pick,
    shuffled,
    template,
)
from exercises.exact import Fraction
from exercises.figures.boxes import Five

READ = "The line inside a box is the median. The length of the box is the interquartile range."


def picture(group: Groups, one: Five, two: Five) -> Figure:
    """Both box plots."""
    return box_plot(axis(group), [(group.names[0], one), (group.names[1], two)])


def sentence(group: Groups, greater: bool, wider: bool) -> str:
    """A comparison of both in words."""
    first, second = group.names
    link = "and" if greater == wider else "but"
    return (
        f"The {group.about} {group.where} {first} are typically {'greater' if greater else 'smaller'} than those"
        f" {group.where} {second}, {link} they vary {'more' if wider else 'less'}."
    )


SLIPS = {(False, True): "compare-centre-misread", (True, False): "compare-spread-misread",
         (False, False): "compare-centre-and-spread-misread"}  # fmt: skip


def in_words(rng: Random) -> Question:
    """Which sentence do the box plots support?"""
    group, one, two = drawn(rng)
    right = one[2] > two[2], spread(one) > spread(two)
    rows = [
        Choice(sentence(group, *pair), pair == right,
               None if pair == right else SLIPS[pair[0] == right[0], pair[1] == right[1]], value=pair)
        for pair in ((True, True), (True, False), (False, True), (False, False))
    ]  # fmt: skip
    found = (f"Medians: {num(one[2])} and {num(two[2])}. Interquartile ranges:"
             f" {spread(one)} and {spread(two)}.")  # fmt: skip
    return Question(
        key=("words", group.axis, one, two),
        prompt=f"The box plots show the {group.about} {group.where} {group.names[0]} and {group.where}"
               f" {group.names[1]}."
        " Which sentence compares the medians and the interquartile ranges rightly?",
        answer=SingleChoice(shuffled(rng, rows)),
        figure=picture(group, one, two),
        hints=(READ, found, f"So this is right. {sentence(group, *right)}"),
        solution=(Step(found, READ), Step(sentence(group, *right), "Typical: the median. Variation: the length of the"
                                          " box.")),
    )  # fmt: skip


def fill_in(rng: Random) -> Question:
    """Median, interquartile range and range as words to choose."""
    group, one, two = drawn(rng)
    first, second = group.names
    sizes = {
        "median": (one[2], two[2]),
        "box": (spread(one), spread(two)),
        "whole": (one[4] - one[0], two[4] - two[0]),
    }
    options = ("greater than", "smaller than", "equal to")
    rights = {name: options[0] if a > b else options[1] if a < b else options[2] for name, (a, b) in sizes.items()}
    if len(set(rights.values())) < 2:
        raise Reroll
    names = {"median": "compare-centre-misread", "box": "compare-spread-misread", "whole": "compare-range-misread"}
    slots = tuple(Slot(name, options, right, {one: names[name] for one in options if one != right})
                  for name, right in rights.items())  # fmt: skip
    told = ", ".join(rights.values())
    found = "; ".join(f"{label}: {num(sizes[name][0])} and {num(sizes[name][1])}" for name, label in
                      (("median", "medians"), ("box", "interquartile ranges"), ("whole", "ranges")))  # fmt: skip
    return Question(
        key=("fill", group.axis, one, two),
        prompt=f"The box plots show the {group.about} {group.where} {first} and {group.where} {second}.\n\nThe"
               f" median of"
        f" {first} is [[median]] that of {second}. The interquartile range of {first} is [[box]] that of"
        f" {second}. The range"
        f" of {first}, from the smallest to the largest value, is [[whole]] that of {second}.",
        answer=Dropdowns(slots),
        figure=picture(group, one, two),
        hints=(f"{READ} The whole length with its whiskers is the range.", f"Read off."
                                                                           f" {capital(found)}.", f"In order: {told}."),
        solution=(Step(f"{capital(found)}.", "A difference of two places on the axis for both kinds of range."),
                  Step(f"In order: {told}.", "Compare number with number.")),
    )  # fmt: skip


def capital(text: str) -> str:
    """With a capital at the start."""
    return text[0].upper() + text[1:]


DECISIONS = (
    ("Amina wants the wait to be about equally long every day", 0),
    ("A shop wants mangoes that are as equal in mass as possible", 1),
    ("A coach looks for the team whose times are most alike", 4),
    ("A fish trader wants fish that differ little in length", 5),
)
"""A wish for little variation, and the group that it is about."""


def decide(rng: Random) -> Question:
    """Which group suits a wish for little variation?"""
    wish, place = pick(rng, DECISIONS)
    group, one, two = drawn(rng)
    if group != GROUPS[place]:
        raise Reroll
    steady, other = (0, 1) if spread(one) < spread(two) else (1, 0)
    name, rest = group.names[steady], group.names[other]
    high, low = group.names if one[2] > two[2] else group.names[::-1]
    right = f"{name}, because its interquartile range is smaller."
    rows = [
        (right, None),
        (f"{rest}, because its interquartile range is greater.", "compare-spread-misread"),
        (f"{high}, because its median is greater.", "compare-centre-for-spread"),
        (f"{low}, because its median is smaller.", "compare-centre-for-spread"),
    ]  # fmt: skip
    found = f"The interquartile ranges are {spread(one)} ({group.names[0]}) and {spread(two)} ({group.names[1]})."
    return Question(
        key=("decide", group.axis, one, two),
        prompt=f"The box plots show the {group.about} {group.where} {group.names[0]} and {group.where}"
               f" {group.names[1]}."
        f" {wish}. Which one is the better choice, judged by the middle half of the values, and why?",
        answer=SingleChoice(shuffled(rng, [Choice(text, slip is None, slip) for text, slip in rows])),
        figure=picture(group, one, two),
        hints=("Does the wish ask for large or small values, or for values that are alike?",
               f"For values that are alike, compare the lengths of the boxes. {found}", f"So choose {right}"),
        solution=(Step(found, "The interquartile range measures how much the middle half varies."),
                  Step(right, "Little variation: a short box.")),
    )  # fmt: skip


def from_lists(rng: Random) -> Question:
    """Two short lists: compare means and ranges."""
    group = pick(rng, GROUPS)
    base = group.lo + group.step * integer(rng, 6, 10)
    lists = [[base + integer(rng, -4, 6) * max(group.step // 2, 1) for _ in range(5)] for _ in range(2)]
    means = [Fraction(sum(one), 5) for one in lists]
    ranges = [max(one) - min(one) for one in lists]
    if any(m.denominator != 1 for m in means) or means[0] == means[1] or ranges[0] == ranges[1]:
        raise Reroll
    right = means[0] > means[1], ranges[0] > ranges[1]
    rows = [
        Choice(of_lists(group, *pair), pair == right,
               None if pair == right else SLIPS[pair[0] == right[0], pair[1] == right[1]], value=pair)
        for pair in ((True, True), (True, False), (False, True), (False, False))
    ]  # fmt: skip
    unit = f" ({group.axis[0].lower()}{group.axis[1:]})" if " in " in group.axis else ""
    shown = [f"{name}: ${', '.join(map(num, one))}$" for name, one in zip(group.names, lists, strict=True)]
    found = f"Means: ${num(means[0])}$ and ${num(means[1])}$. Ranges: ${ranges[0]}$ and ${ranges[1]}$."
    return Question(
        key=("lists", group.axis, *map(tuple, lists)),
        prompt=f"The lists show the {group.about} {group.where} {group.names[0]} and {group.where}"
               f" {group.names[1]}, five each{unit}.\n\n{shown[0]}"
        f"\n\n{shown[1]}\n\nWhich sentence is right?",
        answer=SingleChoice(shuffled(rng, rows)),
        hints=("Mean: add up and divide by 5. Range: largest minus smallest.", f"{name_sum(lists[0])} and"
               f" {name_sum(lists[1])}; now divide, and find the ranges.", f"{found} {of_lists(group, *right)}"),
        solution=(Step(found, "Sum divided by 5; largest minus smallest."), Step(of_lists(group, *right),
                  "The mean says how large they are on average, the range how far they lie apart.")),
    )  # fmt: skip


def name_sum(values: Sequence[int]) -> str:
    """The sum of a list."""
    return f"${' + '.join(map(num, values))} = {sum(values)}$"


def of_lists(group: Groups, greater: bool, wider: bool) -> str:
    """A comparison of mean and range."""
    first, second = group.names
    return (f"{first} has the {'greater' if greater else 'smaller'} mean and the"
            f" {'greater' if wider else 'smaller'} range, compared with {second}.")  # fmt: skip


def measured(question: Question) -> None:
    """Measure both boxes in the picture, or count both lists anew, and judge every choice by them."""
    form = question.key[0]
    if form == "lists":
        one, two = ([Fraction(n) for n in tex.split(",")] for tex in formulas(question.prompt)[:2])
        total, reach = sum(one) - sum(two), (max(one) - min(one)) - (max(two) - min(two))
        for choice in choices_of(question):
            said = "greater mean" in choice.text, "greater range" in choice.text
            assert (said == (total > 0, reach > 0)) is choice.right
        return
    assert question.figure
    first, second = boxes_in(question.figure.svg)
    centre, box = first[2] - second[2], (first[3] - first[1]) - (second[3] - second[1])
    whole = (first[4] - first[0]) - (second[4] - second[0])
    if form == "fill":
        assert isinstance(question.answer, Dropdowns)
        words = ["greater than" if d > 0 else "smaller than" if d < 0 else "equal to" for d in (centre, box, whole)]
        assert [slot.right for slot in question.answer.slots] == words
    elif form == "words":
        for choice in choices_of(question):
            said = "typically greater" in choice.text, "vary more" in choice.text
            assert (said == (centre > 0, box > 0)) is choice.right
    else:
        names = question.figure.svg.split('text-anchor="start">')[1:3]
        steady = names[0 if box < 0 else 1].split("<")[0]
        assert right_choice(question).text == f"{steady}, because its interquartile range is smaller."


@template(
    "alg1/data/compare-centres-spreads-two-groups",
    version=1,
    standards=("HSS.ID.A.2",),
    answer=(SingleChoice, Dropdowns),
    check=measured,
    band="two box plots over one axis with all numbers at its marks, or two lists of five whole numbers",
    min_instances=60,
)
def compare_groups(rng: Random) -> Question:
    """One of the forms."""
    return one_of(rng, (in_words, fill_in, decide, from_lists))
