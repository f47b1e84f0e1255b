"""Evaluate a piecewise function."""

import re
from random import Random

from courses.alg1.abs_piecewise.rules import LINE, Rule, holds, listed_rules, three_rules, two_rules, value_told
from courses.alg1.forms import one_of
from courses.alg1.reading import value_of
from courses.alg1.slips import apart
from exercises import Number, Question, Reroll, Step, bracketed, integer, pick, shuffled, template
from exercises.geometry import Exact

ASKED = re.compile(r"\$f\((-?\d+)\)")


def looked_up(question: Question) -> None:
    """The one rule that holds at each place gives its value; of a backward question, no other place has the value."""
    assert isinstance(question.answer, Number)
    if question.key[0] == "where":
        value = int(question.prompt.split("$f(x) = ")[-1].split("$")[0])
        assert [x for x in range(-60, 61) if value_told(question.prompt, x) == value] == [question.answer.value]
        for tex, when in LINE.findall(question.prompt):
            rise = value_of(tex, x=1) - value_of(tex, x=0)
            x = (value - value_of(tex, x=0)) / rise
            assert holds(when, x) is (x == question.answer.value)  # type: ignore[arg-type]
        return
    places = [int(found) for found in re.findall(r"f\((-?\d+)\)", question.prompt)]
    assert sum(value_told(question.prompt, x) for x in places) == question.answer.value


def worked(rule: Rule, x: int) -> str:
    """A rule with the number put in."""
    value = rule.at(x)
    if not rule.m:
        return f"f({x}) = {value}"
    product = f"{rule.m} \\cdot {bracketed(x)}"
    if x:
        product = {1: bracketed(x), -1: f"-{bracketed(x)}"}.get(rule.m, product)
    plus = "" if not rule.b else f" {'+' if rule.b > 0 else '-'} {abs(rule.b)}"
    return f"f({x}) = {product}{plus} = {value}" if f"{product}{plus}" != str(value) else f"f({x}) = {value}"


def chosen(rules: tuple[Rule, ...], x: int) -> Rule:
    """The rule that holds."""
    return next(rule for rule in rules if holds(rule.when, x))


def steps_for(rules: tuple[Rule, ...], x: int) -> tuple[Step, Step]:
    """Which rule, and its value."""
    rule = chosen(rules, x)
    return (
        Step(f"${x}$ belongs to ${rule.when}$, so the rule is ${rule.tex}$.", "Look at the conditions first."),
        Step(f"${worked(rule, x)}$.", f"Put ${x}$ in for $x$."),
    )


def drawn(rng: Random) -> tuple[tuple[Rule, ...], int]:
    """Two or three rules, and the place of a jump."""
    return two_rules(rng) if rng.random() < 0.6 else three_rules(rng)


def one_value(rng: Random) -> Question:
    """f at one place, often where a rule begins."""
    rules, edge = drawn(rng)
    x = edge if rng.random() < 0.4 else edge + pick(rng, (-5, -3, -2, -1, 1, 2, 4, 6))
    rule = chosen(rules, x)
    work = steps_for(rules, x)
    others = [other for other in rules if other != rule]
    wrong: dict[str, Exact] = {"piece-wrong-rule": others[0].at(x), "piece-number-for-value": x}
    if len(others) > 1:
        wrong["piece-other-rule"] = others[1].at(x)
    wrong["piece-all-rules"] = sum(other.at(x) for other in rules)
    return Question(
        key=("value", rules, x),
        prompt=f"The function $f$ has {'two' if len(rules) == 2 else 'three'} rules:\n\n{listed_rules(rules)}\n\n"
        f"What is $f({x})$?",
        answer=Number(rule.at(x)),
        wrong=apart(rule.at(x), wrong),
        before=f"f({x}) =",
        hints=(
            "First find out which rule holds: look at the conditions, not at the rules.",
            work[0].text,
            work[1].text,
        ),
        solution=work,
    )


def two_values(rng: Random) -> Question:
    """A sum of two values from different rules."""
    rules, edge = drawn(rng)
    p, q = edge - integer(rng, 1, 4), edge + integer(rng, 0, 3)
    first, second = chosen(rules, p), chosen(rules, q)
    if first == second or p == q:
        raise Reroll
    total = first.at(p) + second.at(q)
    work = (
        *steps_for(rules, p),
        *steps_for(rules, q),
        Step(f"$f({p}) + f({q}) = {first.at(p)} + {bracketed(second.at(q))} = {total}$.", "Add the two values."),
    )
    wrong: dict[str, Exact] = {
        "piece-wrong-rule": first.at(p) + first.at(q),
        "piece-other-rule": second.at(p) + second.at(q),
        "piece-added-places": chosen(rules, p + q).at(p + q),
    }
    return Question(
        key=("sum", rules, p, q),
        prompt=f"The function $f$ has {'two' if len(rules) == 2 else 'three'} rules:\n\n{listed_rules(rules)}\n\n"
        f"What is $f({p}) + f({q})$?",
        answer=Number(total),
        wrong=apart(total, wrong),
        hints=(
            "Each of the two numbers has its own rule. Which condition does each of them fit?",
            f"{work[0].text} {work[1].text}",
            f"{work[2].text} {work[3].text}",
            work[4].text,
        ),
        solution=work,
    )


def where(rng: Random) -> Question:
    """For which x is the value this?"""
    rules, edge = two_rules(rng)
    x = edge + pick(rng, (-6, -4, -3, -2, -1, 1, 2, 3, 5))
    rule = chosen(rules, x)
    other = next(one for one in rules if one != rule)
    value = rule.at(x)
    rest = value - other.b
    if rest % other.m or holds(other.when, rest // other.m):
        raise Reroll
    fake = rest // other.m
    if fake == x:
        raise Reroll
    work = (
        Step(f"${rule.tex} = {value}$ gives $x = {x}$, and that fits ${rule.when}$.", "Solve with one of the rules."),
        Step(
            f"${other.tex} = {value}$ gives $x = {fake}$, but that does not fit ${other.when}$.",
            "Each solution has to lie where its rule holds.",
        ),
        Step(f"So only $x = {x}$ is right.", "The other number does not count."),
    )
    shown = shuffled(rng, work[:2]) if rng.random() < 0.5 else work[:2]
    return Question(
        key=("where", rules, value),
        prompt=f"The function $f$ has two rules:\n\n{listed_rules(rules)}\n\nFor which $x$ is $f(x) = {value}$?",
        answer=Number(x),
        wrong=apart(
            x,
            {
                "piece-outside-its-part": fake,
                "piece-number-for-value": value,
                "piece-value-looked-up": chosen(rules, value).at(value),
            },
        ),
        before="x =",
        hints=(
            "Try each rule: for which $x$ would it give this value? Then look at its condition.",
            work[1].text,
            f"{work[0].text} {work[2].text}",
        ),
        solution=(*shown, work[2]),
    )


@template(
    "alg1/abs-piecewise/evaluate-piecewise-function",
    version=1,
    standards=("HSF.IF.A.2",),
    answer=Number,
    check=looked_up,
    band="two or three linear rules with integers up to 9: one value, a sum of two, or the place of a value",
)
def evaluate_pieces(rng: Random) -> Question:
    """A value, two values, or the place of one."""
    return one_of(rng, (one_value, one_value, two_values, where))
