"""The starter checklist as the class overview shows it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from trailstone.people.models import Classroom
from trailstone.reports.starter import FirstSteps, first_steps


@dataclass(frozen=True, slots=True)
class Way:
    """Something to do for a step: words and address; ``post`` is what a form must say, for what is noted."""

    words: Promise
    href: str
    post: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One of the six."""

    title: Promise
    text: Promise
    done: bool
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Checklist:
    """The six steps; ``now`` is the number of the first that is to do, from 1."""

    steps: tuple[Step, ...]
    facts: FirstSteps
    now: int


def checklist(room: Classroom, courses: Sequence[object]) -> Checklist | None:
    """The list; None when it was put away, is all done, or the class is archived."""
    if room.archived_at:
        return None
    facts = first_steps(room)
    if facts.dismissed or facts.done == TOTAL:
        return None
    steps = _steps(room, facts, has_courses=bool(courses))
    return Checklist(steps, facts, next(at for at, step in enumerate(steps, 1) if not step.done))


TOTAL = 6


def _steps(room: Classroom, facts: FirstSteps, *, has_courses: bool) -> tuple[Step, ...]:
    def to(name: str) -> str:
        return reverse(name, args=[room.pk])

    return (
        Step(
            _("Set a course goal"), _("The long way: which course, how far, until when. Learners see it on top."),
            facts.course_goal, _first(to, facts, has_courses),
        ),
        Step(
            _("Tell the learners"), _("Hand out the plan and the login cards. Done when half of them have signed in."),
            facts.told, (Way(_("Plan to print"), to("plan")), Way(_("Login cards"), to("roster"))),
        ),
        Step(
            _("Lay out the year"), _("The short steps: a goal for each unit, over the school's calendar."),
            facts.unit_goals, (Way(_("The year"), to("roadmap")),),
        ),
        Step(
            _("Assign something"), _("An exercise, an article or a quiz, for all or for some, with a date."),
            facts.assigned, (Way(_("Assign"), to("assign")),),
        ),
        Step(
            _("Look at the reports"), _("Who is where in each skill, and who needs you."),
            facts.reports, (Way(_("Open the skills report"), to("starter"), post="reports"),),
        ),
        Step(
            _("Celebrate"), _("When the first goal is reached: a certificate, a word in class, and mark it as done."),
            facts.celebrated, (Way(_("Goals reached"), to("celebrate-list")),),
        ),
    )  # fmt: skip


def _first(to: Callable[[str], str], facts: FirstSteps, has_courses: bool) -> tuple[Way, ...]:
    """What comes before a goal: a course, and somebody to have it."""
    needs = (
        (not has_courses, Way(_("Add the course you teach"), to("edit-courses"))),
        (not facts.learners, Way(_("Add learners"), to("add-learners"))),
    )
    return tuple(way for needed, way in needs if needed) or (Way(_("Set the course goal"), to("placement")),)
