"""Lesson articles: `<course>/articles/<unit>-<lesson>.md`, Markdown after a small front matter.

A line `{{ example: <skill id>, seed: <n> }}` stands where a worked example goes, `{{ check: ... }}` where a check
question goes and `{{ figure: ... }}` where a question's figure alone goes. The site makes all of them from the
skill's template, so that an article cannot go stale.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import yaml

from courses.maps import COURSES, course_map

_PLACE = re.compile(r"^\{\{ (example|check|figure): ([a-z0-9/-]+), seed: (\d+) \}\}$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Prose:
    """Markdown with `$tex$`."""

    markdown: str


@dataclass(frozen=True, slots=True)
class Example:
    """A worked example: this skill's template at this seed, its solution's steps opening one by one."""

    skill: str
    seed: int


@dataclass(frozen=True, slots=True)
class Check:
    """A check question that counts for nothing: this skill's template at this seed."""

    skill: str
    seed: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """The figure of a question: this skill's template at this seed."""

    skill: str
    seed: int


Place = Example | Check | Drawing
KINDS: Mapping[str, type[Place]] = {"example": Example, "check": Check, "figure": Drawing}


@dataclass(frozen=True, slots=True)
class Article:
    """One lesson's article. `id` is the lesson's id, `parts` its text and places in order."""

    id: str
    title: str
    minutes: int
    goal: str
    parts: tuple[Prose | Place, ...]


def article(lesson_id: str) -> Article:
    """The article of a lesson. Raises KeyError where a lesson has none."""
    return articles()[lesson_id]


@cache
def articles() -> Mapping[str, Article]:
    """The articles of all units in force, by lesson id."""
    units = {unit.id for course in COURSES for unit in course_map(course).units}
    found = (_read(text) for course in COURSES for text in _texts(course))
    return MappingProxyType({one.id: one for one in found if one.id.rpartition("/")[0] in units})


def _texts(course: str) -> Iterator[str]:
    folder = files("courses").joinpath(course, "articles")
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".md"):
            yield file.read_text(encoding="utf-8")


def _read(text: str) -> Article:
    _, front, body = text.split("---\n", 2)
    head = yaml.safe_load(front)
    return Article(head["id"], head["title"], head["minutes"], head["goal"], tuple(_parts(body)))


def _parts(body: str) -> Iterator[Prose | Place]:
    pieces = _PLACE.split(body)
    for prose, kind, skill, seed in zip(
        pieces[0::4], [*pieces[1::4], ""], [*pieces[2::4], ""], [*pieces[3::4], ""], strict=True
    ):
        if prose.strip():
            yield Prose(prose.strip())
        if kind:
            yield KINDS[kind](skill, int(seed))
