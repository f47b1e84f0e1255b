"""Situations in which one amount grows or shrinks evenly with another."""

from dataclasses import dataclass
from random import Random

from exercises import integer, plural


@dataclass(frozen=True, slots=True)
class Scene:
    """`x` counts `each`; `y` is the amount in `unit` ("$" for dollars). The texts have places {rate}, {start},
    {n}, {then}, {m}, {later}: what one more adds (or takes), what there is at 0, and what there is after n and m.

    `starts` tells rate and start, `later` rate and one value, `twice` two values. `parts` says what rate and start are.
    """

    id: str
    x: str
    y: str
    counts: str
    amount: str
    unit: str
    falls: bool
    rates: tuple[int, int]
    starts: tuple[int, int]
    told: tuple[str, str, str]
    parts: tuple[str, str]

    def numbers(self, rng: Random) -> tuple[int, int, int, int]:
        """A rate (negative when it falls), a start, and two counts, all amounts positive."""
        rate = integer(rng, *self.rates)
        start = integer(rng, *self.starts)
        n, m = integer(rng, 2, 4), integer(rng, 6, 9)
        return (-rate if self.falls else rate), start, n, m

    def says(self, way: int, rate: int, start: int, n: int, m: int) -> str:
        """The situation told in one of the three ways."""
        given = {"rate": self.so_much(abs(rate)), "start": self.so_much(start), "n": n, "m": m,
                 "then": self.so_much(start + rate * n), "later": self.so_much(start + rate * m)}  # fmt: skip
        return self.told[way].format(**given)

    def so_much(self, n: int) -> str:
        """The amount with its unit."""
        if self.unit in ("$", "percent"):
            return f"\\${n}" if self.unit == "$" else f"{n} percent"
        return plural(n, self.unit)

    def measured(self) -> str:
        """In which unit the letter counts the amount: ", in metres"; nothing where its words say so."""
        if self.unit in ("bottle", "percent"):
            return ""
        return ", in dollars" if self.unit == "$" else f", in {self.unit}s"

    def part_is(self, place: int, n: int) -> str:
        """The rate (place 0) or the start (1) as a sentence's words: "the price of one hour is $7"."""
        part = self.parts[place]
        return f"{part} is {n if part.startswith('the number') else self.so_much(n)}"


SCENES = (
    Scene("kayak", "h", "c", "hours", "the cost of hiring a kayak", "$", False, (6, 14), (9, 30),
          ("Hiring a kayak costs {start} for the life jackets and {rate} for each hour.",
           "A kayak costs {rate} for each hour, and something for the life jackets. For {n} hours Mateo pays {then}.",
           "For {n} hours a kayak costs {then}, for {m} hours {later}. Each hour costs the same."),
          ("the price of one hour", "the price of the life jackets")),
    Scene("bottles", "d", "b", "days", "the number of bottles collected", "bottle", False, (12, 40), (15, 90),
          ("A class has collected {start} and collects {rate} more each day.",
           "A class collects {rate} each day. After {n} days it has {then} in all.",
           "After {n} days a class has collected {then}, after {m} days {later}, the same number each day."),
          ("the number of bottles collected in one day", "the number of bottles before the first day")),
    Scene("well", "w", "d", "weeks", "the depth of the well", "metre", False, (2, 6), (3, 12),
          ("A well is {start} deep and is dug {rate} deeper each week.",
           "A well is dug {rate} deeper each week. After {n} weeks it is {then} deep.",
           "After {n} weeks a well is {then} deep, after {m} weeks {later}. It is dug evenly."),
          ("the depth dug in one week", "the depth before the work began")),
    Scene("flour", "k", "f", "loaves", "the flour left", "gram", True, (350, 480), (5000, 8000),
          ("A baker has {start} of flour and uses {rate} for each loaf.",
           "A baker uses {rate} of flour for each loaf. After {n} loaves there are {then} left.",
           "After {n} loaves a baker has {then} of flour left, after {m} loaves {later}."
           " Each loaf takes the same."),
          ("the amount of flour used for one loaf", "the amount of flour before the first loaf")),
    Scene("snow", "t", "s", "hours", "the depth of the snow", "centimetre", True, (2, 5), (45, 80),
          ("The snow is {start} deep and melts by {rate} each hour.",
           "The snow melts by {rate} each hour. After {n} hours it is {then} deep.",
           "After {n} hours the snow is {then} deep, after {m} hours {later}, melting evenly."),
          ("the depth that melts in one hour", "the depth at the beginning")),
    Scene("debt", "m", "d", "months", "the amount Zofia still owes", "$", True, (15, 45), (400, 900),
          ("Zofia owes {start} for a violin and pays back {rate} each month.",
           "Zofia pays back {rate} each month for a violin. After {n} months there are {then} to pay.",
           "After {n} months Zofia still owes {then} for a violin, after {m} months {later}."
           " Each month the same is paid back."),
          ("the amount Zofia pays back in one month", "the amount Zofia owed at first")),
    Scene("plane", "t", "a", "minutes", "the height of the plane", "metre", True, (300, 500), (7000, 9900),
          ("A plane at a height of {start} sinks by {rate} each minute.",
           "A plane sinks by {rate} each minute. After {n} minutes it is at {then}.",
           "After {n} minutes a plane that sinks evenly is at {then}, after {m} minutes at {later}."),
          ("the height the plane loses in one minute", "the height at the beginning")),
    Scene("charge", "t", "p", "minutes", "the charge of the battery in percent", "percent", False, (2, 5), (5, 30),
          ("A battery stands at {start} and gains {rate} each minute.",
           "A battery gains {rate} each minute. After {n} minutes it stands at {then}.",
           "After {n} minutes a battery that gains evenly stands at {then}, after {m} minutes at {later}."),
          ("the charge gained in one minute", "the charge at the beginning")),
)  # fmt: skip
