"""The component tags of the house. Each is described where it is defined and shown in /styleguide/."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.utils.safestring import SafeString

from trailstone.content.markdown import prose, prose_line
from trailstone.content.spoken import spoken
from trailstone.content.tex import tex
from trailstone.web.components import bars, due, forms, icons, matrix, people, reading, scene, stones
from trailstone.web.components.kept import kept, kept_around

register = template.Library()

for tag in (
    icons.icon,
    icons.sprite,
    stones.stone,
    stones.stone_glyph,
    stones.stone_word,
    stones.stone_letter,
    stones.level_chip,
    stones.level_change,
    stones.legend,
    stones.strip,
    bars.progress,
    bars.goalbar,
    bars.pebbles,
    bars.level_bars,
    bars.level_share,
    people.avatar,
    matrix.heat_cell,
    matrix.heat_legend,
    scene.trail_scene,
):
    register.simple_tag(tag)

register.inclusion_tag("components/field.html")(forms.field)
register.inclusion_tag("components/error_summary.html")(forms.error_summary)
register.filter(due.due)
register.filter(due.on_clocks)
register.filter(people.initials)
register.filter(prose)
register.filter(prose_line)
register.filter(spoken)


@register.filter
def thousands(number: int) -> str:
    """``{{ 100000|thousands }}``: 100,000."""
    return f"{number:,}"


@register.filter
def by_band(counts: Sequence[int]) -> list[tuple[str, int]]:
    """``{% for band, count in week.bands|by_band %}``: bands of minutes with the number of learners in each."""
    return list(zip(("0", "1–14", "15–29", "30+"), counts, strict=True))


@register.simple_tag
def math(source: str, display: bool = False) -> SafeString:
    """``{% math "3x + 5" %}``: a formula, for eyes and for screen readers. The page needs the maths style sheet."""
    return tex(source, display=display)


@register.inclusion_tag("components/empty.html")
def empty(sign: str, title: str, text: str = "", href: str = "", action: str = "", tone: str = "") -> dict[str, Any]:
    """``{% empty "flag" "No goals yet" "One sentence." href="/" action="One thing to do" %}``: an empty place.
    ``tone="quiet"`` where the page has its one primary button elsewhere."""
    return {"sign": sign, "title": title, "text": text, "href": href, "action": action, "tone": tone}


@register.simple_tag
def reading_choices() -> dict[str, Any]:
    """``{% reading_choices as choices %}``: what a reader may set, for the menu and the account page."""
    return dict(reading.CHOICES)


@register.simple_tag(takes_context=True)
def reading_menu(context: template.Context) -> SafeString:
    """``{% reading_menu %}``: the menu of every page for theme, size of text and so on, at the reader's settings."""
    return reading.menu(context.get("reading") or {}, context.get("csrf_token"))


@register.simple_tag
def keys_help() -> SafeString:
    """``{% keys_help %}``: the list of keys that every page has in a dialog."""
    return kept("base/keys.html")


@register.simple_tag
def scratchpad(key: str, hidden: bool = True) -> SafeString:
    """``{% scratchpad "attempt:3" %}``: a scratchpad kept in this tab under the key; a button with
    ``data-toggle="pad" data-key="s"`` shows it."""
    return kept_around("key", key, "components/pad.html", hidden=hidden)


@register.simple_tag
def calculator(target: str, hidden: bool = True) -> SafeString:
    """``{% calculator "answer" %}``: a basic calculator; ``target`` is the id of the field it can fill."""
    return kept("components/calc.html", target=target, hidden=hidden, keys="789÷456×123−0.()")


@register.simple_tag
def say(place: str, auto: bool = False) -> SafeString:
    """``{% say "prompt" %}``: a button that reads the element with this id aloud (its ``data-say`` first); ``auto``
    begins by itself."""
    return kept("components/say.html", place=place, auto=auto)
