"""Read and graph piecewise functions."""

from random import Random

from courses.alg1.abs_piecewise.rules import LINE, Rule, holds, listed_rules, two_rules, value_told
from courses.alg1.forms import one_of
from courses.alg1.lines.points import EIGHT, pair
from courses.alg1.reading import choices_of, formulas
from courses.alg1.slips import apart
from exercises import Choice, Figure, Points, Question, Reroll, SingleChoice, Step, listed, pick, shuffled, template
from exercises.figures import Stretch, plot

Rules = tuple[Rule, Rule]
WITHIN = range(-8, 9)


def points_agree(question: Question) -> None:
    """The dots and ends of the picture are read off the SVG and put into the rules; points come from the rules."""
    if isinstance(question.answer, Points):
        assert all(value_told(question.prompt, int(x)) == y for x, y in question.answer.value)
        asked = {int(tex[4:]) for tex in formulas(question.prompt) if tex.startswith("x = ")}
        assert asked == {x for x, _ in question.answer.value}
        return
    assert question.figure
    full, hollow = circles(question.figure.svg, "dot"), circles(question.figure.svg, "open")
    if question.key[0] == "value":
        (x,) = (int(tex[2:-1]) for tex in formulas(question.prompt) if tex.startswith("f("))
        (height,) = (b for a, b in full if a == x)
        assert all(a != x or b != height for a, b in hollow)
        for choice in choices_of(question):
            assert (choice.text == f"${height}$") is choice.right
        return
    for choice in choices_of(question):
        told = LINE.findall(choice.text)
        fits = all(value_told(choice.text, a) == b for a, b in (*full, *outer_ends(question.figure.svg)))
        open_ones = all(value_told(choice.text, a) != b for a, b in hollow) and len(told) == 2
        assert (fits and open_ones) is choice.right, choice.text


def circles(svg: str, kind: str) -> list[tuple[int, int]]:
    """The dots of a picture of the grid to 8: "dot" or "open"."""
    found = []
    for part in svg.split(f'<circle class="{kind}" cx="')[1:]:
        x, y = part.split('"')[0], part.split('cy="')[1].split('"')[0]
        found.append((round((float(x) - EIGHT.left) / 20 - 8), round(8 - (float(y) - EIGHT.top) / 20)))
    return found


def outer_ends(svg: str) -> list[tuple[int, int]]:
    """Where the left piece begins and the right one ends."""
    found = []
    for part in svg.split('<path class="stretch" d="M')[1:]:
        ends = [tuple(map(float, end.split())) for end in part.split('"')[0].split("L")]
        found += [(round((x - EIGHT.left) / 20 - 8), round(8 - (y - EIGHT.top) / 20)) for x, y in ends]
    return [min(found), max(found)]


