"""A class for a learner: the goals on top, what is assigned, what is next, the map of each course."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from trailstone.assignments.queries import assignments_of_learner
from trailstone.content.catalogue import CourseMap
from trailstone.goals.queries import goals_of_learner
from trailstone.reports.learner import step_on, uncelebrated
from trailstone.web.access import PageRequest, signed_in
from trailstone.web.learner import links
from trailstone.web.learner.assignment_cards import AssignmentCard, as_cards
from trailstone.web.learner.goal_cards import Goals, goals
from trailstone.web.learner.learning import Learning, learning, nav
from trailstone.web.learner.next_up import Task, next_up
from trailstone.web.learner.stones import UnitRow, course_rows
from trailstone.web.learner.year import year
from trailstone.web.learner.your_unit import YourUnit, your_unit


@dataclass(frozen=True, slots=True)
class CourseMapRows:
    """A course of the class and its units."""

    course: CourseMap
    rows: list[UnitRow]


@signed_in
@require_http_methods(["GET"])
def class_page(request: PageRequest, class_id: UUID) -> HttpResponse:
    """One class of the person who asks; any other class does not exist."""
    here = learning(request)
    room = here.of_class(class_id)
    trails = here.attached[class_id]
    found = goals_of_learner(here.learner, None, here.today)
    mine = tuple(goal for goal in found if goal.class_id == class_id)
    aims = goals(here, mine, uncelebrated(here.learner))
    return render(
        request,
        "learner/class_page/page.html",
        {
            "nav": nav(here, class_id=class_id),
            "room": room,
            "teachers": links.listed(room.teachers),
            "goals": aims,
            "beside": _beside(here, aims),
            "year": year(mine, here.today, here.learner.school),
            "tasks": _tasks(here, trails, aims),
            **_assigned(here, class_id),
            "maps": [
                CourseMapRows(course, course_rows(course, here.desk, step_on(here.desk, course))) for course in trails
            ],
            "first": trails[0] if trails else None,
        },
    )


def _tasks(here: Learning, trails: tuple[CourseMap, ...], cards: Goals) -> list[Task]:
    several, shown = len(trails) > 1, {card.attempt for card in cards.current if card.attempt}
    return [task for course in trails if course.skills for task in next_up(here, course, shown=shown, name=several)]


def _assigned(here: Learning, class_id: UUID) -> dict[str, list[AssignmentCard]]:
    """The class's assignments: active ones by due moment, past ones latest first."""
    mine = [one for one in assignments_of_learner(here.learner, None, here.at) if one.class_id == class_id]
    return {
        "assigned": as_cards([one for one in mine if one.active], here.at),
        "past_assigned": as_cards([one for one in mine if not one.active], here.at),
    }


def _beside(here: Learning, cards: Goals) -> YourUnit | None:
    """What stands beside a lone course goal: the unit it leads through now."""
    lone = cards.course and not cards.unit
    return your_unit(here, cards.course[0]) if lone else None
