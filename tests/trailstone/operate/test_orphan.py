"""No process of the site outlives the first one, whenever that is killed."""

import os
import subprocess
import sys
from pathlib import Path

SRC = Path(__file__).parents[3] / "src"
LATE = """
import multiprocessing, os, signal, time
from trailstone.operate import orphan

def late():
    while os.getppid() == first:
        time.sleep(0.01)
    orphan.watch()
    time.sleep(90)

first = os.getpid()
multiprocessing.get_context("fork").Process(target=late).start()
os.kill(first, signal.SIGKILL)
"""


def test_a_process_whose_maker_was_killed_before_it_could_watch_ends_as_well():
    """Its output is at its end only when it has ended, too."""
    environment = {**os.environ, "PYTHONPATH": str(SRC)}
    words = [sys.executable, "-c", LATE]
    subprocess.run(words, env=environment, stdout=subprocess.PIPE, timeout=60)  # noqa: S603 - our own words
