"""What the learner pages say about a next step, a goal's date and a level: whole sentences from the rules."""

from dataclasses import dataclass
from math import ceil

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mastery import Activity, Level
from trailstone.content.catalogue import SkillMap
from trailstone.reports.learner import NextStep, Pace, Waiting
from trailstone.web.learner import links

HURRY = 7  # days: nearer than this, skills are counted in all, not a week


@dataclass(frozen=True, slots=True)
class NextStone:
    """A sentence around a link: ``before``, the linked ``name``, ``after``."""

    before: str
    name: str
    href: str
    after: str


def title(step: NextStep) -> str:
    """What a next step is called: "Two-step equations", "Quiz 2 of Linear equations"."""
    if step.skill is not None:
        return step.skill.name
    unit = step.unit.title if step.unit else ""
    names = {
        Activity.QUIZ: _("Quiz %(number)s of %(unit)s") % {"number": step.quiz, "unit": unit},
        Activity.UNIT_TEST: _("Unit test of %(unit)s") % {"unit": unit},
        Activity.COURSE_CHALLENGE: _("Course challenge"),
        Activity.MASTERY_CHALLENGE: _("Mastery challenge"),
    }
    return names[step.activity]


def waits(waiting: Waiting | None) -> str:
    """ "Question 3 of 4 is waiting for you"; empty when nothing is."""
    if waiting is None:
        return ""
    if not waiting.number:
        return _("All questions are answered: finish it to see your results")
    return _("Question %(number)d of %(of)d is waiting for you") % {"number": waiting.number, "of": waiting.of}


def next_stone(step: NextStep) -> NextStone:
    """How to level up, exactly: which questions, from which level to which."""
    before, after = _way(step)
    return NextStone(before, title(step), links.step(step), after if after == "." else f" {after}")


def _way(step: NextStep) -> tuple[str, str]:
    if step.skill is not None and step.level is not None:
        return _("answer all %(count)d right in") % {"count": step.skill.questions}, _rise(step.level)
    ways = {
        Activity.QUIZ: (_("get every question right in the"), _("to bring its skills up.")),
        Activity.UNIT_TEST: (
            _("get every question right in the"),
            _("to take its skills from Proficient to Mastered."),
        ),
    }
    return ways.get(step.activity, (_("none is left to climb. Keep them fresh with the"), "."))


def alone(step: NextStep) -> str:
    """The same in a sentence of its own, for where the step's name stands above it."""
    if step.skill is not None and step.level is not None:
        return _("Answer all %(count)d right %(rise)s") % {"count": step.skill.questions, "rise": _rise(step.level)}
    ways = {
        Activity.QUIZ: _("Get every question right to bring its skills up."),
        Activity.UNIT_TEST: _("Get every question right to take its skills from Proficient to Mastered."),
    }
    return ways.get(step.activity, _("Every stone stands. A round now and then keeps them fresh."))


def _rise(level: Level) -> str:
    if level == Level.NOT_STARTED:
        return _("to reach Proficient at once.")
    if level >= Level.PROFICIENT:
        return _("to stay %(level)s.") % {"level": level.words}
    return _("to go from %(level)s to Proficient.") % {"level": level.words}


def way_up(skill: SkillMap, level: Level) -> str:
    """How a skill goes up from here, for its row: "Get 4 of 4 to reach Proficient"."""
    if level < Level.PROFICIENT:
        return _("Get %(count)d of %(count)d to reach Proficient") % {"count": skill.questions}
    if level == Level.PROFICIENT:
        return _("Get it right in the unit test or a challenge to reach Mastered")
    return _("All three stones stand. Practise it now and then")


def pace(left: Pace) -> str:
    """What reaching the goal in time asks for; never a reproach."""
    if left.days < 1:
        return _("The date has passed; you can still reach it.")
    if left.days <= HURRY:
        said = ngettext("%(count)d more skill by the date", "%(count)d more skills by the date", left.skills)
        return said % {"count": left.skills}
    if left.a_week <= 0.5:
        return _("One skill in %(weeks)d weeks is enough") % {"weeks": int(1 / left.a_week) if left.skills else 2}
    week = ceil(left.a_week)
    said = ngettext("To be in time: about %(count)d skill a week", "To be in time: about %(count)d skills a week", week)
    return said % {"count": week}


def fraction(points: int, possible: int) -> str:
    """ "1,820 of 4,500 points"."""
    return _("%(points)s of %(possible)s points") % {"points": f"{points:,}", "possible": f"{possible:,}"}
