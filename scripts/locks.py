"""``make locks``: write requirements/*.txt from *.in, exact versions with hashes and no address of any registry."""

import sys

from scripts.machine import give_up, run
from scripts.uv import find_uv

NAMES = ("base", "dev", "build", "uv", "node", "postgres")
MORE = {
    "dev": ("-c", "requirements/base.txt"),  # what the tests run on is what a school runs on
    "postgres": ("--no-deps",),  # only its programs are used, not its Python
}


def write(*options: str) -> None:
    """Write every lock file; ``--upgrade`` takes newer versions, otherwise only what has to change changes."""
    common = ("--generate-hashes", "--no-emit-index-url", "--python-version", "3.11", "-q")
    for name in NAMES:
        files = (f"requirements/{name}.in", "-o", f"requirements/{name}.txt")
        said = ("--custom-compile-command", "make locks")
        if not run(find_uv(), "pip", "compile", *common, *said, *MORE.get(name, ()), *options, *files):
            raise give_up(f"requirements/{name}.txt could not be written (see the lines above).")


if __name__ == "__main__":
    write(*sys.argv[1:])
