"""What a learner is told before an activity starts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from mastery import Activity
from mastery.accommodations import Accommodation
from mastery.activities import RULES
from mastery.selection import question_count
from trailstone.content.catalogue import SkillMap
from trailstone.people.models import User
from trailstone.practice import actions, queries
from trailstone.practice.arranging import arranged_for
from trailstone.practice.earlier import earlier
from trailstone.practice.sitting import Sitting
from trailstone.practice.start import policy_of
from trailstone.progress.challenges import challenge_of, next_skills, what_is_missing
from trailstone.progress.queries import level, levels_of
from trailstone.web.learner.builds_on import Need, is_stuck, needs
from trailstone.web.practice.about import About
from trailstone.web.practice.start.rules import Change, changes, rules

MINUTES_A_QUESTION = 4 / 3
FEW = 12  # skills that are named one by one


@dataclass(frozen=True, slots=True)
class Covered:
    """A skill (or, of many, a unit) the activity asks about; ``level`` of a skill now, None for a unit."""

    name: str
    level: int | None


@dataclass(frozen=True, slots=True)
class Card:
    """The start card. ``resume``: the open attempt; ``missing``: why a challenge is closed, empty when it is open;
    ``needs``: the skills that the one of an exercise builds on, which come first when it is ``stuck``."""

    about: About
    questions: int
    minutes: int
    level: int | None
    changes: tuple[Change, ...]
    covers: tuple[Covered, ...]
    rules: tuple[str, ...]
    resume: Sitting | None
    missing: str
    needs: tuple[Need, ...] = ()
    stuck: bool = False

    @property
    def mixed(self) -> bool:
        """Several skills in one sitting."""
        return RULES[self.about.activity].mixed

    @property
    def waiting(self) -> int:
        """The number of the question that waits."""
        current = self.resume.current if self.resume else None
        return current.position + 1 if current else self.questions

    @property
    def bonus_waits(self) -> bool:
        """All questions are done, and the bonus question was offered."""
        return bool(self.resume and self.resume.bonus_offered)


def card(learner: User, what: About, now: datetime) -> Card:
    """The start card of an activity for a learner. The number of queries does not depend on the course."""
    resume = running(learner, what, now)
    levels = levels_of(learner.school_id, [learner.pk], what.course)[learner.pk]
    challenge = what.activity is Activity.MASTERY_CHALLENGE
    missing = what_is_missing(challenge_of(learner, what.course, now), now) if challenge and not resume else ""
    skills = _skills(learner, what, resume) if challenge and not missing else what.skills
    arranged = arranged_for(learner)
    questions = len(resume.questions) if resume else _length(what, skills, Accommodation.FEWER_QUESTIONS in arranged)
    policy = policy_of(learner, arranged)
    mixed, level_of = RULES[what.activity].mixed, partial(level, levels)
    return Card(
        about=what,
        questions=questions,
        minutes=max(5, 5 * round(questions * MINUTES_A_QUESTION / 5)),
        level=None if mixed else level(levels, skills[0]),
        changes=() if mixed else tuple(changes(level(levels, skills[0]), questions, policy)),
        covers=tuple(_covers(what, skills, levels)) if mixed else (),
        rules=tuple(rules(what.activity, policy, same=what.own_questions_of is not None)),
        resume=resume,
        missing=missing,
        needs=() if mixed else needs(what.course, what.course.builds_on(skills[0]), level_of),
        stuck=not mixed and is_stuck(what.course, skills[0], level_of),
    )


def running(learner: User, what: About, now: datetime) -> Sitting | None:
    """The open attempt at the same thing; a challenge whose time is over lapses and is none."""
    found = earlier(learner, what.course.id, what.activity, what.subject).running(what.own_questions_of)
    sitting = queries.sitting(learner, found) if found else None
    return None if sitting is None or actions.lapse(sitting, now) else sitting


def _skills(learner: User, what: About, resume: Sitting | None) -> Sequence[SkillMap]:
    if resume is None:
        return next_skills(learner, what.course)
    asked = dict.fromkeys(place.skill_id for place in resume.places)
    return [what.course.skills[id] for id in asked if id in what.course.skills]


def _length(what: About, skills: Sequence[SkillMap], fewer: bool) -> int:
    says = what.unit.unit_test if what.activity is Activity.UNIT_TEST and what.unit else None
    own = skills[0].questions if what.activity is Activity.EXERCISE else says
    return question_count(what.activity, len(skills), own, fewer=fewer)


def _covers(what: About, skills: Sequence[SkillMap], levels: bytes) -> Iterable[Covered]:
    if len(skills) <= FEW or what.activity is not Activity.COURSE_CHALLENGE:
        return [Covered(skill.name, level(levels, skill)) for skill in skills]
    return [Covered(f"{unit.title} ({len(unit.skills)} skills)", None) for unit in what.course.units if unit.skills]
