"""Formulas: TeX in, HTML with MathML out, made by KaTeX inside this process (no Node at run time)."""

import json
from functools import lru_cache
from pathlib import Path
from threading import Lock

from django.utils.safestring import SafeString, mark_safe
from py_mini_racer import JSEvalException, MiniRacer

KATEX = Path(__file__).parents[1] / "web/static/vendor/katex/katex.min.js"
# `trust` off: no links, images or raw HTML from TeX; `maxExpand` bounds macros that call themselves.
OPTIONS = {"output": "htmlAndMathml", "trust": False, "maxExpand": 200, "maxSize": 20}
RENDER = """
const loose = (source, options) => katex.renderToString(source, {...options, throwOnError: false, strict: "ignore"});
const refuse = ({command}) => { throw new Error(`${command} is not allowed`); };
const tight = (source, options) =>
  katex.renderToString(source, {...options, throwOnError: true, strict: "error", trust: refuse});
"""


class TexError(ValueError):
    """The formula cannot be shown, or only in a way that KaTeX warns of."""


class _Renderer:
    """One JavaScript context; it holds one formula at a time, so a lock guards it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._context: MiniRacer | None = None

    def __call__(self, how: str, source: str, display: bool) -> str:
        options = {**OPTIONS, "displayMode": display}
        with self._lock:
            if self._context is None:
                self._context = MiniRacer()
                self._context.eval(KATEX.read_text("utf-8") + RENDER)
            html = self._context.eval(f"{how}({json.dumps(source)}, {json.dumps(options)})")
        return str(html)


_render = _Renderer()


@lru_cache(maxsize=20_000)
def tex(source: str, display: bool = False) -> SafeString:
    """HTML of a formula, for eyes (``aria-hidden``) and as MathML. ``display``: on a line of its own.

    A formula that cannot be read is shown as its source in the colour of errors: a page never fails for one.
    """
    return mark_safe(_render("loose", source, display))  # noqa: S308 KaTeX escapes its input; `trust` is off


def strict_tex(source: str, display: bool = False) -> str:
    """The same HTML, but any error or warning of KaTeX raises :class:`TexError`: for checks of content."""
    try:
        return _render("tight", source, display)
    except JSEvalException as error:
        raise TexError(f"{source!r}: {str(error).splitlines()[0]}") from error
