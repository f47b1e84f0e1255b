"""Situations with numbers and the quantities that might measure them, each as words and as a formula."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

TOTAL, OTHER, FLIPPED, DIFFERENCE = "total-for-rate", "other-total-for-rate", "ratio-upside-down", "difference-for-rate"
RATE, SUM, END = "rate-for-total", "sum-for-product", "end-value-for-change"


@dataclass(frozen=True, slots=True)
class Situation:
    """Data {a}, {b} (and {c}), what is to be measured, and four quantities; the first is the right one.

    A good measure keeps these laws: it grows with the letters in `up`, shrinks with those in `down`, and
    when the letters of a key of `scaled` are doubled it is multiplied by the number beside it. `example`
    is a case small enough to count: values for a and b, and what the measure must be.
    """

    says: str
    asks: str
    ranges: Mapping[str, Sequence[int]]
    right: tuple[str, str]  # words, formula
    wrong: tuple[tuple[str, str, str], ...]  # words, formula, mistake
    scaled: Mapping[str, int]
    up: str = "a"
    down: str = "b"
    example: tuple[int, int, int] | None = None
    why: str = "A fair measure does not depend on size, so that large and small ones can be compared."


BOTH = {"ab": 1}

SITUATIONS = (
    Situation(
        "A bus carries {a} people and has {b} seats. Another line uses buses of another size.",
        "how crowded a bus is",
        {"a": range(18, 60), "b": range(30, 56)},
        ("people for each seat", "a / b"),
        (
            ("people on the bus", "a", TOTAL),
            ("seats for each person", "b / a", FLIPPED),
            ("people minus seats", "a - b", DIFFERENCE),
        ),
        BOTH,
    ),
    Situation(
        "{a} thousand people live in a district of {b} square kilometres. Districts differ in size.",
        "how densely a district is populated",
        {"a": range(20, 95), "b": range(6, 40)},
        ("people for each square kilometre", "a / b"),
        (
            ("people living in the district", "a", TOTAL),
            ("area for each person living there", "b / a", FLIPPED),
            ("area of the district", "b", OTHER),
        ),
        BOTH,
    ),
    Situation(
        "A walk of {a} km took {b} hours. Other walks were longer or shorter.",
        "how fast the walkers were",
        {"a": range(9, 31), "b": range(2, 8)},
        ("kilometres for each hour", "a / b"),
        (
            ("kilometres walked in all", "a", TOTAL),
            ("hours for each kilometre", "b / a", FLIPPED),
            ("hours walked in all", "b", OTHER),
        ),
        BOTH,
    ),
    Situation(
        "A bag of {b} grams of dried mango costs {a} cents. Shops sell bags of different sizes.",
        "how expensive the dried mango is",
        {"a": range(180, 700, 10), "b": range(80, 400, 20)},
        ("cents for each gram", "a / b"),
        (
            ("cents for the whole bag", "a", TOTAL),
            ("grams for each cent", "b / a", FLIPPED),
            ("grams in the whole bag", "b", OTHER),
        ),
        BOTH,
    ),
    Situation(
        "A van used {a} litres of fuel on {b} km. Other vans went other distances.",
        "how thirsty a van is",
        {"a": range(8, 60), "b": range(110, 640, 10)},
        ("litres for each kilometre", "a / b"),
        (
            ("litres used on the trip", "a", TOTAL),
            ("kilometres for each litre", "b / a", FLIPPED),
            ("kilometres of the trip", "b", OTHER),
        ),
        BOTH,
    ),
    Situation(
        "In one year {a} of the {b} thousand cyclists of a town had an accident. Towns differ in size.",
        "how dangerous cycling is in a town",
        {"a": range(12, 90), "b": range(4, 60)},
        ("accidents for each thousand cyclists", "a / b"),
        (
            ("accidents in the whole year", "a", TOTAL),
            ("cyclists for each accident in the year", "b / a", FLIPPED),
            ("cyclists living in the town", "b", OTHER),
        ),
        BOTH,
    ),
    Situation(
        "A netball player scored with {a} of {b} shots. Other players had more or fewer shots.",
        "how surely a player scores",
        {"a": range(9, 40), "b": range(42, 70)},
        ("goals for each shot", "a / b"),
        (
            ("goals in all", "a", TOTAL),
            ("shots for each goal", "b / a", FLIPPED),
            ("shots that missed", "b - a", DIFFERENCE),
        ),
        BOTH,
    ),
    Situation(
        "A hill road rises {a} m over a length of {b} m. Other roads are longer or shorter.",
        "how steep a road is",
        {"a": range(12, 90), "b": range(300, 1500, 50)},
        ("metres of height for each metre of length", "a / b"),
        (
            ("metres of height over the whole road", "a", TOTAL),
            ("metres of length for each metre of height", "b / a", FLIPPED),
            ("metres of length over the whole road", "b", OTHER),
        ),
        BOTH,
    ),
    Situation(
        "A field of {b} square metres gave {a} kg of potatoes. Fields differ in size.",
        "how fertile a field is",
        {"a": range(300, 960, 20), "b": range(110, 300, 10)},
        ("kilograms for each square metre", "a / b"),
        (
            ("kilograms from the whole field", "a", TOTAL),
            ("square metres for each kilogram", "b / a", FLIPPED),
            ("square metres of the whole field", "b", OTHER),
        ),
        BOTH,
    ),
    Situation(
        "A phone battery lost {a} percent in {b} hours of use. Other phones were used for other times.",
        "how quickly a battery runs down",
        {"a": range(14, 90), "b": range(2, 13)},
        ("percent lost for each hour", "a / b"),
        (
            ("percent lost in all", "a", TOTAL),
            ("hours for each percent lost", "b / a", FLIPPED),
            ("percent still left", "100 - a", DIFFERENCE),
        ),
        BOTH,
    ),
    Situation(
        "A town collected {b} tonnes of waste, and {a} tonnes of it were recycled. Towns differ in size.",
        "how well a town recycles",
        {"a": range(120, 400, 10), "b": range(410, 900, 10)},
        ("recycled tonnes for each tonne of waste", "a / b"),
        (
            ("tonnes recycled in the whole town", "a", TOTAL),
            ("tonnes of waste for each recycled tonne", "b / a", FLIPPED),
            ("tonnes of waste in the whole town", "b", OTHER),
        ),
        BOTH,
    ),
    Situation(
        "A salt bath holds {a} g of salt in {b} litres of water. Tubs differ in size.",
        "how salty the water is",
        {"a": range(150, 900, 10), "b": range(20, 140, 5)},
        ("grams of salt for each litre", "a / b"),
        (
            ("grams of salt in the tub", "a", TOTAL),
            ("litres for each gram of salt", "b / a", FLIPPED),
            ("litres of water in the tub", "b", OTHER),
        ),
        BOTH,
    ),
    Situation(
        "A camp has {a} children, and each child drinks {b} mL of water a day.",
        "how much water the camp needs for a day",
        {"a": range(14, 60), "b": range(900, 2000, 100)},
        ("children times millilitres for each child", "a b"),
        (
            ("millilitres for each child", "b", RATE),
            ("children plus millilitres for each child", "a + b", SUM),
            ("millilitres shared out over the children", "b / a", RATE),
        ),
        {"a": 2, "b": 2},
        "ab",
        "",
        why="Twice the children need twice the water, and so do children who drink twice as much.",
    ),
    Situation(
        "A school garden is {a} m long and {b} m wide.",
        "how much fence goes around the garden",
        {"a": range(14, 40), "b": range(5, 14)},
        ("twice the sum of length and width", "2(a + b)"),
        (
            ("length times width of the garden", "a b", "area-for-boundary"),
            ("length plus width of the garden", "a + b", "half-the-boundary"),
            ("length divided by the width", "a / b", RATE),
        ),
        {"ab": 2},
        "ab",
        "",
        example=(2, 1, 6),
        why="A fence has a length; two sides are as long as the garden and two as long as it is wide.",
    ),
    Situation(
        "A hall floor is {a} m long and {b} m wide.",
        "how much varnish the floor needs",
        {"a": range(14, 40), "b": range(5, 14)},
        ("length times width", "a b"),
        (
            ("twice the sum of length and width", "2(a + b)", "boundary-for-area"),
            ("length plus width", "a + b", "boundary-for-area"),
            ("length divided by width", "a / b", RATE),
        ),
        {"a": 2, "b": 2},
        "ab",
        "",
        why="Varnish covers an area: a floor twice as long needs twice as much.",
    ),
    Situation(
        "A class wants to collect {a} dollars for a trip and has {b} dollars so far.",
        "how much money is still missing",
        {"a": range(300, 900, 10), "b": range(60, 290, 10)},
        ("the goal minus what is there", "a - b"),
        (
            ("what is there for each dollar of the goal", "b / a", RATE),
            ("the goal for each dollar that is there", "a / b", RATE),
            ("the goal plus what is there", "a + b", "sum-for-difference"),
        ),
        {"ab": 2},
        "a",
        "b",
        why="An amount that is missing is a difference, in dollars.",
    ),
    Situation(
        "A train has to go {a} km and keeps a speed of {b} km/h.",
        "how long the ride takes",
        {"a": range(90, 500, 10), "b": range(60, 220, 10)},
        ("kilometres divided by the speed", "a / b"),
        (
            ("speed divided by the kilometres", "b / a", FLIPPED),
            ("kilometres times the speed", "a b", SUM),
            ("kilometres minus the speed", "a - b", DIFFERENCE),
        ),
        BOTH,
        why="Twice the way takes twice the time, and twice the speed takes half of it.",
    ),
    Situation(
        "A sunflower was {c} cm tall and is {a} cm tall {b} weeks later. Others were watched for other times.",
        "how fast a sunflower grows",
        {"a": range(60, 150), "b": range(3, 9), "c": range(8, 40)},
        ("change of height for each week", "(a - c) / b"),
        (
            ("height at the end for each week", "a / b", END),
            ("change of height in all", "a - c", TOTAL),
            ("height after all the weeks", "a", END),
        ),
        {"abc": 1},
        "a",
        "bc",
        why="Growth is a change, and for each week it can be compared over different times.",
    ),
    Situation(
        "The price of rice rose from {c} to {a} rupees a kilogram in a year. Other foods cost more or less.",
        "how strong the rise is, compared with what the food cost before",
        {"a": range(52, 80), "c": range(30, 51)},
        ("the rise divided by the price before", "(a - c) / c"),
        (
            ("the rise in rupees by itself", "a - c", DIFFERENCE),
            ("the price after the rise", "a", END),
            ("the price before divided by the price after", "c / a", FLIPPED),
        ),
        {"ac": 1},
        "a",
        "c",
        why="The same rise weighs more on a low price than on a high one.",
    ),
    Situation(
        "{b} painters worked {c} days on a mural of {a} square metres. Other teams were larger or smaller.",
        "how much one painter gets done in a day",
        {"a": range(40, 200, 5), "b": range(2, 7), "c": range(3, 11)},
        ("square metres for each painter and day", "a / (b c)"),
        (
            ("square metres for each day", "a / c", TOTAL),
            ("square metres for each painter", "a / b", TOTAL),
            ("painters and days for each square metre", "b c / a", FLIPPED),
        ),
        {"ab": 1, "ac": 1},
        "a",
        "bc",
        why="More painters and more days both make the area larger, so both must be divided out.",
    ),
)
