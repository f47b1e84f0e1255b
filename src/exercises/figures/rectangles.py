"""Area models: a rectangle cut into smaller ones, with lengths along its sides and areas inside."""

from collections.abc import Sequence

from exercises.figures.drawing import ACCENT, INK, picture, words
from exercises.figures.figure import Figure

LEFT, TOP, WIDE, HIGH = 58, 34, 130, 70
SIGNS = str.maketrans({"-": "−", "*": "·"})


def area_model(across: Sequence[str], down: Sequence[str], inside: Sequence[Sequence[str]]) -> Figure:
    """Rectangles in rows and columns: `across` and `down` name the parts of the sides (plain text: "x", "3", "2x²"),
    `inside` the areas row by row; "" leaves a place blank, "?" marks what is asked."""
    if len(inside) != len(down) or any(len(row) != len(across) for row in inside):
        raise ValueError("an area for each part of the two sides, row by row")
    parts = [words(LEFT + WIDE * i + WIDE // 2, TOP - 12, text.translate(SIGNS)) for i, text in enumerate(across)]
    parts += [words(LEFT - 12, TOP + HIGH * j + HIGH // 2 + 5, text.translate(SIGNS), "end")
              for j, text in enumerate(down)]  # fmt: skip
    for j, row in enumerate(inside):
        parts += [cell(i, j, text.translate(SIGNS)) for i, text in enumerate(row)]
    size = LEFT + WIDE * len(across) + 16, TOP + HIGH * len(down) + 14
    return picture(*size, parts, describe(across, down, inside))


def cell(i: int, j: int, text: str) -> str:
    """One rectangle and its area."""
    x, y = LEFT + WIDE * i, TOP + HIGH * j
    shade = ".22" if (i + j) % 2 else ".1"
    return (
        f'<rect class="cell" x="{x}" y="{y}" width="{WIDE}" height="{HIGH}" fill="{ACCENT}" fill-opacity="{shade}"'
        f' stroke="{INK}" stroke-width="1.6"/>'
    ) + (words(x + WIDE // 2, y + HIGH // 2 + 6, text) if text else "")


def describe(across: Sequence[str], down: Sequence[str], inside: Sequence[Sequence[str]]) -> str:
    """The sides and the areas in words."""
    sides = f"Area model. Along the top: {', '.join(across) or 'nothing'}. Down the side: {', '.join(down)}."
    rows = (
        f"{side} by {top}: {text or 'blank' if text != '?' else 'asked'}"
        for side, row in zip(down, inside, strict=True)
        for top, text in zip(across, row, strict=True)
    )
    return f"{sides} {'; '.join(rows)}.".translate(SIGNS)


def two_way_table(rows: Sequence[str], columns: Sequence[str], cells: Sequence[Sequence[str | int]]) -> str:
    """A two-way table as markdown, for a prompt; the first column holds the names of the rows."""
    if len(cells) != len(rows) or any(len(line) != len(columns) for line in cells):
        raise ValueError("a cell for each row and column")
    head = f"| | {' | '.join(columns)} |"
    body = (f"| **{name}** | {' | '.join(map(str, line))} |" for name, line in zip(rows, cells, strict=True))
    return "\n".join([head, "|" + "---|" * (len(columns) + 1), *body])
