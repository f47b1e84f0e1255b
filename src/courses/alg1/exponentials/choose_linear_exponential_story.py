"""Choose linear or exponential from a story."""

import re
from random import Random

from courses.alg1.exponentials.kind_stories import EXP, LIN, TALES, kind_told
from courses.alg1.forms import one_of
from courses.alg1.reading import choices_of, right_choice
from exercises import (
    Choice,
    Question,
    Reroll,
    SingleChoice,
    Step,
    integer,
    person,
    pick,
    shuffled,
    template,
)
from exercises.exact import Fraction

RULE = {LIN: "The same amount is added (or taken away) in equal times: linear.",
        EXP: "In equal times it is multiplied by the same number: exponential."}  # fmt: skip


def which_kind(rng: Random) -> Question:
    """Linear or exponential, with the reason."""
    kind, text, what, unit = pick(rng, TALES)(rng)
    rows = (
        Choice(
            "Linear, because equal amounts are added or taken away in equal times.",
            kind == LIN,
            None if kind == LIN else "story-share-not-amount",
            value=LIN,
        ),
        Choice(
            "Exponential, because it is multiplied by the same number in equal times.",
            kind == EXP,
            None if kind == EXP else "story-amount-not-share",
            value=EXP,
        ),
        Choice(
            "Linear, because time passes evenly from one step to the next one.",
            False,
            "story-time-is-even",
            value="time",
        ),
        Choice(
            "Exponential, because it keeps changing in the same direction all the time.",
            False,
            "table-any-growth",
            value="grows",
        ),
    )
    first = Step(f"Each {unit} {what}.", "Look at one step, then at the next.")
    right = next(row for row in rows if row.right)
    last = Step(right.text, "Both the kind and the reason have to fit.")
    return Question(
        key=("kind", what, text[-40:]),
        prompt=f"{text} Which kind of function fits, and why?",
        answer=SingleChoice(shuffled(rng, rows)),
        hints=(
            "Is the change of the second step as large as that of the first, or is it a share of what is there?",
            first.text,
            f"So: {right.text}",
        ),
        solution=(first, last),
    )


def which_story(rng: Random) -> Question:
    """Four stories; one is of the kind."""
    kind = pick(rng, (LIN, EXP))
    made = [tale(rng) for tale in shuffled(rng, TALES)]
    right = next(told for told in made if told[0] == kind)
    others = [told for told in made if told[0] != kind][:3]
    slip = "story-amount-not-share" if kind == EXP else "story-share-not-amount"
    rows = [Choice(right[1], True, value=right[1]), *(Choice(told[1], False, slip, value=told[1]) for told in others)]
    if len(right[1]) > max(len(told[1]) for told in others) and rng.random() < 0.6:
        raise Reroll
    first = Step(RULE[kind], "That is how the kinds are told apart.")
    last = Step(f"{right[1]} Each {right[3]} {right[2]}.", "In the others it is the other way.")
    return Question(
        key=("which", kind, right[2], others[0][2]),
        prompt=f"In which situation does {'an exponential' if kind == EXP else 'a linear'} function fit?",
        answer=SingleChoice(shuffled(rng, rows)),
        hints=(
            "Ask of each situation: is the same amount added each time, or the same share of what is there?",
            first.text,
            f"Look here: {last.text}",
        ),
        solution=(first, last),
    )


def what_next(rng: Random) -> Question:
    """Two offers: after two steps, what is the second change?"""
    p, start = pick(rng, (10, 20, 50)), 100 * integer(rng, 2, 20)
    share = start * p // 100
    name, grows = person(rng), rng.random() < 0.6
    amount = rng.random() < 0.5
    way = "grows" if grows else "shrinks"
    after = start + share if grows else start - share
    if amount:
        prompt = f"A stock of {start} kg {way} by {share} kg every month."
        second = share
    else:
        prompt = f"A stock of {start} kg {way} by {p}% every month."
        second = after * p // 100
    end = after + second if grows else after - second
    values = {
        "": end,
        "story-share-not-amount" if not amount else "story-amount-not-share": (
            start + (2 * share if grows else -2 * share) if not amount else (after + after * p // 100 if grows else
                                                                             after - after * p // 100)),
        "story-one-step-only": after,
        "story-wrong-way": start - 2 * share if grows else start + 2 * share,
    }  # fmt: skip
    if len(set(values.values())) < 4 or min(values.values()) <= 0 or (after * p) % 100:
        raise Reroll
    kind = LIN if amount else EXP
    rows = [
        Choice(
            f"{TEXT[kind]}; after two months there are {value} kg."
            if slip in ("", "story-one-step-only", "story-wrong-way")
            else f"{TEXT[EXP if amount else LIN]}; after two months there are {value} kg.",
            not slip,
            slip or None,
            value=value,
        )
        for slip, value in values.items()
    ]
    first = Step(
        f"In the first month the change is {share} kg, in the second {second} kg.",
        "A percentage is always taken of what is there at the time." if not amount else "The amount is fixed.",
    )
    last = Step(f"{TEXT[kind]}; after two months there are {end} kg.", RULE[kind])
    return Question(
        key=("next", start, p, amount, grows),
        prompt=f"{prompt} {name} asks what kind of change this is, and how much there is after two months. What is "
        "right?",
        answer=SingleChoice(shuffled(rng, rows)),
        hints=(
            "Work out the first month, then the second. Is the change the same in both?",
            first.text,
            f"So: {last.text}",
        ),
        solution=(first, last),
    )


TEXT = {LIN: "Linear", EXP: "Exponential"}
FORMS = (which_kind, which_kind, which_story, what_next)


def told_from_the_words(question: Question) -> None:
    """Stories are told apart by their words, and the two months are lived one after the other."""
    form, right = question.key[0], right_choice(question)
    if form == "kind":
        assert kind_told(question.prompt) == right.worth
    elif form == "which":
        wanted = EXP if "exponential" in question.prompt else LIN
        assert [kind_told(choice.text) == wanted for choice in choices_of(question)] == [
            c.right for c in choices_of(question)
        ]
    else:
        start, by = (Fraction(n) for n in re.findall(r"\d+", question.prompt)[:2])
        stock = start
        for _ in range(2):
            step = stock * by / 100 if "%" in question.prompt else by
            stock += step if "grows" in question.prompt else -step
        kind = "Exponential" if "%" in question.prompt else "Linear"
        fits = [c for c in choices_of(question) if c.text.startswith(kind) and f"are {stock} kg" in c.text]
        assert fits == [right]


@template(
    "alg1/exponentials/choose-linear-exponential-story",
    version=1,
    standards=("HSF.LE.A.1.b", "HSF.LE.A.1.c"),
    answer=SingleChoice,
    check=told_from_the_words,
    band="stories with a fixed amount, a percentage or a factor each time; two steps worked out",
    min_instances=60,
)
def choose_from_story(rng: Random) -> Question:
    """A draw of one of the forms."""
    return one_of(rng, FORMS)
