"""What the charts show: a title with its unit, and the names under bars or points."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Subject:
    """A title for the upright axis, what is counted ("visitors"), names, and the words around a name."""

    title: str
    unit: str
    names: tuple[str, ...]
    of: str  # "on {}", "in {}", "for {}"
    steps: tuple[int, ...]  # what one step of the grid may be worth


DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May")
CLASSES = ("7a", "7b", "7c", "8a", "8b")

SUBJECTS = (
    Subject("Visitors of a museum", "visitors", DAYS, "on {}", (4, 5, 20, 25, 50)),
    Subject("Loaves sold at a bakery", "loaves", DAYS, "on {}", (2, 4, 5, 20)),
    Subject("Rainfall in mm", "mm", MONTHS, "in {}", (2, 4, 5, 10)),
    Subject("Books lent by a library", "books", MONTHS, "in {}", (5, 20, 25, 50)),
    Subject("Bottles collected", "bottles", CLASSES, "for class {}", (2, 5, 20, 25)),
    Subject("Trees planted", "trees", CLASSES, "for class {}", (2, 4, 5, 20)),
    Subject("Rides on a cable car", "rides", DAYS, "on {}", (20, 25, 50, 200)),
    Subject("Water used in litres", "litres", DAYS, "on {}", (4, 20, 25, 50)),
    Subject("Price of a train ticket in rupees", "rupees", MONTHS, "in {}", (2, 4, 5)),
    Subject("Fish counted in a stream", "fish", MONTHS, "in {}", (2, 4, 5, 20)),
)

GROWING = (
    ("Height of a bean plant in cm", "the bean plant", "Height of a pumpkin vine in cm", "the pumpkin vine"),
    ("Members of a chess club", "the chess club", "Members of a drum group", "the drum group"),
    ("Savings of Leila in dollars", "Leila’s savings", "Savings of Omar in dollars", "Omar’s savings"),
    ("Level of pond A in cm", "pond A", "Level of pond B in cm", "pond B"),
    ("Bees in hive A, in hundreds", "hive A", "Bees in hive B, in hundreds", "hive B"),
)
