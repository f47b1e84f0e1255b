"""Two-way tables: what they count, in stories, and the table as it is shown and read back."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from courses.alg1.functions.readback import rows_in
from exercises import Reroll, integer, pick, two_way_table
from exercises.exact import Fraction

Counts = tuple[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Survey:
    """Who was asked, two kinds of them in rows, two answers in columns; each with words for a sentence."""

    who: str
    rows: tuple[str, str]
    columns: tuple[str, str]
    row_words: tuple[str, str]
    column_words: tuple[str, str]


SURVEYS = (
    Survey("students of a school", ("Younger", "Older"), ("By bus", "On foot"), ("younger students", "older students"),
           ("come by bus", "come on foot")),
    Survey("visitors of a museum", ("Adults", "Children"), ("Guided", "Alone"), ("adults", "children"),
           ("took a guided tour", "went round alone")),
    Survey("members of a sports club", ("Swimmers", "Rowers"), ("Train early", "Train late"), ("swimmers", "rowers"),
           ("train early", "train late")),
    Survey("guests of a restaurant", ("Lunch", "Dinner"), ("Rice", "Noodles"), ("lunch guests", "dinner guests"),
           ("chose rice", "chose noodles")),
    Survey("families of a town", ("House", "Flat"), ("Pet", "No pet"), ("families in a house", "families in a flat"),
           ("have a pet", "have no pet")),
    Survey("plants in a trial", ("Watered", "Dry"), ("Flowered", "Did not"), ("watered plants", "dry plants"),
           ("flowered", "did not flower")),
    Survey("readers of a library", ("Weekday", "Weekend"), ("Novels", "Other books"),
           ("weekday readers", "weekend readers"), ("borrowed novels", "borrowed other books")),
)  # fmt: skip


def drawn(rng: Random, step: int = 1) -> tuple[Survey, Counts]:
    """A survey and its four counts, all different."""
    survey = pick(rng, SURVEYS)
    a, b, c, d = (step * integer(rng, 3, 60 // step) for _ in range(4))
    if len({a, b, c, d, a + b, c + d, a + c, b + d, a + b + c + d}) < 9:
        raise Reroll
    return survey, ((a, b), (c, d))


def full(counts: Counts) -> list[list[int]]:
    """The counts with their sums at the right and below."""
    rows = [[*row, sum(row)] for row in counts]
    return [*rows, [sum(column) for column in zip(*rows, strict=True)]]


def shown(survey: Survey, counts: Counts, sums: bool = True) -> str:
    """The table for a prompt."""
    cells = full(counts)
    if sums:
        return two_way_table((*survey.rows, "Total"), (*survey.columns, "Total"), cells)
    return two_way_table(survey.rows, survey.columns, [row[:2] for row in cells[:2]])


def counts_in(text: str) -> dict[tuple[str, str], Fraction]:
    """The counts in a prompt's table under the names of their row and column; without the sums."""
    head, *rows = rows_in(text)
    found: dict[tuple[str, str], Fraction] = {}
    for row in rows:
        cells: Sequence[str] = row[1:]
        found |= {(row[0], column): Fraction(cell) for column, cell in zip(head[1:], cells, strict=True)}
    return {place: n for place, n in found.items() if "Total" not in place}
