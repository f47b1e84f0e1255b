"""The facts on top of a school's or a district's page, and the small bar of learning minutes."""

from functools import lru_cache

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from trailstone.web.components.icons import hidden_words

BANDS = ("0", "1–14", "15–29", "30+")


def minutes_bar(bands: tuple[int, int, int, int]) -> SafeString:
    """One thin bar: the share of learners in each band of minutes a week, none of them left empty, and the words."""
    return _bar(bands, get_language())


@lru_cache(maxsize=2_048)
def _bar(bands: tuple[int, int, int, int], _language: str) -> SafeString:
    everybody = sum(bands) or 1
    shares = ((place, round(100 * bands[place] / everybody, 1)) for place in (3, 2, 1) if bands[place])
    parts = format_html_join("", '<i class="h{}" style="inline-size:{}%"></i>', shares)
    words = ", ".join(
        _("%(count)s with %(band)s minutes") % {"count": f"{count:,}", "band": band}
        for count, band in zip(bands, BANDS, strict=True)
    )
    return format_html('<span class="dist" aria-hidden="true">{}</span>{}', parts, hidden_words(words))
