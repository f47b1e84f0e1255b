"""Reading settings: what a person may choose about how pages look and move."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

# The first of each row is what holds when nothing was chosen.
CHOICES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "theme": ("auto", "light", "dark", "contrast"),
        "text": ("100", "115", "130", "150"),
        "font": ("atkinson", "dyslexia", "system"),
        "spacing": ("normal", "wide"),
        "motion": ("auto", "off"),
        "keys": ("on", "off"),
    }
)


def cleaned(settings: Mapping[str, str]) -> dict[str, str]:
    """Those of ``settings`` that are one of the choices."""
    return {name: settings[name] for name, choices in CHOICES.items() if settings.get(name) in choices}
