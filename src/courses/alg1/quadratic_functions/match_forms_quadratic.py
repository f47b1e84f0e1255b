"""Match forms of one quadratic: with each other, with what they show, with graphs."""

import re
from collections.abc import Callable, Mapping
from random import Random

from courses.alg1.forms import one_of
from courses.alg1.quadratic_functions.forms import EIGHT, Quad, pair, quad, with_zeros
from courses.alg1.quadratic_functions.readback import agree, drawn_as, points_in, rule, turns_at
from courses.alg1.reading import formulas
from exercises import Item, Match, Question, Reroll, Step, integer, nonzero, num, pick, plot, shuffled, template
from exercises.exact import Fraction

Pairs = Mapping[str, str]


def told(left: tuple[str, ...], right: Pairs) -> str:
    """All partners, as the answer states them."""
    return "; ".join(f"{one}: {right[one]}" for one in left)


def question(
    rng: Random, key: tuple[object, ...], prompt: str, right: Pairs, extra: str, name: str,
    named: Mapping[tuple[str, str], str], hints: tuple[str, ...], steps: tuple[Step, ...],
    reason: str = "Both forms of a pair have the same value for every $x$.",
) -> Question:  # fmt: skip
    """The question; a wrong pair without a name of its own gets `name`."""
    left = shuffled(rng, right)
    pairs: dict[Item | str, Item | str] = {one: right[one] for one in left}
    options = [*right.values(), extra]
    every = {(one, other): name for one in left for other in options if other != right[one]}
    last = Step(f"{told(left, right)}.", reason)
    return Question(
        key=key,
        prompt=prompt,
        answer=Match.drawn(rng, pairs, (extra,), {**every, **named}),
        hints=(*hints, last.text),
        solution=(*steps, last),
    )


def tex(text: str) -> str:
    """As an item."""
    return f"$y = {text}$"


def with_vertex_forms(rng: Random) -> Question:
    """Standard form and vertex form."""
    a, h, k = pick(rng, (1, 1, 2, -1, -2)), integer(rng, 1, 6), nonzero(rng, -9, 9)
    quads = [quad(a, h, k), quad(a, -h, k), quad(a, h, -k), quad(a, -h, -k)]
    if rng.random() < 0.5:
        quads[3] = quad(a, h + 1, k - a * (2 * h + 1))
    if len({one.form for one in quads}) < 4 or any(not one.k for one in quads):
        raise Reroll
    *three, extra = shuffled(rng, quads)
    right = {tex(one.standard_tex()): tex(one.vertex_tex()) for one in three}
    signs = {(tex(one.standard_tex()), tex(other.vertex_tex())):
             "match-sign-of-bracket" if other.h == -one.h else "match-middle-term-not-compared"
             for one in three for other in quads if other != one and other.c == one.c}  # fmt: skip
    return question(
        rng, ("vertex", *(one.form for one in three), extra.form),
        "Match each equation with the vertex form of the same parabola. One vertex form is left over.", right,
        tex(extra.vertex_tex()), "match-constant-not-compared", signs,
        ("Multiply out a square: which sign does the middle term get, and what is the constant?",
         f"For example ${three[0].vertex_tex()}$ has the middle term ${num(three[0].b)}x$ when it is multiplied out."),
        tuple(Step(f"${one.vertex_tex()} = {one.standard_tex()}$", "Multiply out and add up the constants.")
              for one in three),
    )  # fmt: skip


def with_factored_forms(rng: Random) -> Question:
    """Standard form and factored form."""
    p, q, a = integer(rng, 1, 9), integer(rng, 1, 9), pick(rng, (1, 1, 1, 2, -1))
    if p == q:
        raise Reroll
    quads = [with_zeros(a, *zeros) for zeros in ((p, q), (-p, -q), (p, -q), (-p, q))]
    *three, extra = shuffled(rng, quads)
    right = {tex(one.standard_tex()): tex(one.factored_tex()) for one in three}
    signs = {(tex(one.standard_tex()), tex(other.factored_tex())): "match-signs-of-zeros"
             for one in three for other in quads if other.h == -one.h}  # fmt: skip
    return question(
        rng, ("factored", a, p, q, extra.form),
        "Match each equation with the factored form of the same parabola. One factored form is left over.", right,
        tex(extra.factored_tex()), "match-product-not-compared", signs,
        ("Multiply the brackets out in your head: which constant and which middle term come out?",
         f"For example ${three[0].factored_tex()}$ has the constant ${num(three[0].c)}$ when it is multiplied out."),
        tuple(Step(f"${one.factored_tex()} = {one.standard_tex()}$", "Multiply out and collect the terms with $x$.")
              for one in three),
    )  # fmt: skip


SHOWS = ("the vertex {}", "the points {} and {} on the $x$-axis", "the point {} on the $y$-axis")


