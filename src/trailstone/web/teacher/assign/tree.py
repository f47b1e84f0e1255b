"""What can be chosen: the courses of the class, unit by unit, with how the class stands in each skill; or a search."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from trailstone.assignments import things
from trailstone.assignments.models import Kind
from trailstone.assignments.things import Thing, described
from trailstone.content.catalogue import CourseMap, UnitMap
from trailstone.people.models import Classroom
from trailstone.reports import queries as reports

ICONS: Final[Mapping[Kind, str]] = {
    Kind.ARTICLE: "book-open",
    Kind.EXERCISE: "pencil",
    Kind.QUIZ: "zap",
    Kind.UNIT_TEST: "mountain",
    Kind.COURSE_CHALLENGE: "compass",
}
MOST_FOUND: Final = 30
Counts = tuple[int, int, int, int, int]


@dataclass(frozen=True, slots=True)
class Leaf:
    """One thing to choose. ``counts``: of a skill, how many learners of the class are on each level."""

    thing: Thing
    title: str
    over: str
    icon: str
    questions: int
    minutes: int
    chosen: bool
    counts: Counts | None = None


@dataclass(frozen=True, slots=True)
class Branch:
    """A unit; only the open one has its leaves."""

    unit: UnitMap
    open: bool
    leaves: tuple[Leaf, ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """A course with its units. With ``find`` there are only ``found`` things, of all courses of the class."""

    course: CourseMap
    challenge: Leaf | None
    branches: tuple[Branch, ...]
    find: str = ""
    found: tuple[Leaf, ...] = ()
    more: int = 0


def tree(
    room: Classroom, held: Sequence[CourseMap], course: CourseMap, unit_id: str, find: str, chosen: Sequence[str]
) -> Tree:
    """The tree with one unit open ("" for none). Two queries; for a search two a course."""
    if find:
        found = [leaf for each in held for leaf in _search(room, each, find, chosen)]
        return Tree(course, None, (), find, tuple(found[:MOST_FOUND]), max(0, len(found) - MOST_FOUND))
    counts = _counts(room, course, unit_id) if unit_id in course.by_unit else {}
    branches = tuple(
        Branch(unit, unit.id == unit_id, tuple(_leaves(course, unit, chosen, counts)) if unit.id == unit_id else ())
        for unit in course.units
        if list(_of_unit(course, unit))
    )
    return Tree(course, leaf(things.course_challenge(course), chosen, {}), branches)


def by_unit(course: CourseMap, without: Collection[str]) -> list[tuple[str, list[Leaf]]]:
    """Every thing of the course but those of these codes, by the title of its unit. No query."""
    pairs = ((unit.title, list(_leaves(course, unit, (), {}))) for unit in course.units)
    return [(title, [one for one in leaves if one.thing.code not in without]) for title, leaves in pairs if leaves]


def leaf(thing: Thing, chosen: Sequence[str], counts: Mapping[int, Counts]) -> Leaf | None:
    """A thing as it is shown; None when it is not on the site."""
    about = described(thing)
    if about is None:
        return None
    skill = about.skills[0].id if thing.kind == Kind.EXERCISE else None
    return Leaf(
        thing, about.title, about.over, ICONS[thing.kind], about.questions, about.minutes,
        thing.code in chosen, counts.get(skill) if skill else None,
    )  # fmt: skip


def _counts(room: Classroom, course: CourseMap, unit_id: str | None) -> Mapping[int, Counts]:
    return {column.skill_id: column.counts for column in reports.skills(room, course, unit_id).columns}


def _leaves(course: CourseMap, unit: UnitMap, chosen: Sequence[str], counts: Mapping[int, Counts]) -> Iterator[Leaf]:
    for thing in _of_unit(course, unit):
        found = leaf(thing, chosen, counts)
        if found:
            yield found


def _of_unit(course: CourseMap, unit: UnitMap) -> Iterator[Thing]:
    """Articles and exercises in the order of the lessons, each quiz after the last skill it covers, then the test."""
    passed, quizzes = 0, list(unit.quizzes)
    for lesson in unit.lessons:
        if lesson.article_title:
            yield things.article(course, lesson)
        for skill in lesson.skills:
            yield things.exercise(skill)
            passed += 1
            while quizzes and quizzes[0].after <= passed:
                yield things.quiz(course, unit, quizzes.pop(0).number)
    if unit.skills:
        yield things.unit_test(course, unit)


def _search(room: Classroom, course: CourseMap, find: str, chosen: Sequence[str]) -> Iterator[Leaf]:
    counts = _counts(room, course, None)
    wanted = find.casefold()
    for unit in course.units:
        for found in _leaves(course, unit, chosen, counts):
            if wanted in f"{found.title} {found.over}".casefold() or wanted in _standards(course, found):
                yield found


def _standards(course: CourseMap, found: Leaf) -> list[str]:
    about = described(found.thing)
    return [code.casefold() for skill in about.skills for code in skill.standards] if about else []
