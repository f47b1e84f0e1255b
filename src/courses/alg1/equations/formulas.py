"""Formulas from science, money and geometry, with the moves that free each of their letters."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

from courses.alg1.equations.isolate import Move
from exercises import integer, pick


@dataclass(frozen=True, slots=True)
class Formula:
    """`subject = rest`, the sentence that says what the letters mean, and the moves by letter."""

    subject: str
    rest: str
    says: str
    frees: Mapping[str, tuple[Move, ...]]
    numbers: tuple[int, ...] = ()

    @property
    def tex(self) -> str:
        """The formula as shown."""
        return f"{self.subject} = {self.rest}"

    @property
    def letters(self) -> tuple[str, ...]:
        """Every letter of the formula but commands."""
        bare = self.tex.replace(r"\frac", "").replace(r"\cdot", "")
        return tuple(sorted({sign for sign in bare if sign.isalpha()}))


def moves(text: str) -> tuple[Move, ...]:
    """`subtract 2w, divide 2` as moves; two-word verbs are `take from` and `divide into`."""
    found = []
    for part in text.split(", "):
        verb = next(verb for verb in ("take from", "divide into", part.split()[0]) if part.startswith(verb))
        found.append((verb, part.removeprefix(verb).strip()))
    return tuple(found)


def known(subject: str, rest: str, says: str, **frees: str) -> Formula:
    """A formula that is the same in every question."""
    return Formula(subject, rest, says, {letter: moves(text) for letter, text in frees.items()})


KNOWN = (
    known("A", "lw", "A rectangle of length $l$ and width $w$ has area $A$.", l="divide w", w="divide l"),
    known("P", "2l + 2w", "A rectangle of length $l$ and width $w$ has perimeter $P$.",
          l="subtract 2w, divide 2", w="subtract 2l, divide 2"),
    known("A", r"\frac{1}{2}bh", "A triangle with base $b$ and height $h$ has area $A$.",
          b="multiply 2, divide h", h="multiply 2, divide b"),
    known("V", "lwh", "A box of length $l$, width $w$ and height $h$ has volume $V$.",
          l="divide wh", w="divide lh", h="divide lw"),
    known("A", r"\frac{h}{2}(p + q)", "A trapezium with parallel sides $p$ and $q$ and height $h$ has area $A$.",
          p="multiply 2, divide h, subtract q", q="multiply 2, divide h, subtract p"),
    known("d", "st", "At a steady speed $s$, you travel the distance $d$ in the time $t$.", s="divide t", t="divide s"),
    known("v", "u + at", "A cart starts with speed $u$ and speeds up at the rate $a$; after the time $t$ its speed is "
    "$v$.",
          u="subtract at", a="subtract u, divide t", t="subtract u, divide a"),
    known("F", r"\frac{9}{5}C + 32", "A temperature of $C$ degrees Celsius is $F$ degrees Fahrenheit.",
          C="subtract 32, multiply 5, divide 9"),
    known("C", r"\frac{5}{9}(F - 32)", "A temperature of $F$ degrees Fahrenheit is $C$ degrees Celsius.",
          F="multiply 9, divide 5, add 32"),
    known("I", "Prt", "An amount $P$ at the yearly interest rate $r$ earns the simple interest $I$ in $t$ years.",
          P="divide rt", r="divide Pt", t="divide Pr"),
    known("A", "P + Prt", "An amount $P$ at the yearly rate $r$ of simple interest grows to $A$ in $t$ years.",
          r="subtract P, divide Pt", t="subtract P, divide Pr"),
    known("y", "mx + b", "A line with slope $m$ crosses the $y$-axis at $b$.",
          x="subtract b, divide m", m="subtract b, divide x", b="subtract mx"),
    known("y", "k + m(x - h)", "A line with slope $m$ goes through the point with coordinates $h$ and $k$.",
          x="subtract k, divide m, add h", m="subtract k, divide x - h"),
    known("D", r"\frac{m}{V}", "A solid of mass $m$ and volume $V$ has density $D$.", m="multiply V",
    V="divide into m"),
    known("p", r"\frac{F}{A}", "A force $F$ that acts evenly on an area $A$ makes the pressure $p$.",
          F="multiply A", A="divide into F"),
    known("F", "ma", "A force $F$ gives a body of mass $m$ the acceleration $a$.", m="divide a", a="divide m"),
    known("V", "IR", "A current $I$ through a resistor $R$ needs the voltage $V$.", I="divide R", R="divide I"),
    known("W", "Fd", "A force $F$ that moves a load through the distance $d$ does the work $W$.", F="divide d",
    d="divide F"),
    known("E", "mgh", "A body of mass $m$ lifted to the height $h$ gains the energy $E$; $g$ is the pull of gravity.",
          m="divide gh", h="divide gm"),
    known("E", r"\frac{1}{2}mv^2", "A body of mass $m$ and speed $v$ has the energy of motion $E$.",
    m="multiply 2, divide v^2"),
    known("M", r"\frac{a + b}{2}", "The mean of two numbers $a$ and $b$ is $M$.", a="multiply 2, subtract b",
    b="multiply 2, subtract a"),
    known("S", "180(n - 2)", "The angles of a polygon with $n$ sides add up to $S$ degrees.", n="divide 180, add 2"),
    known("R", r"\frac{c - s}{n}", "Friends share a bill $c$ after a discount $s$; each of the $n$ friends pays $R$.",
          c="multiply n, add s", s="multiply n, take from c", n="divide into c - s"),
)  # fmt: skip


Make = Callable[[Random], Formula]


def fee_and_rate(rng: Random) -> Formula:
    """A fixed part and a part for each."""
    fixed, rate = integer(rng, 3, 60), integer(rng, 2, 15)
    subject, letter, says = pick(rng, (
        ("C", "n", f"A ride costs {fixed} rupees and {rate} rupees for each kilometre; $C$ is the cost in rupees of "
        f"$n$ kilometres."),
        ("C", "m", f"A gym charges {fixed} euros once and {rate} euros a month; $C$ is the cost in euros of $m$ "
        f"months."),
        ("H", "w", f"A plant is {fixed} cm tall and grows {rate} cm a week; $H$ is its height in centimetres after "
        f"$w$ weeks."),
        ("S", "k", f"A shop assistant earns {fixed} dollars a day and {rate} dollars for each sale; $S$ is the pay in "
        f"dollars for a day with $k$ sales."),
        ("T", "m", f"Water in a kettle is {fixed} degrees warm and gets {rate} degrees warmer each minute; $T$ is its "
        f"temperature in degrees after $m$ minutes."),
    ))  # fmt: skip
    free = {letter: moves(f"subtract {fixed}, divide {rate}")}
    return Formula(subject, f"{fixed} + {rate}{letter}", says, free, (1, fixed, rate))


def shrinking(rng: Random) -> Formula:
    """A start from which the same is taken again and again."""
    rate = integer(rng, 2, 12)
    start = rate * integer(rng, 5, 20)
    subject, letter, says = pick(rng, (
        ("V", "t", f"A tank holds {start} litres and loses {rate} litres a minute; $V$ is what is left, in litres, "
        f"after $t$ minutes."),
        ("L", "h", f"A candle is {start} mm long and burns down {rate} mm an hour; $L$ is its length in millimetres "
        f"after $h$ hours."),
        ("B", "r", f"A travel card holds {start} pesos and each ride costs {rate} pesos; $B$ is the balance in pesos "
        f"after $r$ rides."),
        ("D", "d", f"A hiker is {start} km from the coast and walks {rate} km towards it each day; $D$ is the "
        f"distance left after $d$ days."),
    ))  # fmt: skip
    free = {letter: moves(f"take from {start}, divide {rate}")}
    return Formula(subject, f"{start} - {rate}{letter}", says, free, (2, start, rate))


def two_prices(rng: Random) -> Formula:
    """Two kinds of thing that make a total."""
    two = integer(rng, 2, 9)
    one = two + integer(rng, 1, 6)
    subject, first, second, says = pick(rng, (
        ("T", "a", "c", f"An adult ticket costs {one} dollars and a child ticket {two} dollars; $a$ adults and $c$ "
        f"children pay $T$ dollars together."),
        ("T", "n", "p", f"A notebook costs {one} yuan and a pen {two} yuan; $n$ notebooks and $p$ pens cost $T$ yuan."),
        ("W", "b", "r", f"A bag of beans weighs {one} kg and a bag of rice {two} kg; $b$ bags of beans and $r$ bags "
        f"of rice weigh $W$ kg."),
    ))  # fmt: skip
    free = {
        first: moves(f"subtract {two}{second}, divide {one}"),
        second: moves(f"subtract {one}{first}, divide {two}"),
    }
    return Formula(subject, f"{one}{first} + {two}{second}", says, free, (3, one, two))


def groups(rng: Random) -> Formula:
    """The same bracket for each member of a group."""
    members, extra = integer(rng, 2, 12), integer(rng, 2, 9)
    subject, letter, says = pick(rng, (
        ("T", "p", f"Each of {members} friends buys a meal for $p$ dollars and a drink for {extra} dollars; together "
        f"they pay $T$ dollars."),
        ("W", "b", f"Each of {members} crates holds a box of $b$ kg and {extra} kg of straw; together they weigh $W$ "
        f"kg."),
        ("L", "s", f"A path has {members} parts, each with $s$ metres of gravel and then {extra} metres of stone; its "
        f"length is $L$ metres."),
    ))  # fmt: skip
    free = {letter: moves(f"divide {members}, subtract {extra}")}
    return Formula(subject, f"{members}({letter} + {extra})", says, free, (4, members, extra))


def shared(rng: Random) -> Formula:
    """What is left after a part is taken out, shared out equally."""
    among, off = integer(rng, 3, 12), integer(rng, 5, 40)
    subject, letter, says = pick(rng, (
        ("S", "c", f"A class collects $c$ dollars, spends {off} dollars on paint and shares the rest among {among} "
        f"groups; each gets $S$ dollars."),
        ("R", "g", f"A mill takes {off} kg of $g$ kg of grain as its fee; {among} families share the rest, $R$ kg "
        f"each."),
        ("M", "t", f"Of $t$ minutes of film, {off} minutes are cut; the rest is shown in {among} parts of $M$ minutes "
        f"each."),
    ))  # fmt: skip
    free = {letter: moves(f"multiply {among}, add {off}")}
    return Formula(subject, rf"\frac{{{letter} - {off}}}{{{among}}}", says, free, (5, among, off))


MADE: tuple[Make, ...] = (fee_and_rate, shrinking, two_prices, groups, shared)
