"""Why one skill's level changed or did not, for whoever asks: the attempt, the questions with what was answered, the
row of the table, the policy, the corrections, and the changes before and after."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from mastery import POLICIES, Level, Outcome, Policy
from mastery.accommodations import TERMS
from mastery.corrections import SET
from mastery.explain import Explanation, row_name
from mastery.levels import LADDER
from trailstone.content.catalogue import SkillMap, courses
from trailstone.people.models import User
from trailstone.practice import queries as practice
from trailstone.practice.sitting import Sitting
from trailstone.progress.models import LevelChange
from trailstone.progress.queries import changes_of_skill, explanation
from trailstone.reports.corrections import Line, corrections_behind
from trailstone.web.practice.about import About, about
from trailstone.web.practice.answers import Worked, worked

LARGEST: Final = 2**31 - 1  # no skill has a larger number, and no database takes one
SHOWN: Final = 20  # changes of the skill, latest first


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the row of the table: from which level to which, and whether this change was it."""

    before: Level
    after: Level
    here: bool


@dataclass(frozen=True, slots=True)
class Told:
    """One change of the story of the skill. ``what``: the row of the table in a few words."""

    change: LevelChange
    what: str
    before: Level
    after: Level
    here: bool


@dataclass(frozen=True)
class Reason:
    """Everything about one change. ``sitting`` and ``about`` are None for a level that a teacher set."""

    name: str
    skill: SkillMap | None
    change: LevelChange
    said: Explanation
    corrections: Sequence[Line]
    story: Sequence[Told]
    sitting: Sitting | None
    about: About | None

    @property
    def was_set(self) -> bool:
        """A teacher set it: no work is behind it."""
        return self.change.outcome == SET

    @property
    def policy(self) -> Policy | None:
        """The policy that was recorded with it."""
        return POLICIES.get(self.change.policy)

    @property
    def row_name(self) -> str:
        """The row of the teachers' table: "exercise good"."""
        return "" if self.was_set else row_name(Outcome(self.change.outcome))

    @property
    def row(self) -> tuple[Row, ...]:
        """That row, level by level."""
        if self.policy is None or self.was_set:
            return ()
        cells = self.policy.table[Outcome(self.change.outcome)]
        here = None if self.change.pardoned else self.change.before
        return tuple(Row(before, cells[before], before == here) for before in LADDER)

    @property
    def arranged(self) -> list[str]:
        """What was arranged for the learner when the attempt began, by name."""
        return sorted(TERMS[kind].title for kind in self.sitting.arranged) if self.sitting else []

    @property
    def asked(self) -> tuple[Worked, ...]:
        """The questions on this skill, with what was answered."""
        places = self.sitting.places if self.sitting else ()
        return tuple(worked(place) for place in places if place.skill_id == self.change.skill_id)


def reason(learner: User, attempt_id: UUID, skill_id: int) -> Reason | None:
    """The reason for the change that an attempt (or a correction, by its id) made to a skill. None: there is none.

    Five statements at most, whatever the length of the story.
    """
    if skill_id > LARGEST:
        return None
    story = changes_of_skill(learner, skill_id, attempt_id, SHOWN)
    change = next((one for one in story if one.attempt_id == attempt_id), None)
    if change is None:
        return None
    sitting = None if change.outcome == SET else practice.sitting(learner, attempt_id)
    skill = next((course.skills[skill_id] for course in courses().values() if skill_id in course.skills), None)
    return Reason(
        name=skill.name if skill else change.skill.name,
        skill=skill,
        change=change,
        said=explanation(change),
        corrections=corrections_behind(change),
        story=[_told(one, change) for one in story],
        sitting=sitting,
        about=about(sitting) if sitting else None,
    )


def _told(one: LevelChange, change: LevelChange) -> Told:
    what = "set by a teacher" if one.outcome == SET else row_name(Outcome(one.outcome))
    what = f"{what} (pardoned)" if one.pardoned else what
    return Told(one, what, Level(one.before), Level(one.after), one.id == change.id)
