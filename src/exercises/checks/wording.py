"""Texts without left-over code and with right grammar."""

import re
from collections.abc import Iterator

from exercises.checks.pieces import labelled, maths, prose
from exercises.question import Question
from exercises.say import SPOKEN_NOUNS, a_an, many
from exercises.template import Template

LEFT_OVER = {
    "None": re.compile(r"\bNone\b(?!,| of\b)"),
    "nan": re.compile(r"\bnan\b"),
    "Fraction(": re.compile(r"\bFraction\("),
    "an unfilled {...}": re.compile(r"(?<![\\^_}\]a-zA-Z])\{[a-z_]+\}"),
    "two spaces": re.compile(r"[^\s|] {2,}[^\s|]"),
    "--": re.compile(r"(?<![-|: ])--(?![-|:])"),
}
BAD_TEX = {
    "1x": re.compile(r"(?<![\d.,_^{}])1(?:[a-z]|\\left\(|\()"),
    "two signs": re.compile(r"[-+]\s*[-+]"),
    "x^1": re.compile(r"\^(?:1(?!\d)|\{1\})"),
    "x^0": re.compile(r"[a-z]\^(?:0|\{0\})"),
    "-0": re.compile(r"-0(?![.\d])"),
}
ARTICLE = re.compile(r"(?:(?<=^)|(?<=[.!?] )|(?<=\s)(?=a))([Aa]n?) ([a-z0-9][\w,-]+)")
SINGULAR = "|".join(SPOKEN_NOUNS)
PLURAL = "|".join(many(noun) for noun in SPOKEN_NOUNS)
ONE_OF_MANY = re.compile(rf"(?<![\d.,/$-])1 (?:{PLURAL})\b")
MANY_OF_ONE = re.compile(rf"(?<![\d.,/-])(?:0|[2-9]|[1-9]\d+) (?:{SINGULAR})(?![\w-])")
WORD = re.compile(r"[A-Za-z]{2,}")
BEGINS = re.compile(r"[^a-z]")
ENDS = re.compile(r"[^\w,;]\Z")


def nothing_left_over(_: Template, question: Question) -> Iterator[str]:
    """No traces of code, and no TeX such as 1x, + -3 or x^1."""
    for where, text in [*labelled(question), ("before", f"${question.before} $"), ("after", question.after)]:
        if text.replace("\\$", "").count("$") % 2:
            yield f"{where}: a $ without its partner in {text!r}"
        yield from (f"{where}: {what} in {text!r}" for what, rule in LEFT_OVER.items() if rule.search(text))
        for tex in maths(text):
            yield from (f"{where}: {what} in {tex!r}" for what, rule in BAD_TEX.items() if rule.search(tex))


def language_is_right(_: Template, question: Question) -> Iterator[str]:
    """Articles, plurals, a capital at the start, a stop at the end."""
    for where, text in labelled(question):
        plain = prose(text)
        for article, word in ARTICLE.findall(plain):
            if len(word) > 1 and a_an(word).split()[0] != article.lower():
                yield f"{where}: {article} {word!r}"
        for rule in (ONE_OF_MANY, MANY_OF_ONE):
            yield from (f"{where}: {found!r}" for found in rule.findall(plain))
        if where != "option" and plain.strip():
            yield from (f"{where}: {what} {text!r}" for what in sentence(plain.strip()))


def sentence(text: str) -> Iterator[str]:
    """What is missing at the start or the end."""
    if not BEGINS.match(text):
        yield "no capital at the start of"
    if not ENDS.search(text) and sum(map(bool, map(WORD.search, text.split()))) > 2:
        yield "no stop at the end of"
