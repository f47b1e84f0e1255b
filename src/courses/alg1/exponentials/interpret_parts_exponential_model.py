"""Interpret the parts of an exponential model."""

from random import Random

from courses.alg1.exponentials.growth import function_in
from courses.alg1.exponentials.model_growth_decay_stories import model_tex
from courses.alg1.exponentials.scenes import Scene, by_factor, by_percent
from courses.alg1.forms import one_of
from courses.alg1.reading import formulas, right_choice, value_of
from exercises import Choice, Question, Reroll, SingleChoice, Step, decimal, integer, num, pick, shuffled, template

SCENES = {
    "town": "the number of inhabitants of a town", "account": "the amount in an account in dollars",
    "forest": "the amount of wood in a forest in tonnes", "podcast": "the number of listeners of a podcast",
    "van": "the value of a van in dollars", "medicine": "the amount of a medicine in the blood in mg",
    "ice": "the weight of a block of ice in kg", "village": "the number of inhabitants of a village",
    "cells": "the number of bacteria in a dish", "video": "the number of people who have seen a video",
    "weed": "the area covered by a water plant in square metres", "flies": "the number of fruit flies in a laboratory",
    "iodine": "the amount of a radioactive substance in mg", "pressure": "the pressure in a leaking tyre, in units",
}  # fmt: skip


def opening(one: Scene) -> str:
    """The model and what it tells."""
    return f"The function $f(t) = {model_tex(one)}$ gives {SCENES[one.name]} after $t$ {one.unit}s."


def change(one: Scene) -> str:
    """What happens in one step, in words."""
    each = f"each {one.unit}" if one.every == 1 else f"every {one.every} {one.unit}s"
    if one.percent:
        percent = decimal(abs(one.base - 1) * 100)
        return f"It {'grows' if one.base > 1 else 'decreases'} by {percent}% {each}"
    return f"It is multiplied by ${num(one.base)}$ {each}"


def asked(one: Scene, key: str, question: str, right: str, wrong: dict[str, str], rng: Random, why: str) -> Question:
    """The question with four sentences."""
    rows = [Choice(f"{right}.", True), *(Choice(f"{text}.", False, name) for name, text in wrong.items())]
    if len({row.text for row in rows}) < 4:
        raise Reroll
    first = Step(why, "Put in $t = 0$, and then one step more.")
    last = Step(f"So: {right[0].lower()}{right[1:]}.", "In the words of the story.")
    return Question(
        key=(key, one.name, one.start, one.base, one.every),
        prompt=f"{opening(one)} {question}",
        answer=SingleChoice(shuffled(rng, rows)),
        hints=(
            "What is the value for $t = 0$? And by what is it multiplied afterwards, how often?",
            first.text,
            last.text,
        ),
        solution=(first, last),
    )


def drawn(rng: Random) -> Scene:
    """A scene with a percentage or a factor. Raises Reroll when its formula has the same number twice."""
    return told_apart(by_percent(rng) if rng.random() < 0.65 else by_factor(rng))


def told_apart(one: Scene) -> Scene:
    """The scene, when "what does 4 tell?" can mean only one of its numbers. Raises Reroll when it can mean two."""
    if len({one.start, one.base, one.every}) < 3:
        raise Reroll
    return one


def start(rng: Random) -> Question:
    """What does the number in front tell?"""
    one = drawn(rng)
    return asked(
        one,
        "start",
        f"What does ${one.start}$ tell?",
        f"At $t = 0$ it is {one.start}",
        {
            "part-start-as-change": f"It changes by {one.start} each {one.unit}",
            "part-start-as-later": f"After one {one.unit} it is {one.start}",
            "part-start-as-limit": f"It is never more than {one.start}"
            if one.base > 1
            else f"It is never less than {one.start}",
        },
        rng,
        f"$f(0) = {one.start}$, because a power with the exponent $0$ is $1$.",
    )


def base(rng: Random) -> Question:
    """What does the base tell?"""
    one = drawn(rng)
    shown = decimal(one.base) if one.percent else num(one.base)
    turned = "decreases" if one.base > 1 else "grows"
    each = f"each {one.unit}" if one.every == 1 else f"every {one.every} {one.unit}s"
    if one.percent:
        whole = decimal(one.base * 100)
        wrong = {
            "part-base-as-rate": f"It {'grows' if one.base > 1 else 'decreases'} by {whole}% {each}",
            "part-wrong-direction": f"It {turned} by {decimal(abs(one.base - 1) * 100)}% {each}",
            "part-base-added": f"It changes by {shown} {each}",
        }
    else:
        wrong = {
            "part-base-added": f"${shown}$ is added {each}",
            "part-base-as-start": f"At $t = 0$ it is ${shown}$",
            "part-wrong-direction": f"It is divided by ${shown}$ {each}",
        }
    return asked(one, "base", f"What does ${shown}$ tell?", change(one), wrong, rng,
                 f"In one step the value is multiplied by ${shown}$.")  # fmt: skip


