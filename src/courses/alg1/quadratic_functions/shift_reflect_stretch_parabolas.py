"""Shift, reflect and stretch parabolas."""

from collections.abc import Mapping
from random import Random

from courses.alg1.forms import hints, one_of
from courses.alg1.quadratic_functions.forms import EIGHT, Quad, quad, whole_quad
from courses.alg1.quadratic_functions.moves import CHANGES, Move, drawn_move, move_in, moved, told_as
from courses.alg1.quadratic_functions.readback import Rule, drawn_as, function_in, functions_in, rule
from courses.alg1.reading import formulas, right_choice
from courses.alg1.slips import apart
from exercises import (
    Choice,
    Expression,
    Question,
    Reroll,
    SingleChoice,
    Step,
    nonzero,
    num,
    person,
    pick,
    pick_distinct,
    plot,
    shuffled,
    template,
)
from exercises.exact import Fraction
from exercises.figures import Curve

WRITE = "Write the new function as an expression in $x$."


def written_question(
    key: tuple[object, ...], prompt: str, old: Quad, move: Move, steps: tuple[Step, ...], slips: Mapping[str, Quad]
) -> Question:
    """The question for the function after a move."""
    new = moved(old, move)
    last = Step(f"The new function is ${new.vertex_tex()}$.", f"Its vertex is $({num(new.h)}, {num(new.k)})$.")
    kept = apart(new, {name: slip for name, slip in slips.items() if slip.a})
    return Question(
        key=key,
        prompt=f"{prompt} {WRITE}",
        answer=Expression(new.typed()),
        hints=hints("Follow the vertex: where does it go? And what happens to the number before the square?",
                    (*steps, last)),
        solution=(*steps, last),
        wrong={name: slip.typed() for name, slip in kept.items()},
        before="y =",
    )  # fmt: skip


def explained(old: Quad, move: Move) -> tuple[Step, ...]:
    """The vertex before, the vertex after, and the number in front."""
    new = moved(old, move)
    first = Step(f"The vertex of the old parabola is $({num(old.h)}, {num(old.k)})$.", "All other points follow it.")
    then = Step(f"The move takes it to $({num(new.h)}, {num(new.k)})$.", "Right and left change $x$, the rest $y$.")
    front = Step(f"The number before the square {'stays' if new.a == old.a else 'becomes'} ${num(new.a)}$.",
                 "Shifts keep the width; a stretch or a reflection multiplies all heights.")  # fmt: skip
    return first, then, front


def slips_of(old: Quad, move: Move) -> dict[str, Quad]:
    """What goes wrong often."""
    new = moved(old, move)
    across = moved(old, Move(-move.right, move.up, move.times))
    return {
        "move-across-sign": across,
        "move-up-sign": moved(old, Move(move.right, -move.up, move.times)),
        "move-across-for-up": moved(old, Move(move.up, move.right, move.times)),
        "move-stretch-forgotten": moved(old, Move(move.right, move.up, Fraction(1))),
        "move-stretch-of-square-only": quad(new.a, new.h, old.k + move.up),
        "move-reflected-across-y": quad(old.a, -old.h, old.k + move.up) if move.times == -1 else new,
    }


def from_words(rng: Random) -> Question:
    """The parabola y = x² or another one is moved."""
    base = rng.random() < 0.4
    old = quad(1, 0, 0) if base else whole_quad(rng, 6, (1, 1, 2, -1, 3))
    move = drawn_move(rng, stretch=base or rng.random() < 0.3)
    name = person(rng)
    shown = old.vertex_tex() if base or rng.random() < 0.7 else old.standard_tex()
    if abs(moved(old, move).c) > 200:
        raise Reroll
    told = told_as(move)
    prompt = pick(rng, (f"The graph of $f(x) = {shown}$ is {told}.",
                        f"{name} starts with the parabola $y = {shown}$. It is {told}."))  # fmt: skip
    return written_question(("words", *old.form, *move), prompt, old, move, explained(old, move), slips_of(old, move))


