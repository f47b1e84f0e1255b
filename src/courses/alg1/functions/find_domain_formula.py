"""Find the domain from a formula: roots, quotients, both, neither."""

import re
from collections.abc import Callable
from random import Random

from courses.alg1.forms import one_of
from courses.alg1.functions.readback import rules_in
from courses.alg1.inequalities.truth import JOINT, statement
from courses.alg1.reading import choices_of, formulas, value_of
from courses.alg1.slips import apart
from exercises import (
    Choice,
    Inequality,
    Question,
    Reroll,
    SingleChoice,
    Step,
    integer,
    nonzero,
    num,
    pick,
    poly,
    shuffled,
    template,
)
from exercises.exact import Fraction
from exercises.geometry import Exact

NAMES = ("f", "g", "h")
UNDER, BELOW = (
    re.compile(r"\\sqrt\{([^{}]+)\}"),
    re.compile(r"\\frac\{(?:[^{}]|\{[^{}]*\})+\}\{((?:[^{}]|\{[^{}]*\})+)\}"),
)
REMINDER = "Which inputs cannot be used? No division by 0, and no square root of a negative number."


def typed(letter: str, sign: str, value: Exact) -> str:
    """An inequality as it is typed."""
    return f"{letter} {sign} {Fraction(value)}"


def tex(text: str) -> str:
    """The same in TeX."""
    letter, sign, value = text.split(" ")
    return f"{letter} {SIGNS.get(sign, sign)} {num(Fraction(value))}"


SIGNS = {">=": "\\ge", "<=": "\\le", "!=": "\\ne"}
TURNED = {">=": "<=", "<=": ">=", ">": "<", "<": ">"}


def inner(rng: Random) -> tuple[int, int, Fraction]:
    """ax + b with the place where it is 0."""
    a, b = pick(rng, (1, 1, 1, 2, 2, 3, 4, -1, -1, -2, -3)), nonzero(rng, -12, 12)
    return a, b, Fraction(-b, a)


def shown(a: int, b: int) -> str:
    """ax + b, or b - ax, which reads better."""
    return poly(a, "x", b) if a > 0 or b < 0 else f"{b} {'-' if a < 0 else '+'} {poly(abs(a), 'x')}"


def of_root(rng: Random) -> Question:
    """A square root."""
    a, b, edge = inner(rng)
    c, f = nonzero(rng, -9, 9), pick(rng, NAMES)
    tail = f" {'+' if c > 0 else '-'} {abs(c)}" if rng.random() < 0.5 else ""
    right = typed("x", ">=" if a > 0 else "<=", edge)
    sign = right.split(" ")[1]
    slips = {
        "domain-root-of-zero-left-out": typed("x", sign[0], edge),
        "domain-sign-not-turned": typed("x", TURNED[sign], edge),
        "domain-sign-of-edge": typed("x", sign, -edge),
        "domain-any-but-zero-of-root": typed("x", "!=", edge),
    }
    if abs(a) > 1:
        slips["domain-not-divided"] = typed("x", sign, -b if a > 0 else b)
    body = f"\\sqrt{{{shown(a, b)}}}{tail}"
    return solved(("root", a, b, tail), f, body, right, slips,
                  f"Under the root must not stand a negative number: ${shown(a, b)} \\ge 0$.",
                  f"Solve ${shown(a, b)} \\ge 0$. {turn(a)}")  # fmt: skip


def turn(a: int) -> str:
    """What dividing does to the sign."""
    return "Dividing by a negative number turns the sign round." if a < 0 else "The sign stays as it is."


