"""The cells of a report's big table. Written here and not in a template: a class of 35 has hundreds of them, and a
template takes ten times as long for each."""

from collections.abc import Sequence
from functools import lru_cache

from django.urls import reverse
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from trailstone.ids import NOBODY
from trailstone.web.components.people import avatar
from trailstone.web.components.stones import LETTERS, WORDS

NO_SKILL = 987_654_321  # stands for a skill in an address that is filled in later
BANDS = ((80, 4), (50, 3), (25, 2), (1, 1))  # percent from which a cell has that tint; below: none


def address(name: str, *args: object) -> str:
    """An address with ``{learner}`` and ``{skill}`` to fill in by ``format``, where NOBODY and NO_SKILL stand: looking
    up hundreds of addresses one by one takes longer than the report itself."""
    found = reverse(name, args=args)
    return found.replace(str(NOBODY), "{learner}").replace(str(NO_SKILL), "{skill}")


def learner_head(name: str, href: str, percent: int | None = None) -> SafeString:
    """The head of a learner's row; without ``href`` a name that leads nowhere."""
    share = "" if percent is None else f'<span class="pc">{percent}%</span>'
    inner = f'{avatar(name)}<span class="name">{escape(name)}</span>{share}'
    around = f'<a href="{escape(href)}" class="who">{inner}</a>' if href else f'<span class="who">{inner}</span>'
    return mark_safe(f'<th scope="row">{around}</th>')  # noqa: S308 - our own words, and what is escaped right here


def level_cells(
    levels: Sequence[int], hrefs: Sequence[str], *, fell: Sequence[bool], here: int | None = None, lower: str
) -> SafeString:
    """A learner's cells: a stone each, a link to what lies behind. ``fell``: lower than a week ago, said by ``lower``;
    ``here``: the place of the column that is open. ``hrefs`` are addresses of our own, which need no escaping."""
    kinds = [(f"c{level}", str(word), letter) for level, (word, letter) in enumerate(zip(WORDS, LETTERS, strict=True))]
    cells = []
    for place, (level, href, down) in enumerate(zip(levels, hrefs, fell, strict=True)):
        stone, words, letter = kinds[level]
        cells.append(
            f'<td{" class=sel" if place == here else ""}><a class="{stone}{" fell" if down else ""}" href="{href}" '
            f'aria-label="{words}{lower if down else ""}" data-letter="{letter}"></a></td>'
        )
    return mark_safe("".join(cells))  # noqa: S308 - levels, our own addresses and our own words


def band(percent: int | None) -> int:
    """The tint of a percent: 0 none, 1 to 4 darker; 4 from 80 percent, the usual goal."""
    return next((number for least, number in BANDS if percent is not None and percent >= least), 0)


@lru_cache(maxsize=20_000)  # by what is in it: a school's map has few different cells
def heat_cell(percent: int | None, small: str = "") -> SafeString:
    """``{% heat_cell 52 "620" %}``: a percent on its tint, with something small below it; a dash for None."""
    shown = "–" if percent is None else f"{percent}%"
    below = format_html("<small>{}</small>", small) if small and small != "0" else ""
    return format_html('<td class="h{}"><b>{}</b>{}</td>', band(percent), shown, below)


def tint(percent: int | None) -> SafeString:
    """``{% tint 52 %}``: a percent on its tint, for tables of other things; a dash for None."""
    shown = "–" if percent is None else f"{percent}%"
    return format_html('<span class="tint h{}">{}</span>', band(percent), shown)


def heat_legend() -> SafeString:
    """``{% heat_legend %}``: what the tints of a percent mean."""
    edges = ("0%", "1–24%", "25–49%", "50–79%", "80–100%")
    items = "".join(f'<li><i class="h{place}"></i>{words}</li>' for place, words in enumerate(edges))
    return mark_safe(f'<ul class="legend heatkey">{items}</ul>')  # noqa: S308 - our own words