def back_again(rng: Random) -> Question:
    """The result of a shift is known: what was there before?"""
    old, move, name = whole_quad(rng, 6, (1, 2, -1, -2)), drawn_move(rng), person(rng)
    back = Move(-move.right, -move.up, Fraction(1))
    after = moved(old, move)
    steps = (
        Step(f"After the shift the vertex is $({num(after.h)}, {num(after.k)})$.", "Read it off the vertex form."),
        Step(f"Before it, the vertex was $({num(old.h)}, {num(old.k)})$.", "Undo the shift: go the other way."),
    )  # fmt: skip
    asked = written_question(
        ("back", *old.form, *move),
        f"{name} has moved a parabola: it was {told_as(move)}. Now its equation is "
        f"$y = {after.vertex_tex()}$. What was it before?",
        after,
        back,
        steps,
        {
            "move-not-undone": moved(after, move),
            "move-across-sign": moved(after, Move(move.right, -move.up, back.times)),
            "move-up-sign": moved(after, Move(-move.right, move.up, back.times)),
        },
    )
    return Question(
        asked.key,
        asked.prompt.replace(WRITE, "Write its old function as an expression in $x$."),
        asked.answer,
        (
            "Undo the shift: where was the vertex before?",
            *(step.text for step in steps),
            f"It was ${old.vertex_tex()}$.",
        ),
        (*steps, Step(f"It was ${old.vertex_tex()}$.", "The width does not change.")),
        asked.wrong,
        before="y =",
    )


def described(rng: Random) -> Question:
    """How does the graph of g come from the graph of y = x²?"""
    move = drawn_move(rng, stretch=rng.random() < 0.5)
    new = moved(quad(1, 0, 0), move)
    others = {
        "move-across-sign": Move(-move.right, move.up, move.times),
        "move-up-sign": Move(move.right, -move.up, move.times),
        "move-across-for-up": Move(move.up, move.right, move.times),
        "move-both-signs": Move(-move.right, -move.up, move.times),
        "move-width-misread": Move(move.right, move.up, 1 / move.times),
    }
    kept = apart(move, others, 3)
    names = pick_distinct(rng, tuple(kept), 3)
    rows = [
        Choice(capital(move), True, value=move),
        *(Choice(capital(kept[n]), False, n, value=kept[n]) for n in names),
    ]
    steps = (
        Step(
            f"The vertex of $y = {new.vertex_tex()}$ is $({num(new.h)}, {num(new.k)})$; that of $y = x^2$ is $(0, 0)$.",
            "The square is $0$ at the vertex.",
        ),
        Step(f"The number before the square is ${num(new.a)}$.", "It tells width and opening."),
    )
    last = Step(f"So it is {told_as(move)}.", "Both facts together.")
    return Question(
        key=("described", *move),
        prompt=f"How does the graph of $y = {new.vertex_tex()}$ come from the graph of $y = x^2$?",
        answer=SingleChoice(shuffled(rng, rows)),
        hints=hints("Compare the two vertices, then the numbers before the squares.", (*steps, last)),
        solution=(*steps, last),
    )


def capital(move: Move) -> str:
    """The move as a sentence."""
    return f"It is {told_as(move)}."


def from_picture(rng: Random) -> Question:
    """Two graphs: which change of f(x) makes the second one?"""
    f = whole_quad(rng, 4, (1, -1, Fraction(1, 2), Fraction(-1, 2)))
    name = pick(rng, tuple(CHANGES))
    n = nonzero(rng, -5, 5)
    text, move = CHANGES[name](n)
    g = moved(f, move)
    if not (EIGHT.holds(g.vertex) and g.at(g.h + 1).denominator <= 2) or g == f or not f.k:
        raise Reroll
    if not visible(f) or not visible(g):
        raise Reroll
    slips = {}
    for other, make in CHANGES.items():
        for m in (n, -n):
            found, change = make(m)
            slips[found] = (moved(f, change), other)
    wrong = {found: (curve, other) for found, (curve, other) in slips.items() if curve != g}
    texts = pick_distinct(rng, tuple(wrong), 3)
    if len({wrong[one][0] for one in texts}) < 3:
        raise Reroll
    rows = [Choice(f"$g(x) = {text}$", True, value=text)]
    rows += [
        Choice(f"$g(x) = {one}$", False, slip_name(name, wrong[one][1], f, g, wrong[one][0]), value=one)
        for one in texts
    ]
    look = Step(
        f"The vertex goes from $({num(f.h)}, {num(f.k)})$ to $({num(g.h)}, {num(g.k)})$.",
        "Compare the points where the curves turn.",
    )
    last = Step(f"So $g(x) = {text}$.", REASONS[name])
    dashed = Curve(f.curve.rule, f"A dashed curve, the graph of f: {f.curve.kind.lower()}", f.curve.through,
                               colour=1, dashed=True)  # fmt: skip
    solid = Curve(g.curve.rule, f"A solid curve, the graph of g: {g.curve.kind.lower()}", g.curve.through)
    return Question(
        key=("picture", *f.form, text),
        prompt="The dashed curve is the graph of $f$, the solid curve is the graph of $g$. Which equation fits?",
        answer=SingleChoice(shuffled(rng, rows)),
        figure=plot(EIGHT, dashed, solid, describe="steps"),
        hints=hints("Where does the vertex go? Does the curve turn over or get steeper?", (look, last)),
        solution=(look, last),
    )


