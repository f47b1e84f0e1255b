"""Leading term and name of a polynomial, to be chosen."""

from random import Random

from courses.alg1.polynomials.writing import LETTERS, power, scattered
from courses.alg1.reading import choices_of, formulas, right_choice
from exercises import (
    Choice,
    Question,
    Reroll,
    SingleChoice,
    Step,
    integer,
    nonzero,
    parse,
    pick,
    pick_distinct,
    shuffled,
    term,
)
from exercises.parser.polynomials import polynomial

NAMES = ("constant", "linear", "quadratic", "cubic")
FAMILY = ("", "monomial", "binomial", "trinomial")


def leading_term(rng: Random) -> Question:
    """Which term leads?"""
    x, top = pick(rng, LETTERS), integer(rng, 3, 8)
    exponents = shuffled(rng, (top, *pick_distinct(rng, range(1, top), 2), 0))
    terms = [(nonzero(rng, -12, 12), n) for n in exponents]
    (right,) = (c for c, n in terms if n == top)
    if terms[0][1] == top or right in (1, -1):
        raise Reroll
    others = [(c, n) for c, n in terms if n != top]
    largest = max(others, key=lambda pair: abs(pair[0]))
    choices = [Choice(f"${term(right, power(x, top))}$", True)]
    for c, n in others[:3]:
        name = "leading-is-first-written" if (c, n) == terms[0] else "leading-is-largest-number"
        name = name if (c, n) in (terms[0], largest) else "leading-is-not-highest"
        choices.append(Choice(f"${term(c, power(x, n))}$", misconception=name))
    tex = scattered([(c, power(x, n)) for c, n in terms])
    return Question(
        key=("term", *terms),
        prompt=f"Which is the leading term of ${tex}$?",
        answer=SingleChoice(shuffled(rng, choices)),
        hints=(
            "The leading term has the highest power of the letter.",
            f"Compare the exponents of ${x}$. Neither the place nor the size of a coefficient decides.",
            f"The highest power is ${power(x, top)}$: the leading term is ${term(right, power(x, top))}$.",
        ),
        solution=(
            Step(f"The highest power in the polynomial is ${power(x, top)}$.", "Compare the exponents."),
            Step(f"The leading term is ${term(right, power(x, top))}$.", "Its coefficient and sign belong to it."),
        ),
    )


def drawn(rng: Random, degree: int, count: int) -> list[int]:
    """Coefficients, the highest power first, with so many that are not 0."""
    kept = {degree, *pick_distinct(rng, range(degree), count - 1)}
    return [nonzero(rng, -9, 9) if n in kept else 0 for n in range(degree, -1, -1)]


def name_by_degree(rng: Random) -> Question:
    """Degree and number of terms make the name: "cubic binomial"."""
    x, degree = pick(rng, LETTERS), integer(rng, 1, 3)
    count = integer(rng, 1 if degree > 1 else 2, min(3, degree + 1))
    coefs = drawn(rng, degree, count)
    tex = scattered(list(shuffled(rng, [(c, power(x, degree - i)) for i, c in enumerate(coefs) if c])))
    near_degree = pick(rng, [d for d in (1, 2, 3) if d != degree])
    near_count = pick(rng, [n for n in (1, 2, 3) if n != count])
    pairs = ((degree, count, None), (near_degree, count, "wrong-degree-word"), (degree, near_count, "wrong-count-word"),
             (near_degree, near_count, "wrong-degree-word"))  # fmt: skip
    choices = [Choice(f"{NAMES[d]} {FAMILY[n]}", name is None, name) for d, n, name in pairs]
    right = choices[0].text
    return Question(
        key=("name", *coefs),
        prompt=f"Which name fits ${tex}$?",
        answer=SingleChoice(shuffled(rng, choices)),
        hints=(
            "The first word tells the degree, the second one the number of terms.",
            "Degree 1 is called linear, 2 quadratic, 3 cubic. One term is a monomial, two make a binomial, three a "
            "trinomial. Which of each do you see?",
            f"The highest exponent is ${degree}$, and the number of terms is ${count}$: it is a {right}.",
        ),
        solution=(
            Step(f"The degree is ${degree}$, so it is {NAMES[degree]}.", "The degree is the highest exponent."),
            Step(f"The number of terms is ${count}$, so it is a {FAMILY[count]}.", "Terms are joined by $+$ or $-$."),
            Step(f"It is a {right}.", "Put the two words together."),
        ),
    )


def check_choice(question: Question) -> None:
    """Work out degrees and terms of what is shown."""
    right = right_choice(question)
    if "has degree" in question.prompt:
        wanted = int(formulas(question.prompt)[0])
        assert all((top(formulas(c.text)[0])[0] == wanted) is c.right for c in choices_of(question))
    elif "name fits" in question.prompt:
        tex = formulas(question.prompt)[0]
        assert right.text == f"{NAMES[top(tex)[0]]} {FAMILY[len(polynomial(parse(tex)))]}"
    else:
        assert top(formulas(question.prompt)[0]) == top(formulas(right.text)[0])


def top(tex: str) -> tuple[int, object]:
    """The highest exponent and its coefficient."""
    found = polynomial(parse(tex))
    return max((sum(n for _, n in monomial), number) for monomial, number in found.items())
