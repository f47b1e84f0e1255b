"""Interpret statements in function notation: from signs to words and from words to signs."""

import re
from random import Random

from courses.alg1.forms import one_of
from courses.alg1.functions.statements import SCENES, Scene
from courses.alg1.reading import choices_of, formulas
from exercises import Choice, Question, Reroll, SingleChoice, Step, pick, shuffled, template

VALUE = re.compile(r"(?:After|For|With) (\d+) .*? is (\d+) [a-zA-Z ]+\.")
CHANGE = re.compile(r"From (\d+) to (\d+) [a-z]+ .* grows by (\d+) [a-zA-Z ]+\.")
MORE = re.compile(r".* is greater (?:after|for|with) (\d+) [a-z]+ than (?:after|for|with) (\d+) [a-z]+\.")
REACHED = re.compile(r"\$([a-z])\$ is a number of [a-z]+ (?:after|for|with) which .* is (\d+) [a-zA-Z ]+\.")
MAY_FALL = "TPBD"  # the functions in SCENES that could have fallen meanwhile
READERS = (("value", VALUE), ("change", CHANGE), ("more", MORE), ("reached", REACHED))


def drawn(rng: Random) -> tuple[Scene, int, int, int, int]:
    """A scene, two inputs that grow and two outputs that grow."""
    scene = pick(rng, SCENES)
    n, m = sorted((pick(rng, span(scene.inputs)), pick(rng, span(scene.inputs))))
    y, z = sorted((pick(rng, span(scene.outputs)), pick(rng, span(scene.outputs))))
    if m - n < 2 or z - y < 2 or {n, m, m - n} & {y, z, z - y}:
        raise Reroll
    return scene, n, m, y, z


def span(numbers: tuple[int, int, int]) -> list[int]:
    """The numbers of a range, its end included."""
    lo, hi, step = numbers
    return list(range(lo, hi + 1, step))


def asked(scene: Scene, key: tuple[object, ...], statement: str, rows: list[tuple[str, str | None]], rng: Random,
          reads: str, seen: str, why: str) -> Question:  # fmt: skip
    """From signs to words; the first row is right."""
    right = rows[0][0]
    return Question(
        key=(*key, scene.name),
        prompt=f"${scene.name}({scene.letter})$ is {scene.about}. What does the statement ${statement}$ say?",
        answer=SingleChoice(shuffled(rng, [Choice(text, slip is None, slip) for text, slip in rows])),
        hints=(f"The number in the brackets is an input: it counts {scene.each}. ${scene.name}({scene.letter})$ itself"
               f" is {scene.noun}.", reads, f"In words: {right[0].lower() + right[1:]}"),
        solution=(Step(reads, seen), Step(right, why)),
    )  # fmt: skip


def of_value(rng: Random) -> Question:
    """W(5) = 40."""
    scene, n, _, y, _ = drawn(rng)
    rows = [
        (scene.value(n, y), None),
        (scene.value(y, n), "statement-input-output-turned"),
        (f"From 0 to {n} {scene.each} {scene.noun} grows by {scene.amount(y)}.", "statement-change-for-value"),
        (f"{n} times {scene.noun} is {scene.amount(y)}.", "statement-product"),
    ]
    return asked(scene, ("value", n, y), f"{scene.name}({n}) = {y}", rows, rng,
                 f"The input is {n} {scene.each}, the output {scene.amount(y)}.",
                 "The input stands in the brackets, the output after the equals sign.",
                 "The input says when or for how many, the output how much.")  # fmt: skip


def of_change(rng: Random) -> Question:
    """W(9) - W(4) = 25."""
    scene, n, m, y, z = drawn(rng)
    by = z - y
    rows = [
        (scene.change(n, m, by), None),
        (scene.value(m - n, by), "statement-inputs-subtracted"),
        (f"From {n} to {m} {scene.each} {scene.noun} grows to {scene.amount(by)}.", "statement-value-for-change"),
        (f"From {n} to {m} {scene.each} {scene.noun} falls by {scene.amount(by)}.", "statement-direction"),
    ]
    return asked(scene, ("change", n, m, by), f"{scene.name}({m}) - {scene.name}({n}) = {by}", rows, rng,
                 f"The statement compares the outputs at {m} and at {n}: the first is greater by {by}.",
                 "Both sides of the minus sign are outputs.",
                 "A difference of two outputs is how much it changed.")  # fmt: skip


def of_order(rng: Random) -> Question:
    """W(9) > W(4)."""
    scene, n, m, _, _ = drawn(rng)
    sign = pick(rng, ("<", ">")) if scene.name in MAY_FALL else "<"
    high, low = (n, m) if sign == ">" else (m, n)
    rows = [
        (scene.more(high, low), None),
        (scene.more(low, high), "statement-direction"),
        (f"{scene.noun.capitalize()} is first {n} and then {m} {scene.unit}.", "statement-input-as-output"),
        (f"{m} {scene.each} are more than {n} {scene.each}.", "statement-inputs-compared"),
    ]
    return asked(scene, ("order", n, m, sign), f"{scene.name}({n}) {sign} {scene.name}({m})", rows, rng,
                 f"Two outputs are compared: the one for {n} {scene.each} and the one for {m}.",
                 "Both sides of the sign are outputs.", "The sign opens towards the greater output.")  # fmt: skip


