"""Parts of pages that are the same for many people: rendered once, and then kept."""

from collections.abc import Callable, Hashable
from functools import lru_cache, wraps
from typing import Final, TypeVarTuple

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import get_script_prefix
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

PLACE: Final = "here-stands-what-is-the-page-s-own"
Facts = TypeVarTuple("Facts")


def drawn_once(most: int) -> Callable[[Callable[[*Facts], SafeString]], Callable[[*Facts], SafeString]]:
    """Keep the latest ``most`` parts that a function of hashable facts has drawn, apart for each language and for each
    address under which the site lies. Nothing is kept while templates are written (DEBUG)."""

    def keeping(draw: Callable[[*Facts], SafeString]) -> Callable[[*Facts], SafeString]:
        @lru_cache(maxsize=most, typed=True)
        def drawn(_language: str | None, _prefix: str, *facts: *Facts) -> SafeString:
            return draw(*facts)

        @wraps(drawn)
        def given(*facts: *Facts) -> SafeString:
            return draw(*facts) if settings.DEBUG else drawn(get_language(), get_script_prefix(), *facts)

        return given

    return keeping


def kept(template: str, **facts: Hashable) -> SafeString:
    """The HTML of a template that depends on these few facts and on nothing else, least of all on who asks."""
    return _rendered(template, tuple(facts.items()))


def kept_around(own: str, value: object, template: str, **facts: Hashable) -> SafeString:
    """The same of a template in which one thing, called ``own``, is written out and differs from page to page."""
    html = kept(template, **facts, **{own: PLACE})
    return mark_safe(html.replace(PLACE, conditional_escape(str(value))))  # noqa: S308 a template's


@drawn_once(1_024)
def _rendered(template: str, facts: tuple[tuple[str, Hashable], ...]) -> SafeString:
    return render_to_string(template, dict(facts))
