"""What the pages of a learner cost the processor, one at a time, without HTTP: ``python -m bench.pages``.

Needs TRAILSTONE_DATA, an empty folder. Two learners get the same questions: for the first the formulas are new to the
process, for the second they are not. Times are those of the whole process, so that KaTeX and the writing thread count.
"""

import io
import os
import statistics
import time
from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trailstone.settings")
import django

django.setup()  # before anything of the site is imported

from django.core.management import call_command  # noqa: E402

from bench import clients, plan  # noqa: E402
from trailstone.content.actions import load_courses  # noqa: E402
from trailstone.content.tex import RENDERER  # noqa: E402
from trailstone.wsgi import application  # noqa: E402

ANSWERS, WARMING = 120, 20
Spent = dict[str, list[tuple[float, int]]]  # what was asked for -> milliseconds, calls of KaTeX


def main() -> None:
    """Make a school, let three learners work, print a line for each kind of page."""
    now = datetime.now(UTC)
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    load_courses()
    school = plan.new_school(now)
    first, second = (plan.works(school, 1, now, name, ANSWERS)[0] for name in ("first", "second"))
    measured(plan.works(school, 2, now, "warming", WARMING)[1])
    time.sleep(2)  # what a start does on the side is over
    for name, work in (("formulas new", first), ("formulas kept", second)):
        for kind, seen in measured(work).items():
            times, calls = [ms for ms, _ in seen], [count for _, count in seen]
            figures = f"median {statistics.median(times):.1f}, mean {statistics.mean(times):.1f} ms"
            print(f"{name}: {kind}: {len(seen)}, {figures}, KaTeX {statistics.mean(calls):.2f} calls")


def measured(work: plan.Work) -> Spent:
    """Each question as htmx asks for it, then the answers to it."""
    spent: Spent = defaultdict(list)
    cookies, seen = work.cookies(), set()
    for sent in (one for one in work.answers if not one.last):
        question = f"/practice/{sent.attempt}/{sent.number}/"
        if question not in seen:
            seen.add(question)
            _timed(spent["question"], partial(_ask, cookies, "GET", question))
        path, _, body = clients.page(sent)
        _timed(spent["answer"], partial(_ask, cookies, "POST", path, body))
    return spent


def _timed(into: list[tuple[float, int]], act: Callable[[], None]) -> None:
    calls, began = RENDERER.calls, time.process_time()
    act()
    into.append((1000 * (time.process_time() - began), RENDERER.calls - calls))


def _ask(cookies: str, method: str, path: str, body: str = "") -> None:
    said: list[str] = []
    environ = {
        "REQUEST_METHOD": method, "PATH_INFO": path, "SERVER_NAME": "localhost", "SERVER_PORT": "80",
        "HTTP_COOKIE": cookies, "HTTP_HX_REQUEST": "true", "HTTP_ACCEPT_ENCODING": "gzip, br",
        "CONTENT_TYPE": "application/x-www-form-urlencoded", "CONTENT_LENGTH": str(len(body)),
        "wsgi.input": io.BytesIO(body.encode()), "wsgi.url_scheme": "http",
    }  # fmt: skip

    def start(status: str, headers: list[tuple[str, str]], error: Any = None, /) -> Callable[[bytes], object]:
        said.append(status)
        return lambda part: None

    reply = application(environ, start)
    for _ in reply:
        pass
    reply.close()
    if not said[0].startswith("200"):
        raise RuntimeError(f"{path}: {said[0]}")


if __name__ == "__main__":
    main()
