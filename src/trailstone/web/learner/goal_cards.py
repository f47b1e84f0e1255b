"""A learner's goals as cards: where they stand, how to go on, what reaching them in time asks for."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mastery import Level
from mastery.goals import GoalState
from trailstone.content.catalogue import CourseMap, SkillMap, UnitMap, courses
from trailstone.goals.queries import LearnerGoal
from trailstone.progress.queries import counted
from trailstone.reports.learner import NextStep, pace, step_on
from trailstone.web.learner import words
from trailstone.web.learner.learning import Learning
from trailstone.web.learner.stones import Stone, strip

SOON = 7  # days
LATE = frozenset({GoalState.PAST_DUE, GoalState.ACHIEVED_LATE})


@dataclass(frozen=True, slots=True)
class GoalCard:
    """One goal. ``label`` names the step that ``Continue`` leads to; empty where there is nothing to practise yet."""

    goal: LearnerGoal
    today: date
    reached: bool
    late: bool
    celebrate: bool  # reached, and the celebration was not seen yet
    label: str
    waits: str
    attempt: UUID | None  # the attempt that waits
    pace: str
    stone: words.NextStone | None
    strip: tuple[Stone, ...]
    skills: int
    proficient: int

    @property
    def fraction(self) -> str:
        """Points of points, in words."""
        return words.fraction(self.goal.points, self.goal.possible)

    @property
    def soon(self) -> bool:
        """Still to reach, and the date is within a week."""
        return not self.reached and 0 <= (self.goal.due - self.today).days < SOON

    @property
    def full(self) -> bool:
        """All there is to master is mastered."""
        return self.goal.percent >= 100


@dataclass(frozen=True, slots=True)
class Goals:
    """The goals of a page: current course and unit goals by due date, and the past ones."""

    course: tuple[GoalCard, ...]
    unit: tuple[GoalCard, ...]
    past: tuple[GoalCard, ...]

    @property
    def current(self) -> tuple[GoalCard, ...]:
        """All current goals, the nearest date first."""
        return tuple(sorted((*self.course, *self.unit), key=lambda card: (card.reached, card.goal.due)))


def goals(here: Learning, found: tuple[LearnerGoal, ...], uncelebrated: frozenset[int]) -> Goals:
    """Cards for these goals; those the class turns to later wait in the year (see ``begun``)."""
    cards = [_card(here, goal, goal.aim_id in uncelebrated) for goal in begun(found, here.today)]
    now = [card for card in cards if card.goal.current]
    return Goals(
        course=tuple(card for card in now if card.goal.kind == "course"),
        unit=tuple(card for card in now if card.goal.kind == "unit"),
        past=tuple(card for card in cards if not card.goal.current),
    )


def begun(found: tuple[LearnerGoal, ...], today: date) -> tuple[LearnerGoal, ...]:
    """The goals without those ahead; where nothing else is to do, the nearest one ahead is shown, too."""
    later = [goal for goal in found if goal.current and goal.ahead(today)]
    rest = [goal for goal in found if goal not in later]
    return tuple(rest) if any(goal.current for goal in rest) else (*later[:1], *rest)


def _card(here: Learning, goal: LearnerGoal, celebrate: bool) -> GoalCard:
    course, unit = place(goal)
    step = step_on(here.desk, course, unit) if course else None
    skills = counted(course, goal.unit_id) if course and (unit or not goal.unit_id) else ()
    levels = [here.desk.level(skill) for skill in skills]
    return GoalCard(
        goal=goal,
        today=here.today,
        reached=goal.achieved_on is not None,
        late=goal.state in LATE,
        celebrate=celebrate and goal.achieved_on is not None,
        label=words.title(step) if step else "",
        waits=words.waits(step.waiting) if step else "",
        attempt=step.waiting.attempt_id if step and step.waiting else None,
        pace=words.pace(pace(levels, goal.target, goal.due, here.today)),
        stone=words.next_stone(step) if step else None,
        strip=_strip(here, course, unit, skills, step),
        skills=len(skills),
        proficient=sum(level >= Level.PROFICIENT for level in levels),
    )


def place(goal: LearnerGoal) -> tuple[CourseMap | None, UnitMap | None]:
    """The course and unit a goal is about; None for what has left the site."""
    course = courses().get(goal.course_id)
    return course, course.by_unit.get(goal.unit_id) if course and goal.unit_id else None


def _strip(
    here: Learning, course: CourseMap | None, unit: UnitMap | None, skills: tuple[SkillMap, ...], step: NextStep | None
) -> tuple[Stone, ...]:
    return tuple(strip(course, unit, here.desk, step, quizzes=False)) if course and unit and skills else ()
