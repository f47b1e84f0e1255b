"""Progress: bars, bars with a goal, the pebbles of an activity, counts per level."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from trailstone.web.components.icons import hidden_words, icon
from trailstone.web.components.stones import WORDS, part, stone_glyph

STEP_SIGNS = {"ok": "check", "retry": "rotate-ccw", "miss": "minus"}
STEP_WORDS: dict[str, Promise] = {
    "ok": gettext_lazy("right"),
    "retry": gettext_lazy("right after another try"),
    "miss": gettext_lazy("not yet"),
    "now": gettext_lazy("you are here"),
    "todo": gettext_lazy("to do"),
}
MOST_PEBBLES = 12


def progress(percent: float, label: str = "", classes: str = "") -> SafeString:
    """``{% progress 43 %}``: a bar. ``label`` replaces the spoken words "43 percent"."""
    words = label or _("%(percent)d percent") % {"percent": percent}
    return format_html(
        '<span class="{}" role="img" aria-label="{}" style="--p:{}"><i></i></span>',
        f"prog {classes}".strip(),
        words,
        round(percent, 1),
    )


def goalbar(percent: float, target: int = 80, start: str = "", end: str = "", bare: bool = False) -> SafeString:
    """``{% goalbar 40 80 start="On track" end="1,820 of 4,500 points" %}``: progress with the goal marked.

    ``bare`` leaves out the words around the bar (tables).
    """
    words = _("%(percent)d percent mastered, the goal is %(target)d percent")
    return format_html(
        '<div class="{}" role="img" aria-label="{}" style="--p:{};--aim:{}">'
        '<div class="track"><i></i><b></b></div>'
        '<span class="aim">{}</span><span class="start">{}</span><span class="end">{}</span></div>',
        "goalbar bare" if bare else "goalbar",
        words % {"percent": percent, "target": target},
        round(percent, 1),
        target,
        "" if bare else _("Goal: %(target)d%%") % {"target": target},
        start,
        end,
    )


def _pebble(number: int, step: Any, language: str | None) -> SafeString:
    if isinstance(step, str):
        return _drawn(number, step, "", language)
    return _drawn(number, part(step, "state", "todo"), part(step, "href"), language)


@lru_cache(maxsize=4_096)  # every question of a learner shows them, and most of them are the same
def _drawn(number: int, state: str, href: str, _language: str | None) -> SafeString:
    sign = icon(STEP_SIGNS[state]) if state in STEP_SIGNS else number
    words = _("Question %(number)d: %(state)s") % {"number": number, "state": STEP_WORDS[state]}
    inner = format_html("{}{}", sign, hidden_words(words))
    if href:
        inner = format_html('<a href="{}">{}</a>', href, inner)
    current = SafeString(' aria-current="step"') if state == "now" else ""
    return format_html('<li class="{}"{}>{}</li>', "" if state == "todo" else state, current, inner)


def _as_bar(states: Sequence[Any]) -> SafeString:
    done = sum((one if isinstance(one, str) else part(one, "state")) not in ("now", "todo") for one in states)
    words = _("Question %(number)d of %(all)d") % {"number": min(done + 1, len(states)), "all": len(states)}
    bar = progress(100 * done / len(states), label=words)
    return format_html('<div class="stepbar">{}<span>{}</span></div>', bar, words)


def pebbles(steps: Iterable[Any], classes: str = "") -> SafeString:
    """``{% pebbles steps %}``: where in the activity. A step is a state or ``{state, href}``.

    States: ok, retry (right after another try), miss, now, todo. More than 12 become a bar with a number.
    """
    all_steps = list(steps)
    if len(all_steps) > MOST_PEBBLES:
        return _as_bar(all_steps)
    language = get_language()
    items = SafeString("".join(_pebble(number, step, language) for number, step in enumerate(all_steps, 1)))
    return format_html('<ol class="{}" aria-label="{}">{}</ol>', f"steps {classes}".strip(), _("Questions"), items)


def level_bars(counts: Sequence[int]) -> SafeString:
    """``{% level_bars counts %}``: how many learners (or skills) at each of the five levels, highest first."""
    most = max([*counts, 1])
    rows = (
        (stone_glyph(level), WORDS[level], level, 100 * counts[level] // most, counts[level])
        for level in reversed(range(len(WORDS)))
    )
    row = '<li>{}<span>{}</span><span class="b"><i class="c{}" style="inline-size:{}%"></i></span><b>{}</b></li>'
    return format_html('<ul class="bars">{}</ul>', format_html_join("", row, rows))


def level_share(counts: Sequence[int]) -> SafeString:
    """``{% level_share counts %}``: one thin bar with the share of each level, and its numbers in words."""
    return _share(tuple(counts), get_language())


@lru_cache(maxsize=4_096)  # a report shows many bars, and many of them are the same
def _share(counts: tuple[int, ...], _language: str) -> SafeString:
    everybody = sum(counts) or 1
    shares = ((level, round(100 * counts[level] / everybody, 1)) for level in (4, 3, 2, 1, 0) if counts[level])
    parts = format_html_join("", '<i class="c{}" style="inline-size:{}%"></i>', shares)
    words = ", ".join(f"{count:,} {word}" for count, word in zip(counts, WORDS, strict=True))
    return format_html('<span class="dist" aria-hidden="true">{}</span>{}', parts, hidden_words(words))
