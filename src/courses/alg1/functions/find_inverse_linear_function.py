"""Find the inverse of a linear function: from a rule, from the steps in words, in a story, and back again."""

import re
from random import Random

from courses.alg1.forms import one_of
from courses.alg1.functions.readback import rules_in
from courses.alg1.reading import formulas, value_of
from courses.alg1.slips import apart
from exercises import Expression, Question, Step, integer, nonzero, person, pick, poly, template
from exercises.exact import Fraction

REMINDER = "The inverse leads from each output back to its input: it undoes the steps, the last one first."


def over(top: str, bottom: int) -> str:
    """A quotient in TeX, the sign of a negative denominator before it."""
    if bottom < 0:
        return f"-\\frac{{{top}}}{{{-bottom}}}"
    return f"\\frac{{{top}}}{{{bottom}}}" if bottom != 1 else top


def rule_slips(a: int, b: int) -> dict[str, str]:
    """What goes wrong with ax + b."""
    return {
        "inverse-sign": f"(x + {b})/{a}" if b > 0 else f"(x - {-b})/({a})",
        "inverse-order": f"x/({a}) - ({b})",
        "inverse-reciprocal": f"1/({a}x + ({b}))",
        "inverse-signs-turned": f"{-a}x - ({b})",
        "inverse-not-divided": f"x - ({b})",
    }


def of_rule(rng: Random) -> Question:
    """f(x) = 3x - 6."""
    a, b = pick(rng, (2, 3, 4, 5, 6, 7, 8, -2, -3, -4, -5, -6)), nonzero(rng, -15, 15)
    right = f"({poly(1, 'x', -b)})/{a}" if a > 0 else f"-({poly(1, 'x', -b)})/{-a}"
    text = over(poly(1, "x", -b), a)
    undo = f"{'subtract' if b > 0 else 'add'} {abs(b)}, then divide by ${a}$"
    slips = {**rule_slips(a, b), "inverse-function-itself": f"{a}x + ({b})"}
    return asked(("rule", a, b), f"f(x) = {poly(a, 'x', b)}", right, text, slips,
                 f"$f$ multiplies by ${a}$ and then {'adds' if b > 0 else 'subtracts'} {abs(b)}.", undo,
                 f"x = {poly(a, 'y', b)}")  # fmt: skip


def of_fraction(rng: Random) -> Question:
    """f(x) = x/4 + 3, or (x - 5)/2."""
    a, b = pick(rng, (2, 3, 4, 5, 6, 8)), nonzero(rng, -12, 12)
    if rng.random() < 0.5:
        shown = f"\\frac{{x}}{{{a}}} {'+' if b > 0 else '-'} {abs(b)}"
        right, text = f"{a}*({poly(1, 'x', -b)})", f"{a}({poly(1, 'x', -b)})"
        slips = {"inverse-sign": f"{a}*(x + ({b}))", "inverse-order": f"{a}x - ({b})",
                 "inverse-reciprocal": f"1/(x/{a} + ({b}))", "inverse-not-multiplied": f"x - ({b})"}  # fmt: skip
        does = f"$f$ divides by {a} and then {'adds' if b > 0 else 'subtracts'} {abs(b)}."
        undo = f"{'subtract' if b > 0 else 'add'} {abs(b)}, then multiply by {a}"
        turned = f"x = \\frac{{y}}{{{a}}} {'+' if b > 0 else '-'} {abs(b)}"
    else:
        shown = f"\\frac{{{poly(1, 'x', b)}}}{{{a}}}"
        right, text = poly(a, "x", -b), poly(a, "x", -b)
        slips = {"inverse-sign": f"{a}x + ({b})", "inverse-order": f"{a}*(x - ({b}))",
                 "inverse-reciprocal": f"{a}/(x + ({b}))", "inverse-not-multiplied": f"x - ({b})"}  # fmt: skip
        does = f"$f$ {'adds' if b > 0 else 'subtracts'} {abs(b)} and then divides by {a}."
        undo = f"multiply by {a}, then {'subtract' if b > 0 else 'add'} {abs(b)}"
        turned = f"x = \\frac{{{poly(1, 'y', b)}}}{{{a}}}"
    return asked(("fraction", shown), f"f(x) = {shown}", right, text, slips, does, undo, turned)


