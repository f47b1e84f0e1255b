"""The many ways to type a sign, brought to one: Unicode, phones, and the TeX that MathLive sends."""

import re
import unicodedata

INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
SUPERSCRIPTS = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺]+")
VULGAR = re.compile("[¼½¾⅐-⅞]")

SIGNS = str.maketrans(
    {
        **dict.fromkeys("−–—‒‐‑﹣", "-"),
        **dict.fromkeys("×·⋅∙•∗✕✖", "*"),
        **dict.fromkeys("÷⁄∕:", "/"),
        "≤": "<=",
        "⩽": "<=",
        "≦": "<=",
        "≥": ">=",
        "⩾": ">=",
        "≧": ">=",
        "≠": "!=",
        "√": "\\sqrt ",
        "∛": "\\sqrt [3]",
        "∜": "\\sqrt [4]",
        "±": "\\pm ",
        "∅": "\\emptyset ",
        "ℝ": "\\R ",
        "∨": "\\lor ",
        "∧": "\\land ",
        **dict.fromkeys("∣❘│", "|"),
        "‖": "||",
        "\t": " ",
        "\n": " ",
        "\r": " ",
        "′": "'",
    }
)

COMMANDS = {
    **dict.fromkeys(("cdot", "times", "ast"), "*"),
    **dict.fromkeys(("div", "colon"), "/"),
    **dict.fromkeys(("le", "leq", "leqslant"), "<="),
    **dict.fromkeys(("ge", "geq", "geqslant"), ">="),
    **dict.fromkeys(("ne", "neq"), "!="),
    **dict.fromkeys(("lor", "vee"), " or "),
    **dict.fromkeys(("land", "wedge"), " and "),
    "lvert": "abs(",
    "rvert": ")",
    **dict.fromkeys(("vert", "mid"), "|"),
    **dict.fromkeys(("left", "right", "big", "Big", "displaystyle", "bigl", "bigr"), ""),
    **dict.fromkeys(("quad", "qquad", "space", "enspace"), " "),
    **dict.fromkeys(("dfrac", "tfrac", "cfrac", "frac"), "\\frac "),
    **dict.fromkeys(("emptyset", "varnothing"), "\\emptyset "),
    "lt": "<",
    "gt": ">",
    "lbrace": "\\{",
    "rbrace": "\\}",
    "lparen": "(",
    "rparen": ")",
    "minus": "-",
    "sqrt": "\\sqrt ",
    "pm": "\\pm ",
    "degree": "°",
    "R": "\\R ",
    "euro": "€",
}

COMMAND = re.compile(r"\\([a-zA-Z]+) ?")
SPACING = re.compile(r"\\[,;:!> ]|~|&nbsp;")
WORDS = re.compile(r"\\(?:text|mathrm|textrm|operatorname|mathit|mbox)\s*\{([^{}\\]*)\}")
SHORT_FRACTION = re.compile(r"\\frac ?([0-9]) ?([0-9])")
MATHBB = re.compile(r"\\mathbb\s*\{?\s*R\s*\}?")
BAR_OPENS = re.compile(r"\\left\s*(?:\||\\[lr]?vert(?![a-zA-Z]) ?)")
BAR_CLOSES = re.compile(r"\\right\s*(?:\||\\[lr]?vert(?![a-zA-Z]) ?)")
FULL_STOP = re.compile(r"(?<=[\w)\]}%])\s*\.\Z")
PARTED_SIGN = re.compile(r"([<>]) +=")


def normal(text: str) -> str:
    """The same mathematics with `+ - * / ^ ( )`, `<= >= !=`, and of TeX only `\\frac`, `\\sqrt`, `\\pm`,
    `\\emptyset`, `\\R`, `\\{`, `\\}`; commands that are not known stay as they are. A full stop at the end goes."""
    if not text.isascii():
        text = signs(text)
    text = text.replace("**", "^")
    if "\\" in text or "{,}" in text:
        text = tex(text)
    text = text.strip()
    if " =" in text:
        text = PARTED_SIGN.sub(r"\1=", text)
    return FULL_STOP.sub("", text) if text.endswith(".") else text


def signs(text: str) -> str:
    """Unicode signs as their plain ones."""
    text = INVISIBLE.sub("", text)
    text = SUPERSCRIPTS.sub(lambda run: f"^{{{run[0].translate(SUPERSCRIPT)}}}", text)
    text = VULGAR.sub(vulgar, text)
    text = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)
    return unicodedata.normalize("NFKC", text.translate(SIGNS)).translate(SIGNS)


def vulgar(sign: re.Match[str]) -> str:
    """½ as `\\frac{1}{2}`."""
    top, bottom = unicodedata.normalize("NFKC", sign[0]).split("⁄")
    return f"\\frac{{{top}}}{{{bottom}}}"


def tex(text: str) -> str:
    """TeX commands as their plain signs."""
    text = WORDS.sub(r" \1 ", text.replace("{,}", ","))
    text = BAR_CLOSES.sub(")", BAR_OPENS.sub(" abs(", text))
    text = SPACING.sub(" ", MATHBB.sub(r"\\R ", text))
    text = COMMAND.sub(lambda command: COMMANDS.get(command[1], command[0]), text)
    return SHORT_FRACTION.sub(r"\\frac{\1}{\2}", text)
