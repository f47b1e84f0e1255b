"""The mastery challenge: whether it is open for a learner, and starting it on the right three skills."""

from datetime import datetime
from random import Random
from uuid import UUID

from django.db.models import Max

from mastery.challenge import ChallengeState, Practised, challenge_skills, challenge_state
from mastery.corrections import SET
from trailstone.content.catalogue import CourseMap, SkillMap
from trailstone.people.models import User
from trailstone.practice import queries as practice
from trailstone.practice.errors import Refused
from trailstone.practice.start import start_mastery_challenge
from trailstone.progress.models import LevelChange
from trailstone.progress.queries import level, levels_of


def challenge_of(learner: User, course: CourseMap, now: datetime) -> ChallengeState:
    """Whether the learner's mastery challenge in a course is open, and if not, what is missing. Two queries."""
    levels = levels_of(learner.school_id, [learner.pk], course)[learner.pk]
    last = practice.last_challenge(learner, course.id)
    return challenge_state([level(levels, skill) for skill in course.skills.values()], last, now)


def begin_challenge(*, learner: User, course: CourseMap, at: datetime, rng: Random) -> UUID:
    """Start the mastery challenge, or go on with the one that is running. Returns the attempt's id.

    Raises:
        Refused: it is not open; the sentence says what is missing or when it opens.
    """
    running = practice.open_attempts(learner).filter(course_id=course.id, activity="mastery-challenge")
    state = challenge_of(learner, course, at)
    if not state.ready and not running.exists():
        raise Refused(what_is_missing(state, at))
    skills = next_skills(learner, course)
    return start_mastery_challenge(learner=learner, course=course, skills=skills, at=at, rng=rng)


def what_is_missing(state: ChallengeState, now: datetime) -> str:
    """Why the challenge is not open, as a sentence for the learner; empty when it is."""
    if state.missing_familiar:
        more = "one more skill" if state.missing_familiar == 1 else f"{state.missing_familiar} more skills"
        return f"Reach Familiar in {more} to open the mastery challenge."
    if state.missing_proficient:
        return "Reach Proficient in one skill to open the mastery challenge."
    if state.opens_at:
        minutes = max(1, int((state.opens_at - now).total_seconds() // 60))
        return f"The next mastery challenge opens in {minutes // 60} h {minutes % 60} min."
    return ""


def next_skills(learner: User, course: CourseMap) -> list[SkillMap]:
    """The three skills the next challenge would ask: Familiar or higher, longest not practised first."""
    levels = levels_of(learner.school_id, [learner.pk], course)[learner.pk]
    rows = LevelChange.objects.filter(school_id=learner.school_id, learner=learner, skill_id__in=course.skills)
    rows = rows.exclude(outcome=SET)  # a level that a teacher set was not practised
    last = dict(rows.values_list("skill_id").annotate(last=Max("at")).values_list("skill_id", "last"))
    practised = [Practised(s, level(levels, s), last.get(s.id)) for s in course.skills.values()]
    return list(challenge_skills(practised))
