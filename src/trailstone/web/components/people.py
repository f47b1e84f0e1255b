"""People in lists."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

TINTS = 6


def initials(name: str) -> str:
    """First letters of the first and the last word: "Amina Karimi" gives "AK"."""
    words = name.split() or ["?"]
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()


def avatar(name: str, classes: str = "") -> SafeString:
    """``{% avatar "Amina Karimi" %}``: initials on a tint that stays the same for the name; hidden from readers."""
    tint = sum(map(ord, name)) % TINTS
    return format_html(
        '<span class="{}" aria-hidden="true">{}</span>', f"avatar a{tint} {classes}".strip(), initials(name)
    )
