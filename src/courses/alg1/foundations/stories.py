"""Situations whose expression is read part by part: what each part stands for, in words of one length."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Story:
    """A situation with numbers {a} and {b}, its expression, and the parts to ask about.

    `parts` maps a role to the TeX of the part and what it means; the other meanings are the wrong choices.
    """

    says: str
    tex: str
    a: Sequence[int]
    b: Sequence[int]
    parts: tuple[tuple[str, str, str], ...]  # role, TeX, meaning


def start_and_rate(says: str, x: str, a: Sequence[int], b: Sequence[int], *meanings: str) -> Story:
    """`a + bx`: an amount at the start and one that repeats."""
    texs = ("{a}", "{b}", x, f"{{b}}{x}")
    roles = ("constant", "rate", "variable", "product")
    return Story(says, f"{{a}} + {{b}}{x}", a, b, tuple(zip(roles, texs, meanings, strict=True)))


def used_up(says: str, x: str, a: Sequence[int], b: Sequence[int], *meanings: str) -> Story:
    """`a - bx`: a stock that is used up."""
    texs = ("{a}", "{b}", x, f"{{b}}{x}")
    roles = ("constant", "rate", "variable", "product")
    return Story(says, f"{{a}} - {{b}}{x}", a, b, tuple(zip(roles, texs, meanings, strict=True)))


def times_bracket(says: str, x: str, sign: str, a: Sequence[int], b: Sequence[int], *meanings: str) -> Story:
    """`b(x + a)` or `b(x - a)`: the bracket is a count of its own."""
    inside = f"{x} {sign} {{a}}"
    texs = ("{b}", inside, x, f"{{b}}({inside})")
    roles = ("rate", "bracket", "variable", "product")
    return Story(says, f"{{b}}({inside})", a, b, tuple(zip(roles, texs, meanings, strict=True)))


def two_groups(says: str, x: str, y: str, a: Sequence[int], b: Sequence[int], *meanings: str) -> Story:
    """`ax + by`: two groups, each with its own rate."""
    texs = ("{a}", x, f"{{a}}{x}", f"{{b}}{y}")
    roles = ("rate", "variable", "product", "other")
    return Story(says, f"{{a}}{x} + {{b}}{y}", a, b, tuple(zip(roles, texs, meanings, strict=True)))


STORIES = (
    start_and_rate(
        "A kayak costs {a} dollars to take out and {b} dollars for each hour. For $h$ hours the price in dollars is",
        "h", range(8, 26), range(5, 16),
        "the price before the first hour",
        "the price of one hour",
        "the number of hours",
        "the price of all the hours together",
    ),
    start_and_rate(
        "A mango seedling is {a} cm tall when it is planted and grows {b} cm each week. After $w$"
        " weeks its height in cm is",
        "w", range(10, 31), range(2, 7),
        "the height on the day of planting",
        "the growth in one week",
        "the weeks since planting",
        "the growth since planting",
    ),
    start_and_rate(
        "A choir has {a} songs in its book and learns {b} new ones each month. After $m$ months the number of songs is",
        "m", range(14, 41), range(2, 6),
        "the songs known at the start",
        "the new songs of one month",
        "the months that have passed",
        "all songs learned since the start",
    ),
    start_and_rate(
        "A moped taxi in Kampala asks {a} hundred shillings to start and {b} hundred for each kilometre."
        " A ride of $k$ kilometres costs, in hundreds of shillings,",
        "k", range(10, 26), range(5, 10),
        "the fare before any distance",
        "the fare for one more kilometre",
        "the kilometres of the ride",
        "the fare for all the kilometres",
    ),
    start_and_rate(
        "A tank holds {a} litres of rain water, and a pump adds {b} litres each minute. After $t$"
        " minutes it holds, in litres,",
        "t", range(40, 121), range(6, 19),
        "the water before the pump starts",
        "the water pumped in one minute",
        "the minutes the pump has run",
        "the water the pump has added so far",
    ),
    used_up(
        "A candle is {a} cm tall and burns down {b} cm each hour. After $h$ hours its height in cm is",
        "h", range(18, 31), range(2, 4),
        "the height before it is lit",
        "the loss of height in one hour",
        "the hours it has burned",
        "the height lost so far",
    ),
    used_up(
        "A bus card holds {a} dollars, and each ride takes {b} dollars off. After $r$ rides the"
        " card holds, in dollars,",
        "r", range(40, 91), range(2, 6),
        "the money on the card at first",
        "the price of a single ride",
        "how many rides were taken",
        "the price of all rides so far",
    ),
    used_up(
        "A book has {a} pages, and Noor reads {b} pages each evening. After $n$ evenings the pages left to read are",
        "n", range(180, 401), range(12, 31),
        "the pages in the whole book",
        "the pages read in one evening",
        "the evenings spent reading",
        "the pages read until now",
    ),
    used_up(
        "A plane flies at a height of {a} hundred metres and comes down {b} hundred metres each minute."
        " After $t$ minutes its height, in hundreds of metres, is",
        "t", range(80, 111), range(4, 9),
        "the height when it begins to come down",
        "the height lost in one minute",
        "the minutes spent coming down",
        "all the height lost so far",
    ),
    times_bracket(
        "A museum lets {a} teachers of a group in for nothing. All others pay {b} dollars."
        " A group of $n$ people pays, in dollars,",
        "n", "-", range(2, 6), range(6, 15),
        "the price for one person who pays",
        "the people who have to pay",
        "all the people in the group",
        "what the group pays together",
    ),
    times_bracket(
        "A bakery bakes $n$ trays of flatbread for the morning and {a} more for the evening,"
        " {b} flatbreads on each tray."
        " The number of flatbreads is",
        "n", "+", range(3, 9), range(12, 25),
        "the flatbreads on one tray",
        "the trays of the whole day",
        "the trays for the morning",
        "the flatbreads of the whole day",
    ),
    times_bracket(
        "Each of $n$ players and {a} coaches gets {b} bottles of water for a tournament. The number of bottles is",
        "n", "+", range(2, 6), range(3, 8),
        "the bottles that one person gets",
        "all people who get bottles",
        "the players in the team",
        "all the bottles for the team",
    ),
    times_bracket(
        "A loom makes {b} cm of cloth an hour. It was broken for {a} of the last $h$ hours. The cloth made, in cm, is",
        "h", "-", range(2, 7), range(20, 41),
        "the cloth made in one working hour",
        "the hours in which the loom worked",
        "the hours that have gone by",
        "the cloth made in all that time",
    ),
    two_groups(
        "Seats at a puppet theatre cost {a} dollars for adults and {b} dollars for children."
        " With $p$ adults and $c$ children a show takes in, in dollars,",
        "p", "c", range(9, 16), range(4, 9),
        "what one adult pays",
        "how many adults come",
        "what all the adults pay",
        "what all the children pay",
    ),
    two_groups(
        "A farm packs large boxes with {a} oranges and small ones with {b}. In $m$ large and $s$ small boxes"
        " the number of oranges is",
        "m", "s", range(20, 41), range(8, 16),
        "the oranges in one large box",
        "the number of large boxes",
        "the oranges in all large boxes",
        "the oranges in all small boxes",
    ),
    two_groups(
        "In a quiz, a hard question gives {a} points and an easy one {b}. With $d$ hard and $e$ easy questions right,"
        " a team has, in points,",
        "d", "e", range(5, 11), range(2, 5),
        "the points for one hard question",
        "the hard questions answered right",
        "the points from hard questions",
        "the points from easy questions",
    ),
)  # fmt: skip
