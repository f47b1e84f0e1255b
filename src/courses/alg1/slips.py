"""What named mistakes give: only those count that lead somewhere else than the answer and than each other."""

from collections.abc import Hashable, Mapping
from typing import TypeVar

from exercises import Reroll

Value = TypeVar("Value", bound=Hashable)


def different(right: Hashable, slips: Mapping[str, Value]) -> dict[str, Value]:
    """The slips (name -> what it gives) that differ from the answer and from each other; the first name stays."""
    kept: dict[str, Value] = {}
    for name, value in slips.items():
        if value != right and value not in kept.values():
            kept[name] = value
    return kept


def apart(right: Hashable, slips: Mapping[str, Value], at_least: int = 2) -> dict[str, Value]:
    """The same slips. Raises Reroll when too few are left."""
    kept = different(right, slips)
    if len(kept) < at_least:
        raise Reroll
    return kept
