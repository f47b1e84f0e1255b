"""What an author wants to know of a template: is anything wrong with it, how many questions, how fast."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from statistics import median

import courses
from exercises import Question, SingleChoice, Template
from exercises.checks import SPREAD, Problem, check_template
from exercises.checks.pieces import Render

Clock = Callable[[], float]  # seconds from any fixed moment, as ``time.perf_counter`` gives


@dataclass(frozen=True, slots=True)
class Findings:
    """One template checked. ``distinct`` keys among the first ``SPREAD`` seeds, ``places``: how often the right
    choice stands in each place (empty for typed answers), ``ms`` for one instance (median)."""

    template: Template
    problems: tuple[Problem, ...]
    distinct: int
    places: tuple[int, ...]
    ms: float


def chosen(part: str) -> list[Template]:
    """The templates of a unit or skill, in the order of the courses; all for "". Drafts come last.

    ``part``: an id (``alg1/equations``), or the last words of one (``equations``).

    Raises:
        KeyError: no template has that in its id.
    """
    inner = f"/{part.strip('/')}/" if part else "/"
    order = [skill.id for course in courses.COURSES for skill in courses.course_map(course).skills]
    templates = {**courses.templates(), **courses.draft_templates()}
    ids = sorted(templates, key=lambda id: (order.index(id) if id in order else len(order), id))
    found = [templates[id] for id in ids if inner in f"/{id}/"]
    if not found:
        raise KeyError(part)
    return found


def units(part: str) -> list[courses.Unit]:
    """The published unit of that id or last part; all for "". Raises KeyError where there is none."""
    everything = [unit for course in courses.COURSES for unit in courses.course_map(course).units]
    found = [unit for unit in everything if part in ("", unit.id, unit.id.rpartition("/")[2])]
    if not found:
        raise KeyError(part)
    return found


def map_faults(part: str, maps: Iterable[courses.Course]) -> list[str]:
    """What is wrong with what skills build on, in the units or skills that ``part`` names as for ``chosen``."""
    inner = f"/{part.strip('/')}/" if part else "/"
    found = (fault for course in maps for fault in courses.faults(course))
    return [fault for fault in found if inner in f"/{fault.partition(':')[0]}/"]


def examine(template: Template, seeds: int, render: Render | None, clock: Clock) -> Findings:
    """Check a template on the seeds 0 .. ``seeds`` - 1, with TeX rendered strictly by ``render`` (None: not tried)."""
    problems = check_template(template, range(seeds), render)
    made = list(_made(template, SPREAD, clock))
    keys = Counter(question.key for question, _ in made)
    times = [seconds for _, seconds in made]
    places = _places(question for question, _ in made)
    return Findings(template, tuple(problems), len(keys), places, 1000 * median(times) if times else 0.0)


def _made(template: Template, count: int, clock: Clock) -> Iterator[tuple[Question, float]]:
    """The instances that can be made, with the seconds each took. Those that cannot are in the problems."""
    for seed in range(count):
        began = clock()
        try:
            question = template.instance(seed)
        except Exception:  # noqa: S112 - an author's function may raise anything, and ``check_template`` says what
            continue
        yield question, clock() - began


def _places(questions: Iterable[Question]) -> tuple[int, ...]:
    answers = [question.answer for question in questions if isinstance(question.answer, SingleChoice)]
    counts = Counter(at for answer in answers for at, choice in enumerate(answer.choices) if choice.right)
    return tuple(counts[at] for at in range(max(counts) + 1)) if counts else ()
