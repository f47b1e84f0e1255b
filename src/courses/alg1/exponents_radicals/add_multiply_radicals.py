"""Add and multiply radicals: like roots, roots that become alike, brackets, squares and conjugates."""

from random import Random

from courses.alg1.exponents_radicals.second_looks import answer_holds, inline, near
from courses.alg1.exponents_radicals.writing import Posed, ask, radical, root, side_by_side, squares_out
from exercises import Expression, Question, Reroll, Step, integer, nonzero, person, pick, shuffled, signed, template

FREE = (2, 3, 5, 6, 7, 10, 11)
LIKE = "Like roots are added as like terms: only the numbers in front change."
UNDER_ONE = "Two roots multiplied are the root of the product."


def combined(parts: list[tuple[int, int]]) -> str:
    """TeX of a sum of multiples of roots, squares taken out and like roots added."""
    sums: dict[int, int] = {}
    for coef, n in parts:
        out, left = squares_out(n)
        sums[left] = sums.get(left, 0) + coef * out
    return side_by_side(*(radical(coef, n) for n, coef in sorted(sums.items()) if coef))


def alike(rng: Random) -> Posed:
    """`5\\sqrt{3} - 2\\sqrt{7} + 4\\sqrt{3}`."""
    n, other = pick(rng, FREE), pick(rng, (1, *FREE))
    a, b, c = nonzero(rng, -9, 9), nonzero(rng, -9, 9), nonzero(rng, -9, 9)
    if n == other or a + b == 0:
        raise Reroll
    tex = side_by_side(*shuffled(rng, (radical(a, n), radical(b, n), radical(c, other))))
    answer = combined([(a, n), (b, n), (c, other)])
    rest = "The number stays apart." if other == 1 else f"${radical(c, other)}$ stays apart."
    return Posed(
        ("alike", n, other, *sorted((a, b)), c),
        f"Add what can be added.\n\n$${tex}$$",
        answer,
        {
            "radicands_added": side_by_side(radical(a + b, 2 * n), radical(c, other)),
            "unlike_roots_added": radical(a + b + c, n + other),
            "roots_multiplied_for_added": side_by_side(str(a * b * n), radical(c, other)),
        },
        (
            "Roots of the same number are like terms. Which of these are alike?",
            f"${radical(a, n)}$ and ${radical(b, n)}$ are alike. {rest}",
            f"${a} {signed(b)} = {a + b}$, so the sum is ${answer}$.",
        ),
        (
            Step(f"${side_by_side(radical(a, n), radical(b, n))} = {radical(a + b, n)}$", LIKE),
            Step(f"The sum is ${answer}$.", rest),
        ),
        "radical",
    )


def made_alike(rng: Random) -> Posed:
    """`\\sqrt{12} + 2\\sqrt{27}`."""
    n, one, two = pick(rng, (2, 3, 5, 6, 7)), integer(rng, 1, 6), integer(rng, 2, 6)
    a, b = nonzero(rng, -3, 4), nonzero(rng, -4, 4)
    if one == two or a * one + b * two == 0 or max(one, two) ** 2 * n > 300 or a < 0:
        raise Reroll
    first, second = (a, one * one * n), (b, two * two * n)
    tex, answer = side_by_side(radical(*first), radical(*second)), combined([first, second])
    return Posed(
        ("made", n, a * one, b * two, one),
        f"Simplify the roots, then add or subtract.\n\n$${tex}$$",
        answer,
        {
            "radicands_added": radical(a + b, first[1] + second[1]) if a + b else root(first[1] + second[1]),
            "square_taken_out_whole": radical(a * one * one + b * two * two, n),
            "numbers_in_front_lost": radical(one + (two if b > 0 else -two), n),
        },
        (
            "The roots are not alike yet. Take squares out of each.",
            f"${root(second[1])} = {radical(two, n)}$" + (f" and ${root(first[1])} = {radical(one, n)}$." if one > 1
                                                         else f"; in ${root(n)}$ there is no square."),
            f"So it is ${side_by_side(radical(a * one, n), radical(b * two, n))}$.",
            f"That makes ${answer}$.",
        ),
        (
            Step(f"${radical(*first)} = {radical(a * one, n)}$ and ${radical(abs(b), second[1])} = "
                 f"{radical(abs(b) * two, n)}$" if one > 1 else
                 f"${radical(abs(b), second[1])} = {radical(abs(b) * two, n)}$", "Take the largest squares out."),
            Step(f"${tex} = {side_by_side(radical(a * one, n), radical(b * two, n))}$", "Now the roots are alike."),
            Step(f"The result is ${answer}$.", LIKE),
        ),
        "radical",
    )  # fmt: skip


