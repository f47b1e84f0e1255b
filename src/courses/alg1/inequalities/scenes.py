"""Scenes for stories that lead to an inequality: words with places for the numbers, and sizes that make sense."""

from collections.abc import Callable
from dataclasses import dataclass

from exercises import money, plural


def measured(unit: str) -> Callable[[int], str]:
    """A number with a unit that has no plural: "30 kg"."""
    return lambda n: f"{n} {unit}"


def counted(word: str) -> Callable[[int], str]:
    """A number with a noun: "1 page", "30 pages"."""
    return lambda n: plural(n, word)


@dataclass(frozen=True, slots=True)
class Scene:
    """One setting. `start`, `each` and `times` say from where to where its numbers run (with a step).

    `story` has places for who, start, each and limit; `greatest` or `least` is asked of the whole number.
    """

    kind: str
    story: str
    letter: str
    meaning: str
    asked: str
    words: Callable[[int], str]
    start: range
    each: range
    times: range

    @property
    def unit(self) -> str:
        """What the letter counts, in one word: "rides"."""
        return self.meaning.removeprefix("the number of ").removeprefix("a number of ").split()[0]


SCENES = (
    Scene(
        "room",
        "{who} has {limit} to spend at a fair. Entry costs {start} and each ride costs {each}.",
        "r",
        "the number of rides",
        "What is the greatest number of rides that {who} can pay for?",
        money,
        range(5, 21),
        range(3, 9),
        range(4, 13),
    ),
    Scene(
        "room",
        "A print shop asks {start} to set up a design and {each} for each T-shirt. A team can spend at most {limit}.",
        "t",
        "the number of T-shirts",
        "What is the greatest number of T-shirts that the team can order?",
        money,
        range(20, 61, 5),
        range(6, 15),
        range(8, 26),
    ),
    Scene(
        "room",
        "A goods lift carries at most {limit}. The driver and the tools weigh {start} together, "
        "and each crate weighs {each}.",
        "c",
        "the number of crates",
        "What is the greatest number of crates that the lift can carry at once?",
        measured("kg"),
        range(90, 151, 10),
        range(20, 61, 5),
        range(5, 16),
    ),
    Scene(
        "reach",
        "{who} has saved {start} and puts {each} aside each week. A guitar costs {limit}.",
        "w",
        "a number of weeks after which there is enough money for the guitar",
        "What is the least whole number of weeks after which {who} can buy the guitar?",
        money,
        range(20, 71, 5),
        range(6, 16),
        range(6, 16),
    ),
    Scene(
        "reach",
        "{who} has read {start} of a long book and reads {each} each day. "
        "The club can meet as soon as at least {limit} have been read.",
        "d",
        "a number of days after which the club can meet",
        "What is the least whole number of days after which the club can meet?",
        counted("page"),
        range(30, 121, 10),
        range(12, 31),
        range(5, 13),
    ),
    Scene(
        "reach",
        "A young tree is {start} tall and grows {each} each year. "
        "It can be seen from behind the wall when it is at least {limit} tall.",
        "y",
        "a number of years after which the tree can be seen",
        "What is the least whole number of years after which the tree can be seen?",
        measured("cm"),
        range(60, 121, 5),
        range(12, 31),
        range(4, 11),
    ),
    Scene(
        "keep",
        "{who} has a gift card with {start} on it. Each sandwich costs {each}, "
        "and at least {limit} must stay on the card.",
        "s",
        "the number of sandwiches",
        "What is the greatest number of sandwiches that {who} can buy?",
        money,
        range(40, 101, 5),
        range(4, 9),
        range(4, 10),
    ),
    Scene(
        "keep",
        "A tank holds {start} of water, and {each} flow out each minute. At least {limit} must stay in the tank.",
        "m",
        "the number of minutes that the water flows",
        "What is the greatest whole number of minutes that the water may flow?",
        counted("litre"),
        range(400, 801, 20),
        range(15, 36),
        range(8, 16),
    ),
    Scene(
        "compare",
        "Gym A asks {start} to join and {each} for each visit. Gym B asks {limit} for each visit "
        "and nothing to join. A member wants gym A to be cheaper than gym B.",
        "v",
        "the number of visits",
        "What is the least number of visits for which gym A is cheaper?",
        money,
        range(12, 61),
        range(3, 8),
        range(4, 13),
    ),
    Scene(
        "compare",
        "Studio A asks {start} to book a room and {each} for each hour. Studio B asks {limit} for each hour "
        "and no booking fee. A band wants studio A to be cheaper than studio B.",
        "h",
        "the number of hours",
        "What is the least whole number of hours for which studio A is cheaper?",
        money,
        range(20, 81),
        range(6, 15),
        range(4, 13),
    ),
)
