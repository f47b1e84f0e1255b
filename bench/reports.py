"""Reports on a class of 35 in a course of 164 skills, at the server: the query, the page, the JSON."""

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random
from typing import Any

from django.db import connection, transaction
from django.test import Client
from django.urls import NoReverseMatch, reverse

from bench import work
from bench.plan import learner
from bench.times import repeated
from trailstone.content.catalogue import CATALOGUE, CourseMap, course_map
from trailstone.content.models import Course, Lesson, Placement, Skill, Unit
from trailstone.goals import actions as goals
from trailstone.people import actions as people
from trailstone.people.models import Classroom, Enrolment, Role, School, User
from trailstone.progress.actions import store
from trailstone.reports import queries as reports

LEARNERS, SKILLS, UNITS, RUNS = 35, 164, 14, 60
ON_WORK = {
    "activity": "days=30",
    "opportunities": "",
    "scores": "",
    "checks": "",
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
    client = Client()
    client.force_login(teacher)

    def shown(address: str) -> Callable[[], None]:
        def ask() -> None:
            reply = client.get(address)
            if reply.status_code != 200:
                raise RuntimeError(f"{address}: {reply.status_code}")

        return ask

    json = f"/api/v1/teaching/classes/{room.pk}"
    unit = course.units[0].id
    acts: dict[str, Callable[[], object]] = {
        "skills": lambda: reports.skills(room, course, None),
        "skills_json": shown(f"{json}/skills?course={course.id}"),
        "progress": lambda: reports.progress(room, at.date()),
        "progress_json": shown(f"{json}/progress"),
    }
    skills, progress = _page("skills-report", room), _page("goals", room)
    if skills:
        acts["skills_page"] = shown(f"{skills}?course={course.id}&unit={unit}")
        acts["skills_all_page"] = shown(f"{skills}?course={course.id}")
    if progress:
        acts["progress_page"] = shown(progress)
    one = work.a_month(teacher, room, course, at)
    for name in ON_WORK:
        acts[name] = shown(f"{reverse(name, args=[room.pk])}?{ON_WORK[name]}")
    acts["assignment-report"] = shown(reverse("assignment-report", args=[room.pk, one.pk]))
    learner_page = reverse("learner-detail", args=[room.pk, room.learners.all()[0].pk])
    acts["learner_report"] = shown(f"{learner_page}?tab=work")
    acts["activity_xlsx"] = shown(f"{reverse('activity', args=[room.pk])}?days=30&format=xlsx")
    return {name: _measured(act) for name, act in acts.items()}


def _page(name: str, room: Classroom) -> str:
    try:
        return reverse(name, args=[room.pk])
    except NoReverseMatch:
        return ""


def _measured(act: Callable[[], object]) -> dict[str, Any]:
    act()
    asked: list[str] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        asked.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        act()
    return {**repeated(act, runs=RUNS).plain(), "statements": len(asked)}
