"""Formulas: TeX in, HTML with MathML out, made by KaTeX inside this process (no Node at run time)."""

import json
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from contextlib import suppress
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
const several = (asked, options) => JSON.stringify(asked.map(([source, displayMode]) => {
  try { return loose(source, {...options, displayMode}); } catch (fault) { return null; }
}));
"""
KEPT = 20_000  # formulas, of about 2 kB each
Formula = tuple[str, bool]  # the source; whether it stands on a line of its own


class TexError(ValueError):
    """The formula cannot be shown, or only in a way that KaTeX warns of."""


class _Renderer:
    """One JavaScript context; it works on one call at a time, so a lock guards it. ``calls`` counts them."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._context: MiniRacer | None = None
        self.calls = 0

    def one(self, how: str, source: str, display: bool) -> str:
        """A formula set by ``loose`` or ``tight``."""
        return self._said(f"{how}({json.dumps(source)}, {json.dumps({**OPTIONS, 'displayMode': display})})")

    def several(self, formulas: Sequence[Formula]) -> list[str | None]:
        """The same, loosely, of several in one call, which costs as much as two formulas; None where KaTeX failed."""
        found: list[str | None] = json.loads(self._said(f"several({json.dumps(formulas)}, {json.dumps(OPTIONS)})"))
        return found

    def _said(self, asked: str) -> str:
        with self._lock:
            if self._context is None:
                self._context = MiniRacer()
                self._context.eval(KATEX.read_text("utf-8") + RENDER)
            self.calls += 1
            return str(self._context.eval(asked))


RENDERER = _Renderer()
_kept: OrderedDict[Formula, SafeString] = OrderedDict()  # the latest that were asked for; the oldest goes first


def tex(source: str, display: bool = False) -> SafeString:
    """HTML of a formula, for eyes (``aria-hidden``) and as MathML. ``display``: on a line of its own.

    A formula that cannot be read is shown as its source in the colour of errors: a page never fails for one.
    """
    html = _kept.get((source, display))
    if html is None:
        return _keep((source, display), RENDERER.one("loose", source, display))
    with suppress(KeyError):  # another thread may have dropped it meanwhile
        _kept.move_to_end((source, display))
    return html


def set_together(formulas: Iterable[Formula]) -> None:
    """Set those that are not kept yet in one call, for the ``tex`` that follows: the call costs more than a formula."""
    fresh = [one for one in dict.fromkeys(formulas) if one not in _kept]
    if len(fresh) > 1:
        for formula, html in zip(fresh, RENDERER.several(fresh), strict=True):
            if html is not None:
                _keep(formula, html)


def _keep(formula: Formula, html: str) -> SafeString:
    safe = _kept[formula] = mark_safe(html)  # noqa: S308 KaTeX escapes its input; `trust` is off
    if len(_kept) > KEPT:
        with suppress(KeyError):  # two threads at the last one
            _kept.popitem(last=False)
    return safe


def strict_tex(source: str, display: bool = False) -> str:
    """The same HTML, but any error or warning of KaTeX raises :class:`TexError`: for checks of content."""
    try:
        return RENDERER.one("tight", source, display)
    except JSEvalException as error:
        raise TexError(f"{source!r}: {str(error).splitlines()[0]}") from error
