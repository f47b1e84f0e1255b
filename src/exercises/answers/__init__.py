"""The kinds of answers: each file knows how one kind is read, graded and shown."""

from exercises.answers.choices import Choice, MultipleChoice, SingleChoice
from exercises.answers.dropdowns import Dropdowns, Slot
from exercises.answers.equation import Equation
from exercises.answers.expression import Expression
from exercises.answers.fraction import FractionAnswer
from exercises.answers.inequality import Inequality
from exercises.answers.number import Number
from exercises.answers.number_set import NumberSet
from exercises.answers.pair import Pair
from exercises.answers.surds import Surd, root_of

TypedAnswer = Number | FractionAnswer | Expression | Equation | Inequality | Pair | NumberSet
Answer = TypedAnswer | SingleChoice | MultipleChoice | Dropdowns

__all__ = [
    "Answer",
    "Choice",
    "Dropdowns",
    "Equation",
    "Expression",
    "FractionAnswer",
    "Inequality",
    "MultipleChoice",
    "Number",
    "NumberSet",
    "Pair",
    "SingleChoice",
    "Slot",
    "Surd",
    "TypedAnswer",
    "root_of",
]