def two_terms(rng: Random) -> Posed:
    """`2\\sqrt{6} \\cdot 5\\sqrt{10}`."""
    a, b = integer(rng, 2, 7), pick(rng, (-5, -4, -3, 2, 3, 4, 5, 6))
    m, n = pick(
        rng, ((2, 6), (3, 6), (6, 10), (2, 10), (5, 10), (3, 15), (5, 15), (6, 15), (2, 14), (7, 14), (2, 5), (3, 7))
    )
    out, left = squares_out(m * n)
    answer = radical(a * b * out, left)
    shown = f"({radical(b, n)})" if b < 0 else radical(b, n)
    numbers = f"({b})" if b < 0 else str(b)
    return Posed(
        ("two", a, b, m, n),
        f"Multiply and simplify.\n\n$${radical(a, m)} \\cdot {shown}$$",
        answer,
        {
            "numbers_in_front_added": radical((a + b) * out, left),
            "radicands_added": radical(a * b, m + n),
            "square_taken_out_whole": radical(a * b * out * out, left),
        },
        (
            "Multiply the numbers in front, and put both roots under one.",
            f"Numbers: ${a} \\cdot {numbers} = {a * b}$. Roots: ${root(m)} \\cdot {root(n)} = {root(m * n)}$.",
            f"${m * n} = {out * out} \\cdot {left}$, so ${out}$ comes out." if out > 1 else
            f"In ${m * n}$ there is no square to take out.",
            f"That makes ${answer}$.",
        ),
        (
            Step(f"${a} \\cdot {numbers} = {a * b}$ and ${root(m)} \\cdot {root(n)} = {root(m * n)}$", UNDER_ONE),
            Step(f"The product is ${answer}$.", f"${root(m * n)} = {radical(out, left)}$." if out > 1 else
                 "No square is left under the root."),
        ),
        "radical",
    )  # fmt: skip


def into_bracket(rng: Random) -> Posed:
    """`\\sqrt{3}(2\\sqrt{6} - 5)`."""
    n, m = pick(rng, (2, 3, 5, 6, 7)), pick(rng, (2, 3, 6, 10, 15))
    k, a, b = pick(rng, (1, 1, 2, 3)), integer(rng, 1, 5), nonzero(rng, -7, 7)
    if n == m and rng.random() < 0.6:
        raise Reroll
    inside = side_by_side(radical(a, m), str(b))
    tex, answer = f"{radical(k, n)}({inside})", combined([(k * a, n * m), (k * b, n)])
    first = combined([(k * a, n * m)])
    return Posed(
        ("into", n, m, k, a, b),
        f"Multiply and simplify.\n\n$${tex}$$",
        answer,
        {
            "distributed_to_first_only": side_by_side(first, str(b)),
            "radicands_added": side_by_side(radical(k * a, n + m), radical(k * b, n)),
            "sign_of_term_changed": combined([(k * a, n * m), (-k * b, n)]),
        },
        (
            f"The factor ${radical(k, n)}$ multiplies both terms in the bracket.",
            f"First product: ${radical(k, n)} \\cdot {radical(a, m)} = {radical(k * a, n * m)}$"
            + (f", which is ${first}$." if first != radical(k * a, n * m) else "."),
            f"Second product: ${radical(k * b, n)}$. All in all ${answer}$.",
        ),
        (
            Step(f"${tex} = {side_by_side(radical(k * a, n * m), radical(k * b, n))}$", "Distributive property. "
                 + UNDER_ONE),
            Step(f"The result is ${answer}$.", "Take squares out and add like roots, where there are any."),
        ),
        "radical",
    )  # fmt: skip