def asked(
    key: tuple[object, ...], shown: str, right: str, text: str, slips: dict[str, str], does: str, undo: str, turned: str
) -> Question:
    """Find the inverse of a rule."""
    return Question(
        key=key,
        prompt=f"Find the inverse of ${shown}$.",
        answer=Expression(right),
        before="f^{-1}(x) =",
        wrong=apart(right, slips),
        hints=(REMINDER, does, f"To go back: {undo}.", f"$f^{{-1}}(x) = {text}$."),
        solution=(Step(f"${turned}$", "Input and output change places: now $x$ is the output of $f$."),
                  Step(f"{does} To go back, {undo}.", "Solve for $y$ by undoing the last step first."),
                  Step(f"$f^{{-1}}(x) = {text}$", "That is $y$.")),
    )  # fmt: skip


def of_words(rng: Random) -> Question:
    """The steps are told in words."""
    name, a, b = person(rng), integer(rng, 2, 9), integer(rng, 2, 15)
    kind = pick(rng, ("add", "take", "add first", "take first"))
    forward, right, text, wrong_order, wrong_sign, undo = {
        "add": (f"multiplies it by {a} and then adds {b}", f"(x - {b})/{a}", over(f"x - {b}", a), f"x/{a} - {b}",
                f"(x + {b})/{a}", f"subtract {b}, then divide by {a}"),
        "take": (f"multiplies it by {a} and then subtracts {b}", f"(x + {b})/{a}", over(f"x + {b}", a), f"x/{a} + {b}",
                 f"(x - {b})/{a}", f"add {b}, then divide by {a}"),
        "add first": (f"adds {b} and then multiplies the sum by {a}", f"x/{a} - {b}", f"\\frac{{x}}{{{a}}} - {b}",
                      f"(x - {b})/{a}", f"x/{a} + {b}", f"divide by {a}, then subtract {b}"),
        "take first": (f"subtracts {b} and then multiplies the difference by {a}", f"x/{a} + {b}",
                       f"\\frac{{x}}{{{a}}} + {b}", f"(x + {b})/{a}", f"x/{a} - {b}", f"divide by {a}, then add {b}"),
    }[kind]  # fmt: skip
    return Question(
        key=("words", kind, a, b),
        prompt=f"{name} thinks of a number, {forward}. The result is $x$. Write an expression in $x$ for the"
               f" number at the"
        " beginning.",
        answer=Expression(right),
        wrong=apart(right, {"inverse-order": wrong_order, "inverse-sign": wrong_sign,
                            "inverse-not-divided": f"x - {b}" if "add" in kind else f"x + {b}"}),
        hints=(REMINDER, "Which step was the last? Its opposite comes first now.", f"To go back:"
                                                                                   f" {undo}.", f"${text}$."),
        solution=(Step(f"To go back, {undo}.", "The last step is undone first."),
                  Step(f"${text}$", "Begin at the result $x$.")),
    )  # fmt: skip


STORIES = (
    ("A taxi ride of $d$ kilometres costs $C(d) = {rule}$ dollars.", "d", "c",
     "the number of kilometres of a ride that costs $c$ dollars", (2, 5), (3, 9)),
    ("After $t$ minutes a pool holds $V(t) = {rule}$ hundred litres.", "t", "v",
     "the number of minutes after which it holds $v$ hundred litres", (2, 9), (5, 60)),
    ("A printing shop asks $P(n) = {rule}$ dollars for $n$ photo books.", "n", "p",
     "the number of books in an order that costs $p$ dollars", (6, 20), (4, 15)),
    ("A plant is $H(w) = {rule}$ centimetres tall $w$ weeks after it was bought.", "w", "h",
     "the number of weeks after which it is $h$ centimetres tall", (2, 9), (10, 40)),
    ("A phone plan costs $K(m) = {rule}$ dollars for $m$ months.", "m", "k",
     "the number of months that cost $k$ dollars", (8, 25), (10, 40)),
)  # fmt: skip


