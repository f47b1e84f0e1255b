"""Linear stories: what the two quantities are, what one more of the first does, where it begins and ends."""

from dataclasses import dataclass
from random import Random

from exercises import integer, pick, plural, poly, signed


@dataclass(frozen=True, slots=True)
class Story:
    """`says` sets the scene with {who}; the letters stand for `input` and `output` (with their units).

    The output changes by a whole number from `rates` for one more `each`; it begins in `starts`. `rising` tells which
    way. `begins` and `ends` say what the y-intercept and, for a falling story, the x-intercept tell.
    """

    id: str
    letters: tuple[str, str]
    input: str
    output: str
    each: str
    unit: str
    rates: tuple[int, int]
    starts: tuple[int, int]
    rising: bool
    begins: str
    ends: str = ""

    def numbers(self, rng: Random) -> tuple[int, int]:
        """A rate (negative when it falls) and a start; a falling story ends after a whole number of steps."""
        rate = integer(rng, *self.rates)
        if self.rising:
            return rate, pick(rng, [n for n in range(self.starts[0], self.starts[1] + 1) if n % rate])
        return -rate, rate * integer(rng, *self.starts)

    def formula(self, rate: int, start: int) -> str:
        """TeX of the equation, as somebody would write it: `v = 180 - 6t`, `p = 8h + 33`."""
        x, y = self.letters
        return f"{y} = {poly(rate, x, start)}" if rate > 0 else f"{y} = {start} {signed(rate, x)}"

    def amount(self, n: int) -> str:
        """So much of the output: "3 litres", "$7"."""
        return f"\\${n}" if self.unit == "$" else plural(n, self.unit)


STORIES = (
    Story("boat", ("h", "p"), "the hours a boat is hired", "the price", "hour", "$", (6, 15), (12, 40), True,
          "the price that is due before the first hour"),
    Story("plant", ("w", "s"), "the weeks since a bamboo shoot was planted", "the height of the shoot", "week",
          "centimetre", (4, 12), (5, 30), True, "the height of the shoot when it was planted"),
    Story("savings", ("m", "b"), "the months since an account was opened", "the money in the account", "month", "$",
          (15, 40), (50, 200), True, "the money that was put in when the account was opened"),
    Story("print", ("n", "c"), "the number of posters that are printed", "the cost", "poster", "$", (3, 8),
          (20, 60), True, "the cost of setting up the press before the first poster"),
    Story("taxi", ("d", "f"), "the kilometres a taxi drives", "the fare", "kilometre", "$", (2, 4), (5, 9), True,
          "the fare for getting in, before the first kilometre"),
    Story("shelf", ("k", "q"), "the books that are put into a box", "the weight of the box", "book", "gram",
          (180, 260), (300, 700), True, "the weight of the empty box"),
    Story("tank", ("t", "v"), "the minutes since the tap of a tank was opened", "the water in the tank", "minute",
          "litre", (4, 15), (12, 40), False, "the water in the tank when the tap was opened",
          "when the tank is empty"),
    Story("candle", ("h", "k"), "the hours a candle has burned", "the height of the candle", "hour", "centimetre",
          (2, 4), (5, 9), False, "the height of the candle before it was lit", "when the candle has burned down"),
    Story("card", ("r", "m"), "the rides taken with a bus card", "the money left on the card", "ride", "$", (2, 4),
          (8, 20), False, "the money on the card before the first ride", "how many rides use up the card"),
    Story("road", ("t", "d"), "the hours a lorry has been driving", "the distance left to the harbour", "hour",
          "kilometre", (50, 80), (4, 9), False, "the distance to the harbour at the start",
          "when the lorry arrives"),
    Story("rice", ("d", "r"), "the days since a sack of rice was opened", "the amount of rice in the sack", "day",
          "cup", (2, 6), (12, 40), False, "the rice in the full sack", "when the sack is empty"),
    Story("book", ("e", "p"), "the evenings spent reading a novel", "the number of pages left to read", "evening",
          "page", (12, 30), (9, 16), False, "the pages of the whole novel", "when the novel is finished"),
)  # fmt: skip


def concluded(text: str) -> str:
    """A sentence as the end of a thought: "So it is this: the price grows by 3 dollars."."""
    return f"So it is this: {text[0].lower()}{text[1:]}"
