"""A simulated learner's afternoon: what they sit down to, and how it goes."""

import uuid
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import TypedDict
from uuid import UUID

from mastery import Activity, Level
from trailstone.assignments.actions import begin
from trailstone.assignments.queries import assignments_of_learner
from trailstone.content.catalogue import CourseMap, LessonMap, SkillMap, UnitMap
from trailstone.operate.demo import answering
from trailstone.operate.demo.cast import HARD, Character
from trailstone.people.models import User
from trailstone.practice import actions, queries, start
from trailstone.practice.models import State
from trailstone.practice.sitting import Place, Sitting
from trailstone.progress.actions import mark_read
from trailstone.progress.challenges import begin_challenge, challenge_of
from trailstone.progress.queries import level, levels_of


class About(TypedDict):
    """What every start is told."""

    learner: User
    course: CourseMap
    at: datetime
    rng: Random


@dataclass
class Learner:
    """Somebody of the cast at work in one course; ``now`` is their clock of the day."""

    user: User
    character: Character
    course: CourseMap
    rng: Random
    now: datetime
    seen: Counter[str] = field(default_factory=Counter)
    tested: set[str] = field(default_factory=set)

    def afternoon(self, at: datetime) -> None:
        """One to three activities, each the next on the way; what is assigned comes first, if it is thought of."""
        self.now = at
        for _ in range(self.rng.choice((1, 1, 2, 2, 3))):
            if not self._assigned():
                self._next_activity()
            self._pass(60, 180)

    def _assigned(self) -> bool:
        """Do the next thing of what is due; False when there is nothing, or it is forgotten today."""
        due = [one for one in assignments_of_learner(self.user, None, self.now) if one.to_do and one.next]
        if not due or due[0].next is None or self.rng.random() > 0.4 * self.character.ability:
            return False
        thing, _ = due[0].next
        if thing.about and thing.about.lesson:
            self._read(thing.about.lesson, always=True)
        else:
            part, rng = due[0].id, self.rng
            self._work(begin(learner=self.user, assignment_id=part, item_id=thing.item_id, at=self.now, rng=rng))
        return True

    def _pass(self, low: int, high: int) -> None:
        self.now += timedelta(seconds=self.rng.randint(low, high))

    def _levels(self) -> dict[int, Level]:
        packed = levels_of(self.user.school_id, [self.user.pk], self.course)[self.user.pk]
        return {skill.id: level(packed, skill) for skill in self.course.skills.values()}

    def _next_activity(self) -> None:
        levels = self._levels()
        ready = challenge_of(self.user, self.course, self.now).ready
        if ready and self.rng.random() < 0.12:
            self._work(begin_challenge(learner=self.user, course=self.course, at=self.now, rng=self.rng))
            return
        unit = next((u for u in self.course.units if self._open_skill(u, levels) or u.id not in self.tested), None)
        if unit is not None:
            self._in_unit(unit, levels)

    def _open_skill(self, unit: UnitMap, levels: dict[int, Level]) -> SkillMap | None:
        """The first skill below Proficient; a learner who has tried one often goes on without it."""
        patience = 2 + int(2 * self.character.ability)
        weak = (skill for skill in unit.skills if levels[skill.id] < Level.PROFICIENT)
        return next((skill for skill in weak if self.seen[f"go:{skill.slug}"] < patience), None)

    def _in_unit(self, unit: UnitMap, levels: dict[int, Level]) -> None:
        skill = self._open_skill(unit, levels)
        for quiz in unit.quizzes:
            name = f"{unit.id}:{quiz.number}"
            before = skill is None or unit.skills.index(skill) >= quiz.after
            if before and name not in self.tested and self.rng.random() < 0.8:
                self.tested.add(name)
                self._work(start.start_quiz(**self._about(), unit=unit, quiz=quiz))
                return
        if skill is None:
            self.tested.add(unit.id)
            self._work(start.start_unit_test(**self._about(), unit=unit))
            return
        self._read(next(lesson for lesson in unit.lessons if skill in lesson.skills))
        self.seen[f"go:{skill.slug}"] += 1
        self._work(start.start_exercise(**self._about(), skill=skill))

    def _about(self) -> About:
        return {"learner": self.user, "course": self.course, "at": self.now, "rng": self.rng}

    def _read(self, lesson: LessonMap, *, always: bool = False) -> None:
        if lesson.minutes and (always or (lesson.id not in self.tested and self.rng.random() < 0.7)):
            self.tested.add(lesson.id)
            self._pass(120, 60 * lesson.minutes)
            mark_read(learner=self.user, lesson_id=lesson.id, at=self.now)

    def _work(self, attempt_id: UUID) -> None:
        """Work an attempt to its end, or leave it in the middle now and then."""
        while True:
            sitting = queries.sitting(self.user, attempt_id)
            if sitting is None or sitting.state != State.OPEN:
                return
            if sitting.bonus_offered:
                self._bonus(attempt_id)
            elif sitting.restart_offered and self.rng.random() < 0.04:
                actions.restart(learner=self.user, attempt_id=attempt_id)
                return
            elif sitting.missed >= 2 and sitting.activity == Activity.EXERCISE and self.rng.random() < 0.03:
                return
            elif sitting.current is not None:
                self._answer(sitting, sitting.current)

    def _bonus(self, attempt_id: UUID) -> None:
        if self.rng.random() < 0.8:
            start.take_bonus(learner=self.user, attempt_id=attempt_id, at=self.now, rng=self.rng)
        else:
            start.leave_bonus(learner=self.user, attempt_id=attempt_id, at=self.now)

    def _answer(self, sitting: Sitting, place: Place) -> None:
        self._pass(12, 55)
        self.seen[place.slug] += 1
        chance = answering.chance_right(self.character.ability, place.slug == HARD, self.seen[place.slug])
        if self.rng.random() < chance:
            self._send(sitting, place, right=True)
            return
        if self.rng.random() < 0.12 + 0.2 * (1 - self.character.ability):
            self._step(actions.skip, sitting, place)
            return
        self._send(sitting, place, right=False)
        self._mend(sitting.id, place.position)

    def _mend(self, attempt_id: UUID, position: int) -> None:
        """After a miss: perhaps a hint, then the right answer, or a skip."""
        sitting = queries.sitting(self.user, attempt_id)
        place = sitting.place(position) if sitting else None
        if sitting is None or place is None or place.done:
            return
        self._pass(15, 50)
        if sitting.hint_allowed(place) and self.rng.random() < 0.5:
            sitting = self._step(actions.open_hint, sitting, place)
            self._pass(10, 40)
        if self.rng.random() < 0.85:
            self._send(sitting, sitting.places[position], right=True)
        else:
            self._step(actions.skip, sitting, place)

    def _send(self, sitting: Sitting, place: Place, *, right: bool) -> None:
        mistake = None if right else answering.wrong(place.question, self.rng)
        actions.answer(
            learner=self.user, attempt_id=sitting.id, position=place.position,
            response=mistake or answering.right(place.question), client_key=uuid.UUID(int=self.rng.getrandbits(128)),
            at=self.now,
        )  # fmt: skip

    def _step(self, action: actions.Help, sitting: Sitting, place: Place) -> Sitting:
        key = uuid.UUID(int=self.rng.getrandbits(128))
        reply = action(learner=self.user, attempt_id=sitting.id, position=place.position, client_key=key, at=self.now)
        return reply.sitting
