"""Recursive rules: what comes after a term, and terms that are found one after another."""

import itertools
import re
from collections.abc import Callable
from random import Random

from courses.alg1.forms import hints
from courses.alg1.reading import formulas, value_of
from courses.alg1.sequences.readback import leads, shown_terms, unrolled
from courses.alg1.sequences.runs import LETTERS, Run, apart, listed, rules_apart
from exercises import Expression, Number, Question, Reroll, Step, bracketed, integer, num, pick
from exercises.exact import Fraction

Make = Callable[[Random], Run]
TYPE = "Type an expression with $p$ for the term before."
WORDS = {False: ("arithmetic", "common difference", "added to"), True: ("geometric", "common ratio", "multiplied with")}


def found_step(one: Run) -> Step:
    """The common difference or ratio from the first two terms."""
    first, second = one.terms(2)
    if one.geometric:
        return Step(f"The common ratio is ${num(second)} \\div {bracketed(first)} = {num(one.step)}$.",
                    "A term divided by the one before.")  # fmt: skip
    return Step(f"The common difference is ${num(second)} - {bracketed(first)} = {num(one.step)}$.",
                "A term minus the one before.")  # fmt: skip


def rule_slips(one: Run) -> dict[str, str | None]:
    """What comes after p for whoever makes a usual mistake."""
    first, second = one.terms(2)
    if one.geometric:
        return {
            "added_in_place_of_multiplying": f"p + ({second - first})",
            "inverse_ratio": f"({1 / one.step})*p",
            "stopped_at_the_step": str(one.step),
            "ratio_with_wrong_sign": f"({-one.step})*p",
            "first_term_as_ratio": f"({first})*p",
        }
    return {
        "difference_with_wrong_sign": f"p - ({one.step})",
        "multiplied_in_place_of_adding": f"({second / first})*p" if first else None,
        "stopped_at_the_step": str(one.step),
        "difference_and_first_swapped": f"p + ({first})",
    }


def next_rule(rng: Random, make: Make) -> Question:
    """Write what follows p."""
    one, a = make(rng), pick(rng, LETTERS)
    shown, kind = listed(one.terms(4)), WORDS[one.geometric][0]
    ask = pick(rng, (
        f"The sequence ${shown}$ is {kind}. In its recursive rule, what is ${a}_n$ when ${a}_{{n - 1}} = p$?",
        f"Each term of the {kind} sequence ${shown}$ follows from the one before, $p$. Which term comes after $p$?",
    ))  # fmt: skip
    step = found_step(one)
    verb = f"multiply it by ${num(one.step)}$" if one.geometric else f"add ${num(one.step)}$ to it"
    last = Step(f"To get from a term to the next, {verb}: after $p$ comes ${one.next_tex}$.",
                "A recursive rule says what to do with the term before.")  # fmt: skip
    return Question(
        key=("next", one.first, one.step),
        prompt=f"{ask} {TYPE}",
        answer=Expression(one.next_text, ("p",)),
        hints=hints("What do you do with a term to get the one after it?", (step, last)),
        solution=(step, last),
        wrong=rules_apart(one.next_text, "p", rule_slips(one)),
    )


def told(rng: Random, make: Make) -> Question:
    """A rule in words, or from a later pair of terms."""
    one, a = make(rng), pick(rng, LETTERS)
    k = integer(rng, 2, 5)
    u, v = one.terms(2, k)
    kind, name, _ = WORDS[one.geometric]
    minus = f"{num(v)} \\div {bracketed(u)}" if one.geometric else f"{num(v)} - {bracketed(u)}"
    step = Step(
        f"These two are neighbours: the {name} is ${minus} = {num(one.step)}$.", "Neighbours show the step at once."
    )
    last = Step(f"So after $p$ comes ${one.next_tex}$.", "The same step leads from every term to the next.")
    return Question(
        key=("told", k, one.first, one.step),
        prompt=f"In {'an' if kind == 'arithmetic' else 'a'} {kind} sequence ${a}_{{{k}}} = {num(u)}$ and "
        f"${a}_{{{k + 1}}} = {num(v)}$. Write what ${a}_n$ is when the term before it is $p$. {TYPE}",
        answer=Expression(one.next_text, ("p",)),
        hints=hints("How far apart are the places of the two terms?", (step, last)),
        solution=(step, last),
        wrong=rules_apart(one.next_text, "p", {**rule_slips(one), **later_slips(one, u, v)}),
    )


def later_slips(one: Run, u: Fraction, v: Fraction) -> dict[str, str | None]:
    """Slips with the shown neighbours in place of the first terms."""
    if one.geometric:
        return {"added_in_place_of_multiplying": f"p + ({v - u})", "first_term_as_ratio": f"({u})*p"}
    return {
        "multiplied_in_place_of_adding": f"({v / u})*p" if u else None,
        "difference_and_first_swapped": f"p + ({u})",
    }


