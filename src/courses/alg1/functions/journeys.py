"""Stories of a quantity that changes in stages over time, and the graphs that tell them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from random import Random

from exercises import Reroll, integer, pick

Stage = tuple[int, int]
"""Its duration, and how much the quantity changes meanwhile; both in steps of the grid."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Words for the stages: how a story begins at zero or above, what fast and slow growth, rest and falls are.

    `begin` has {start} for a beginning above 0.
    """

    across: str
    up: str
    quantity: str
    low: str
    high: str
    grow: tuple[str, str]
    rest: str
    fall: tuple[str, str]


SETTINGS = (
    Setting("Time in steps of 10 minutes", "Distance from home in km", "the distance from home",
            "Leila is at home", "Leila is at a friend's house, some kilometres from home",
            ("walks slowly away from home", "rides quickly away from home"), "takes a rest",
            ("walks slowly towards home", "rides quickly towards home")),
    Setting("Time in minutes", "Water in the bath in cm", "the height of the water in the bath",
            "The bath is empty", "There is some water in the bath",
            ("a thin stream of water runs in", "water runs in with full force"), "the tap is off and the plug stays in",
            ("water leaks out slowly", "the plug is out and water runs out quickly")),
    Setting("Time in seconds", "Height of the lift in m", "the height of the lift",
            "The lift stands at the ground floor", "The lift stands at an upper floor",
            ("goes up slowly", "goes up quickly"), "waits with open doors", ("goes down slowly", "goes down quickly")),
    Setting("Time in hours", "Battery charge in tenths", "the charge of a phone",
            "The battery is empty", "The battery is partly charged",
            ("charges slowly at a computer", "charges quickly at a socket"), "is switched off and keeps its charge",
            ("is used a little", "is used for films without a pause")),
    Setting("Time in minutes", "People in the hall", "the number of people in a hall",
            "The hall is empty", "Some people are in the hall",
            ("people come in one at a time, with long pauses", "several people a minute come in"), "nobody comes"
                                                                                                   " or goes",
            ("people leave one at a time, with long pauses", "several people a minute leave")),
)  # fmt: skip
SHAPES = ("slow up", "fast up", "rest", "slow down", "fast down")


def kind(stage: Stage) -> str:
    """What a stage does: steep ones change by 2 steps or more for each step of time, gentle ones by 1 or less."""
    duration, change = stage
    if change == 0:
        return "rest"
    return f"{'fast' if abs(change) >= 2 * duration else 'slow'} {'up' if change > 0 else 'down'}"


def stages(rng: Random, count: int = 3) -> tuple[int, tuple[Stage, ...]]:
    """A start and stages that stay on a grid of 10 by 10, each unlike the one before."""
    start = pick(rng, (0, 0, 3, 4, 5))
    found: list[Stage] = []
    height = start
    for _ in range(count):
        shape = pick(rng, SHAPES)
        duration = integer(rng, 1, 3) if "fast" in shape else integer(rng, 2, 4)
        size = (
            0
            if shape == "rest"
            else duration * pick(rng, (2, 3))
            if "fast" in shape
            else pick(rng, (1, max(duration // 2, 1)))
        )
        change = -size if "down" in shape else size
        height += change
        found.append((duration, change))
        if not 0 <= height <= 10:
            raise Reroll
    kinds = [kind(one) for one in found]
    if any(a == b for a, b in pairwise(kinds)) or sum(d for d, _ in found) > 10 or len(set(kinds)) < 2:
        raise Reroll
    return start, tuple(found)


def corners(start: int, told: Sequence[Stage]) -> tuple[tuple[int, int], ...]:
    """The corners of the graph."""
    points = [(0, start)]
    for duration, change in told:
        x, y = points[-1]
        points.append((x + duration, y + change))
    return tuple(points)


def words(setting: Setting, stage: Stage) -> str:
    """What happens in a stage."""
    table = {"slow up": setting.grow[0], "fast up": setting.grow[1], "rest": setting.rest,
             "slow down": setting.fall[0], "fast down": setting.fall[1]}  # fmt: skip
    return table[kind(stage)]


SUBJECT = {0: "Leila ", 1: "", 2: "it ", 3: "the phone ", 4: ""}


def story(setting: Setting, start: int, told: Sequence[Stage]) -> str:
    """The whole story, stage by stage."""
    begin = setting.low if start == 0 else setting.high
    who = SUBJECT[SETTINGS.index(setting)]
    after = ("First", "Then", "After that", "At last")
    rest = (f"{after[i]} {who}{words(setting, stage)}." for i, stage in enumerate(told))
    return f"{begin}. {' '.join(rest)}"
