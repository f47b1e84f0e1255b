"""Every answer of a class as rows of a file, a piece at a time: a year of a big class is a million of them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final, NamedTuple, TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from mastery import Activity
from trailstone.content.catalogue import courses
from trailstone.people.models import Classroom, User
from trailstone.practice.models import Answer, Attempt
from trailstone.progress.story import pardoned_attempts
from trailstone.reports import export
from trailstone.reports.sheets.questions import ANSWERS_SHEET
from trailstone.reports.tried import title

PARDONED: Final = "yes"  # else the cell is empty
LEARNERS: Final = 100  # whose attempts are looked up together
ATTEMPTS: Final = 1_000  # whose answers are: some 8,000 rows, a few megabytes
STEP: Final = (
    "attempt_id", "position", "question__skill__name", "number", "kind", "response", "mark", "misconception", "at",
)  # fmt: skip
T = TypeVar("T")
About = tuple[str, str, str, str, str, str]  # what all rows of an attempt begin with


class Row(NamedTuple):
    """One step: the cells of ``ANSWERS_SHEET``."""

    name: str
    username: str
    attempt: str
    activity: str
    about: str
    course: str
    question: int
    skill: str
    step: int
    what: str
    answer: str
    mark: str
    mistake: str
    day: date
    time: str
    pardoned: str


def answers_table(classroom: Classroom) -> export.Table:
    """The file: by learner's name, each learner's steps in the order in which they were taken.

    Its rows are made as they are asked for: two statements for each LEARNERS learners and one for each ATTEMPTS
    attempts. Between them none is open, so a slow reader keeps nothing waiting.
    """
    return ANSWERS_SHEET.table(_rows(classroom))


def count(classroom: Classroom) -> int:
    """How many rows the file has now. One statement."""
    learners = classroom.learners.order_by().values("pk")
    attempts = Attempt.objects.filter(school_id=classroom.school_id, learner_id__in=learners)
    return Answer.objects.filter(school_id=classroom.school_id, attempt_id__in=attempts.values("id")).count()


def _rows(classroom: Classroom) -> Iterator[Row]:
    zone = ZoneInfo(classroom.school.time_zone)
    for learners in _some(list(classroom.learners), LEARNERS):
        pardoned = pardoned_attempts(classroom.school_id, [learner.pk for learner in learners])
        for attempts in _some(_attempts(classroom.school_id, learners), ATTEMPTS):
            yield from _steps(classroom.school_id, dict(attempts), zone, pardoned)


def _some(rows: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    return (rows[at : at + size] for at in range(0, len(rows), size))


def _attempts(school_id: int, learners: Iterable[User]) -> list[tuple[UUID, About]]:
    """The learners' attempts, one learner after the other."""
    known = {learner.pk: learner for learner in learners}
    place = {key: number for number, key in enumerate(known)}
    found = Attempt.objects.filter(school_id=school_id, learner_id__in=known).order_by("started_at", "id")
    rows = sorted(found.values_list("id", "learner_id", "activity", "course_id", "subject"), key=lambda r: place[r[1]])
    return [(id, _about(known[learner], id, *about)) for id, learner, *about in rows]


def _about(learner: User, attempt: UUID, activity: str, course_id: str, subject: str) -> About:
    course = courses().get(course_id)
    about = title(course, subject)
    return (
        learner.name, learner.username, str(attempt), Activity(activity).words, about, course.title if course else "",
    )  # fmt: skip


def _steps(school_id: int, attempts: Mapping[UUID, About], zone: ZoneInfo, pardoned: Collection[UUID]) -> Iterator[Row]:
    found: defaultdict[UUID, list[tuple[Any, ...]]] = defaultdict(list)
    steps = Answer.objects.filter(school_id=school_id, attempt_id__in=attempts)
    for attempt, *step in steps.order_by("position", "number").values_list(*STEP):
        found[attempt].append(tuple(step))
    for attempt, about in attempts.items():
        counts_not = PARDONED if attempt in pardoned else ""
        yield from (_row(about, step, zone, counts_not) for step in found[attempt])


def _row(about: About, step: tuple[Any, ...], zone: ZoneInfo, pardoned: str) -> Row:
    position, skill, number, kind, response, mark, mistake, at = step
    moment: datetime = at.astimezone(zone)
    day, time = moment.date(), moment.strftime("%H:%M:%S")
    return Row(*about, position + 1, skill, number + 1, kind, said(response), mark, mistake, day, time, pardoned)


def said(response: Mapping[str, Any]) -> str:
    """What was typed or chosen, as text."""
    parts = (value if isinstance(value, list) else [value] for value in response.values())
    return ", ".join(str(one) for part in parts for one in part)
