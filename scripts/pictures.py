"""``python -m scripts.pictures``: the pictures of the README, taken of the demo school, in docs/pictures."""

import base64
import os
import socket
import struct
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypedDict

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from scripts import chromium
from scripts.machine import ROOT, VENV, is_root, say

PICTURES = ROOT / "docs/pictures"
SIZE: ViewportSize = {"width": 1366, "height": 900}
MOST = 150_000  # bytes of one picture
LONG = 180  # seconds for the demo school to be made
PASSWORD = "trailstone"  # noqa: S105 the demo's, printed on its screen
QUANTISE = Path(__file__).with_name("quantise.js").read_text().partition("\n")[2].rstrip().rstrip(";")


class Reduced(TypedDict):
    """A picture in 256 colours: palette (three bytes a colour) and pixels (one byte each, row by row) in base64."""

    width: int
    height: int
    palette: str
    pixels: str


def take() -> None:
    """Make a demo school, open it as a learner and as the teacher, and write the pictures."""
    with demo() as home, sync_playwright() as playwright:
        safe = ["--no-sandbox"] if is_root() else []
        browser = playwright.chromium.launch(executable_path=chromium.find_or_install(), args=safe)
        learner = signed_in(browser, home, "amina.karimi")
        learner.get_by_role("link", name="Maths 8B").first.click()
        keep(browser, learner, "class-page")
        teacher = signed_in(browser, home, "okafor")
        teacher.get_by_role("link", name="Maths 8B").first.click()
        teacher.get_by_role("navigation").get_by_role("link", name="Skills").click()
        keep(browser, teacher, "skills-report")
        browser.close()


@contextmanager
def demo() -> Iterator[str]:
    """The demo school in a folder of its own, served; the site's address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    home = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryDirectory() as data:
        environment = os.environ | {"TRAILSTONE_DATA": data, "PORT": str(port), "DATABASE_URL": ""}
        site = subprocess.Popen([VENV / "bin/trailstone", "demo"], env=environment, cwd=ROOT, stdout=subprocess.DEVNULL)
        try:
            say("Making the demo school")
            _wait(home)
            yield home
        finally:
            site.terminate()
            site.wait()


def _wait(home: str) -> None:
    for _ in range(LONG):
        try:
            urllib.request.urlopen(f"{home}/healthz").close()  # noqa: S310 our own address
            return
        except urllib.error.URLError:
            time.sleep(1)
    raise TimeoutError(f"no site at {home} after {LONG} seconds")


def signed_in(browser: Browser, home: str, username: str) -> Page:
    """A page of somebody of the demo."""
    page = browser.new_page(base_url=home, viewport=SIZE, color_scheme="light", reduced_motion="reduce")
    page.goto("/sign-in/")
    page.get_by_label("User name").fill(username)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("heading", level=1).wait_for()
    return page


def keep(browser: Browser, page: Page, name: str) -> None:
    """Write what the page shows, in 256 colours."""
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready.then(() => true)")
    shot = base64.b64encode(page.screenshot(animations="disabled")).decode()
    blank = browser.new_page()  # the site's own policy would not let the script in
    reduced: Reduced = blank.evaluate(QUANTISE, f"data:image/png;base64,{shot}")
    picture = png(reduced)
    if len(picture) > MOST:
        raise ValueError(f"{name}.png has {len(picture)} bytes, more than {MOST}")
    (PICTURES / f"{name}.png").write_bytes(picture)
    say(f"docs/pictures/{name}.png: {len(picture)} bytes")


def png(picture: Reduced) -> bytes:
    """The file of a picture with a palette (PNG, W3C Recommendation, colour type 3)."""
    width, height = picture["width"], picture["height"]
    pixels = base64.b64decode(picture["pixels"])
    rows = b"".join(b"\0" + pixels[at : at + width] for at in range(0, len(pixels), width))
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    parts = {
        b"IHDR": head,
        b"PLTE": base64.b64decode(picture["palette"]),
        b"IDAT": zlib.compress(rows, 9),
        b"IEND": b"",
    }
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, body) for kind, body in parts.items())


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


if __name__ == "__main__":
    take()
