"""Decide whether a relation is a function: lists of pairs, tables, graphs, everyday relations."""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations, pairwise
from random import Random

from courses.alg1.forms import one_of
from courses.alg1.functions.assignments import FUNCTIONS, OTHERS
from courses.alg1.functions.readback import pieces_in, rows_in
from courses.alg1.functions.tracks import SIX, Track
from courses.alg1.lines.points import pair, pairs_in
from courses.alg1.reading import choices_of, right_choice
from exercises import (
    Choice,
    MultipleChoice,
    Question,
    Reroll,
    SingleChoice,
    Step,
    integer,
    num,
    person,
    pick,
    pick_distinct,
    shuffled,
    template,
)

Pairs = tuple[tuple[int, int], ...]
REMINDER = "A function gives exactly one output for each input. Two inputs may share an output."
YES, TWO_Y = "Yes: each $x$ has exactly one $y$.", "No: one $x$ has two different $y$."
ONE_X, TWO_X = "Yes: each $y$ has exactly one $x$.", "No: one $y$ belongs to two different $x$."
EVEN, UNEVEN = "Yes: the $y$ grow whenever the $x$ grow.", "No: the $y$ do not change by equal amounts."
MISTAKES = {
    ONE_X: "function-looked-at-outputs", TWO_X: "function-shared-output", EVEN: "function-pattern-wanted",
    UNEVEN: "function-pattern-wanted", YES: "function-input-twice-missed", TWO_Y: "function-no-input-twice",
}  # fmt: skip


def one_each(pairs: Sequence[tuple[object, object]]) -> bool:
    """Whether no two different pairs share an input."""
    return not any(p[0] == q[0] and p[1] != q[1] for p, q in combinations(pairs, 2))


def drawn_pairs(rng: Random, function: bool, count: int = 5) -> Pairs:
    """Pairs of small numbers in which two share an output, and two an input unless it is a function."""
    xs = list(pick_distinct(rng, range(-9, 10), count))
    ys = list(pick_distinct(rng, range(-9, 10), count))
    ys[integer(rng, 1, count - 1)] = ys[0]
    if not function:
        a, b = pick_distinct(rng, range(count), 2)
        xs[a] = xs[b]
    pairs = tuple(zip(xs, ys, strict=True))
    if one_each(pairs) is not function or any(x == y for x, y in pairs) or len(set(pairs)) < count:
        raise Reroll
    return pairs


def listed_pairs(pairs: Pairs) -> str:
    """The pairs in one formula."""
    return f"${', '.join(map(pair, pairs))}$"


def reasons(pairs: Pairs) -> tuple[str, list[str]]:
    """The right reply, and three wrong ones that are wrong for certain."""
    if one_each(pairs):
        return YES, [TWO_X, TWO_Y, UNEVEN]
    return TWO_Y, [YES, ONE_X, EVEN]


def looked(pairs: Pairs) -> tuple[str, str]:
    """What one finds, and why it decides."""
    counts = Counter(x for x, _ in pairs)
    twice = next((x for x, n in counts.items() if n > 1), None)
    if twice is None:
        return "The first numbers of the pairs are all different", "No input comes twice, so none has two outputs."
    found = " and ".join(f"${num(y)}$" for x, y in pairs if x == twice)
    return f"$x = {num(twice)}$ comes with {found}", "One input with two outputs is enough to decide."


def from_pairs(rng: Random) -> Question:
    """A list of pairs or a table, and four replies with reasons."""
    pairs = drawn_pairs(rng, rng.random() < 0.5)
    right, wrong = reasons(pairs)
    found, why = looked(pairs)
    as_table = rng.random() < 0.5
    shown = upright(pairs) if as_table else listed_pairs(pairs)
    lead = "The table shows" if as_table else "A relation consists of"
    return Question(
        key=("pairs", *pairs),
        prompt=f"{lead} the pairs $(x, y)${' of a relation' if as_table else ''}:\n\n{shown}\n\n"
        "Is $y$ a function of $x$, and why?",
        answer=SingleChoice(shuffled(rng, [Choice(right, True), *(Choice(t, False, MISTAKES[t]) for t in wrong)])),
        hints=(REMINDER, "Look for an $x$ that comes more than once, and at the $y$ beside it.", f"{found}. {right}"),
        solution=(Step(f"{found}.", "Compare the inputs first."), Step(right, why)),
    )


