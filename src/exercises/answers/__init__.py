"""The kinds of answers: each file knows how one kind is read, graded and shown."""

from exercises.answers.box_plot import BoxPlot
from exercises.answers.choices import Choice, MultipleChoice, SingleChoice
from exercises.answers.data_plot import DataPlot
from exercises.answers.dropdowns import Dropdowns, Slot
from exercises.answers.equation import Equation
from exercises.answers.expression import Expression
from exercises.answers.fraction import FractionAnswer
from exercises.answers.inequality import Inequality
from exercises.answers.items import Item
from exercises.answers.line import Line
from exercises.answers.match import Match
from exercises.answers.number import Number
from exercises.answers.number_line import NumberLine
from exercises.answers.number_set import NumberSet
from exercises.answers.order import Order
from exercises.answers.pair import Pair
from exercises.answers.parabola import Parabola
from exercises.answers.parts import Parts
from exercises.answers.points import Points
from exercises.answers.region import Region
from exercises.answers.surds import Surd, root_of
from exercises.answers.table import Table

TypedAnswer = Number | FractionAnswer | Expression | Equation | Inequality | Pair | NumberSet
DrawnAnswer = NumberLine | Points | Line | Parabola | Region | DataPlot | BoxPlot
BuiltAnswer = DrawnAnswer | Table | Order | Match | Parts
"""What is put together in several fields; `fields` names them, and `near` are responses close to the answer."""
Answer = TypedAnswer | SingleChoice | MultipleChoice | Dropdowns | BuiltAnswer

__all__ = [
    "Answer",
    "BoxPlot",
    "BuiltAnswer",
    "Choice",
    "DataPlot",
    "DrawnAnswer",
    "Dropdowns",
    "Equation",
    "Expression",
    "FractionAnswer",
    "Inequality",
    "Item",
    "Line",
    "Match",
    "MultipleChoice",
    "Number",
    "NumberLine",
    "NumberSet",
    "Order",
    "Pair",
    "Parabola",
    "Parts",
    "Points",
    "Region",
    "SingleChoice",
    "Slot",
    "Surd",
    "Table",
    "TypedAnswer",
    "root_of",
]
