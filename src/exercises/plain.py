"""Values as JSON types: what export and the API write."""

from collections.abc import Mapping, Set
from dataclasses import fields, is_dataclass

from exercises.exact import Fraction


def plain(value: object) -> object:
    """Dataclasses (by what they compare) and mappings become dicts, tuples lists, sets sorted, fractions "3/4"."""
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, Fraction):
        return value.numerator if value.denominator == 1 else str(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value) if field.compare}
    if isinstance(value, Mapping):
        return {str(name): plain(inner) for name, inner in value.items()}
    if isinstance(value, Set):
        return sorted((plain(inner) for inner in value), key=str)
    if isinstance(value, tuple | list):
        return [plain(inner) for inner in value]
    raise TypeError(f"{type(value).__name__} has no JSON form")
