"""Reports on a class of 35 in a course of 164 skills, at the server: the query, the page, the JSON.

The class is one of a school of 1,000 learners who all worked for a month, for a report must not read the others' work.
"""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from bench import work
from bench.plan import learner
from bench.times import repeated
from trailstone.content.catalogue import CATALOGUE, CourseMap, course_map
from trailstone.content.models import Course, Lesson, Placement, Skill, Unit
from trailstone.goals import actions as goals
from trailstone.goals.models import Goal
from trailstone.operate.serving import share
from trailstone.people import actions as people
from trailstone.people.models import Classroom, Enrolment, Role, School, User
from trailstone.progress.actions import store
from trailstone.reports import queries as reports

LEARNERS, SKILLS, UNITS, RUNS = 35, 164, 14, 60
OTHERS = 965  # learners of the school in no class
CLASS_PAGES = {  # by the name of the row: the name of the address, and what it asks for
    "overview_page": ("class-overview", ""),
    "progress_page": ("goals", ""),
    "mastery_page": ("mastery-report", ""),
    "skills_page": ("skills-report", "course=bench&unit=bench/u1"),
    "skills_all_page": ("skills-report", "course=bench&unit=all"),
    "activity": ("activity", "days=30"),
    "opportunities": ("opportunities", ""),
    "scores": ("scores", ""),
    "checks": ("checks", ""),
    "activity_xlsx": ("activity", "days=30&format=xlsx"),
}


def class_of_35(school: School, at: datetime) -> tuple[User, Classroom, CourseMap]:
    """A teacher, a class, a made-up course, every learner somewhere in it, a course goal and two unit goals."""
    course = made_up_course()
    teacher = learner(school, "teacher", at, Role.OWNER)
    room = people.open_class(actor=teacher, name="Bench", at=at)
    rng = Random(4)
    for number in range(LEARNERS):
        who = learner(school, f"class{number}", at)
        Enrolment.objects.create(classroom=room, learner=who, joined_at=at)
        store(school.pk, who.pk, {course: {skill: rng.randrange(5) for skill in course.skills}}, at)
    goals.edit_courses(actor=teacher, classroom=room, course_ids=[course.id], at=at)
    due = (at + timedelta(days=60)).date()
    goals.place(actor=teacher, classroom=room, course_id=course.id, learners=None, due=due, at=at)
    units = [unit.id for unit in course.units[:2]]
    goals.set_unit_goals(actor=teacher, classroom=room, unit_ids=units, learners=None, due=due, at=at)
    return teacher, room, course


def made_up_course() -> CourseMap:
    """A course of SKILLS in UNITS, made when it is not there yet."""
    if not Course.objects.filter(pk="bench").exists():
        with transaction.atomic():
            _make_course()
    CATALOGUE.forget()
    return course_map("bench")


def _make_course() -> None:
    course = Course.objects.create(id="bench", title="Bench", position=9, version="1")
    for number in range(1, UNITS + 1):
        unit = Unit.objects.create(id=f"bench/u{number}", course=course, title=f"Unit {number}", position=number)
        Lesson.objects.create(id=f"{unit.id}/lesson", unit=unit, title="Lesson", position=1)
    for slot in range(SKILLS):
        lesson = f"bench/u{slot * UNITS // SKILLS + 1}/lesson"
        skill = Skill.objects.create(slug=f"bench/skill{slot}", name=f"Skill number {slot}")
        Placement.objects.create(course=course, lesson_id=lesson, skill=skill, position=slot + 1, slot=slot)


def measured(teacher: User, room: Classroom, course: CourseMap, at: datetime) -> dict[str, dict[str, Any]]:
    """Each report, with the number of SQL statements it takes."""
    one = work.a_month(teacher, room, course, at)
    work.the_school(room.school, course, at, OTHERS)
    _as_served()
    json = f"/api/v1/teaching/classes/{room.pk}"
    acts: dict[str, Callable[[], object]] = {
        "skills": lambda: reports.skills(room, course, None),
        "progress": lambda: reports.progress(room, at.date()),
    }
    asked = {"skills_json": f"{json}/skills?course={course.id}", "progress_json": f"{json}/progress"}
    asked |= {name: f"{reverse(page, args=[room.pk])}?{query}" for name, (page, query) in CLASS_PAGES.items()}
    asked |= _of_one(room, course, one.pk) | {"dashboard": reverse("dashboard"), "school_page": reverse("school")}
    client = Client()
    client.force_login(teacher)
    acts |= {name: _shown(client, address) for name, address in asked.items()}
    return {name: _measured(act) for name, act in acts.items()}


def _of_one(room: Classroom, course: CourseMap, assignment: UUID) -> dict[str, str]:
    """The addresses of the reports on one assignment, goal, skill or learner."""
    goal = Goal.objects.filter(classroom=room, unit=None).get().pk
    learner, skill = room.learners.all()[0].pk, next(iter(course.skills))
    detail = reverse("learner-detail", args=[room.pk, learner])
    return {
        "goal_page": reverse("goal", args=[room.pk, goal]),
        "skill_page": f"{reverse('skill-panel', args=[room.pk, skill])}?course={course.id}",
        "answers_page": reverse("answers", args=[room.pk, learner, skill]),
        "assignment-report": reverse("assignment-report", args=[room.pk, assignment]),
        "learner_page": detail,
        "learner_report": f"{detail}?tab=work",
    }


def _shown(client: Client, address: str) -> Callable[[], None]:
    def ask() -> None:
        reply = client.get(address)
        if reply.status_code != 200:
            raise RuntimeError(f"{address}: {reply.status_code}")

    return ask


def _as_served() -> None:
    """Statistics as a server that has started keeps them; loaded, and not looked through again by the collector of
    garbage, what a server loads first."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA analysis_limit = 1000")
        cursor.execute("ANALYZE")
    share()


def _measured(act: Callable[[], object]) -> dict[str, Any]:
    act()
    asked: list[str] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        asked.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        act()
    before = time.process_time()
    found = repeated(act, runs=RUNS).plain()
    spent = time.process_time() - before
    return {**found, "statements": len(asked), "cpu": 1000 * spent / (found["count"] + 1)}