def of_unknown(rng: Random) -> Question:
    """W(a) = 40."""
    scene, _, _, y, _ = drawn(rng)
    word = scene.place.split()[0]
    right = f"$a$ is a number of {scene.each} {word} which {scene.noun} is {scene.amount(y)}."
    rows = [
        (right, None),
        (f"$a$ is {scene.noun} {scene.at(y)}.", "statement-input-output-turned"),
        (f"$a$ times {scene.noun} is {scene.amount(y)}.", "statement-product"),
        (f"$a$ is the number of {scene.unit} at the beginning, and {y} at the end.", "statement-start-and-end"),
    ]
    return asked(scene, ("unknown", y), f"{scene.name}(a) = {y}", rows, rng,
                 f"The output is {scene.amount(y)}, and the input $a$ is not told.",
                 "What stands in the brackets is the input.", f"$a$ stands where the {scene.each} stand.")  # fmt: skip


def to_signs(rng: Random) -> Question:
    """From a sentence to a statement."""
    scene, n, m, y, z = drawn(rng)
    f = scene.name
    if rng.random() < 0.5:
        sentence = scene.value(n, y)
        key: tuple[object, ...] = ("to value", n, y)
        rows = [(f"{f}({n}) = {y}", None), (f"{f}({y}) = {n}", "statement-input-output-turned"),
                (f"{n} \\cdot {f} = {y}", "statement-product"), (f"{f}({n}) - {f}(0) = {y}",
                                                               "statement-change-for-value")]  # fmt: skip
    else:
        sentence, key = scene.change(n, m, z - y), ("to change", n, m, z - y)
        rows = [(f"{f}({m}) - {f}({n}) = {z - y}", None), (f"{f}({m - n}) = {z - y}", "statement-inputs-subtracted"),
                (f"{f}({n}) - {f}({m}) = {z - y}", "statement-direction"),
                (f"{f}({z - y}) = {m} - {n}", "statement-input-output-turned")]  # fmt: skip
    right = f"${rows[0][0]}$"
    return Question(
        key=(*key, f),
        prompt=f"${f}({scene.letter})$ is {scene.about}. Which statement says the following?\n\n{sentence}",
        answer=SingleChoice(shuffled(rng, [Choice(f"${tex}$", slip is None, slip) for tex, slip in rows])),
        hints=(f"What counts {scene.each} is an input and goes into the brackets.",
               f"What counts {scene.unit} is an output, or a difference of outputs: it stands outside the brackets.",
               f"The statement is {right}."),
        solution=(Step(f"Inputs count {scene.each}, outputs count {scene.unit}.", "Sort the numbers by their units."),
                  Step(f"The statement is {right}.", "Inputs in the brackets, outputs outside.")),
    )  # fmt: skip


def meaning_of_signs(tex: str) -> tuple[object, ...]:
    """What a statement says, from its signs."""
    value = re.fullmatch(r"[A-Z]\((\d+)\) = (\d+)", tex)
    change = re.fullmatch(r"[A-Z]\((\d+)\) - [A-Z]\((\d+)\) = (\d+)", tex)
    order = re.fullmatch(r"[A-Z]\((\d+)\) ([<>]) [A-Z]\((\d+)\)", tex)
    reached = re.fullmatch(r"[A-Z]\(([a-z])\) = (\d+)", tex)
    if value:
        return ("value", value[1], value[2])
    if change:
        return ("change", change[2], change[1], change[3])
    if order:
        return ("more", *((order[1], order[3]) if order[2] == ">" else (order[3], order[1])))
    return ("reached", *reached.groups()) if reached else ()


def meaning_of_words(text: str) -> tuple[object, ...]:
    """What a sentence says, from its words; nothing for one of another shape."""
    return next(((kind, *match.groups()) for kind, reader in READERS if (match := reader.fullmatch(text))), ())


def read_both(question: Question) -> None:
    """Signs and words are read apart: the right choice says the same as what is given, and no other does."""
    if str(question.key[0]).startswith("to "):
        given = meaning_of_words(question.prompt.split("\n\n")[1])
        says = [(choice, meaning_of_signs(formulas(choice.text)[0])) for choice in choices_of(question)]
    else:
        given = meaning_of_signs(formulas(question.prompt)[-1])
        says = [(choice, meaning_of_words(choice.text)) for choice in choices_of(question)]
    assert given
    assert all((said == given) is choice.right for choice, said in says), (given, says)


@template(
    "alg1/functions/interpret-statements-function-notation",
    version=1,
    standards=("HSF.IF.A.2",),
    answer=SingleChoice,
    check=read_both,
    band="one statement about a function of everyday life: a value, an unknown input, a change, a comparison",
    min_instances=60,
)
def interpret(rng: Random) -> Question:
    """One of the forms."""
    return one_of(rng, (of_value, of_change, of_order, of_unknown, to_signs))
