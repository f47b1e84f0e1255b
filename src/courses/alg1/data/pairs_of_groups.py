"""Two groups whose values are compared, in stories."""

from dataclasses import dataclass
from itertools import pairwise
from random import Random

from exercises import Axis, Reroll, integer, pick
from exercises.figures.boxes import Five
from exercises.geometry import size


@dataclass(frozen=True, slots=True)
class Groups:
    """What is measured (as a plural: "the waiting times"), at the axis, and the two groups with their place."""

    about: str
    axis: str
    names: tuple[str, str]
    where: str
    lo: int
    step: int


GROUPS = (
    Groups("waiting times", "Waiting time in minutes", ("Harbour", "Market"), "at the bus stop", 0, 2),
    Groups("masses of the mangoes", "Mass in grams", ("Rama", "Sunil"), "from the orchard of", 200, 10),
    Groups("points in the test", "Points", ("7A", "7B"), "of class", 10, 2),
    Groups("temperatures at noon", "Temperature in °C", ("Ankara", "Madrid"), "in", 5, 1),
    Groups("running times", "Time in seconds", ("Blue", "Green"), "of team", 60, 2),
    Groups("lengths of the fish", "Length in cm", ("Inle", "Tana"), "from Lake", 10, 2),
)


def five_on(rng: Random, group: Groups) -> Five:
    """Five numbers on the marks of an axis of 20 steps."""
    places = sorted(integer(rng, 1, 19) for _ in range(5))
    if min(b - a for a, b in pairwise(places)) < 1:
        raise Reroll
    low, q1, middle, q3, high = (group.lo + n * group.step for n in places)
    return low, q1, middle, q3, high


def axis(group: Groups) -> Axis:
    """The axis for its box plots."""
    return Axis(group.axis, group.lo, group.lo + 20 * group.step, group.step)


def drawn(rng: Random) -> tuple[Groups, Five, Five]:
    """Two groups whose medians and interquartile ranges differ clearly, and whose ranges do not say the same."""
    group = pick(rng, GROUPS)
    one, two = five_on(rng, group), five_on(rng, group)
    if size(one[2] - two[2]) < 2 * group.step or abs(spread(one) - spread(two)) < 2 * group.step:
        raise Reroll
    return group, one, two


def spread(five: Five) -> int:
    """The interquartile range."""
    return int(five[3] - five[1])
