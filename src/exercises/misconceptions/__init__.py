"""Named mistakes: kebab-case name -> one sentence of feedback that gives a next thought, never the answer.

Every area of the course has its own module here with a table of names; this one joins them.
"""

from collections.abc import Iterator, Mapping
from importlib import import_module
from pkgutil import iter_modules


def areas() -> Iterator[tuple[str, Mapping[str, str]]]:
    """Each area's name with its table: the module's public dicts in capitals."""
    for area in sorted(module.name for module in iter_modules(__path__)):
        for name, table in vars(import_module(f"{__name__}.{area}")).items():
            if name.isupper() and isinstance(table, Mapping):
                yield area, table


MISCONCEPTIONS: Mapping[str, str] = {name: says for _, table in areas() for name, says in table.items()}
