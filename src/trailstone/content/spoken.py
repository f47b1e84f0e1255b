"""Formulas in words, for labels and for reading aloud: ``\\frac{26}{3}`` is "26 over 3"."""

import re
from functools import lru_cache
from itertools import accumulate

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PIECE = re.compile(r"\\text\{[^{}]*\}|\\[a-zA-Z]+|\\.|\d+(?:\.\d+)?|[^\s]")
WORDS: dict[str, Promise | str] = {
    "+": _("plus"),
    "-": _("minus"),
    "−": _("minus"),
    "=": _("equals"),
    "<": _("is less than"),
    ">": _("is greater than"),
    r"\lt": _("is less than"),
    r"\gt": _("is greater than"),
    r"\le": _("is at most"),
    r"\leq": _("is at most"),
    r"\ge": _("is at least"),
    r"\geq": _("is at least"),
    r"\ne": _("is not equal to"),
    r"\neq": _("is not equal to"),
    r"\approx": _("is about"),
    r"\times": _("times"),
    r"\cdot": _("times"),
    r"\div": _("divided by"),
    "/": _("over"),
    r"\pm": _("plus or minus"),
    r"\%": _("percent"),
    r"\circ": _("degrees"),
    r"\infty": _("infinity"),
    "(": _("open bracket"),
    ")": _("close bracket"),
    "|": _("bar"),
}
SILENT = {"{", "}", "$", "&", r"\left", r"\right", r"\,", r"\;", r"\!", r"\:", r"\ ", r"\quad", r"\displaystyle"}
POWERS: dict[str, Promise] = {"2": _("squared"), "3": _("cubed")}
WRAPPERS = {r"\mathrm", r"\operatorname", r"\mathbf", r"\overline"}
MATHS = re.compile(r"\$\$(.+?)\$\$|\$(.+?)\$", re.S)


def _argument(pieces: list[str]) -> str:
    """Takes the next argument off the front: a group in braces, or one piece."""
    if not pieces or pieces[0] != "{":
        return _read([pieces.pop(0)]) if pieces else ""
    depths = accumulate((piece == "{") - (piece == "}") for piece in pieces)
    end = next((at for at, depth in enumerate(depths) if depth == 0), len(pieces))
    inside = pieces[1:end]
    del pieces[: end + 1]
    return _read(inside)


def _fraction(pieces: list[str]) -> str:
    top = _argument(pieces)
    return str(_("%(top)s over %(bottom)s")) % {"top": top, "bottom": _argument(pieces)}


def _root(pieces: list[str]) -> str:
    return str(_("the square root of %(what)s")) % {"what": _argument(pieces)}


def _power(pieces: list[str]) -> str:
    power = _argument(pieces)
    return str(POWERS.get(power) or _("to the power of %(power)s") % {"power": power})


READERS = {r"\frac": _fraction, r"\dfrac": _fraction, r"\tfrac": _fraction, r"\sqrt": _root, "^": _power}


def _read(pieces: list[str]) -> str:
    said: list[str] = []
    while pieces:
        piece = pieces.pop(0)
        if piece in READERS:
            said.append(READERS[piece](pieces))
        elif piece.startswith(r"\text{"):
            said.append(piece[6:-1].strip())
        elif piece not in SILENT and piece not in WRAPPERS:
            said.append(str(WORDS.get(piece, piece.lstrip("\\"))))
    return " ".join(one for one in said if one)


def spoken_tex(source: str) -> str:
    """A formula in words; signs it does not know are said as they are written."""
    return _read(PIECE.findall(source))


@lru_cache(maxsize=10_000)
def spoken(text: str) -> str:
    """``{{ choice|spoken }}``: Markdown with TeX as words, for ``aria-label`` and ``data-say``."""
    said = MATHS.sub(lambda found: f" {spoken_tex(found[1] or found[2])} ", text)
    return re.sub(r"\s+", " ", re.sub(r"[*_`#>|]|\[\[|\]\]", " ", said)).strip()