def of_quotient(rng: Random) -> Question:
    """A linear denominator."""
    a, b, edge = inner(rng)
    top, f = integer(rng, 1, 9), pick(rng, NAMES)
    above = num(top) if rng.random() < 0.6 else poly(1, "x", pick(rng, (-1, 1)) * top)
    right = typed("x", "!=", edge)
    if above == poly(1, "x", b) and a == 1:
        raise Reroll
    slips = {
        "domain-sign-of-edge": typed("x", "!=", -edge),
        "domain-quotient-as-root": typed("x", ">" if a > 0 else "<", edge),
        "domain-zero-left-out": typed("x", "!=", 0),
    }
    if above != num(top):
        slips["domain-top-zero-left-out"] = typed("x", "!=", top if "-" in above else -top)
    if abs(a) > 1:
        slips["domain-not-divided"] = typed("x", "!=", -b)
    body = f"\\frac{{{above}}}{{{shown(a, b)}}}"
    return solved(("quotient", a, b, above), f, body, right, slips,
                  f"The denominator must not be 0: ${shown(a, b)} \\ne 0$.",
                  f"It is 0 only at $x = {num(edge)}$; every other number may be used.")  # fmt: skip


def of_root_below(rng: Random) -> Question:
    """A root in the denominator."""
    a, b, edge = inner(rng)
    top, f = integer(rng, 1, 9), pick(rng, NAMES)
    right = typed("x", ">" if a > 0 else "<", edge)
    sign = right.split(" ")[1]
    slips = {
        "domain-zero-below-taken-in": typed("x", sign + "=", edge),
        "domain-any-but-zero-of-root": typed("x", "!=", edge),
        "domain-sign-not-turned": typed("x", TURNED[sign], edge),
        "domain-sign-of-edge": typed("x", sign, -edge),
    }
    body = f"\\frac{{{top}}}{{\\sqrt{{{shown(a, b)}}}}}"
    return solved(("below", a, b, top), f, body, right, slips,
                  f"The root must exist and must not be 0, so ${shown(a, b)} > 0$.",
                  f"Solve ${shown(a, b)} > 0$. {turn(a)}")  # fmt: skip


def solved(
    key: tuple[object, ...], f: str, body: str, right: str, slips: dict[str, str], must: str, how: str
) -> Question:
    """The question with a typed domain."""
    return Question(
        key=key,
        prompt=f"What is the domain of ${f}(x) = {body}$? Write an inequality in $x$; type $\\ne$ as !=.",
        answer=Inequality(right.replace("!=", "≠"), "x"),
        wrong=apart(right, slips),
        hints=(REMINDER, must, how, f"${tex(right)}$."),
        solution=(Step(must, "Look for roots and denominators: they alone shut out inputs."),
                  Step(f"${tex(right)}$", how)),
    )  # fmt: skip


ALL = "all real numbers"


def with_limit(limit: str) -> str:
    """All numbers that keep to a limit, in words."""
    return f"{ALL} with ${limit}$"


def no_limit(rng: Random) -> tuple[str, str, str]:
    """A rule without a forbidden input: the rule, why, the tempting but needless limit."""
    a, b = nonzero(rng, -6, 6), integer(rng, 1, 9)
    return pick(rng, (
        (f"{poly(a, 'x', b)}", "There is no root and no denominator with $x$.", f"x \\ne {num(Fraction(-b, a))}"),
        (f"{poly(a, 'x^2', 0, 'x', -b)}", "Every number can be squared.", "x \\ge 0"),
        (f"\\frac{{{poly(1, 'x', -b)}}}{{{abs(a) + 1}}}", "The denominator has no $x$; it is never 0.",
         f"x \\ne {b}"),
        (f"\\frac{{{abs(a)}}}{{x^2 + {b}}}", f"A square is never negative, so $x^2 + {b}$ is at least ${b}$.",
         f"x \\ne -{b}"),
        (f"\\sqrt{{x^2 + {b}}}", f"A square is never negative, so under the root stands at least ${b}$.",
         f"x \\ge -{b}"),
    ))  # fmt: skip