def what_it_shows(rng: Random) -> Question:
    """One parabola in three forms: what can be read off each without calculating?"""
    p, gap = integer(rng, -7, 6), 2 * integer(rng, 1, 5)
    one = with_zeros(pick(rng, (1, 1, -1, 2, -2)), p, p + gap)
    if not one.h or not one.c or not one.zeros[0] or not one.zeros[1] or abs(one.c) > 90:
        raise Reroll
    first, second = one.zeros
    vertex, points, start = (f"${pair(p)}$" for p in (one.vertex, (first, 0), (0, one.c)))
    shows = (SHOWS[0].format(vertex), SHOWS[1].format(points, f"${pair((second, 0))}$"), SHOWS[2].format(start))
    forms = (one.vertex_tex(), one.factored_tex(), one.standard_tex())
    extra = pick(rng, (SHOWS[0].format(f"${pair((-one.h, one.k))}$"), SHOWS[2].format(f"${pair((0, one.k))}$"),
                       SHOWS[1].format(f"${pair((-first, 0))}$", f"${pair((-second, 0))}$")))  # fmt: skip
    if extra in shows:
        raise Reroll
    right = {tex(form): text for form, text in zip(forms, shows, strict=True)}
    return question(
        rng, ("shows", *one.form, extra[:9]),
        "These are three forms of one and the same parabola. What can be read off each of them at once? One of the "
        "answers is left over: it is not true.", right, extra, "match-form-shows-else",
        {(one_form, extra): "match-read-with-wrong-sign" for one_form in right},
        ("A product is easy to use where it is $0$, a square where it is $0$, three terms where $x$ is $0$.",
         f"The form $y = {forms[0]}$ has a square. It is $0$ at $x = {num(one.h)}$."),
        (Step(f"$y = {forms[0]}$ has a square: it shows {shows[0]}.", "The parabola turns where the square is $0$."),
         Step(f"$y = {forms[1]}$ is a product: it shows {shows[1]}.", "It is $0$ where a factor is."),
         Step(f"$y = {forms[2]}$ shows {shows[2]}.", "At $x = 0$ only the constant is left.")),
        "Each form is good for something else.",
    )  # fmt: skip


def with_graphs(rng: Random) -> Question:
    """Three equations in different forms, four graphs."""
    h, k, a = integer(rng, 1, 4), pick(rng, (-4, -1, 4, 1)), pick(rng, (1, -1))
    if k * a > 0 and rng.random() < 0.7:
        raise Reroll
    quads = [quad(a, h, k), quad(a, -h, k), quad(-a, h, k), quad(a, h, -k)]
    *three, extra = shuffled(rng, quads)
    writers: list[Callable[[Quad], str]] = [Quad.vertex_tex, Quad.standard_tex]
    texts = [one.factored_tex() if one.zeros and rng.random() < 0.6 else pick(rng, writers)(one) for one in three]
    shown = shuffled(rng, (*three, extra))
    names = {one: f"Graph {letter}" for one, letter in zip(shown, "ABCD", strict=True)}
    items = tuple(Item(names[one], plot(EIGHT, one.curve, describe="steps")) for one in shown)
    left = tuple(tex(text) for text in texts)
    named = {(mine, names[other]): slip(one, other) for mine, one in zip(left, three, strict=True)
             for other in quads if other != one}  # fmt: skip
    answers = "; ".join(f"{mine}: {names[one]}" for mine, one in zip(left, three, strict=True))
    look = [
        Step(f"{mine} opens {one.way} and has its vertex at ${pair(one.vertex)}$.", reason_of(text))
        for mine, one, text in zip(left, three, texts, strict=True)
    ]
    return Question(
        key=("graphs", a, h, k, *texts),
        prompt="Match each equation with its graph. One graph is left over.",
        answer=Match(tuple(map(Item, left)), items, tuple(names[one] for one in three), named),
        hints=("Does the parabola open upwards or downwards? Where is its vertex, or where does it meet the axes?",
               look[0].text, f"{answers}."),
        solution=(*look, Step(f"{answers}.", "Opening and vertex together tell the graphs apart.")),
    )  # fmt: skip


def reason_of(text: str) -> str:
    """How the vertex is found from a form."""
    if ")^2" in text:
        return "The square is $0$ there."
    return "The vertex is halfway between the zeros." if "(" in text else "The axis is at $-\\frac{b}{2a}$."


def slip(one: Quad, other: Quad) -> str:
    """What exchanging two of the graphs shows."""
    if other.a != one.a:
        return "match-opening"
    return "match-sign-of-bracket" if other.k == one.k else "match-height-of-vertex"


FORMS = (with_vertex_forms, with_factored_forms, what_it_shows, with_graphs)
ONE_SQUARE = re.compile(r"-?\d*(?:\([^()]*\)|x)\^2(?: [-+] \d+)?")


def partners_agree(question: Question) -> None:
    """Each equation agrees with its partner, and with no other option; graphs are measured, features put in."""
    answer = question.answer
    assert isinstance(answer, Match)
    for item, partner in zip(answer.left, answer.value, strict=True):
        text = formulas(item.text)[0].removeprefix("y = ")
        fits = [option.text for option in answer.options if belongs(text, option)]
        assert fits == [partner], (item.text, fits)


def belongs(text: str, option: Item) -> bool:
    """Whether an option belongs to a formula."""
    f = rule(text)
    if option.figure:
        return drawn_as(option.figure, f)
    if option.text.startswith("$y"):
        return agree(f, rule(formulas(option.text)[0].removeprefix("y = ")))
    points = points_in(option.text)
    if "vertex" in option.text:
        return bool(ONE_SQUARE.fullmatch(text)) and turns_at(f, *points[0])
    if "$x$-axis" in option.text:
        return text.count("x") == 2 and "x^2" not in text and all(f(x) == y == 0 for x, y in points)
    return "(" not in text and [f(Fraction(0))] == [y for _, y in points]


@template(
    "alg1/quadratic-functions/match-forms-quadratic",
    version=1,
    standards=("HSF.IF.C.8.a",),
    answer=Match,
    check=partners_agree,
    band="three equations with four partners that differ by signs; numbers to 90, factor of the square up to 2",
    min_instances=60,
)
def match_forms(rng: Random) -> Question:
    """A draw of one of the forms."""
    return one_of(rng, FORMS)