def visible(one: Quad) -> bool:
    """Whether the vertex and what is beside it are on the grid."""
    return EIGHT.holds(one.vertex) and abs(one.at(one.h + 1)) <= 8


REASONS = {
    "up": "A number added to $f(x)$ is added to every height.",
    "across": "$x$ must be that much greater or less to reach the same height.",
    "over": "The minus sign turns every height into its opposite.",
    "times": "Every height is multiplied by the same number.",
}


def slip_name(right: str, chosen: str, f: Quad, g: Quad, other: Quad) -> str:
    """The mistake that a wrong equation shows."""
    if right == chosen:
        return "move-across-sign" if right == "across" else "move-up-sign" if right == "up" else "move-other-change"
    if {right, chosen} == {"up", "across"}:
        return "move-across-for-up"
    return "move-other-change"


FORMS = (from_words, from_words, from_words, back_again, described, described, from_picture, from_picture)


def points_follow(question: Question) -> None:
    """Points of the old graph are moved one by one, as the words say, and lie on the new graph."""
    text = question.prompt
    form = question.key[0]
    if isinstance(question.answer, Expression):
        new, old = rule(question.answer.text), function_in(text)
        if form == "back":
            new, old = old, new
        assert follow(old, new, move_in(text))
        return
    assert isinstance(question.answer, SingleChoice)
    if form == "described":
        g, square = functions_in(text)
        assert [follow(square, g, move_in(c.text)) for c in question.answer.choices].count(True) == 1
        assert follow(square, g, move_in(right_choice(question).text))
        return
    assert question.figure
    fits = []
    for choice in question.answer.choices:
        tex = formulas(choice.text)[0].split(" = ")[1]
        fits.append(drawn_as(question.figure, substituted(tex, question), at=1))
    assert fits == [choice.right for choice in question.answer.choices]


def follow(old: Rule, new: Rule, move: Move) -> bool:
    """Whether points of the old graph land on the new one."""
    return all(new(x + move.right) == move.times * old(x) + move.up for x in (-3, 0, 1, 4))


def substituted(tex: str, question: Question) -> Rule:
    """g for an equation such as `f(x - 3)` or `2f(x)`, with f as the key has it (the dashed curve is measured too)."""
    a, h, k = (Fraction(str(part)) for part in question.key[1:4])
    f = quad(a, h, k)
    assert question.figure
    assert drawn_as(question.figure, f.at, at=0)
    before, _, rest = tex.partition("f(")
    inside, _, after = rest.partition(")")
    front = Fraction(before.replace("\\frac{1}{2}", "1/2") + ("1" if before in ("", "-") else ""))
    inner, added = rule(inside), Fraction(after.replace(" ", "") or 0)
    return lambda x: front * f.at(inner(x)) + added


@template(
    "alg1/quadratic-functions/shift-reflect-stretch-parabolas",
    version=1,
    standards=("HSF.BF.B.3",),
    answer=(Expression, SingleChoice),
    check=points_follow,
    band="shifts up to 9 across and up, stretches up to 4 or a half, reflection in the x-axis; whole vertices",
)
def move_parabolas(rng: Random) -> Question:
    """A draw of one of the forms."""
    return one_of(rng, FORMS)
