"""Measured things of a plausible size, for questions about accuracy. {a} and {b} are the numbers."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sum:
    """Two readings that are added; `low` and `high` are whole units."""

    says: str
    asks: str
    unit: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Product:
    """Two readings that are multiplied, each from its lowest to its highest whole unit."""

    says: str
    asks: str
    unit: str
    a: tuple[int, int]
    b: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Share:
    """A reading in tenths that is shared out evenly; a share has `low` to `high` units."""

    says: str
    asks: str
    unit: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A thing that was read on a scale with a step."""

    thing: str
    measure: str
    unit: str
    step: str
    low: int  # in steps
    high: int


@dataclass(frozen=True, slots=True)
class Count:
    """{a} things in groups of {b}; `up` when a group that is not full is needed too."""

    says: str
    unit: str
    up: bool
    a: Sequence[int]
    b: Sequence[int]
    why: str


SUMS = (
    Sum("A path of {a} m is joined to one of {b} m.", "How long are they together?", "m", 12, 90),
    Sum("A bucket of {a} L is poured into a tub with {b} L in it.", "How much is in the tub then?", "L", 4, 18),
    Sum("A parcel of {a} kg and one of {b} kg stand on a cart.", "How heavy are they together?", "kg", 3, 40),
    Sum("A relay runner needs {a} s and the next one {b} s.", "How long do both take?", "s", 11, 60),
    Sum("A wall of {a} cm gets a layer of straw and clay of {b} cm.", "How thick is it then?", "cm", 8, 40),
    Sum("A hike has a part of {a} km and a part of {b} km.", "How long is the hike?", "km", 3, 25),
)

PRODUCTS = (
    Product("A rug is {a} m long and {b} m wide.", "What is its area?", "m²", (3, 6), (1, 2)),
    Product("A sheet of metal is {a} cm by {b} cm.", "What is its area?", "cm²", (12, 60), (5, 40)),
    Product("A boat sails {b} h at {a} km/h.", "How far does it sail?", "km", (9, 30), (2, 9)),
    Product("A pump gives {a} L/min and runs for {b} min.", "How much does it pump?", "L", (12, 50), (3, 20)),
    Product(
        "Glass weighs {a} g for each cm³, and a block has {b} cm³.", "How heavy is the block?", "g", (2, 2), (120, 400)
    ),
    Product(
        "A field of {b} ha gives {a} t of maize for each hectare.", "How much is harvested?", "t", (3, 9), (11, 60)
    ),
)

SHARES = (
    Share(
        "A hiking trail of {a} km was walked in {b} days, the same length each day.", "length of one day", "km", 8, 25
    ),
    Share("A sack of {a} kg of rice was shared evenly by {b} families.", "share of one family", "kg", 2, 9),
    Share("A rope of {a} m was cut into {b} pieces of equal length.", "length of one piece", "m", 1, 9),
    Share("A tank of {a} L watered {b} trees, each with the same amount.", "amount for one tree", "L", 5, 30),
    Share("A cask of {a} L of oil was filled into {b} jugs, the same in each.", "amount in one jug", "L", 1, 5),
    Share("A bag of {a} kg of seed was spread over {b} equal beds.", "amount for one bed", "kg", 1, 3),
)

READINGS = (
    Reading("A plank", "length", "m", "0.1", 12, 69),
    Reading("A cloth", "length", "m", "0.01", 104, 489),
    Reading("A bridge", "length", "m", "1", 31, 280),
    Reading("A melon", "mass", "g", "10", 90, 310),
    Reading("A loaf of bread", "mass", "g", "5", 81, 230),
    Reading("A sprint", "time", "s", "0.1", 108, 179),
    Reading("A pot of soup", "volume", "mL", "50", 21, 90),
    Reading("A hall", "height", "m", "0.5", 9, 41),
    Reading("A mountain hut", "height above the sea", "m", "10", 81, 290),
    Reading("A coin", "thickness", "mm", "0.01", 121, 310),
    Reading("A crate of dates", "mass", "kg", "0.2", 16, 90),
)

COUNTS = (
    Count("{a} people ride in minibuses with {b} seats each. How many minibuses are needed?", "minibuses", True,
          range(61, 300), range(9, 20), "Those who are left over need a minibus too."),
    Count("{a} eggs are packed in boxes of {b}. How many boxes can be sold full?", "boxes", False,
          range(100, 500), (6, 10, 12, 15, 18), "A box that is not full cannot be sold as a full one."),
    Count("A wall needs {a} tiles, and a pack has {b} tiles. How many packs must be bought?", "packs", True,
          range(110, 700), range(14, 36), "The last tiles come only in one more pack."),
    Count("A ribbon of {a} cm is cut into pieces of {b} cm. How many pieces of full length are there?", "pieces",
          False, range(200, 900), range(17, 50), "What is left at the end is too short for a piece."),
    Count("{a} letters have to be stamped, and a sheet has {b} stamps. How many sheets are needed?", "sheets", True,
          range(60, 400), (8, 12, 15, 20, 24), "The last letters need stamps of one more sheet."),
    Count("A kitchen has {a} g of flour, and a cake takes {b} g. How many full cakes are possible?", "cakes", False,
          range(800, 4000, 25), range(110, 290, 20), "The flour that is left is too little for a cake."),
    Count("A lift carries {b} people at once. How many rides does it need for {a} people?", "rides", True,
          range(31, 140), range(6, 14), "Those who are left over need a ride too."),
    Count("A dyer has {a} mL of indigo and uses {b} mL for a shirt. How many full shirts can be dyed?", "shirts", False,
          range(900, 4000, 50), range(120, 340, 20), "The indigo that is left is too little for a shirt."),
)  # fmt: skip
