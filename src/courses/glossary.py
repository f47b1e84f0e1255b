"""The words of a course in plain English, from `<course>/glossary.yaml`. Articles link them: `[slope](term:slope)`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import yaml

from courses.maps import course_map

LINK = re.compile(r"\]\(term:([a-z-]+)\)")


@dataclass(frozen=True, slots=True)
class Term:
    """One word and what it means (Markdown with `$tex$`)."""

    id: str
    term: str
    meaning: str


@cache
def glossary(course_id: str) -> Mapping[str, Term]:
    """A course's terms by id, in the order of the alphabet; none where it has no glossary. KeyError: no such course."""
    file = files("courses").joinpath(course_map(course_id).id, "glossary.yaml")
    rows = yaml.safe_load(file.read_text(encoding="utf-8")) if file.is_file() else []
    terms = sorted((Term(**row) for row in rows), key=lambda term: term.term)
    return MappingProxyType({term.id: term for term in terms})


def linked(markdown: str, address: str) -> str:
    """The text with its links to terms leading to the page at ``address``."""
    return LINK.sub(rf"]({address}#\1)", markdown)
