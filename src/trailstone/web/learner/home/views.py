"""The learner's home: what to do now, over all classes."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from trailstone.assignments.queries import assignments_of_learner
from trailstone.goals.queries import goals_of_learner
from trailstone.people import calendar
from trailstone.reports.learner import NextStep, moves, resumed, step_on, uncelebrated
from trailstone.web.access import PageRequest, signed_in
from trailstone.web.learner import links, words
from trailstone.web.learner.assignment_cards import AssignmentCard, as_cards
from trailstone.web.learner.courses.views import course_card
from trailstone.web.learner.goal_cards import Goals, goals, place
from trailstone.web.learner.learning import Learning, learning, nav
from trailstone.web.learner.next_up import Task, mastery_challenge

MOST_DUE = 3  # assignments named here; the others stand on their own page
DAYS = ("M", "T", "W", "T", "F", "S", "S")


@dataclass(frozen=True, slots=True)
class Continue:
    """The card on top: the one thing to do now."""

    title: str
    over: str
    waits: str
    how: str
    href: str


@dataclass(frozen=True, slots=True)
class ThisWeek:
    """This week's trail: a letter and a mark a day, the stones gained."""

    days: tuple[tuple[str, bool, bool], ...]  # letter, practised, today
    count: int
    stones: int


@signed_in
@require_http_methods(["GET"])
def learner_home(request: PageRequest) -> HttpResponse:
    """What to do now: continue, goals, challenges that are ready, courses, this week."""
    here = learning(request)
    aims = goals(here, goals_of_learner(here.learner, None, here.today), uncelebrated(here.learner))
    page = {
        "nav": nav(here, page="home"),
        "learner": here.learner,
        "go_on": _continue(here, aims),
        "goals": aims,
        "due_soon": _due_soon(here),
        "named": len(here.classes) > 1,
        "ready": _ready(here),
        "shelf": [course_card(here, course) for course in here.courses],
        "classes": here.classes,
        "week": _week(here),
    }
    return render(request, "learner/home/page.html", page)


def _due_soon(here: Learning) -> list[AssignmentCard]:
    """What is to be done next: late ones first, then the nearest."""
    to_do = [one for one in assignments_of_learner(here.learner, None, here.at) if one.to_do]
    return as_cards(to_do[:MOST_DUE], here.at)


def _continue(here: Learning, cards: Goals) -> Continue | None:
    step = _begun(here) or _of_goals(here, cards) or _of_courses(here)
    if step is None:
        return None
    over = step.unit.title if step.unit else step.course.title
    return Continue(words.title(step), over, words.waits(step.waiting), words.alone(step), links.step(step))


def _begun(here: Learning) -> NextStep | None:
    """What was begun last, in any course of the learner's."""
    trails = {course.id: course for course in here.courses}
    open_here = [one for one in here.desk.waiting if one.course_id in trails]
    return next(filter(None, (resumed(here.desk, trails[one.course_id], one) for one in open_here)), None)


def _of_goals(here: Learning, cards: Goals) -> NextStep | None:
    """The next step of the goal whose date is nearest among those to reach."""
    places = [place(card.goal) for card in cards.current if not card.reached]
    return next(filter(None, (step_on(here.desk, course, unit) for course, unit in places if course)), None)


def _of_courses(here: Learning) -> NextStep | None:
    """The course that was worked on last, else the first."""
    last = sorted(here.courses, key=lambda course: here.desk.last_worked(course), reverse=True)
    return next(filter(None, (step_on(here.desk, course) for course in last)), None)


def _ready(here: Learning) -> list[Task]:
    """Mastery challenges that are open or running."""
    several = len(here.courses) > 1
    tasks = (mastery_challenge(here, course, name=several) for course in here.courses if course.skills)
    return [task for task in tasks if task.action]


def _week(here: Learning) -> ThisWeek:
    since = calendar.start_of_day(here.learner.school, here.week.monday)
    stones = sum(max(0, one.after - one.before) for one in moves(here.learner, since, here.at))
    today = here.today.weekday()
    days = tuple((_(DAYS[day]), done, day == today) for day, done in enumerate(here.week.days))
    return ThisWeek(days, here.week.count, stones)
