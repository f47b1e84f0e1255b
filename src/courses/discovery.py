"""Finds the question templates: every `exercises.Template` at the top of a module of a course package."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pkgutil import walk_packages
from types import MappingProxyType, ModuleType

from courses.maps import COURSES
from exercises import Template


@cache
def templates() -> Mapping[str, Template]:
    """The template of each skill by skill id. Raises ValueError when two different ones claim a skill."""
    found: dict[str, Template] = {}
    for module in _modules():
        for value in vars(module).values():
            if isinstance(value, Template) and found.setdefault(value.id, value) is not value:
                raise ValueError(f"two templates for {value.id}")
    return MappingProxyType(found)


def _modules() -> Iterator[ModuleType]:
    for course in COURSES:
        package = import_module(f"courses.{course}")
        for module in walk_packages(package.__path__, prefix=f"{package.__name__}."):
            yield import_module(module.name)
