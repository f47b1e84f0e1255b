"""Assigning and working as the tests of assignments do it."""

from datetime import timedelta
from random import Random

import pytest

from tests.trailstone.cast import MONDAY
from trailstone.assignments import actions, queries, things
from trailstone.assignments.models import Assignment

FRIDAY_NIGHT = MONDAY + timedelta(days=4, hours=11, minutes=59)  # 5 March 2027, 23:59 in Nairobi


class Desk:
    """Ms Ada at her desk: what the tests assign and ask."""

    def __init__(self, school):
        self.school = school
        self.alg1 = school.alg1
        self.unit = next(unit for unit in school.alg1.units if unit.quizzes)
        self.skill = self.unit.skills[0]

    def exercise(self, number=0):
        return things.exercise(self.unit.skills[number])

    def quiz(self):
        return things.quiz(self.alg1, self.unit, 1)

    def article(self):
        lesson = next(lesson for unit in self.alg1.units for lesson in unit.lessons if lesson.article_title)
        return things.article(self.alg1, lesson)

    def work(self, *wanted, due=FRIDAY_NIGHT, **more):
        return actions.Work(things=wanted or (self.exercise(),), due_at=due, **more)

    def assign(self, *wanted, to=None, who=None, at=MONDAY, draft=False, seed=1, actor=None, **more):
        learners = [person.pk for person in who] if who is not None else None
        given = actions.assign(
            actor=actor or self.school.ada, to=to or [actions.To(self.school.room, learners)],
            work=self.work(*wanted, **more), at=at, rng=Random(seed), draft=draft,
        )  # fmt: skip
        return Assignment.objects.get(pk=given[0].assignment_id)

    def seen(self, assignment, at=MONDAY):
        return queries.class_assignment(assignment.classroom, assignment.pk, at)

    def states(self, assignment, at=MONDAY):
        return {line.name: line.state.value for line in self.seen(assignment, at).lines}

    def mine(self, learner, at=MONDAY):
        return queries.assignments_of_learner(learner, None, at)

    def begin(self, learner, assignment, item=None, at=MONDAY, seed=3):
        """Start ``item``, or the first; who starts while another edits names the item, as the page they have open."""
        item = item or assignment.items.all()[0]
        return actions.begin(
            learner=learner, assignment_id=assignment.pk, item_id=item.pk, at=at, rng=Random(seed)
        )  # fmt: skip


@pytest.fixture
def desk(school):
    return Desk(school)
