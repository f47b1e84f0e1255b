"""Functions of everyday things, and what statements about them say in words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scene:
    """A function in a story: `about` says what it gives, `noun` is that in short with its `unit`.

    The letter counts `each`, which `place` tells as a place. `inputs` and `outputs` are ranges of sensible whole
    numbers (from, to, step) without a number in common.
    """

    name: str
    letter: str
    about: str
    unit: str
    each: str
    place: str
    inputs: tuple[int, int, int]
    outputs: tuple[int, int, int]
    noun: str

    def amount(self, n: int) -> str:
        """The output with its unit."""
        return f"{n} {self.unit}"

    def at(self, n: int) -> str:
        """The input in words."""
        return self.place.format(n=n, each=self.each)

    def value(self, n: int, y: int) -> str:
        """What f(n) = y says."""
        return f"{self.at(n).capitalize()} {self.noun} is {self.amount(y)}."

    def more(self, n: int, m: int) -> str:
        """What f(n) > f(m) says."""
        return f"{self.noun.capitalize()} is greater {self.at(n)} than {self.at(m)}."

    def change(self, n: int, m: int, by: int) -> str:
        """What f(m) - f(n) = by says."""
        return f"From {n} to {m} {self.each} {self.noun} grows by {self.amount(by)}."


SCENES = (
    Scene("W", "t", "the amount of water in a tank, in litres, $t$ minutes after a tap is opened", "litres",
          "minutes", "after {n} {each}", (2, 20, 1), (30, 90, 5), "the amount of water"),
    Scene("H", "d", "the height of a bean plant, in centimetres, $d$ days after it was planted out", "centimetres",
          "days", "after {n} {each}", (2, 30, 1), (31, 80, 1), "the height of the plant"),
    Scene("T", "h", "the temperature in a kiln, in degrees Celsius, $h$ hours after it was lit", "degrees Celsius",
          "hours", "after {n} {each}", (2, 12, 1), (100, 900, 20), "the temperature"),
    Scene("C", "n", "the price of having a poster designed and printed $n$ times, in dollars", "dollars",
          "posters", "for {n} {each}", (5, 60, 5), (70, 200, 5), "the price"),
    Scene("D", "t", "the distance of a ferry from a lighthouse, in kilometres, $t$ minutes after it left the"
                    " harbour", "kilometres",
          "minutes", "after {n} {each}", (25, 60, 5), (2, 24, 1), "the distance from the lighthouse"),
    Scene("P", "y", "the number of people in a village, $y$ years after 1990", "people",
          "years", "after {n} {each}", (2, 30, 1), (300, 900, 10), "the population"),
    Scene("L", "g", "the length of a spring, in centimetres, when $g$ grams hang on it", "centimetres",
          "grams", "with {n} {each}", (50, 400, 50), (12, 40, 1), "the length of the spring"),
    Scene("B", "w", "the money in Amara's savings account, in dollars, $w$ weeks after New Year", "dollars",
          "weeks", "after {n} {each}", (2, 30, 1), (40, 300, 5), "the money in the account"),
)  # fmt: skip
