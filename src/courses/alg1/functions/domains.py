"""Stories whose functions take only some inputs, and the limits that the numbers in them set."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from exercises import Reroll, integer, pick

WHOLE, ANY = "whole", "any"


@dataclass(frozen=True, slots=True)
class Limits:
    """Inputs from `low` to `high` (None: no end), every number (`any`), whole ones, or multiples of `step`."""

    kind: str
    low: int
    high: int | None
    step: int = 1

    def say(self) -> str:
        """The inputs in words."""
        if self.kind == ANY:
            return (
                f"All numbers from {self.low} to {self.high}"
                if self.high is not None
                else f"All numbers from {self.low} on"
            )
        every = "Whole numbers" if self.step == 1 else f"Multiples of {self.step}"
        return f"{every} from {self.low} to {self.high}" if self.high is not None else f"{every} from {self.low} on"


@dataclass(frozen=True, slots=True)
class Tale:
    """A story with its function, the letter and what it stands for, its limits, and why they are so."""

    text: str
    letter: str
    stands: str
    limits: Limits
    whole_why: str
    end_why: str


def bus(rng: Random) -> Tale:
    """Seats."""
    seats, price = 4 * integer(rng, 5, 14), integer(rng, 2, 9)
    return Tale(f"A village bus has {seats} seats, and nobody may stand. Each passenger pays ${price}$ dollars."
                f" When $n$ passengers"
                f" ride, the driver takes $f(n) = {price}n$ dollars on that trip.", "n", "the passengers on one trip",
                Limits(WHOLE, 0, seats), "Passengers are counted in whole numbers.", f"There are only {seats}"
                                                                                     f" seats.")  # fmt: skip


def tank(rng: Random) -> Tale:
    """Empties."""
    rate, minutes = integer(rng, 3, 15), integer(rng, 6, 30)
    return Tale(f"A rain barrel holds {rate * minutes} litres of water. A tap lets out {rate} litres a minute until the"
                f" barrel is empty. After $t$ minutes there are $f(t) = {rate * minutes} - {rate}t$ litres in it.",
                "t", "the minutes since the tap was opened", Limits(ANY, 0, minutes),
                "Time takes every value in between.", f"After {minutes} minutes the barrel is empty.")  # fmt: skip


def candle(rng: Random) -> Tale:
    """Burns down."""
    hours, rate = integer(rng, 4, 15), integer(rng, 2, 3)
    return Tale(f"A candle is {hours * rate} cm tall and burns down by {rate} cm each hour, all the way. After"
                f" $t$ hours"
                f" its height is $f(t) = {hours * rate} - {rate}t$ centimetres.", "t", "the hours since it was lit",
                Limits(ANY, 0, hours), "Time takes every value in between.",
                f"After {hours} hours nothing of it is left.")  # fmt: skip


def eggs(rng: Random) -> Tale:
    """Sold in boxes."""
    size, boxes, price = pick(rng, (4, 6, 10, 12)), integer(rng, 5, 20), integer(rng, 1, 3)
    return Tale(f"A farm shop sells eggs only in full boxes of {size}, and today it has {boxes} boxes. An egg"
                f" costs {price * 10}"
                f" cents. A customer who buys $n$ eggs today pays $f(n) = {price * 10}n$ cents.",
                "n", "the eggs that one customer buys", Limits(WHOLE, 0, size * boxes, size),
                f"Eggs come in full boxes of {size}.", f"There are {boxes} boxes: {size * boxes} eggs.")  # fmt: skip


def taxi(rng: Random) -> Tale:
    """Any distance within a limit."""
    far, start, rate = 10 * integer(rng, 3, 12), integer(rng, 3, 8), integer(rng, 2, 4)
    return Tale(f"An electric taxi can drive {far} km before it must be charged. A trip costs ${start}$ dollars and"
                f" ${rate}$ dollars for each kilometre, parts of a kilometre in proportion. A trip of $d$ kilometres"
                f" without charging costs $f(d) = {rate}d + {start}$ dollars.", "d", "the kilometres of one trip",
                Limits(ANY, 0, far), "A distance takes every value in between.",
                f"After {far} km the battery is empty.")  # fmt: skip


def hall(rng: Random) -> Tale:
    """Between a least and a most number."""
    low, high, rent, each = (
        5 * integer(rng, 2, 6),
        10 * integer(rng, 6, 15),
        10 * integer(rng, 8, 20),
        integer(rng, 4, 12),
    )
    return Tale(f"A community hall is let for parties of {low} guests at least and {high} guests at most. It"
                f" costs ${rent}$"
                f" dollars and ${each}$ dollars for each guest, so a party of $n$ guests pays $f(n) = {each}n +"
                f" {rent}$ dollars.",
                "n", "the guests of one party", Limits(WHOLE, low, high), "Guests are counted in whole numbers.",
                f"Fewer than {low} or more than {high} guests are not taken.")  # fmt: skip


def square(rng: Random) -> Tale:
    """A length that a fence limits."""
    side = integer(rng, 5, 30)
    return Tale(f"Farmer Tariq has {4 * side} m of fence and uses some of it or all of it to close off a square"
                f" pen. A pen with"
                f" sides of $s$ metres needs $f(s) = 4s$ metres of fence.", "s", "the length of a side in metres",
                Limits(ANY, 0, side), "A length takes every value in between.",
                f"Sides longer than {side} m would need more than {4 * side} m of fence.")  # fmt: skip


def tiles(rng: Random) -> Tale:
    """Whole tiles."""
    each, count = pick(rng, (15, 20, 25, 30, 40)), integer(rng, 8, 30)
    return Tale(f"Rosa has {count} tiles, each {each} cm long, and lays $n$ of them in one row without cutting"
                f" any. The row is"
                f" $f(n) = {each}n$ centimetres long.", "n", "the tiles in the row", Limits(WHOLE, 0, count),
                "The tiles are not cut.", f"Rosa has only {count} tiles.")  # fmt: skip


def savings(rng: Random) -> Tale:
    """A debt paid back in equal parts."""
    weeks, each = integer(rng, 6, 25), integer(rng, 4, 15)
    return Tale(f"Jonas owes a friend {weeks * each} dollars and pays back {each} dollars at the end of each week until"
                f" nothing is owed. After $n$ payments Jonas still owes $f(n) = {weeks * each} - {each}n$ dollars.",
                "n", "the payments so far", Limits(WHOLE, 0, weeks), "Payments are counted in whole numbers.",
                f"After {weeks} payments nothing is owed.")  # fmt: skip


def dive(rng: Random) -> Tale:
    """Down to the bottom."""
    rate, minutes = integer(rng, 2, 9), integer(rng, 5, 20)
    return Tale(f"A diving robot sinks {rate} m each minute from the surface of a lake to its bottom,"
                f" {rate * minutes} m below,"
                f" where it stops and the record ends. After $t$ minutes it is $f(t) = {rate}t$ metres deep.", "t",
                "the minutes since it left the surface", Limits(ANY, 0, minutes), "Time takes every value in between.",
                f"After {minutes} minutes it is at the bottom.")  # fmt: skip


TALES: tuple[Callable[[Random], Tale], ...] = (bus, tank, candle, eggs, taxi, hall, square, tiles, savings, dive)


def tale(rng: Random) -> Tale:
    """One story; its numbers must not mix up."""
    told = pick(rng, TALES)(rng)
    if told.limits.high is not None and told.limits.low >= told.limits.high:
        raise Reroll
    return told