def of_story(rng: Random) -> Question:
    """The inverse in a story: the input for an output."""
    text, letter, new, what, rates, starts = pick(rng, STORIES)
    a, b = integer(rng, *rates), integer(rng, *starts)
    right = f"({new} - {b})/{a}"
    shown = f"\\frac{{{new} - {b}}}{{{a}}}"
    rule = poly(a, letter, b)
    return Question(
        key=("story", letter, a, b),
        prompt=f"{text.format(rule=rule)} Write an expression in ${new}$ for {what}.",
        answer=Expression(right, (new,)),
        before=f"{letter} =",
        wrong=apart(right, {"inverse-sign": f"({new} + {b})/{a}", "inverse-order": f"{new}/{a} - {b}",
                            "inverse-not-divided": f"{new} - {b}"}),
        hints=(f"Now the output ${new}$ is known and the input ${letter}$ is wanted.", f"Solve ${new} = {rule}$ for"
               f" ${letter}$.", f"Subtract {b}, then divide by {a}.", f"${letter} = {shown}$."),
        solution=(Step(f"${new} = {rule}$", "The output in the place of the function."),
                  Step(f"${new} - {b} = {poly(a, letter)}$", f"Subtract {b} on both sides."),
                  Step(f"${letter} = {shown}$", f"Divide both sides by {a}.")),
    )  # fmt: skip


def back_again(rng: Random) -> Question:
    """The inverse is known; find the function."""
    a, b = integer(rng, 2, 8), nonzero(rng, -12, 12)
    shown = f"\\frac{{{poly(1, 'x', b)}}}{{{a}}}"
    right = poly(a, "x", -b)
    slips = {"inverse-sign": poly(a, "x", b), "inverse-order": f"{a}*(x - ({b}))",
             "inverse-reciprocal": f"{a}/(x + ({b}))"}  # fmt: skip
    does = f"$f^{{-1}}$ {'adds' if b > 0 else 'subtracts'} {abs(b)} and then divides by {a}."
    undo = f"multiply by {a}, then {'subtract' if b > 0 else 'add'} {abs(b)}"
    return Question(
        key=("back", a, b),
        prompt=f"The inverse of a function $f$ is $f^{{-1}}(x) = {shown}$. Find $f(x)$.",
        answer=Expression(right),
        before="f(x) =",
        wrong=apart(right, slips),
        hints=("The inverse of the inverse is the function itself.", does, f"To go back: {undo}.",
               f"$f(x) = {right}$."),
        solution=(Step(does, "Read the steps in their order."), Step(f"To go back, {undo}.", "The last step first."),
                  Step(f"$f(x) = {right}$", "That undoes $f^{-1}$.")),
    )  # fmt: skip


def there_and_back(question: Question) -> None:
    """From several inputs to the outputs and back by the answer: each must be where it was."""
    assert isinstance(question.answer, Expression)
    (letter,) = question.answer.variables
    for n in (-6, -1, 0, 1, 4, Fraction(7, 2), 10):
        there = forward(question, Fraction(n))
        assert value_of(question.answer.text, **{letter: there}) == n


def forward(question: Question, n: Fraction) -> Fraction:
    """What the prompt does to a number."""
    form = question.key[0]
    if form == "words":
        steps = re.findall(r"(multiplies|adds|subtracts)[a-z ]*?(\d+)", question.prompt)
        for what, by in steps:
            n = n * int(by) if what == "multiplies" else n + int(by) if what == "adds" else n - int(by)
        return n
    if form == "back":
        body = next(tex for tex in formulas(question.prompt) if "=" in tex).split(" = ")[1]
        return value_of(body, x=n)
    ((letter, body),) = rules_in(question.prompt).values()
    return value_of(body, **{letter: n})


@template(
    "alg1/functions/find-inverse-linear-function",
    version=1,
    standards=("HSF.BF.B.4.a",),
    answer=Expression,
    check=there_and_back,
    band="linear rules of two steps with whole numbers up to 20, as a rule, in words, or in a story",
)
def inverse(rng: Random) -> Question:
    """One of the forms."""
    return one_of(rng, (of_rule, of_rule, of_fraction, of_words, of_story, back_again))
