"""How far a backup or a restore has come, for whoever waits in front of it."""

from collections.abc import Callable

from django.core.management.base import OutputWrapper

Told = Callable[[str, float], None]  # what is being done, and how much of it is done (0 to 1)
WIDTH = 24


def quiet(step: str, share: float) -> None:
    """Tell nobody."""


class Bar:
    """A line for each step: a growing bar on a screen, in a log file the line of the finished step alone."""

    def __init__(self, out: OutputWrapper) -> None:
        self.out = out

    def __call__(self, step: str, share: float) -> None:
        if not self.out.isatty():
            if share >= 1:
                self.out.write(f"  {step}: done")
            return
        full = round(WIDTH * share)
        self.out.write(f"\r  [{'#' * full}{'.' * (WIDTH - full)}] {step} ", ending="\n" if share >= 1 else "")
        self.out.flush()
