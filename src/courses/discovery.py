"""Finds the question templates: every `exercises.Template` at the top of a module of a unit's package."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from pkgutil import walk_packages
from types import MappingProxyType, ModuleType

from courses.maps import COURSES, Unit, course_map, drafts, package_of
from exercises import Template


@cache
def templates() -> Mapping[str, Template]:
    """The template of each skill by skill id. Raises ValueError when two different ones claim a skill."""
    return MappingProxyType(_found(unit for course in COURSES for unit in course_map(course).units))


@cache
def draft_templates() -> Mapping[str, Template]:
    """The same for the units that are still drafts."""
    return MappingProxyType(_found(unit for course in COURSES for unit in drafts(course)))


def _found(units: Iterable[Unit]) -> dict[str, Template]:
    found: dict[str, Template] = {}
    for module in (module for unit in units for module in _modules(unit)):
        for value in vars(module).values():
            if isinstance(value, Template) and found.setdefault(value.id, value) is not value:
                raise ValueError(f"two templates for {value.id}")
    return found


def _modules(unit: Unit) -> Iterator[ModuleType]:
    package = import_module(package_of(unit))
    for module in walk_packages(package.__path__, prefix=f"{package.__name__}."):
        yield import_module(module.name)
