"""What an attempt came to: the score, each skill's level before and after with its reason, and what to do next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse

from mastery import Level
from mastery.activities import RULES
from mastery.explain import Explanation
from mastery.points import POINTS
from trailstone.people.models import User
from trailstone.practice.sitting import Sitting
from trailstone.progress.models import LevelChange
from trailstone.progress.queries import explanation, level, levels_of
from trailstone.web.practice.about import About, about, exercise_url, skill_name
from trailstone.web.practice.answers import Worked, state_of, worked
from trailstone.web.practice.results.ways import Way, ways


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one skill."""

    name: str
    said: Explanation
    right: int
    asked: int
    practise_url: str
    why_url: str
    missed: bool

    @property
    def direction(self) -> str:
        """ "up", "same" or "down"."""
        return ("same", "up", "down")[self.said.direction]


@dataclass(frozen=True, slots=True)
class Untested:
    """A skill the activity covers and did not ask this time: its level stands."""

    name: str
    level: int


@dataclass(frozen=True)
class Results:
    """The end card of a finished attempt."""

    about: About
    sitting: Sitting
    lines: tuple[Line, ...]
    untested: tuple[Untested, ...]
    missed: tuple[Worked, ...]
    ways: tuple[Way, ...]

    @property
    def mixed(self) -> bool:
        """Several skills in one sitting."""
        return RULES[self.sitting.activity].mixed

    @property
    def asked(self) -> int:
        """How many questions count."""
        return len(self.sitting.questions)

    @property
    def steps(self) -> list[dict[str, str]]:
        """The pebbles, each leading to its question."""
        review = reverse("review", args=[self.sitting.id])
        return [{"state": state_of(p), "href": f"{review}#q{p.position + 1}"} for p in self.sitting.places]

    @property
    def counts(self) -> dict[str, int]:
        """How many skills went up, stayed and went down."""
        found = [line.direction for line in self.lines]
        return {way: found.count(way) for way in ("up", "same", "down")}

    @property
    def points(self) -> int:
        """Mastery points gained over all skills, never below 0."""
        gained = sum(POINTS[line.said.after] - POINTS[line.said.before] for line in self.lines)
        return max(0, gained)

    @property
    def grew(self) -> bool:
        """A skill went up."""
        return self.counts["up"] > 0

    @property
    def mastered(self) -> tuple[str, ...]:
        """The skills that became Mastered in this attempt."""
        return tuple(line.name for line in self.lines if line.said.before < line.said.after == Level.MASTERED)


def results_of(learner: User, sitting: Sitting) -> Results:
    """The end card. Two queries beside the sitting itself."""
    what = about(sitting)
    changes = {change.skill_id: change for change in changes_of(learner, sitting)}
    levels = levels_of(learner.school_id, [learner.pk], what.course)[learner.pk]
    lines = tuple(line(what, sitting, changes[id]) for id in _asked(sitting) if id in changes)
    untested = [skill for skill in what.skills if skill.id not in changes]
    missed = [place for place in sitting.places if not place.counts_right]
    return Results(
        about=what,
        sitting=sitting,
        lines=lines,
        untested=tuple(Untested(skill.name, level(levels, skill)) for skill in untested),
        missed=tuple(worked(place) for place in missed),
        ways=tuple(ways(what, to_practise(lines), lowest(lines), levels)),
    )


def changes_of(learner: User, sitting: Sitting) -> Sequence[LevelChange]:
    """What the attempt did to each skill it asked, from the log of changes: one query."""
    return list(LevelChange.objects.filter(school_id=learner.school_id, learner=learner, attempt_id=sitting.id))


def _asked(sitting: Sitting) -> Iterable[int]:
    return dict.fromkeys(place.skill_id for place in sitting.places)


def line(what: About, sitting: Sitting, change: LevelChange) -> Line:
    """One skill's change with its explanation."""
    own = [place for place in sitting.places if place.skill_id == change.skill_id]
    skill = what.course.skills.get(change.skill_id)
    return Line(
        name=skill_name(what.course, change.skill_id, own[0].slug),
        said=explanation(change),
        right=change.right,
        asked=change.asked,
        practise_url=exercise_url(skill) if skill else "",
        why_url=reverse("why", args=[sitting.id, change.skill_id]),
        missed=change.right < change.asked,
    )


def to_practise(lines: Sequence[Line]) -> Way | None:
    """The first skill with a miss, as somewhere to go."""
    missed = next((line for line in lines if line.missed and line.practise_url), None)
    return Way(f"Practise: {missed.name}", missed.practise_url) if missed else None


def lowest(lines: Sequence[Line]) -> Level:
    """The lowest level any of the skills is on now."""
    return min((line.said.after for line in lines), default=Level.NOT_STARTED)