def exponent(rng: Random) -> Question:
    """What does the number below t tell?"""
    one = told_apart(by_factor(rng, pick(rng, (2, 3, 4, 5, 6, 8, 10, 12))))
    n, shown = one.every, num(one.base)
    return asked(one, "exponent", f"What does the number ${n}$ in the exponent tell?",
                 f"It takes {n} {one.unit}s until it is multiplied by ${shown}$", {
        "part-period-for-count": f"Each {one.unit} it is multiplied by ${shown}$ exactly {n} times",
        "part-period-as-end": f"After {n} {one.unit}s it does not change any more",
        "part-base-added": f"Each {one.unit} it changes by {n}",
    }, rng, f"The exponent is $1$ when $t = {n}$.")  # fmt: skip


def changed(rng: Random) -> Question:
    """The story changes in one number: which model fits now?"""
    one = by_percent(rng)
    new_start = one.start + pick(rng, (1, 2, 3, 5)) * (10 if one.start < 1000 else 100)
    p = integer(rng, 2, 9 if one.name in ("town", "account", "village") else 30)
    new_base = 1 + p * (1 if one.base > 1 else -1) * (one.base - one.base + 1) / 100
    if new_base == one.base:
        raise Reroll
    of_start = rng.random() < 0.4

    def shown(a: int, b: object) -> str:
        return f"$f(t) = {a} \\cdot {b}^t$"

    old = decimal(one.base)
    new = decimal(new_base)
    word = "grows" if one.base > 1 else "decreases"
    now = f"it begins with {new_start} in place of {one.start}" if of_start else f"it {word} by {p}% each {one.unit}"
    right = shown(new_start, old) if of_start else shown(one.start, new)
    turned = decimal(2 - new_base)
    wrong = {
        "part-other-number-changed": shown(one.start, decimal(one.base + (new_start - one.start)))
        if of_start else shown(one.start + p, old),
        "part-nothing-changed": shown(one.start, old),
        "part-wrong-direction": shown(new_start, decimal(2 - one.base)) if of_start else shown(one.start, turned),
    }  # fmt: skip
    rows = [Choice(right, True, value=right), *(Choice(text, False, name, value=text) for name, text in wrong.items())]
    if len({row.text for row in rows}) < 4:
        raise Reroll
    first = Step(
        "The number in front is the value at $t = 0$." if of_start else "The base tells what happens in one step.",
        "Only one of the two changes.",
    )
    last = Step(f"Now the model is {right}.", "The other number stays as it was.")
    return Question(
        key=("changed", one.name, one.start, one.base, now),
        prompt=f"{opening(one)} Now think of another case: {now}, and all else is the same. Which function fits?",
        answer=SingleChoice(shuffled(rng, rows)),
        hints=("Which of the two numbers belongs to what has changed?", first.text, last.text),
        solution=(first, last),
    )


FORMS = (start, base, base, base, exponent, changed, changed)


def says_what_it_does(question: Question) -> None:
    """The model is read back, and each sentence is compared with its values."""
    text, right = question.prompt, right_choice(question)
    tex = formulas(text)[0]
    form = question.key[0]
    every = int(tex.split("\\frac{t}{")[1].split("}")[0]) if "\\frac{t}" in tex else 1
    f = function_in(f"${tex}$")
    first, ratio = f(0), f(every) / f(0)
    claim = right.text
    if form == "start":
        assert claim.startswith("At $t = 0$")
        assert f"is {first}." in claim
    elif form == "base":
        each = f"every {every} " if every > 1 else "each "
        assert each in claim
        if "%" in claim:
            percent = value_of(claim.split(" by ")[1].split("%")[0])
            assert ratio * 100 == 100 + (percent if "grows" in claim else -percent)
        else:
            assert value_of(formulas(claim)[0]) == ratio
    elif form == "exponent":
        assert f"takes {every} " in claim
        assert value_of(formulas(claim)[0]) == ratio
    else:
        now = text.split("case: ")[1]
        fits = []
        for choice in (c for c in question.answer.choices):  # type: ignore[union-attr]
            g = function_in(choice.text)
            if "in place of" in now:
                fits.append(g(0) == value_of(now.split("with ")[1].split()[0]) and g(1) / g(0) == ratio)
            else:
                percent = value_of(now.split(" by ")[1].split("%")[0])
                fits.append(g(0) == first and (g(1) / g(0) - 1) * 100 == (percent if "grows" in now else -percent))
        assert fits == [c.right for c in question.answer.choices]  # type: ignore[union-attr]


@template(
    "alg1/exponentials/interpret-parts-exponential-model",
    version=1,
    standards=("HSF.LE.B.5",),
    answer=SingleChoice,
    check=says_what_it_does,
    band="one exponential model with a start, a base and perhaps a number below the letter: what one of them tells",
    min_instances=60,
)
def interpret_parts(rng: Random) -> Question:
    """A draw of one of the forms."""
    return one_of(rng, FORMS)