def two_brackets(rng: Random) -> Posed:
    """`(2 + \\sqrt{3})(4 - \\sqrt{3})`, conjugates and squares among them."""
    n, kind = pick(rng, (2, 3, 5, 6, 7, 10, 11)), pick(rng, ("any", "any", "conjugates", "square"))
    a, b, c, d = nonzero(rng, -7, 7), nonzero(rng, -3, 4), nonzero(rng, -7, 7), nonzero(rng, -3, 3)
    if kind == "conjugates":
        c, d = a, -b
    if kind == "square":
        c, d = a, b
    if a < 0 or c < 0:
        raise Reroll
    one, two = (f"({side_by_side(str(p), radical(q, n))})" for p, q in ((a, b), (c, d)))
    tex = f"{one}^2" if kind == "square" else one + two
    whole, roots = a * c + b * d * n, a * d + b * c
    if whole == 0 or (kind == "any" and roots == 0):
        raise Reroll
    answer = combined([(whole, 1), (roots, n)])
    four = side_by_side(str(a * c), radical(a * d, n), radical(b * c, n), str(b * d * n))
    return Posed(
        ("brackets", kind, n, a, b, c, d),
        f"Multiply and simplify.\n\n$${tex}$$",
        answer,
        {
            "middle_products_left_out" if roots else "sign_of_last_square": str(whole if roots else a * c - b * d * n),
            "root_times_root_kept": side_by_side(str(a * c), radical(roots + b * d, n)),
            "sign_of_last_product": combined([(a * c - b * d * n, 1), (roots, n)]),
            "middle_terms_kept": combined([(whole, 1), (2 * a * b, n)]),
        },
        (
            "Each term of one bracket multiplies each term of the other" + (": write the square as two brackets."
                                                                           if kind == "square" else "."),
            f"The product of the two roots is a number: ${root(n)} \\cdot {root(n)} = {n}$.",
            f"The four products: ${four}$.",
            f"Numbers together, roots together: ${answer}$.",
        ),
        (
            Step(f"${tex} = {four}$", "All four products."),
            Step(f"The result is ${answer}$.",
                 "Numbers together, like roots together." if roots else "The roots cancel."),
        ),
        "radical",
    )  # fmt: skip


def around(rng: Random) -> Posed:
    """The way round a rectangle whose sides are roots."""
    n, one, two = pick(rng, (2, 3, 5, 7)), integer(rng, 1, 6), integer(rng, 2, 7)
    if one >= two or two * two * n > 300:
        raise Reroll
    long, short = two * two * n, one * one * n
    answer = radical(2 * (one + two), n)
    thing = pick(rng, ("rug", "flower bed", "mosaic", "terrace", "pond", "prayer room"))
    return Posed(
        ("around", n, one, two),
        f"A rectangular {thing} that {person(rng)} measures is ${root(long)}$ metres long and ${root(short)}$ metres "
        "wide. How long is its edge all the way round? Give the exact length in metres, in simplest form.",
        answer,
        {
            "radicands_added": radical(2, long + short),
            "half_the_way_round": radical(one + two, n),
            "area_for_edge": str(one * two * n),
        },
        (
            "The edge has two long sides and two short ones.",
            f"Take squares out: ${root(long)} = {radical(two, n)}$" + (f" and ${root(short)} = {radical(one, n)}$."
                                                                     if one > 1 else "."),
            f"One long and one short side make ${radical(one + two, n)}$ metres.",
            f"Twice that is ${answer}$ metres.",
        ),
        (
            Step(f"${root(long)} = {radical(two, n)}$"
                 + (f" and ${root(short)} = {radical(one, n)}$" if one > 1 else ""),
                 "Take the largest squares out."),
            Step(f"${side_by_side(radical(two, n), radical(one, n))} = {radical(one + two, n)}$", LIKE),
            Step(f"All the way round, the edge is ${answer}$ metres long.", "Two long and two short sides."),
        ),
        "radical",
    )  # fmt: skip


def holds(question: Question) -> None:
    """Compare in numbers; the edge is twice the sum of the sides."""
    if "$$" in question.prompt:
        answer_holds(question)
        return
    assert isinstance(question.answer, Expression)
    long, short = inline(question)
    assert near(f"2({long} + {short})", question.answer.text)


FORMS = (alike, made_alike, made_alike, two_terms, into_bracket, two_brackets, two_brackets, around)


@template(
    "alg1/exponents-radicals/add-multiply-radicals",
    version=1,
    standards=("HSN.RN.A.2",),
    answer=Expression,
    check=holds,
    band="two or three roots of numbers up to 300, or two brackets with one root each; numbers in front up to 9",
)
def add_multiply_radicals(rng: Random) -> Question:
    """A draw of one of the forms."""
    return ask(pick(rng, FORMS)(rng))
