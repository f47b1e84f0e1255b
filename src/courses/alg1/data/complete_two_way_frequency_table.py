"""Complete a two-way frequency table: from sums and cells, from statements, and with shares."""

from random import Random

from courses.alg1.data.two_way import Counts, Survey, drawn, full
from courses.alg1.forms import one_of
from courses.alg1.slips import different
from exercises import Number, Question, Reroll, Step, Table, integer, num, pick, template

SUMS = "In each row the first two numbers add up to the total at the right, and in each column to the total below."
CELLS = tuple((i, j) for i in range(3) for j in range(3))


def known_sets(rng: Random) -> frozenset[tuple[int, int]]:
    """Which cells are given: enough for all the others, none too many."""
    return frozenset(pick(rng, (
        ((0, 0), (0, 2), (2, 0), (2, 2)), ((0, 1), (0, 2), (2, 1), (2, 2)), ((1, 0), (1, 2), (2, 0), (2, 2)),
        ((0, 0), (1, 1), (2, 2), (0, 2)), ((0, 1), (1, 0), (2, 2), (2, 0)), ((0, 0), (0, 1), (2, 0), (2, 2)),
        ((0, 0), (1, 0), (1, 1), (2, 2)), ((1, 1), (1, 2), (2, 1), (2, 2)), ((0, 1), (1, 1), (2, 0), (0, 2)),
    )))  # fmt: skip


def solved_by(given: frozenset[tuple[int, int]], cells: list[list[int]]) -> list[str]:
    """The sums and differences that fill the table, one after another. Reroll when they do not fill it."""
    known, told = set(given), []
    while len(known) < 9:
        found = next(((line, place) for line in lines() for place in line if place not in known
                      and all(other in known for other in line if other != place)), None)  # fmt: skip
        if found is None:
            raise Reroll
        line, place = found
        a, b, total = (cells[i][j] for i, j in line)
        told.append(f"${a} + {b} = {total}$" if place == line[2] else
                    f"${total} - {b} = {a}$" if place == line[0] else f"${total} - {a} = {b}$")  # fmt: skip
        known.add(place)
    return told


def lines() -> list[tuple[tuple[int, int], ...]]:
    """Rows and columns as places."""
    across = [tuple((i, j) for j in range(3)) for i in range(3)]
    return across + [tuple((i, j) for i in range(3)) for j in range(3)]


def table_of(survey: Survey, cells: list[list[int]], given: frozenset[tuple[int, int]]) -> Table:
    """The table with the given cells and places for the rest."""
    rows = tuple(
        (name, *(num(cells[i][j]) if (i, j) in given else Number(cells[i][j]) for j in range(3)))
        for i, name in enumerate((*survey.rows, "Total"))
    )
    return Table(("", *survey.columns, "Total"), rows)


def made(
    key: tuple[object, ...], survey: Survey, counts: Counts, given: frozenset[tuple[int, int]], lead: str
) -> Question:
    """The question with hints and slips."""
    cells = full(counts)
    told = solved_by(given, cells)
    right = tuple(cells[i][j] for i, j in CELLS if (i, j) not in given)
    blank = [(i, j) for i, j in CELLS if (i, j) not in given]
    slips = different(right, {
        "two-way-total-as-part": tuple(cells[i][2] if i < 2 else cells[i][j] for i, j in blank),
        "two-way-added-instead": tuple(added(cells, place) for place in blank),
    })  # fmt: skip
    all_told = "; ".join(f"${n}$" for n in right)
    return Question(
        key=key,
        prompt=lead,
        answer=table_of(survey, cells, given),
        wrong=slips,
        hints=(SUMS, f"Begin in a row or column in which only one number is missing: {told[0]}.",
               " ".join(f"Then {one}." for one in told[1:3]), f"From left to right, row by row: {all_told}."),
        solution=(*(Step(one, "Two of the three numbers in this row or column are known.") for one in told),
                  Step(f"From left to right, row by row: {all_told}.", SUMS)),
    )  # fmt: skip


def added(cells: list[list[int]], place: tuple[int, int]) -> int:
    """What comes out when a total is added to a part instead of taking the part away."""
    i, j = place
    return cells[i][j] if i == 2 or j == 2 else cells[i][2] + cells[i][1 - j]