def ends_of(rules: Rules, edge: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """How far out to both sides the two pieces may be drawn, as points with integers."""
    left = [x for x in WITHIN if x < edge and abs(rules[0].at(x)) <= 8]
    right = [x for x in WITHIN if x > edge and abs(rules[1].at(x)) <= 8]
    if len(left) < 2 or len(right) < 2:
        raise Reroll
    first, last = left[0], right[-1]
    return (first, rules[0].at(first)), (last, rules[1].at(last))


def drawn(rng: Random) -> tuple[Rules, int, Figure]:
    """Two rules whose pieces fit on the grid, with the picture; they go on beyond the grid."""
    rules, edge = two_rules(rng)
    heights = [rule.at(edge) for rule in rules]
    if any(abs(height) > 7 for height in heights) or abs(heights[0] - heights[1]) < 2:
        raise Reroll
    start, end = ends_of(rules, edge)
    first_closed = holds(rules[0].when, edge)
    one = Stretch(start, (edge, heights[0]), "", "closed" if first_closed else "open")
    two = Stretch((edge, heights[1]), end, "open" if first_closed else "closed", "", colour=1)
    return rules, edge, plot(EIGHT, one, two, describe="steps")


def value_at_the_jump(rng: Random) -> Question:
    """What is f where it jumps?"""
    rules, edge, figure = drawn(rng)
    closed = 0 if holds(rules[0].when, edge) else 1
    right, other = rules[closed].at(edge), rules[1 - closed].at(edge)
    rows = [
        Choice(f"${right}$", True),
        Choice(f"${other}$", misconception="piece-open-dot"),
        Choice(f"Both ${min(right, other)}$ and ${max(right, other)}$", misconception="piece-two-values"),
        Choice("It has no value there", misconception="piece-jump-no-value"),
    ]
    work = (
        Step(
            f"At $x = {edge}$ there are two dots, at the heights ${right}$ and ${other}$.", "Go up or down from there."
        ),
        Step(f"The closed dot is at ${right}$, so $f({edge}) = {right}$.", "An open dot does not belong to the graph."),
    )
    return Question(
        key=("value", rules),
        prompt=f"The graph of $f$ is drawn. What is $f({edge})$?",
        answer=SingleChoice(shuffled(rng, rows)),
        figure=figure,
        hints=("Two dots stand at this place. What does it mean that one of them is open?", work[1].text),
        solution=work,
    )


def which_rules(rng: Random) -> Question:
    """Which rules belong to the graph?"""
    rules, edge, figure = drawn(rng)
    one, two = rules
    closed = holds(one.when, edge)
    signs = (f"x < {edge}", rf"x \ge {edge}") if closed else (rf"x \le {edge}", f"x > {edge}")
    options = (
        (rules, None),
        ((Rule(one.m, one.b, signs[0]), Rule(two.m, two.b, signs[1])), "piece-open-dot"),
        ((Rule(two.m, two.b, one.when), Rule(one.m, one.b, two.when)), "piece-rules-exchanged"),
        ((Rule(-one.m, one.b, one.when), Rule(-two.m, two.b, two.when)), "form-sign-of-slope"),
    )
    rows = [Choice(said(pair_), name is None, name, value=pair_) for pair_, name in options]
    if len({row.text for row in rows}) < 4 or not edge:
        raise Reroll
    piece = f"The left piece has the slope ${one.m}$, the right one ${two.m}$."
    dot = "left" if closed else "right"
    work = (
        Step(piece, "Count the steps up or down for each step to the right."),
        Step(f"At $x = {edge}$ the closed dot belongs to the {dot} piece.", "That piece has the sign with “or equal”."),
        Step(f"So it is this: {said(rules)}", "Both rules and both conditions fit."),
    )
    return Question(
        key=("rules", rules),
        prompt="The graph of $f$ is drawn; both pieces go on in the same way. Which rules belong to it?",
        answer=SingleChoice(shuffled(rng, rows)),
        figure=figure,
        hints=(
            "Look at one piece at a time: its slope, and on which side of the jump it lies.",
            piece,
            work[1].text,
            work[2].text,
        ),
        solution=work,
    )


def said(rules: Rules) -> str:
    """Two rules in one sentence."""
    return "; ".join(f"$f(x) = {rule.tex}$ for ${rule.when}$" for rule in rules) + "."


def put_points(rng: Random) -> Question:
    """Put points of the graph."""
    rules, edge = two_rules(rng)
    xs = sorted((edge - pick(rng, (1, 2, 3)), edge, edge + pick(rng, (1, 2, 3))))
    right = frozenset((x, next(rule for rule in rules if holds(rule.when, x)).at(x)) for x in xs)
    if any(max(abs(x), abs(y)) > 8 for x, y in right):
        raise Reroll
    other = next(rule for rule in rules if not holds(rule.when, edge))
    candidates = {
        "piece-rule-at-the-change": frozenset((x, other.at(x) if x == edge else y) for x, y in right),
        "piece-rules-exchanged": frozenset((x, next(r for r in rules if not holds(r.when, x)).at(x)) for x in xs),
        "piece-one-rule-for-all": frozenset((x, rules[0].at(x)) for x in xs),
    }
    fitting = {name: places for name, places in candidates.items() if all(abs(y) <= 8 for _, y in places)}
    lines = [f"$f({x}) = {y}$" for x, y in sorted(right)]
    places = listed([f"$x = {x}$" for x in xs])
    chosen = "; ".join(f"${x}$ belongs to ${next(r for r in rules if holds(r.when, x)).when}$" for x in xs)
    work = (
        Step(f"Which rule holds where: {chosen}.", "Look at the conditions first."),
        Step(f"The values are {listed(lines)}.", "Put each number into its own rule."),
        Step(f"Put {listed([f'${pair(p)}$' for p in sorted(right)])}.", "Across first, then up or down."),
    )
    return Question(
        key=("points", rules, tuple(xs)),
        prompt=f"The function $f$ has two rules:\n\n{listed_rules(rules)}\n\nPut the points of its graph at {places}.",
        answer=Points(right, EIGHT),
        wrong=apart(right, fitting),
        hints=("Each place has its own rule. Which condition does it fit?", *(step.text for step in work)),
        solution=work,
    )


@template(
    "alg1/abs-piecewise/read-graph-piecewise-functions",
    version=1,
    standards=("HSF.IF.C.7.b",),
    answer=(SingleChoice, Points),
    check=points_agree,
    band="two straight pieces with a jump on a grid to 8: the value at the jump, the rules of a graph, points to put",
    min_instances=60,
)
def read_pieces(rng: Random) -> Question:
    """The value at the jump, the rules, or points of the graph."""
    return one_of(rng, (value_at_the_jump, which_rules, put_points))