def rolled_out(rng: Random, make: Make) -> Question:
    """The rule is given; a term is asked for."""
    one, a = make(rng), pick(rng, LETTERS)
    n = integer(rng, 4, 6)
    terms = one.terms(n)
    if abs(terms[-1]) > 3000 or terms[-1].denominator > 64:
        raise Reroll
    rule = one.after(f"{a}_{{n - 1}}")
    before = rf"\left({num(terms[-2])}\right)" if one.geometric else num(terms[-2])
    walked = ", ".join(f"${a}_{{{i}}} = {num(value)}$" for i, value in enumerate(terms[1:-1], 2))
    step = Step(f"Put the term before into the rule, again and again: {walked}.", "Each term needs the one before.")
    last = Step(f"One more time: ${a}_{{{n}}} = {one.after(before)} = {num(terms[-1])}$.", "That is the term.")
    right = terms[-1]
    other = one.first + (n - 1) * one.step if one.geometric else one.first * one.step ** (n - 1)
    swapped = "added_in_place_of_multiplying" if one.geometric else "multiplied_in_place_of_adding"
    return Question(
        key=("rolled", one.first, one.step, n),
        prompt=f"A sequence begins with ${a}_1 = {num(one.first)}$ and goes on by the rule ${a}_n = {rule}$. What is "
        f"${a}_{{{n}}}$?",
        answer=Number(right),
        hints=hints(f"Start with ${a}_1$ and use the rule to find ${a}_2$. Then go on.", (step, last)),
        solution=(step, last),
        wrong=apart(right, {
            "one_step_too_many": one.term(n + 1), "one_step_too_few": one.term(n - 1),
            swapped: other if abs(other) < 10**7 else None,
        }),
        before=f"{a}_{{{n}}} =",
    )  # fmt: skip


def rolled_back(rng: Random, make: Make) -> Question:
    """The rule and a later term are given; the first is asked for."""
    one, a = make(rng), pick(rng, LETTERS)
    n = integer(rng, 3, 5)
    if abs(one.term(n)) > 3000 or one.term(n).denominator > 64:
        raise Reroll
    rule = one.after(f"{a}_{{n - 1}}")
    undo = f"divide by ${num(one.step)}$" if one.geometric else f"subtract ${num(one.step)}$"
    back = ", ".join(f"${a}_{{{i}}} = {num(one.term(i))}$" for i in range(n - 1, 1, -1))
    step = Step(f"To go back one place, {undo}: {back}.", "The rule is undone step by step.")
    last = Step(f"Once more: ${a}_1 = {num(one.first)}$.", f"That makes {n - 1} steps back.")
    return Question(
        key=("back", one.first, one.step, n),
        prompt=f"A sequence follows the rule ${a}_n = {rule}$, and ${a}_{{{n}}} = {num(one.term(n))}$. "
        f"What is ${a}_1$?",
        answer=Number(one.first),
        hints=hints("The rule leads forward. What leads back from a term to the one before?", (step, last)),
        solution=(step, last),
        wrong=apart(one.first, {
            "one_step_too_many": one.term(0), "one_step_too_few": one.term(2),
            "difference_with_wrong_sign" if not one.geometric else "inverse_ratio": one.term(2 * n - 1)
            if abs(one.term(2 * n - 1)) < 10**7 else None,
        }),
        before=f"{a}_1 =",
    )  # fmt: skip


def missing_number(rng: Random, make: Make) -> Question:
    """The number in the rule."""
    one, a = make(rng), pick(rng, LETTERS)
    kind = WORDS[one.geometric][0]
    shape = f"k \\cdot {a}_{{n - 1}}" if one.geometric else f"{a}_{{n - 1}} + k"
    step = found_step(one)
    last = Step(f"So $k = {num(one.step)}$.", "It is the number that leads from each term to the next.")
    first, second = one.terms(2)
    slips = {
        "difference_as_ratio": second - first, "inverse_ratio": 1 / one.step, "ratio_with_wrong_sign": -one.step,
    } if one.geometric else {
        "difference_with_wrong_sign": -one.step, "multiplied_in_place_of_adding": second / first if first else None,
        "difference_and_first_swapped": first,
    }  # fmt: skip
    return Question(
        key=("number", one.first, one.step),
        prompt=f"The {kind} sequence ${listed(one.terms(4))}$ has the recursive rule ${a}_n = {shape}$. What is $k$?",
        answer=Number(one.step),
        hints=hints("Which number leads from each term to the next?", (step, last)),
        solution=(step, last),
        wrong=apart(one.step, slips),
        before="k =",
    )


FORMS = (next_rule, next_rule, told, rolled_out, rolled_out, rolled_back, missing_number)
KNOWN = re.compile(r"\$[a-z]_\{?(\d+)\}? = ([^$]+)\$")


def stepped(question: Question) -> None:
    """Applies the rule term by term."""
    text, form, answer = question.prompt, question.key[0], question.answer
    if isinstance(answer, Expression):
        known = [value_of(value) for _, value in KNOWN.findall(text)] if form == "told" else shown_terms(text)
        assert leads(answer.text, known)
        geometric = value_at(answer.text, 0) == 0
        assert geometric == ("geometric" in text)
        return
    assert isinstance(answer, Number)
    if form == "number":
        terms = shown_terms(text)
        by = Fraction(answer.value)
        assert all(v == (u * by if "geometric" in text else u + by) for u, v in itertools.pairwise(terms))
        return
    rule = next(tex.split(" = ")[1] for tex in formulas(text) if "n - 1" in tex)
    if form == "rolled":
        asked = int(re.findall(r"_\{(\d+)\}\$\?", text)[0])
        assert unrolled(rule, dict(known_places(text))[1], asked)[-1] == answer.value
    else:
        (n, value), = known_places(text)  # fmt: skip
        assert unrolled(rule, Fraction(answer.value), n)[-1] == value


def value_at(rule: str, p: int) -> Fraction:
    """What a rule gives after p."""
    return value_of(rule.replace("p", f"({p})"))


def known_places(text: str) -> list[tuple[int, Fraction]]:
    """The terms that are given with their places."""
    return [(int(n), value_of(value)) for n, value in KNOWN.findall(text) if "n - 1" not in value]
