"""A table with cells to fill."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from exercises.answers.expression import Expression
from exercises.answers.fraction import FractionAnswer
from exercises.answers.number import Number
from exercises.exact import Fraction
from exercises.verdict import NOT_GRADABLE, RIGHT, WRONG, Response, Verdict, judged, not_gradable, typed

Cell = str | Number | FractionAnswer | Expression


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under a head: texts (markdown) stand there, answers are to be filled in by the learner.

    `Table(("$x$", "$f(x)$"), (("0", Number(3)), ("1", Number(5))))`. The response has c1, c2, ... in reading order.
    `heads` says that the first cell of a row names the row.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    heads: bool = True
    kind: ClassVar[str] = "table"

    def __post_init__(self) -> None:
        if any(len(row) != len(self.head) for row in self.rows) or not self.blanks:
            raise ValueError("each row has a cell for each head, and at least one cell is to be filled")

    @property
    def blanks(self) -> Mapping[str, Number | FractionAnswer | Expression]:
        """The cells to fill under their fields."""
        cells = [cell for row in self.rows for cell in row if not isinstance(cell, str)]
        return {f"c{i}": cell for i, cell in enumerate(cells, 1)}

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of a response."""
        return tuple(self.blanks)

    def grade(self, response: Response) -> Verdict:
        """Every cell must be filled and readable; then all must be right, and the message says how many are not."""
        empty = [name for name in self.blanks if not typed(response, name).strip()]
        if empty:
            left = f"{len(empty)} of them {'is' if len(empty) == 1 else 'are'} still empty"
            return not_gradable(f"Fill in every cell: {left}." if len(self.blanks) > 1 else "Fill in the empty cell.")
        marks = {name: cell.grade({"value": typed(response, name)}) for name, cell in self.blanks.items()}
        for name, verdict in marks.items():
            if verdict.mark is NOT_GRADABLE:
                return not_gradable(f"{self.called(name)}: {verdict.message}")
        off = sum(verdict.mark is not RIGHT for verdict in marks.values())
        if not off:
            return judged(True)
        message = f"{off} of the {len(marks)} cells {'is' if off == 1 else 'are'} not yet right."
        return Verdict(WRONG, message if len(marks) > 1 else "")

    def called(self, name: str) -> str:
        """How a cell is named to the learner."""
        return f"Cell {name[1:]}"

    def like(self, value: Hashable) -> "Table":
        """The same table with other values in its cells, in reading order; TypeError when their number differs."""
        if not isinstance(value, tuple) or len(value) != len(self.blanks):
            raise TypeError(f"{value!r} does not fill {len(self.blanks)} cells")
        waiting = iter(value)
        rows = tuple(tuple(c if isinstance(c, str) else c.like(next(waiting)) for c in row) for row in self.rows)
        return replace(self, rows=rows)

    def show(self) -> str:
        """The cells to fill, in reading order."""
        return "; ".join(cell.show() for cell in self.blanks.values())

    def examples(self) -> list[Response]:
        """Every cell in its first form, and in its last."""
        forms = {name: [str(one["value"]) for one in cell.examples()] for name, cell in self.blanks.items()}
        return [{name: ways[at] for name, ways in forms.items()} for at in (0, -1)]

    def near(self) -> list[Response]:
        """Each cell wrong alone."""
        right = {name: str(cell.examples()[0]["value"]) for name, cell in self.blanks.items()}
        return [{**right, name: beside(cell)} for name, cell in self.blanks.items()]

    def told(self, response: Response) -> tuple[str, ...]:
        """What was filled in, cell by cell."""
        return tuple(typed(response, name) or "…" for name in self.blanks)

    def public(self) -> dict[str, object]:
        """The table with the names of the fields in the cells to fill."""
        waiting = iter(self.blanks)
        rows = [[{"text": c} if isinstance(c, str) else {"field": next(waiting)} for c in row] for row in self.rows]
        return {"head": list(self.head), "rows": rows, "heads": self.heads, "format": "a number or expression"}


def beside(cell: Number | FractionAnswer | Expression) -> str:
    """Something wrong for a cell."""
    if isinstance(cell, Expression):
        return f"{cell.text} + 1"
    return str(Fraction(cell.value) + 1 + (cell.tolerance if isinstance(cell, Number) else 0))
