"""Find where a function rises, falls, is positive or negative: as inequalities, and as words about a stretch."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from random import Random

from courses.alg1.forms import one_of
from courses.alg1.functions.readback import Piece, pieces_in
from courses.alg1.functions.tracks import EIGHT, Track, zigzag
from courses.alg1.inequalities.truth import statement
from courses.alg1.reading import choices_of, formulas, value_of
from courses.alg1.slips import apart
from exercises import Choice, Inequality, Question, Reroll, SingleChoice, Step, num, pick, shuffled, template
from exercises.exact import Fraction
from exercises.geometry import Exact

Span = tuple[Exact, Exact]
LOOK = {
    "rising": "A function rises where its graph goes up from left to right.",
    "falling": "A function falls where its graph goes down from left to right.",
    "positive": "A function is positive where its graph lies above the $x$-axis.",
    "negative": "A function is negative where its graph lies below the $x$-axis.",
}
OPPOSITE = {"rising": "falling", "falling": "rising", "positive": "negative", "negative": "positive"}


def spans_of(track: Track, what: str) -> list[Span]:
    """The open stretches of the x-axis where the graph does this, neighbours joined."""
    if what in ("rising", "falling"):
        found = [(p[0], q[0]) for p, q in track.pieces if (q[1] > p[1]) == (what == "rising")]
        return joined(found)
    zeros = sorted({track.start, track.end, *track.where(0)})
    sign = 1 if what == "positive" else -1
    return [(a, b) for a, b in pairwise(zeros) if track.at(Fraction(a + b) / 2) * sign > 0]


def joined(spans: Sequence[Span]) -> list[Span]:
    """Stretches that touch become one."""
    found: list[Span] = []
    for lo, hi in spans:
        if found and found[-1][1] == lo:
            found[-1] = (found[-1][0], hi)
        else:
            found.append((lo, hi))
    return found


def covered(spans: Iterable[Span]) -> list[Span]:
    """Stretches that overlap become one."""
    found: list[Span] = []
    for lo, hi in sorted(spans):
        if found and lo < found[-1][1]:
            found[-1] = (found[-1][0], max(hi, found[-1][1]))
        else:
            found.append((lo, hi))
    return found


def typed(spans: Iterable[Span], letter: str = "x", sign: str = "<") -> str:
    """The stretches as they are typed."""
    return " or ".join(f"{num(lo)} {sign} {letter} {sign} {num(hi)}" for lo, hi in spans)


def tex(spans: Iterable[Span]) -> str:
    """The same in TeX."""
    return typed(spans).replace(" or ", " \\text{ or } ")


def where(rng: Random) -> Question:
    """For which x is f rising? (an inequality)."""
    track, what = Track(zigzag(rng, pick(rng, (4, 5)))), pick(rng, tuple(LOOK))
    spans, turned = spans_of(track, what), spans_of(track, OPPOSITE[what])
    edges = {edge for span in spans for edge in span}
    if not 1 <= len(spans) <= 2 or not turned or any(edge.denominator != 1 for edge in map(Fraction, edges)):
        raise Reroll
    if what in ("positive", "negative") and edges & {track.start, track.end}:
        raise Reroll
    right = typed(spans)
    other = spans_of(track, {"rising": "positive", "falling": "negative", "positive": "rising",
                             "negative": "falling"}[what])  # fmt: skip
    heights = [(min(track.at(lo), track.at(hi)), max(track.at(lo), track.at(hi))) for lo, hi in spans]
    slips = {"features-opposite": typed(turned), "features-height-for-change": typed(other)}
    if len(spans) == 2:
        slips["features-one-stretch-only"] = typed(spans[:1])
        slips["features-and-for-or"] = right.replace(" or ", " and ")
    if what in ("rising", "falling") and typed(covered(heights)) not in slips.values():
        slips["features-outputs-named"] = typed(heights)
    slips["features-ends-kept"] = typed(spans, sign="<=")
    kept = {name: text for name, text in slips.items() if text and "\\" not in text}
    count = "one stretch" if len(spans) == 1 else "two stretches"
    ends = "zeros" if what in ("positive", "negative") else "corners"
    return Question(
        key=("where", what, track.points),
        prompt=f"The graph shows the function $f$. For which $x$ is $f$ {what}? Write inequalities in $x$ with the sign"
        " $<$, and the word “or” if there are two stretches.",
        answer=Inequality(right),
        wrong=apart(right, kept),
        figure=track.figure(EIGHT),
        hints=(f"{LOOK[what]} The answer names numbers on the $x$-axis.",
               f"Go along the graph from left to right. It is {what} on {count}; look for the {ends} at both ends.",
               f"${tex(spans)}$."),
        solution=(Step(f"{LOOK[what]} That happens on {count}.", "Go from left to right."),
                  Step(f"${tex(spans)}$", f"The ends are at {ends} of the graph and do not belong to it.")),
    )  # fmt: skip


WORDS = {
    (1, 1): "positive and rising", (1, -1): "positive and falling",
    (-1, 1): "negative and rising", (-1, -1): "negative and falling",
}  # fmt: skip
SLIP = {(True, False): "features-direction", (False, True): "features-side", (False, False): "features-both"}


def parts_of(track: Track) -> list[tuple[Span, tuple[int, int]]]:
    """The stretches between neighbouring corners and zeros, each with its side and direction."""
    edges = sorted({*(x for x, _ in track.points), *track.where(0)})
    found = []
    for a, b in pairwise(edges):
        here, there = track.at(a), track.at(b)
        if here != there and Fraction(a).denominator == Fraction(b).denominator == 1:
            found.append(((a, b), (1 if here + there > 0 else -1, 1 if there > here else -1)))
    return found


def what_there(rng: Random) -> Question:
    """What is f on a given stretch?"""
    track = Track(zigzag(rng, 4))
    parts = parts_of(track)
    if not parts:
        raise Reroll
    span, kind = pick(rng, parts)
    side, way = kind
    rows = [Choice(f"It is {text}.", pair == kind, None if pair == kind else
                   SLIP[pair[0] == side, pair[1] == way], value=pair) for pair, text in WORDS.items()]  # fmt: skip
    above, up = ("above" if side > 0 else "below"), ("up" if way > 0 else "down")
    there = f"for ${tex([span])}$"
    return Question(
        key=("what", track.points, span),
        prompt=f"The graph shows the function $f$. What is true about $f$ {there}?",
        answer=SingleChoice(shuffled(rng, rows)),
        figure=track.figure(EIGHT),
        hints=("Two different questions: does the graph lie above or below the $x$-axis, and does it go up or down?",
               f"Cover the graph to the left of ${num(span[0])}$ and to the right of ${num(span[1])}$. What is"
               f" left lies"
               f" {above} the $x$-axis.", f"From left to right it goes {up}. It is {WORDS[kind]}."),
        solution=(Step(f"There the graph lies {above} the $x$-axis.", "That makes the outputs "
                       f"{'positive' if side > 0 else 'negative'}."),
                  Step(f"It goes {up} from left to right. So it is {WORDS[kind]}.",
                       "That is another question than on which side of the axis it lies.")),
    )  # fmt: skip


def which_stretch(rng: Random) -> Question:
    """On which stretch is f positive and falling?"""
    track = Track(zigzag(rng, pick(rng, (4, 5))))
    parts = parts_of(track)
    if len(parts) < 4:
        raise Reroll
    span, kind = pick(rng, parts)
    wrong = [(one, k) for one, k in parts if k != kind]
    wanted = {(True, False), (False, True)}
    if len({k for _, k in wrong}) < 2 or len(wrong) < 3 or not wanted & {(k[0] == kind[0], k[1] == kind[1])
                                                                        for _, k in wrong}:  # fmt: skip
        raise Reroll
    chosen = shuffled(rng, wrong)[:3]
    rows = [Choice(f"${tex([span])}$", True, value=span)]
    rows += [Choice(f"${tex([one])}$", False, SLIP[k[0] == kind[0], k[1] == kind[1]], value=one) for one, k in chosen]
    above, up = ("above" if kind[0] > 0 else "below"), ("up" if kind[1] > 0 else "down")
    return Question(
        key=("which", track.points, span),
        prompt=f"The graph shows the function $f$. On which of these stretches is $f$ {WORDS[kind]}?",
        answer=SingleChoice(shuffled(rng, rows)),
        figure=track.figure(EIGHT),
        hints=(f"Look for a stretch where the graph lies {above} the $x$-axis.", f"There it must also go {up} from left"
               " to right.", f"That is so for ${tex([span])}$."),
        solution=(Step(f"The graph must lie {above} the $x$-axis and go {up}.", f"That is what {WORDS[kind]} means."),
                  Step(f"That is so for ${tex([span])}$.", "Each of the others fails in one of the two, or in both.")),
    )  # fmt: skip


def walked(question: Question) -> None:
    """Small steps along the measured pieces: heights just before and just after each place."""
    assert question.figure
    pieces = pieces_in(question.figure.svg)
    places = [Fraction(n, 16) for n in range(-129, 130)]
    form = question.key[0]
    if form == "where":
        assert isinstance(question.answer, Inequality)
        holds, what = statement(question.answer.text, "x"), str(question.key[1])
        assert what in question.prompt
        between = [x for x in places if x.denominator == 16]
        assert all(holds(x) is does(pieces, x, what) for x in between)
        ends = [x for x in places if x.denominator == 1]
        assert all(not holds(x) for x in ends if height(pieces, x) in (None, Fraction(0)) and "itive" in what)
        return
    for choice in choices_of(question):
        stretch = formulas(choice.text if form == "which" else question.prompt)[-1]
        words = question.prompt.split("$f$ ")[-1].rstrip("?") if form == "which" else choice.text[6:].rstrip(".")
        lo, hi = (value_of(part) for part in stretch.split(" < x < "))
        inner = [x for x in places if lo < x < hi and x.denominator == 16]
        assert all(does(pieces, x, one) for x in inner for one in words.split(" and ")) is choice.right


def height(pieces: Sequence[Piece], x: Fraction) -> Fraction | None:
    """The height of the graph, by going along the piece; None beside it."""
    for (a, b), (c, d) in pieces:
        if a <= x <= c:
            part = (x - a) / (c - a)
            return (1 - part) * b + part * d
    return None


def does(pieces: Sequence[Piece], x: Fraction, what: str) -> bool:
    """Whether the graph does this at a place between its corners."""
    here, after = height(pieces, x), height(pieces, x + Fraction(1, 64))
    if here is None or after is None:
        return False
    return {"rising": after > here, "falling": after < here, "positive": here > 0, "negative": here < 0}[what]


@template(
    "alg1/functions/find-where-function-rises-falls",
    version=1,
    standards=("HSF.IF.B.4",),
    answer=(Inequality, SingleChoice),
    check=walked,
    band="graphs of three or four straight pieces on a grid to 8 with corners and zeros at whole numbers",
)
def rises_falls(rng: Random) -> Question:
    """One of the forms."""
    return one_of(rng, (where, where, where, what_there, which_stretch))
