"""Match a graph to a story: choose the graph, choose the story, and say what happens on each stretch."""

from collections.abc import Sequence
from itertools import pairwise
from random import Random

from courses.alg1.forms import one_of
from courses.alg1.functions.journeys import SETTINGS, SUBJECT, Setting, Stage, corners, kind, stages, story, words
from courses.alg1.functions.readback import pieces_in
from courses.alg1.functions.tracks import Track
from courses.alg1.reading import choices_of
from exercises import Axis, Choice, Figure, Grid, Match, Question, Reroll, SingleChoice, Step, pick, shuffled, template
from exercises.exact import Fraction

Told = tuple[int, tuple[Stage, ...]]
REMINDER = "Steep means fast, level means that nothing changes, downwards means that the quantity gets smaller."


def drawn(setting: Setting, told: Told) -> Figure:
    """The graph of a story."""
    grid = Grid(Axis(setting.across, 0, 10), Axis(setting.up, 0, 10))
    return Track(corners(*told), "", "").figure(grid)


def possible(told: Told) -> bool:
    """Whether a graph stays on its grid."""
    return all(0 <= y <= 10 and x <= 10 for x, y in corners(*told))


def changed(told: Told) -> list[tuple[Told, str]]:
    """Other stories: another order, other directions, other speeds, another start."""
    start, parts = told
    speeds = [((start, other_speed(parts)), "story-steepness")] if compared(parts) else []
    ways: list[tuple[Told, str]] = [
        ((start, tuple(reversed(parts))), "story-order"),
        ((start, (parts[1], parts[0], *parts[2:])), "story-order"),
        ((start, tuple((d, -c) for d, c in parts)), "story-direction"),
        ((start, (*parts[:-1], (parts[-1][0], -parts[-1][1]))), "story-direction"),
        *speeds,
        ((start, tuple((d, d // 2 + 1) if c == 0 else (d, c) for d, c in parts)), "story-level-as-moving"),
        ((4 if start == 0 else 0, parts), "story-start"),
    ]  # fmt: skip
    return [(way, slip) for way, slip in ways if possible(way) and sum(d for d, _ in way[1]) <= 10]


def compared(parts: Sequence[Stage]) -> bool:
    """Whether there is a fast and a slow stage, so that each shows what the other is."""
    return {"fast", "slow"} <= {kind(one).split()[0] for one in parts}


def other_speed(parts: Sequence[Stage]) -> tuple[Stage, ...]:
    """Fast stages made slow, and slow ones fast."""
    return tuple(
        (d, c) if c == 0
        else (4, c // 2 if abs(c) < 4 else c // 4) if kind((d, c)).startswith("fast")
        else (1, 2 if c > 0 else -2)
        for d, c in parts
    )  # fmt: skip


def meaning(told: Told) -> tuple[object, ...]:
    """What a story tells: whether it begins at 0, and the kinds of its stages."""
    return (told[0] == 0, *(kind(stage) for stage in told[1]))


def alternatives(rng: Random, told: Told) -> list[tuple[Told, str]]:
    """Three other stories that differ in meaning from it and from each other."""
    found: dict[tuple[object, ...], tuple[Told, str]] = {}
    for way, slip in shuffled(rng, changed(told)):
        if meaning(way) != meaning(told) and not any(a == b for a, b in pairwise(meaning(way)[1:])):
            found.setdefault(meaning(way), (way, slip))
    if len(found) < 3:
        raise Reroll
    return list(found.values())[:3]


def said(stage: Stage) -> str:
    """What the graph does."""
    return {"slow up": "goes up gently", "fast up": "goes up steeply", "rest": "stays level",
            "slow down": "goes down gently", "fast down": "goes down steeply"}[kind(stage)]  # fmt: skip


def shape(told: Told) -> str:
    """What the graph does from left to right."""
    begins = "at 0" if told[0] == 0 else "above 0"
    return f"It begins {begins} and {', then '.join(said(one) for one in told[1])}."


def choose_story(rng: Random) -> Question:
    """One graph, four stories."""
    setting, told = pick(rng, SETTINGS), stages(rng)
    rows = [Choice(story(setting, *told), True, value=meaning(told))]
    rows += [Choice(story(setting, *way), False, slip, value=meaning(way)) for way, slip in alternatives(rng, told)]
    return Question(
        key=("story", setting.up, *corners(*told)),
        prompt=f"The graph shows {setting.quantity} over time. Which story fits it?",
        answer=SingleChoice(shuffled(rng, rows)),
        figure=drawn(setting, told),
        hints=(REMINDER, f"Read the graph from left to right. {shape(told)}", f"So this fits. {rows[0].text}"),
        solution=(Step(shape(told), "Left to right is the course of time."),
                  Step(f"This story fits. {rows[0].text}", "Each stretch of the graph is one stage of the story.")),
    )  # fmt: skip


def choose_graph(rng: Random) -> Question:
    """One story, four graphs."""
    setting, told = pick(rng, SETTINGS), stages(rng)
    ways = [(told, None), *alternatives(rng, told)]
    figures = [(drawn(setting, way), slip, meaning(way)) for way, slip in ways]
    mixed = shuffled(rng, figures)
    rows = [Choice(f"Graph {name}", slip is None, slip, figure, value) for name, (figure, slip, value) in
            zip("ABCD", mixed, strict=True)]  # fmt: skip
    right = next(row.text for row in rows if row.right)
    return Question(
        key=("graph", setting.up, *corners(*told)),
        prompt=f"{story(setting, *told)}\n\nWhich graph shows {setting.quantity} over time?",
        answer=SingleChoice(tuple(rows)),
        hints=(REMINDER, f"{shape(told)} Look for such a graph.", f"That is {right}."),
        solution=(Step(shape(told), "Each stage of the story is one stretch of the graph."),
                  Step(f"That is {right}.", "Compare the beginning, the directions and the steepness.")),
    )  # fmt: skip


def stretches(rng: Random) -> Question:
    """What happens on each stretch of one graph."""
    setting, told = pick(rng, SETTINGS), stages(rng, pick(rng, (3, 4)))
    if len({kind(one) for one in told[1]}) < 3:
        raise Reroll
    points = corners(*told)
    who = SUBJECT[SETTINGS.index(setting)]
    texts = [capital(f"{who}{words(setting, one)}") for one in told[1]]
    names = [f"From {p[0]} to {q[0]}" for p, q in pairwise(points)]
    spare = [capital(f"{who}{words(setting, one)}") for one in ((4, 1), (1, 2), (2, 0), (4, -1), (1, -2))]
    extra = [text for text in spare if text not in texts][:1] if compared(told[1]) else []
    kinds = {text: kind(one) for text, one in zip(spare, ((4, 1), (1, 2), (2, 0), (4, -1), (1, -2)), strict=True)}
    slips = {(name, text): why(kind(one), kinds[text]) for name, one in zip(names, told[1], strict=True)
             for text in (*texts, *extra) if kinds[text] != kind(one)}  # fmt: skip
    listed = "; ".join(f"{name}: {text}" for name, text in zip(names, texts, strict=True)) + "."
    return Question(
        key=("stretches", setting.up, *points),
        prompt=f"The graph shows {setting.quantity}. What happens in each stretch of time?",
        answer=Match.drawn(rng, dict(zip(names, texts, strict=True)), extra, slips),
        figure=drawn(setting, told),
        hints=(REMINDER, shape(told), listed),
        solution=(Step(shape(told), "Go from left to right."), Step(listed, "Direction first, then steepness.")),
    )


def why(right: str, chosen: str) -> str:
    """The mistake behind a wrong partner."""
    if "rest" in (right, chosen):
        return "story-level-as-moving"
    return "story-direction" if right.split()[1] != chosen.split()[1] else "story-steepness"


def capital(text: str) -> str:
    """With a capital at the start."""
    return text[0].upper() + text[1:]


def kinds_drawn(svg: str) -> tuple[object, ...]:
    """What a picture tells: whether it begins at 0, and what each piece does, by its slope in pixels of equal axes."""
    pieces = pieces_in(svg)
    found: list[object] = [pieces[0][0][1] == 0]
    for (a, b), (c, d) in pieces:
        slope = Fraction(d - b) / (c - a)
        found.append("rest" if slope == 0 else ("fast " if abs(slope) > Fraction(3, 2) else "slow ")
                     + ("up" if slope > 0 else "down"))  # fmt: skip
    return tuple(found)


def kinds_told(text: str) -> tuple[object, ...]:
    """What a story tells, from its words."""
    begin, *rest = [part for part in text.replace("?", ".").split(". ") if part.strip()]
    (setting,) = (one for one in SETTINGS if begin.strip(".") in (one.low, one.high))
    return (begin.strip(".") == setting.low, *(kind_said(setting, part) for part in rest))


def kind_said(setting: Setting, text: str) -> str:
    """What a sentence says."""
    table = {setting.grow[0]: "slow up", setting.grow[1]: "fast up", setting.rest: "rest",
             setting.fall[0]: "slow down", setting.fall[1]: "fast down"}  # fmt: skip
    return next(what for words_of, what in table.items() if words_of in text)


def matched(question: Question) -> None:
    """Pictures are measured and stories read apart; exactly the right pair agrees."""
    form = question.key[0]
    if form == "graph":
        told = kinds_told(question.prompt.split("\n\n")[0])
        for choice in choices_of(question):
            assert choice.figure
            assert (kinds_drawn(choice.figure.svg) == told) is choice.right
        return
    assert question.figure
    seen = kinds_drawn(question.figure.svg)
    if form == "story":
        assert all((kinds_told(choice.text) == seen) is choice.right for choice in choices_of(question))
        return
    assert isinstance(question.answer, Match)
    setting = next(one for one in SETTINGS if one.quantity in question.prompt)
    assert [kind_said(setting, lower(text, setting)) for text in question.answer.value] == list(seen[1:])
    at = [str(int(p[0])) for piece in pieces_in(question.figure.svg) for p in piece]
    names = [f"From {a} to {b}" for a, b in zip(at[0::2], at[1::2], strict=True)]
    assert [item.text for item in question.answer.left] == names


def lower(text: str, setting: Setting) -> str:
    """A sentence with the small letter that its words have in the table."""
    options: Sequence[str] = (*setting.grow, setting.rest, *setting.fall)
    return text if any(one in text for one in options) else text[0].lower() + text[1:]


@template(
    "alg1/functions/match-graph-story",
    version=1,
    standards=("HSF.IF.B.4",),
    answer=(SingleChoice, Match),
    check=matched,
    band="graphs of three or four straight stages: steep or gentle, up or down, or level; beginning at 0 or above",
    min_instances=60,
)
def graph_story(rng: Random) -> Question:
    """One of the forms."""
    return one_of(rng, (choose_story, choose_graph, stretches))
