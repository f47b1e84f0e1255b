"""The rows of a unit: lessons with their article and skills, quizzes after what they cover, the unit test last."""

from collections.abc import Collection
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mastery import Activity, Level
from mastery.selection import question_count
from trailstone.content.catalogue import CourseMap, LessonMap, QuizMap, SkillMap, UnitMap
from trailstone.reports.learner import Desk, NextStep, Waiting
from trailstone.web.learner import links, words
from trailstone.web.learner.builds_on import Need, is_stuck, needs


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to read or to sit down to. ``kind``: "article", "skill", "quiz" or "unit_test"; ``needs``: the skills
    that one below Proficient builds on, which come first when it is ``stuck``."""

    kind: str
    anchor: str
    name: str
    text: str
    href: str
    action: str
    level: int = 0
    up_next: bool = False
    done: bool = False
    needs: tuple[Need, ...] = ()
    stuck: bool = False


@dataclass(frozen=True, slots=True)
class LessonRows:
    """A lesson's rows; ``after`` are the quizzes that stand behind it."""

    title: str
    rows: tuple[Row, ...]
    after: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class UnitRows:
    """The whole unit in order."""

    course: CourseMap
    unit: UnitMap
    desk: Desk
    step: NextStep | None
    read: Collection[str]

    def lessons(self) -> list[LessonRows]:
        """The lessons, each quiz behind the lesson that holds the last skill it covers."""
        found, place = [], 0
        for lesson in self.unit.lessons:
            before, place = place, place + len(lesson.skills)
            quizzes = [quiz for quiz in self.unit.quizzes if before < quiz.after <= place]
            rows = (*self._article(lesson), *map(self._skill, lesson.skills))
            if rows:
                found.append(LessonRows(lesson.title, rows, tuple(map(self._quiz, quizzes))))
        return found

    def test(self) -> Row:
        """The unit test."""
        waiting = self._waits(f"unit:{self.unit.id}", Activity.UNIT_TEST)
        count = question_count(Activity.UNIT_TEST, len(self.unit.skills), self.unit.unit_test)
        said = _("%(count)d questions. Right answers take Proficient skills to Mastered") % {"count": count}
        href = links.unit_test(self.course.id, self.unit)
        here = self._here(Activity.UNIT_TEST)
        return Row("unit_test", "unit-test", _("Unit test"), *_state(waiting, said, href, _("Start")), up_next=here)

    def _article(self, lesson: LessonMap) -> tuple[Row, ...]:
        if not lesson.article_title:
            return ()
        said = ngettext("%(count)d minute to read", "%(count)d minutes to read", lesson.minutes)
        href, done = links.article(self.course.id, self.unit, lesson), lesson.id in self.read
        action = _("Read again") if done else _("Read")
        row = Row(
            "article", lesson.slug, lesson.article_title, said % {"count": lesson.minutes}, href, action, done=done
        )
        return (row,)

    def _skill(self, skill: SkillMap) -> Row:
        level = self.desk.level(skill)
        waiting = self._waits(f"skill:{skill.id}", Activity.EXERCISE)
        action = _("Start") if level == Level.NOT_STARTED else _("Practise")
        state = _state(waiting, words.way_up(skill, level), links.exercise(self.unit, skill), action)
        here = self.step is not None and self.step.skill is skill
        anchor, level_of = skill.slug.rpartition("/")[2], self.desk.level
        below = () if level >= Level.PROFICIENT else needs(self.course, self.course.builds_on(skill), level_of)
        stuck = is_stuck(self.course, skill, level_of)
        return Row("skill", anchor, skill.name, *state, level=level, up_next=here, needs=below, stuck=stuck)

    def _quiz(self, quiz: QuizMap) -> Row:
        waiting = self._waits(f"quiz:{self.unit.id}:{quiz.number}", Activity.QUIZ)
        said = ngettext("Level up on the skill above", "Level up on the %(count)d skills above", len(quiz.skills))
        name, href = _("Quiz %(number)d") % {"number": quiz.number}, links.quiz(self.course.id, self.unit, quiz.number)
        here = self._here(Activity.QUIZ) and self.step is not None and self.step.quiz == quiz.number
        state = _state(waiting, said % {"count": len(quiz.skills)}, href, _("Start"))
        return Row("quiz", f"quiz-{quiz.number}", name, *state, up_next=here)

    def _here(self, activity: Activity) -> bool:
        return self.step is not None and self.step.activity is activity and self.step.unit is self.unit

    def _waits(self, subject: str, activity: Activity) -> Waiting | None:
        return self.desk.waits_at(self.course.id, subject, activity)


def _state(waiting: Waiting | None, text: str, href: str, action: str) -> tuple[str, str, str]:
    """Text, address and word of the button: those of the attempt that waits, when there is one."""
    if waiting is None:
        return text, href, action
    return words.waits(waiting), reverse("attempt", args=[waiting.attempt_id]), _("Resume")