def which_domain(rng: Random) -> Question:
    """One rule, four domains."""
    f, b = pick(rng, NAMES), integer(rng, 1, 9)
    if rng.random() < 0.5:
        body, why, tempting = no_limit(rng)
        edge = pick(rng, (-1, 1)) * b
        rows = [(ALL, None), (with_limit(tempting), "domain-limit-without-need"),
                (with_limit(f"x \\ge {edge}"), "domain-limit-without-need"),
                (with_limit("x > 0"), "domain-limit-without-need")]  # fmt: skip
    else:
        k = pick(rng, (1, 2, 3, 4, 5, 6, 7, 8))
        body, why = pick(rng, (
            (f"\\frac{{{b}}}{{(x - {k})(x + {b})}}", f"The denominator is 0 at ${k}$ and at $-{b}$."),
            (f"\\frac{{x}}{{x^2 - {k * k}}}", f"The denominator is 0 at ${k}$ and at $-{k}$."),
        ))  # fmt: skip
        other = b if "(x" in body else k
        two = "x \\ne {} \\text{{ and }} x \\ne {}"
        swapped = (
            (two.format(-k, other), "domain-sign-of-edge")
            if k != other
            else (two.format(k * k, -k * k), "domain-root-not-taken")
        )
        rows = [(with_limit(two.format(k, -other)), None), (with_limit(f"x \\ne {k}"), "domain-one-zero-only"),
                (with_limit(f"x > {k}"), "domain-quotient-as-root"), (with_limit(swapped[0]), swapped[1])]  # fmt: skip
    if len({text for text, _ in rows}) < 4:
        raise Reroll
    right = rows[0][0]
    cap = [(text[0].upper() + text[1:], slip) for text, slip in rows]
    return Question(
        key=("which", body),
        prompt=f"What is the domain of ${f}(x) = {body}$?",
        answer=SingleChoice(shuffled(rng, [Choice(text, slip is None, slip) for text, slip in cap])),
        hints=(REMINDER, why, f"The domain: {right}."),
        solution=(Step(why, "Look for roots and denominators: they alone shut out inputs."),
                  Step(f"The domain: {right}.", "No input is shut out." if right == ALL else
                       "All other numbers may be used.")),
    )  # fmt: skip


def tried_out(question: Question) -> None:
    """Try numbers in the shown rule: what stands under roots and below bars, worked out one by one."""
    ((_, body),) = rules_in(question.prompt).values()
    tried = {Fraction(n, part) for part in (4, 5, 6) for n in range(-13 * part, 13 * part + 1)}
    if isinstance(question.answer, Inequality):
        text = question.answer.text
        assert all(usable(body, x) == accepts(text)(x) for x in tried)
        return
    for choice in choices_of(question):
        text = formulas(choice.text)[0] if "$" in choice.text else choice.text.lower()
        assert all(usable(body, x) == accepts(text)(x) for x in tried) is choice.right, choice.text


def usable(body: str, x: Fraction) -> bool:
    """Whether an input has an output."""
    under = [value_of(part, x=x) for part in UNDER.findall(body)]
    below = BELOW.findall(body)
    return all(n >= 0 for n in under) and all(value_of(UNDER.sub(r"(\1)", part), x=x) != 0 for part in below)


def accepts(text: str) -> Callable[[Fraction], bool]:
    """A test of numbers from an inequality that may have ≠ in it."""
    parts = [part for part in JOINT.split(text) if part and part != "and"]
    tests = [unequal(part) if re.search(r"≠|\\ne", part) else statement(part, "x") for part in parts]
    return lambda x: all(test(x) for test in tests)


def unequal(text: str) -> Callable[[Fraction], bool]:
    """A test of numbers from x ≠ 3."""
    value = value_of(re.split(r"≠|\\ne", text)[1])
    return lambda x: x != value


@template(
    "alg1/functions/find-domain-formula",
    version=1,
    standards=("HSF.IF.A.1",),
    answer=(Inequality, SingleChoice),
    check=tried_out,
    band="one square root or one denominator with a linear term, a root below a bar, or two factors below a bar",
)
def domain_of_rule(rng: Random) -> Question:
    """One of the forms."""
    return one_of(rng, (of_root, of_root, of_quotient, of_quotient, of_root_below, which_domain))
