"""Parts of pages that are the same for many people: rendered once, and then kept."""

from collections.abc import Hashable
from functools import lru_cache
from typing import Final

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

PLACE: Final = "here-stands-what-is-the-page-s-own"


def kept(template: str, **facts: Hashable) -> SafeString:
    """The HTML of a template that depends on these few facts and on nothing else, least of all on who asks."""
    told = (template, get_language(), tuple(facts.items()))
    return _rendered.__wrapped__(*told) if settings.DEBUG else _rendered(*told)


def kept_around(own: str, value: object, template: str, **facts: Hashable) -> SafeString:
    """The same of a template in which one thing, called ``own``, is written out and differs from page to page."""
    html = kept(template, **facts, **{own: PLACE})
    return mark_safe(html.replace(PLACE, conditional_escape(str(value))))  # noqa: S308 a template's


@lru_cache(maxsize=1_024, typed=True)
def _rendered(template: str, _language: str | None, facts: tuple[tuple[str, Hashable], ...]) -> SafeString:
    return render_to_string(template, dict(facts))
