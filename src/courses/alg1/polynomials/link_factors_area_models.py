"""Link factors and area models: areas from sides, sides from areas, the whole from its parts and back."""

import re
from collections.abc import Sequence
from math import gcd
from random import Random

from courses.alg1.polynomials.second_looks import inline, same_everywhere
from courses.alg1.polynomials.writing import LETTERS, bracket, dotted, falling, plus, power, product, usable
from exercises import (
    Expression,
    Question,
    Reroll,
    Step,
    Table,
    area_model,
    integer,
    pick,
    template,
    term,
)

INSIDE = "Each small rectangle is one part of the top times one part of the side."
SQUARES = str.maketrans({"²": "^2", "−": "-"})

Sides = tuple[int, int, int, int]
Model = tuple[Sequence[str], Sequence[str], Sequence[Sequence[str]]]


def sides(rng: Random) -> Sides:
    """Top ax + b, side cx + d, in lowest terms."""
    a, c = pick(rng, ((1, 1), (1, 1), (2, 1), (3, 1), (2, 3), (1, 2), (4, 1), (5, 1), (3, 2)))
    b, d = integer(rng, 1, 9), integer(rng, 1, 9)
    if gcd(a, b) > 1 or gcd(c, d) > 1 or (a, b) == (c, d):
        raise Reroll
    return a, b, c, d


def drawn(tex: str) -> str:
    """TeX as plain text for a figure."""
    return tex.replace("^2", "²")


def areas(four: Sides, x: str) -> tuple[str, str, str, str]:
    """The four areas in rows."""
    a, b, c, d = four
    return term(a * c, power(x, 2)), term(b * c, x), term(a * d, x), str(b * d)


