"""How questions do in use: each template's first tries, share right at once, time, hints and named mistakes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Avg, Count, Q, QuerySet, Value
from django.db.models.functions import Least

from exercises.misconceptions import MISCONCEPTIONS
from trailstone.content.catalogue import CourseMap
from trailstone.practice.models import Answer, Kind

ENOUGH: Final = 50  # first tries before a share means anything
HARD, EASY = 0.25, 0.95  # outside of these a question tells little about a learner
LONGEST: Final = 5 * 60 * 1000  # ms that one answer counts at most: whoever takes longer has left the screen

Key = tuple[int, int]  # skill, version
BY: Final = ("question__skill_id", "question__version")


@dataclass(frozen=True, slots=True)
class Item:
    """One version of a template in use. ``share``: right at once, 0 to 1; ``seconds``: to the first answer, on average;
    ``hints``: opened for each question; ``slips``: named mistakes among wrong first answers with their share."""

    skill_id: int
    name: str
    slug: str
    version: int
    tries: int
    share: float
    seconds: float
    hints: float
    slips: tuple[tuple[str, float], ...]

    @property
    def flag(self) -> str:
        """ "hard" or "easy" when, after enough tries, the share is outside the band; else empty."""
        if self.tries < ENOUGH:
            return ""
        return "hard" if self.share < HARD else "easy" if self.share > EASY else ""

    @property
    def percent(self) -> int:
        """The share right at once, in percent, rounded half up."""
        return int(100 * self.share + 0.5)

    @property
    def slip(self) -> str:
        """The most common mistake as words, empty when none has a name."""
        return self.slips[0][0].replace("-", " ") if self.slips else ""

    @property
    def slip_percent(self) -> int:
        """Its share of the wrong first answers, in percent."""
        return int(100 * self.slips[0][1] + 0.5) if self.slips else 0

    @property
    def told(self) -> str:
        """What learners read who make that mistake."""
        return MISCONCEPTIONS.get(self.slips[0][0], "") if self.slips else ""


def items(school_id: int, course: CourseMap, unit_id: str = "") -> tuple[Item, ...]:
    """Every version that was asked in a unit (of the whole course for ""), in the course's order. Three queries."""
    skills = {s.id: s for s in course.skills.values() if unit_id in ("", s.unit_id)}
    steps = Answer.objects.filter(school_id=school_id, question__skill_id__in=list(skills)).order_by()
    firsts, hints, slips = _firsts(steps), _hints(steps), _slips(steps)
    place = {skill: at for at, skill in enumerate(skills)}
    return tuple(
        Item(
            skill, skills[skill].name, skills[skill].slug, version, tries, right / tries, float(ms) / 1000,
            hints.get((skill, version), 0) / tries, slips.get((skill, version), ()),
        )
        for skill, version, tries, right, ms in sorted(firsts, key=lambda row: (place[row[0]], row[1]))
    )  # fmt: skip


def _firsts(steps: "QuerySet[Answer]") -> Iterable[tuple[int, int, int, int, float]]:
    """What decided each question is its first step: skill, version, tries, right at once, ms on average."""
    right, ms = Count("id", filter=Q(mark="right")), Avg(Least("ms", Value(LONGEST)))
    rows: QuerySet[Answer, Any] = steps.filter(number=0).values_list(*BY).annotate(tries=Count("id"))
    return rows.annotate(right=right, spent=ms)


def _hints(steps: "QuerySet[Answer]") -> Mapping[Key, int]:
    rows: QuerySet[Answer, Any] = steps.filter(kind=Kind.HINT).values_list(*BY).annotate(n=Count("id"))
    return {(skill, version): n for skill, version, n in rows}


def _slips(steps: "QuerySet[Answer]") -> Mapping[Key, tuple[tuple[str, float], ...]]:
    """The named mistakes of each template, most common first, with their share of all wrong first answers."""
    wrong = steps.filter(number=0, kind=Kind.ANSWER, mark="wrong")
    rows: QuerySet[Answer, Any] = wrong.values_list(*BY, "misconception").annotate(n=Count("id"))
    found: defaultdict[Key, dict[str, int]] = defaultdict(dict)
    for skill, version, name, n in rows:
        found[skill, version][name] = n
    return {key: _shares(counts) for key, counts in found.items()}


def _shares(counts: Mapping[str, int]) -> tuple[tuple[str, float], ...]:
    every = sum(counts.values())
    named = sorted((-n, name) for name, n in counts.items() if name)
    return tuple((name, -n / every) for n, name in named)