def upright(pairs: Pairs) -> str:
    """A table with a row for each pair."""
    return "| $x$ | $y$ |\n|---|---|\n" + "\n".join(f"| ${num(x)}$ | ${num(y)}$ |" for x, y in pairs)


def which_lists(rng: Random) -> Question:
    """Tick the lists that are functions."""
    kinds = shuffled(rng, (True, False, True, False) if rng.random() < 0.5 else
                     pick(rng, ((True, True, True, False), (True, False, False, False))))  # fmt: skip
    lists = [drawn_pairs(rng, kind, 4) for kind in kinds]
    rows = [
        Choice(listed_pairs(p), kind, None if kind else "function-input-twice-missed", value=p)
        for p, kind in zip(lists, kinds, strict=True)
    ]
    good = "; ".join(row.text for row in rows if row.right)
    seen = [f"In {listed_pairs(p)}, {looked(p)[0]}." for p, kind in zip(lists, kinds, strict=True) if not kind]
    return Question(
        key=("lists", *lists),
        prompt="Each list holds the pairs $(x, y)$ of a relation. Tick every one in which $y$ is a function of $x$.",
        answer=MultipleChoice(tuple(rows)),
        hints=(REMINDER, seen[0], f"No input has two outputs in these: {good}."),
        solution=(*(Step(one, "One input with two outputs: not a function.") for one in seen),
                  Step(f"The functions are: {good}.", "Each of their inputs comes once.")),
    )  # fmt: skip


def bent(rng: Random) -> tuple[tuple[int, int], ...]:
    """Corners with first numbers that grow, and second ones that go up and down."""
    xs = sorted(pick_distinct(rng, range(-5, 6), 4))
    ys = [integer(rng, -5, 5) for _ in xs]
    turns = [(b - a) * (c - b) for a, b, c in zip(ys, ys[1:], ys[2:], strict=False)]
    if min(b - a for a, b in pairwise(xs)) < 2 or not any(turn < 0 for turn in turns) or 0 in turns:
        raise Reroll
    return tuple(zip(xs, ys, strict=True))


def from_graph(rng: Random) -> Question:
    """A graph that goes back over itself to the left, or does not."""
    corners, function = bent(rng), rng.random() < 0.5
    track = Track(corners) if function else Track(tuple((y, x) for x, y in corners))
    line = doubled(track, function)
    upright_twice = f"No: the upright line $x = {num(line)}$ meets the graph more than once."
    level_twice = f"No: the level line $y = {num(line)}$ meets the graph more than once."
    never, whole = "Yes: no upright line meets the graph more than once.", "Yes: the graph can be drawn in one stroke."
    right = never if function else upright_twice
    rows = [
        (never, "function-input-twice-missed"), (whole, "function-one-stroke"),
        (level_twice, "function-shared-output"), (upright_twice, "function-upright-line-misread"),
    ]  # fmt: skip
    look = (
        f"The level line $y = {num(line)}$ meets the graph more than once, but no upright line does"
        if function
        else f"The graph has more than one point with $x = {num(line)}$"
    )
    why = ("Two inputs may share an output, so a level line decides nothing." if function else
           "The points on an upright line share their input.")  # fmt: skip
    return Question(
        key=("graph", *track.points),
        prompt="Does this graph show $y$ as a function of $x$? Choose the right answer with the right reason.",
        answer=SingleChoice(shuffled(rng, [Choice(t, t == right, None if t == right else slip) for t, slip in rows])),
        figure=track.figure(SIX),
        hints=(REMINDER, "The points of an upright line have the same $x$. How often can it meet the graph of a"
               " function?", f"{look}. {right}"),
        solution=(Step(f"{look}.", why), Step(right, "One input may have only one output.")),
    )  # fmt: skip


