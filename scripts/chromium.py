"""A Chromium for the browser tests: ``python3 -m scripts.chromium`` prints where it is."""

import os
import shutil

from scripts.machine import debian_install, give_up

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find() -> str | None:
    """The path of a Chromium, from ``CHROMIUM`` or the system, or None."""
    named = os.environ.get("CHROMIUM")
    return named or next(filter(None, map(shutil.which, NAMES)), None)


def find_or_install() -> str:
    """As ``find``; where there is none and we are root on Debian, it is installed first.

    Raises:
        SystemExit: there is none and it could not be installed.
    """
    found = find() or (debian_install("chromium", "fonts-dejavu-core") and find())
    if not found:
        raise give_up(
            "the browser tests need Chromium. As an administrator: apt-get install chromium."
            " Or name one: make test CHROMIUM=/path/to/chrome"
        )
    return found


if __name__ == "__main__":
    print(find_or_install())
