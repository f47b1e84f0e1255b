"""Mastery levels as learners see them: 0 not started, 1 attempted, 2 familiar, 3 proficient, 4 mastered."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from trailstone.web.components.icons import hidden_words, icon, use

WORDS: tuple[Promise, ...] = (_("Not started"), _("Attempted"), _("Familiar"), _("Proficient"), _("Mastered"))
LETTERS = ("–", "A", "F", "P", "M")
KIND_ICONS = {"quiz": "zap", "unit_test": "mountain", "test": "mountain"}


def stone_word(level: int) -> str:
    """``{% stone_word 2 %}``: the level's name, "Familiar"."""
    return str(WORDS[level])


def stone_glyph(level: int, classes: str = "") -> SafeString:
    """``{% stone_glyph 2 %}``: the drawing alone, for places where the word is visible beside it."""
    return use(f"lv{level}", f"lv l{level} {classes}".strip())


def stone(level: int, name: str = "", classes: str = "") -> SafeString:
    """``{% stone 2 %}``: drawing and hidden word; with ``name`` the words are "name: Familiar"."""
    words = f"{name}: {WORDS[level]}" if name else WORDS[level]
    return format_html("{}{}", stone_glyph(level, classes), hidden_words(words))


def stone_letter(level: int) -> str:
    """``{% stone_letter 2 %}``: A F P M, or a dash, for reports with letters."""
    return LETTERS[level]


def level_chip(level: int) -> SafeString:
    """``{% level_chip 2 %}``: a chip with drawing and word."""
    return format_html('<span class="chip spruce">{} {}</span>', stone_glyph(level), WORDS[level])


def level_change(before: int, after: int) -> SafeString:
    """``{% level_change 1 2 %}``: the stone before, an arrow, the stone after, and both words for readers."""
    words = hidden_words(_("%(before)s, now %(after)s") % {"before": WORDS[before], "after": WORDS[after]})
    arrow = icon("arrow-right", classes="flip")
    return format_html('<span class="change">{}{}{}{}</span>', stone_glyph(before), arrow, stone_glyph(after), words)


def legend() -> SafeString:
    """``{% legend %}``: what the five stones mean."""
    rows = format_html_join("", "<li>{}{}</li>", ((stone_glyph(level), word) for level, word in enumerate(WORDS)))
    return format_html('<ul class="legend" aria-label="{}">{}</ul>', _("What the stones mean"), rows)


def part(one: Any, name: str, default: Any = "") -> Any:
    """A value of a dict or of an object."""
    return one.get(name, default) if isinstance(one, dict) else getattr(one, name, default)


def _drawing(kind: str, level: int, name: str) -> SafeString:
    """A course has two hundred of these on a page: the words are the drawing's own label, not an element beside it."""
    if kind in KIND_ICONS:
        return use(f"i-{KIND_ICONS[kind]}", "i", name)
    return use(f"lv{level}", f"lv l{level}", f"{name}: {WORDS[level]}" if name else str(WORDS[level]))


@lru_cache(maxsize=8_192, typed=True)  # the skills of a school's courses at five levels each: all learners share them
def _strip_item(kind: str, level: int, name: str, href: str, ringed: bool, _language: str | None) -> SafeString:
    mark, drawing = "here" if ringed else "", _drawing(kind, level, name)
    if not href:
        return format_html('<span class="{}">{}</span>', mark, drawing)
    return format_html('<a class="{}" href="{}" title="{}">{}</a>', mark, href, name, drawing)


def _item(one: Any, here: object, language: str | None) -> SafeString:
    name, level = part(one, "name"), int(part(one, "level", 0))
    ringed = bool(part(one, "here", False) or (here and here == name))
    return _strip_item(part(one, "kind"), level, name, part(one, "href"), ringed, language)


def strip(stones: Iterable[Any], here: str = "", fit: bool = False) -> SafeString:
    """``{% strip stones here="Two-step equations" fit=True %}``: a unit's stones in order.

    ``stones``: dicts or objects with ``name``, ``level`` and perhaps ``href``, ``here``, ``kind`` ("quiz" or
    "unit_test" show a sign in place of a stone). ``here``: name of the ringed one. ``fit``: one line.
    """
    language = get_language()
    items = SafeString("".join(_item(one, here, language) for one in stones))
    around = '<div class="{}" role="group" aria-label="{}">{}</div>'
    return format_html(around, "strip fit" if fit else "strip", _("The skills in order"), items)