def from_cells(rng: Random) -> Question:
    """Some cells and totals stand in the table."""
    survey, counts = drawn(rng)
    given = known_sets(rng)
    lead = f"The table counts {survey.who}. Some numbers are missing. Fill them in."
    return made(("cells", survey.who, counts, tuple(sorted(given))), survey, counts, given, lead)


def from_words(rng: Random) -> Question:
    """Nothing stands in the table; sentences tell enough."""
    survey, counts = drawn(rng)
    cells = full(counts)
    i, j = integer(rng, 0, 1), integer(rng, 0, 1)
    lead = (
        f"A survey counted {cells[2][2]} {survey.who}. Of these, {cells[i][2]} were {survey.row_words[i]}. In all,"
        f" {cells[2][j]} {survey.column_words[j]}, and {cells[i][j]} of the {survey.row_words[i]}"
        f" {survey.column_words[j]}. Fill in the table."
    )
    given: frozenset[tuple[int, int]] = frozenset()
    told_places = frozenset({(2, 2), (i, 2), (2, j), (i, j)})
    told = solved_by(told_places, cells)
    right = tuple(cells[a][b] for a, b in CELLS)
    swapped = tuple(cells[b][a] for a, b in CELLS)
    slips = different(right, {"two-way-rows-for-columns": swapped, "two-way-row-total-as-cell": tuple(
        cells[i][2] if (a, b) == (i, j) else cells[a][b] for a, b in CELLS)})  # fmt: skip
    all_told = "; ".join(f"${n}$" for n in right)
    places = (
        f"${cells[2][2]}$ at the lower right, ${cells[i][2]}$ and ${cells[2][j]}$ as totals, ${cells[i][j]}$ inside"
    )
    return Question(
        key=("words", survey.who, counts, i, j),
        prompt=lead,
        answer=table_of(survey, cells, given),
        wrong=slips,
        hints=("Put the four numbers of the text where they belong. Which of them are totals?", f"{places}.", f"{SUMS}"
               f" Begin with {told[0]}.", f"From left to right, row by row: {all_told}."),
        solution=(Step(f"From the text: {places}.", "Only the number that both properties share stands inside."),
                  *(Step(one, "Two of the three numbers in this row or column are known.") for one in told),
                  Step(f"From left to right, row by row: {all_told}.", SUMS)),
    )  # fmt: skip


def adds_up(question: Question) -> None:
    """All rows and columns of the filled table add up, what was given stands in it, and what the text tells is"
    " there."""
    assert isinstance(question.answer, Table)
    filled = [[int(cell.value) if isinstance(cell, Number) else int(str(cell)) for cell in row[1:]]
              for row in question.answer.rows]  # fmt: skip
    for i in range(3):
        assert filled[i][0] + filled[i][1] == filled[i][2]
        assert filled[0][i] + filled[1][i] == filled[2][i]
    assert all(n > 0 for row in filled for n in row)
    free = [(i, j) for i, row in enumerate(question.answer.rows) for j, cell in enumerate(row[1:])
            if isinstance(cell, Number)]  # fmt: skip
    if question.key[0] == "cells":
        assert determined([place for place in CELLS if place not in free])
        return
    words = question.prompt.replace(",", " ").replace(".", " ").split()
    total, row, column, both = (int(word) for word in words if word.isdigit())
    across, down = (int(str(place)) for place in question.key[3:5])
    assert (filled[2][2], filled[across][2], filled[2][down], filled[across][down]) == (total, row, column, both)


def determined(given: list[tuple[int, int]]) -> bool:
    """Whether these cells fix the table: a change that keeps all sums and these cells must be no change at all."""
    steps = range(-2, 3)
    free = [(a, b, c, d) for a in steps for b in steps for c in steps for d in steps if any((a, b, c, d))]
    for a, b, c, d in free:
        change = [[a, b, a + b], [c, d, c + d], [a + c, b + d, a + b + c + d]]
        if all(change[i][j] == 0 for i, j in given):
            return False
    return True


@template(
    "alg1/data/complete-two-way-frequency-table",
    version=1,
    standards=("HSS.ID.B.5",),
    answer=Table,
    check=adds_up,
    band="tables of two by two with totals, counts up to 60 in a cell; four numbers given in the table or in words",
    answer_in_prompt=True,
)
def complete_table(rng: Random) -> Question:
    """One of the forms."""
    return one_of(rng, (from_cells, from_cells, from_words))
