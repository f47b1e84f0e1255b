"""Signs from the sprite (``static/trailstone/icons.txt`` names the icons, ``stones.svg`` draws our own)."""

from functools import cache, lru_cache

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString


@cache  # the address of a release's sprite never changes while it runs, and a report asks 600 times
def sprite() -> str:
    """Address of the sprite, with its hash in production."""
    return static("built/icons.svg")


def use(symbol: str, classes: str, label: str = "") -> SafeString:
    """One symbol of the sprite. Without a ``label`` it is hidden from screen readers: the word stands beside it."""
    return _drawn(symbol, classes, label if isinstance(label, str) else str(label))


@lru_cache(maxsize=8_192, typed=True)  # a page shows fifty, most pages the same; a safe label is not an unsafe one
def _drawn(symbol: str, classes: str, label: str) -> SafeString:
    told = format_html('role="img" aria-label="{}"', label) if label else SafeString('aria-hidden="true"')
    return format_html(
        '<svg class="{}" {} focusable="false"><use href="{}#{}"/></svg>',
        classes,
        told,
        sprite(),
        symbol,
    )


def hidden_words(text: object) -> SafeString:
    """Text for screen readers only."""
    return format_html('<span class="vh">{}</span>', text)


def icon(name: str, label: str = "", classes: str = "") -> SafeString:
    """``{% icon "flag" %}``: a Lucide icon. With ``label`` its words are read aloud; ``classes`` adds e.g. ``flip``."""
    drawing = use(f"i-{name}", f"i {classes}".strip())
    return format_html("{}{}", drawing, hidden_words(label)) if label else drawing
