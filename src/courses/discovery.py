"""Finds the question templates: every `exercises.Template` at the top of a module of a unit's package.

A skill may have several versions: the highest is asked, the older ones stay for what was asked before.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from pkgutil import walk_packages
from types import MappingProxyType, ModuleType

from courses.maps import COURSES, Unit, course_map, drafts, package_of
from exercises import Template

Versions = dict[tuple[str, int], Template]


@cache
def templates() -> Mapping[str, Template]:
    """The template in force of each skill by skill id.

    Raises:
        ValueError: two different ones claim a skill and version.
    """
    return MappingProxyType(_newest(_all()))


@cache
def draft_templates() -> Mapping[str, Template]:
    """The same for the units that are still drafts."""
    return MappingProxyType(_newest(found_in(unit for course in COURSES for unit in drafts(course))))


def template_of(skill: str, version: int) -> Template:
    """One version of a skill's template, in force or not. Raises KeyError where there is none."""
    return _all()[skill, version]


def found_in(units: Iterable[Unit]) -> Versions:
    """Every version in these units' packages. Raises as ``templates``."""
    found: Versions = {}
    for module in (module for unit in units for module in _modules(unit)):
        for value in vars(module).values():
            if isinstance(value, Template) and found.setdefault((value.id, value.version), value) is not value:
                raise ValueError(f"two templates for {value.id} version {value.version}")
    return found


@cache
def _all() -> Versions:
    return found_in(unit for course in COURSES for unit in course_map(course).units)


def _newest(found: Versions) -> dict[str, Template]:
    return {skill: found[skill, version] for skill, version in sorted(found)}


def _modules(unit: Unit) -> Iterator[ModuleType]:
    package = import_module(package_of(unit))
    for module in walk_packages(package.__path__, prefix=f"{package.__name__}."):
        yield import_module(module.name)
