"""Text of courses: Markdown with TeX between dollars. A ``[[slot]]`` is left as it is for the player to fill."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from mdit_py_plugins.dollarmath import dollarmath_plugin

from trailstone.content.tex import Formula, tex

TAGS = {
    *("p", "br", "hr", "strong", "em", "s", "code", "pre", "blockquote", "ul", "ol", "li", "a", "img"),
    *("h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"),
}
MATHS = {"math_inline": False, "math_inline_double": True, "math_block": True}  # token -> on a line of its own
ATTRIBUTES = {"a": {"href", "title"}, "img": {"src", "alt", "title"}, "ol": {"start"}}


def _inline(self: RendererHTML, tokens: Sequence[Token], at: int, options: Any, env: Any) -> str:
    return tex(tokens[at].content.strip())


def _block(self: RendererHTML, tokens: Sequence[Token], at: int, options: Any, env: Any) -> str:
    return f'<div class="math-block">{tex(tokens[at].content.strip(), display=True)}</div>\n'


def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": False, "typographer": False}).enable(["table", "strikethrough"])
    reader.use(dollarmath_plugin, allow_space=False, allow_digits=False, double_inline=True)
    reader.add_render_rule("math_inline", _inline)
    reader.add_render_rule("math_inline_double", _block)
    reader.add_render_rule("math_block", _block)
    return reader


_READER = _reader()


@lru_cache(maxsize=500)  # from the look for formulas to the rendering of the same page
def _read(text: str) -> list[Token]:
    return _READER.parse(text)


@lru_cache(maxsize=10_000)
def prose(text: str) -> SafeString:
    """``{{ text|prose }}``: safe HTML of Markdown with TeX. HTML in the text is shown as text, never obeyed."""
    return mark_safe(str(_READER.renderer.render(_read(text), _READER.options, {})))  # noqa: S308 html and `trust` are off


@lru_cache(maxsize=10_000)
def prose_line(text: str) -> SafeString:
    """``{{ choice|prose_line }}``: the same for one line, without a paragraph around it (choices, labels)."""
    return mark_safe(str(_READER.renderInline(text)))  # noqa: S308 html is off, KaTeX's `trust` is off


@lru_cache(maxsize=20_000)
def formulas(text: str) -> tuple[Formula, ...]:
    """The formulas of a text as ``prose`` sets them, so that those of a whole page can be set together."""
    found = (one for token in _read(text) for one in (token.children or [token]) if one.type in MATHS)
    return tuple((one.content.strip(), MATHS[one.type]) for one in found)


def clean(html: str) -> str:
    """HTML an author wrote, with everything taken out that could run, style or track; for storing, before use."""
    return nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes={"https", "mailto"}, link_rel="noopener")
