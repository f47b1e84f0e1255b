"""``make image``: build the image and see it work: ``python3 -m scripts.image [--only-build]``.

ENGINE names the program that does it, with its words (``ENGINE="podman --log-level=error"``); else docker, else podman.
The site is started as deploy/compose.yaml starts it, with SQLite and volumes that are removed again.
"""

import json
import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from scripts.machine import ROOT, give_up, say

IMAGE = "trailstone"
USER = "10001"
START_SECONDS, STOP_SECONDS = 180, 60
HELD = ("--read-only", "--tmpfs", "/tmp", "--cap-drop=ALL", "--security-opt=no-new-privileges")  # noqa: S108 - there
READY = ("python", "/opt/trailstone/ready.py")


def engine() -> list[str]:
    """The words that start the container engine.

    Raises:
        SystemExit: there is none.
    """
    given = os.environ.get("ENGINE") or shutil.which("docker") or shutil.which("podman")
    if not given:
        raise give_up("an image needs docker or podman. As an administrator: apt-get install podman")
    return shlex.split(given)


def build(words: list[str]) -> None:
    """Build the image. Raises SystemExit when that failed."""
    done = subprocess.run([*words, "build", "-f", "deploy/Dockerfile", "-t", IMAGE, "."], cwd=ROOT)
    if done.returncode:
        raise give_up("the image could not be built (see the lines above).")


def try_out(words: list[str]) -> None:
    """Start the image, look at it, stop it, and start it again with what it kept.

    Raises:
        SystemExit: something is amiss.
    """
    call = partial(_call, words)
    with _volumes(call) as volumes:
        with _site(call, volumes) as inside:
            say("The site is ready; looking at it")
            _must(inside("id", "-u").strip() == USER, "the site runs as another user than it should.")
            inside("trailstone", "backup")
            _must("trailstone-" in inside("ls", "/backups"), "no backup came into /backups.")
            secret = inside("sha256sum", "/data/secret.key")
        with _site(call, volumes) as inside:
            _must(
                inside("sha256sum", "/data/secret.key") == secret, "the second start did not find the first one's data."
            )


def _call(words: list[str], *more: str, check: bool = True) -> str:
    done = subprocess.run([*words, *more], capture_output=True, text=True)
    if check and done.returncode:
        raise give_up(f"{' '.join(more)} failed: {(done.stderr or done.stdout).strip()[-2000:]}")
    return done.stdout + done.stderr


@contextmanager
def _volumes(call: Callable[..., str]) -> Iterator[list[str]]:
    names = {f"trailstone-tried-{kind}-{os.getpid()}": f"/{kind}" for kind in ("data", "backups")}
    for name in names:
        call("volume", "create", name)
    try:
        yield [word for name, place in names.items() for word in ("-v", f"{name}:{place}")]
    finally:
        call("volume", "rm", *names, check=False)


@contextmanager
def _site(call: Callable[..., str], volumes: list[str]) -> Iterator[Callable[..., str]]:
    """A started site, held as compose holds it; gives what runs a command in it. Stops it in the end."""
    name = f"trailstone-tried-{os.getpid()}"
    call("run", "-d", "--name", name, *HELD, *volumes, IMAGE)
    try:
        _wait(call, name)
        yield partial(call, "exec", name)
        call("stop", "-t", str(STOP_SECONDS), name)
        code = call("inspect", "-f", "{{.State.ExitCode}}", name).strip()
        _must(code == "0", f"the site ended with {code} when it was stopped.")
        _must(_tells_objects(call("logs", name)), "a line of the log is no JSON object.")
    finally:
        call("rm", "-f", name, check=False)


def _wait(call: Callable[..., str], name: str) -> None:
    """Until the image's own health check says that the site is ready."""
    until = time.monotonic() + START_SECONDS
    while said := call("exec", name, *READY, check=False).strip():
        if time.monotonic() > until:
            raise give_up(f"the site is not ready: {said}\n{call('logs', name)[-4000:]}")
        time.sleep(1)


def _tells_objects(log: str) -> bool:
    """Whether each line that is meant for a program is an object; the words of the start are for people."""
    return all(isinstance(json.loads(line), dict) for line in log.splitlines() if line.startswith("{"))


def _must(well: bool, trouble: str) -> None:
    if not well:
        raise give_up(trouble)


def size(words: list[str]) -> float:
    """Of the image, in millions of bytes."""
    return int(_call(words, "image", "inspect", "-f", "{{.Size}}", IMAGE)) / 1e6


if __name__ == "__main__":
    with_ = engine()
    build(with_)
    if sys.argv[1:] != ["--only-build"]:
        try_out(with_)
    say(f"The image {IMAGE} has {size(with_):.0f} MB")