def doubled(track: Track, function: bool) -> int:
    """A whole number where a level (upright) line meets the graph at least twice, between its corners."""
    at = 1 if function else 0
    spans = [sorted((p[at], q[at])) for p, q in track.pieces]
    for value in (0, 1, -1, 2, -2, 3, -3, 4, -4):
        if sum(lo < value < hi for lo, hi in spans) > 1:
            return value
    raise Reroll


def from_life(rng: Random) -> Question:
    """Tick the everyday relations that are functions."""
    good = integer(rng, 1, 3)
    name = person(rng)
    chosen = [(*one, True) for one in pick_distinct(rng, FUNCTIONS, good)]
    chosen += [(*one, False) for one in pick_distinct(rng, OTHERS, 4 - good)]
    rows = [
        Choice(f"Input: {a}. Output: {b}.", kind, None if kind else "function-direction-turned", value=(a, b))
        for a, b, kind in shuffled(rng, chosen)
    ]
    right = " ".join(row.text for row in rows if row.right)
    bad = next(row.text for row in rows if not row.right)
    return Question(
        key=("life", *sorted(a + b for a, b, _ in chosen)),
        prompt=f"{name} looks for functions. Tick every one of these that is a function.",
        answer=MultipleChoice(tuple(rows)),
        hints=(REMINDER, f"Look at this one. {bad} How many outputs could one such input have?",
               f"Only here each input has one output. {right}"),
        solution=(Step("Ask each time: could one input have two outputs?", "Then it is not a function."),
                  Step(f"The functions are these. {right}", "Each of their inputs has one output only.")),
    )  # fmt: skip


def counted_again(question: Question) -> None:
    """Group the shown pairs by their input; sweep the picture with lines; look relations up."""
    form = question.key[0]
    if form == "pairs":
        shown = [(r[0], r[1]) for r in rows_in(question.prompt)[1:]] or pairs_in(question.prompt.split("\n\n")[1])
        groups: dict[object, set[object]] = {}
        for x, y in shown:
            groups.setdefault(x, set()).add(y)
        most = max(map(len, groups.values()))
        assert right_choice(question).text == (YES if most == 1 else TWO_Y)
    elif form == "lists":
        for choice in choices_of(question):
            read = pairs_in(choice.text)
            assert choice.right is (len(dict(read)) == len(set(read)))
    elif form == "graph":
        assert question.figure
        pieces = pieces_in(question.figure.svg)
        swept = max(sum(min(p[0], q[0]) < x < max(p[0], q[0]) for p, q in pieces) for x in halves())
        text = right_choice(question).text
        assert text.startswith("Yes: no upright") if swept < 2 else text.startswith("No: the upright")
        if swept > 1:
            at = int(text.split("= ")[1].split("$")[0])
            assert sum(min(p[0], q[0]) <= at <= max(p[0], q[0]) for p, q in pieces) > 1
    else:
        for choice in choices_of(question):
            assert any(choice.text == f"Input: {a}. Output: {b}." for a, b in (FUNCTIONS if choice.right else OTHERS))


def halves() -> list[float]:
    """Places between the lines of the grid."""
    return [n + 0.5 for n in range(-6, 6)]


@template(
    "alg1/functions/decide-whether-relation-function",
    version=1,
    standards=("HSF.IF.A.1",),
    answer=(SingleChoice, MultipleChoice),
    check=counted_again,
    band="lists and tables of four or five pairs, graphs of three straight pieces, and everyday inputs and outputs",
    min_instances=60,
)
def is_function(rng: Random) -> Question:
    """One of the forms."""
    return one_of(rng, (from_pairs, from_pairs, which_lists, from_graph, from_graph, from_life))