def in_rows(parts: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Four areas as the figure takes them."""
    return tuple(map(drawn, parts[:2])), tuple(map(drawn, parts[2:]))


def fill_areas(rng: Random) -> Question:
    """The four areas from the parts of the sides."""
    four, x = sides(rng), pick(rng, LETTERS)
    a, b, c, d = four
    top, side, parts = (term(a, x), str(b)), (term(c, x), str(d)), areas(four, x)
    cells = tuple(Expression(part, (x,), form="simplified") for part in parts)
    total = falling(product((a, b), (c, d)), x)
    return Question(
        key=("areas", *four),
        prompt=f"A rectangle has the sides ${plus(*top)}$ and ${plus(*side)}$. It is cut into four rectangles. "
        "Fill in the area of each.",
        answer=Table(("", f"${top[0]}$", f"${top[1]}$"),
                     ((f"${side[0]}$", *cells[:2]), (f"${side[1]}$", *cells[2:]))),
        wrong={
            "sides-added": (plus(side[0], top[0]), plus(side[0], top[1]), plus(side[1], top[0]), str(b + d)),
            "square-left-out": (term(a * c, x), *parts[1:]),
        },
        figure=area_model(top, side, (("?", "?"), ("?", "?"))),
        hints=(
            "The area of each small rectangle is the part above it times the part to its left.",
            f"The first one: ${dotted(side[0], top[0])} = {parts[0]}$. Beside it stands ${dotted(side[0], top[1])}$.",
            f"First row: ${parts[0]}$ and ${parts[1]}$. Second row: ${parts[2]}$ and ${parts[3]}$.",
        ),
        solution=(
            Step(f"First row: ${dotted(side[0], top[0])} = {parts[0]}$ and ${dotted(side[0], top[1])} = {parts[1]}$.",
                 INSIDE),
            Step(f"Second row: ${dotted(side[1], top[0])} = {parts[2]}$ and ${dotted(side[1], top[1])} = {parts[3]}$.",
                 INSIDE),
            Step(f"The areas ${parts[0]}$, ${parts[1]}$, ${parts[2]}$, ${parts[3]}$ make ${total}$ together.",
                 f"That is the product $({plus(*top)})({plus(*side)})$."),
        ),
    )  # fmt: skip


def fill_sides(rng: Random) -> Question:
    """The parts of the sides from the areas, one part given."""
    (a, b, c, d), x = sides(rng), pick(rng, LETTERS)
    parts, given = areas((a, b, c, d), x), term(a, x)
    answers = (str(b), term(c, x), str(d))
    cells = tuple(Expression(text, (x,), form="simplified") for text in answers)
    return Question(
        key=("sides", a, b, c, d),
        prompt="A rectangle is cut into four rectangles, whose areas stand in the picture. Of the lengths along the "
        f"sides only ${given}$ is known. Find the others.",
        answer=Table(("Part", "Length"), (
            ("top, left part", f"${given}$"), ("top, right part", cells[0]),
            ("side, upper part", cells[1]), ("side, lower part", cells[2]),
        )),
        wrong={
            "area-for-length": (parts[1], parts[0], parts[2]),
            "parts-of-sides-exchanged": (str(d), term(c, x), str(b)),
        } if b != d else {
            "area-for-length": (parts[1], parts[0], parts[2]),
            "letter-of-length-lost": (str(b), str(c), str(d)),
        },
        figure=area_model((drawn(given), "?"), ("?", "?"), in_rows(parts)),
        hints=(
            "The area of each small rectangle is the part above it times the part to its left.",
            f"Below ${given}$ stands the area ${parts[0]}$. What times ${given}$ is ${parts[0]}$?",
            f"The upper part of the side is ${answers[1]}$. Use it for ${parts[1]}$, and ${given}$ for ${parts[2]}$.",
            f"Top, right: ${answers[0]}$. Side, upper: ${answers[1]}$. Side, lower: ${answers[2]}$.",
        ),
        solution=(
            Step(f"${given} \\cdot {answers[1]} = {parts[0]}$ and ${given} \\cdot {answers[2]} = {parts[2]}$.",
                 "Both areas on the left have the same top."),
            Step(f"${answers[1]} \\cdot {answers[0]} = {parts[1]}$.", "The upper part of the side has this area too."),
            Step(f"The lengths are ${answers[0]}$, ${answers[1]}$ and ${answers[2]}$.",
                 f"The last area fits as well: ${answers[2]} \\cdot {answers[0]} = {parts[3]}$."),
        ),
    )  # fmt: skip


def expression(key: tuple[object, ...], prompt: str, answer: Expression, wrong: dict[str, str], figure: Model,
               hints: tuple[str, ...], solution: tuple[Step, ...]) -> Question:  # fmt: skip
    """A question with one typed expression and a figure."""
    return Question(tuple(map(str, key)), prompt, answer, hints, solution, usable(wrong, answer.text),
                    area_model(*figure))  # fmt: skip


def whole_as_product(rng: Random) -> Question:
    """The product from the four areas alone."""
    (a, b, c, d), x = sides(rng), pick(rng, LETTERS)
    parts = areas((a, b, c, d), x)
    answer = bracket(a, x, b) + bracket(c, x, d)
    total = falling(product((a, b), (c, d)), x)
    second = f"1 \\cdot {bracket(a, x, b)}" if d == 1 else f"{d}{bracket(a, x, b)}"
    return expression(
        ("product", a, b, c, d),
        f"Four rectangles make one large rectangle with the area ${total}$. Write this area as a product: one side "
        "times the other.",
        Expression(answer, (x,), form="factored"),
        {
            "numbers_changed_places": bracket(a, x, d) + bracket(c, x, b),
            "parts_of_one_side_multiplied": bracket(a, x, c) + bracket(b, x, d) if b > 1 else bracket(a, x, b),
            "sign_of_one_number": bracket(a, x, b) + bracket(c, x, -d),
            "first_number_forgotten": bracket(1, x, b) + bracket(1, x, d),
        },
        (("?", "?"), ("?", "?"), in_rows(parts)),
        (
            "Rectangles in one row share the part of the side, rectangles in one column share the part of the top.",
            f"What do ${parts[0]}$ and ${parts[1]}$ share, and what do ${parts[0]}$ and ${parts[2]}$ share?",
            f"The first row shares ${term(c, x)}$, the first column shares ${term(a, x)}$. The second row shares "
            f"${d}$, the second column ${b}$.",
            f"The sides are ${plus(term(a, x), str(b))}$ and ${plus(term(c, x), str(d))}$: the area is ${answer}$.",
        ),
        (
            Step(f"Rows: ${parts[0]} + {parts[1]} = {term(c, x)}{bracket(a, x, b)}$ and ${parts[2]} + {parts[3]} = "
                 f"{second}$.", "Take out what the areas in a row share."),
            Step(f"${total} = {answer}$", "Top times side is the whole area."),
        ),
    )  # fmt: skip


def whole_as_sum(rng: Random) -> Question:
    """The polynomial from the sides; one of them may have three parts."""
    (a, b, c, d), x = sides(rng), pick(rng, LETTERS)
    e = integer(rng, 1, 6)
    top = (term(a, power(x, 2)), term(b, x), str(e))
    total = product((a, b, e), (c, d))
    answer = falling(total, x)
    rows = tuple(tuple(term(n * m, power(x, 2 - i + j)) for i, n in enumerate((a, b, e)))
                 for m, j in ((c, 1), (d, 0)))  # fmt: skip
    across, down = tuple(map(drawn, top)), (term(c, x), str(d))
    return expression(
        ("sum", a, b, e, c, d),
        "Write the area of the whole rectangle as a polynomial without brackets.",
        Expression(answer, (x,), form="simplified"),
        {
            "middle_products_left_out": plus(term(a * c, power(x, 3)), str(e * d)),
            "sides_added": falling((a, b + c, e + d), x),
            "exponents_added_in_sum": plus(term(total[0], power(x, 3)), term(total[1], power(x, 4)),
                                           term(total[2], power(x, 2)), str(total[3])),
        },
        (across, down, (("?",) * 3, ("?",) * 3)),
        (
            "Find the six small areas first, then add like terms.",
            f"The first row holds ${'$, $'.join(rows[0])}$.",
            f"The second row holds ${'$, $'.join(rows[1])}$.",
            f"Together: ${answer}$.",
        ),
        (
            Step(f"First row: ${' + '.join(rows[0])}$. Second row: ${' + '.join(rows[1])}$.", INSIDE),
            Step(f"The whole area is ${answer}$.", "Add like terms: in the picture they lie on a diagonal."),
        ),
    )  # fmt: skip


def missing_area(rng: Random) -> Question:
    """The whole area and three parts are known."""
    (a, b, c, d), x = sides(rng), pick(rng, LETTERS)
    parts, total = areas((a, b, c, d), x), falling(product((a, b), (c, d)), x)
    at = pick(rng, (1, 2))
    answer, other = parts[at], parts[3 - at]
    shown = [drawn(part) for part in parts]
    shown[at] = "?"
    return expression(
        ("missing", at, a, b, c, d),
        f"The whole rectangle has the area ${total}$. What is the area of the small "
        "rectangle with a question mark inside?",
        Expression(answer, (x,), form="simplified"),
        {
            "middle_of_whole_for_part": term(a * d + b * c, x),
            "same_area_twice": other,
            "letter_of_area_lost": answer.replace(x, "") or "1",
        },
        (("?", "?"), ("?", "?"), in_rows(shown)),
        (
            "The four parts add up to the whole area.",
            f"The two that are no square and no number make ${term(a * d + b * c, x)}$ together. One is ${other}$.",
            f"${term(a * d + b * c, x)} - {other} = {answer}$.",
        ),
        (
            Step(
                f"The parts that are no square and no number make ${term(a * d + b * c, x)}$ together.",
                f"That is the middle of ${total}$.",
            ),
            Step(f"${term(a * d + b * c, x)} - {other} = {answer}$", "The rest is what is missing."),
        ),
    )


def reads_picture(question: Question) -> None:
    """Read sides and areas back from the picture's description, and compare with what is answered."""
    assert question.figure is not None
    top, side, inside = read(question.figure.description)
    answer = question.answer
    if isinstance(answer, Table):
        found = [cell.text for cell in answer.blanks.values() if isinstance(cell, Expression)]
        if "area of each" in question.prompt:
            expected = [f"({s})({t})" for s in side for t in top]
            assert all(same_everywhere(one, other) for one, other in zip(found, expected, strict=True))
        else:
            tops, lefts = (top[0], found[0]), found[1:]
            expected = [f"({s})({t})" for s in lefts for t in tops]
            assert all(same_everywhere(one, other) for one, other in zip(inside, expected, strict=True))
        return
    assert isinstance(answer, Expression)
    if "question mark" in question.prompt:
        known = " + ".join(part for part in inside if part != "asked")
        assert same_everywhere(f"{known} + {answer.text}", inline(question)[0])
    elif "without brackets" in question.prompt:
        assert same_everywhere(f"({' + '.join(top)})({' + '.join(side)})", answer.text)
    else:
        assert same_everywhere(" + ".join(inside), answer.text)


def read(description: str) -> tuple[list[str], list[str], list[str]]:
    """Parts of the top, parts of the side, areas row by row."""
    text = description.translate(SQUARES).rstrip(".")
    match = re.fullmatch(
        r"Area model\\. Along the top: (.*)\\. Down the side: (.*?)\\. (.*)".replace("\\\\", "\\"), text
    )
    assert match is not None, text
    return match[1].split(", "), match[2].split(", "), [part.rpartition(": ")[2] for part in match[3].split("; ")]


@template(
    "alg1/polynomials/link-factors-area-models",
    version=1,
    standards=("HSA.SSE.B.3",),
    answer=(Table, Expression),
    check=reads_picture,
    band="rectangles in two rows and two or three columns; positive lengths with numbers up to 9",
)
def link_factors_area_models(rng: Random) -> Question:
    """A draw of one of the forms."""
    return pick(rng, (fill_areas, fill_sides, whole_as_product, whole_as_product, whole_as_sum, missing_area))(rng)
