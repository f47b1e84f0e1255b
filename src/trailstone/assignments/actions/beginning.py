"""Sitting down to a thing of an assignment."""

from datetime import datetime
from random import Random
from typing import Final
from uuid import UUID

from mastery import Activity
from trailstone.assignments.models import Kind
from trailstone.assignments.naming import Named
from trailstone.assignments.queries.learner import assignment_of_learner
from trailstone.assignments.things import Described
from trailstone.people.models import User
from trailstone.practice import start
from trailstone.practice.errors import NotFound, Refused
from trailstone.practice.start import Fixed

NOT_HERE: Final = "There is no such assignment for you now. Open your assignments to see what there is."
TO_READ: Final = "This is an article: there is nothing to answer. Open it to read it."


def begin(*, learner: User, assignment_id: UUID, item_id: int, at: datetime, rng: Random) -> UUID:
    """Start a thing of the learner's own assignment, or go on with the attempt at it that is open. Returns its id.

    Where all get the same questions, the attempt asks these (the same again each time) and offers no bonus question.

    Raises:
        practice.errors.NotFound: no such thing of an assignment that the learner has and that has started.
        practice.errors.Refused: it is an article, or there are not enough questions.
    """
    found = assignment_of_learner(learner, assignment_id, at)
    named = next((named for named, _ in found.things if named.item_id == item_id), None) if found else None
    if found is None or named is None or named.about is None:
        raise NotFound(NOT_HERE)
    if named.thing.kind == Kind.ARTICLE:
        raise Refused(TO_READ)
    if found.same_questions:
        return _same(found.id, named, named.about, learner, at)
    return _own(named.about, learner, at, rng)


def _same(assignment_id: UUID, named: Named, about: Described, learner: User, at: datetime) -> UUID:
    return start.start_fixed(
        learner=learner, course=about.course, activity=Activity(named.thing.kind.value), subject=named.thing.subject,
        fixed=Fixed(assignment_id, named.fixed), at=at,
    )  # fmt: skip


def _own(about: Described, learner: User, at: datetime, rng: Random) -> UUID:
    course, unit, quiz = about.course, about.unit, about.quiz
    if about.thing.kind == Kind.EXERCISE:
        return start.start_exercise(learner=learner, course=course, skill=about.skills[0], at=at, rng=rng)
    if unit and quiz:
        return start.start_quiz(learner=learner, course=course, unit=unit, quiz=quiz, at=at, rng=rng)
    if unit:
        return start.start_unit_test(learner=learner, course=course, unit=unit, at=at, rng=rng)
    return start.start_course_challenge(learner=learner, course=course, at=at, rng=rng)
