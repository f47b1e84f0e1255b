"""Makes a school with learners at work: ``python -m tests.durability.school LEARNERS`` in a site's environment.

Prints what the clients need as JSON: for each learner the user name, and for each attempt begun a right and a wrong
answer to every question (None where no wrong one was found).
"""

import json
import sys
from datetime import UTC, datetime, timedelta
from random import Random

import django

PASSWORD = "stone-upon-stone"
TEACHER = "ms.ada"
SKILLS = 5


def main(count):
    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    from trailstone.content.actions import load_courses
    from trailstone.operate import statics

    call_command("migrate", verbosity=0)
    statics.collect(settings.STATIC_ROOT)
    load_courses()
    print(json.dumps(made(count, datetime.now(UTC) - timedelta(hours=1))))


def made(count, at):
    """A class, its learners, and a few exercises each has begun; the last of them a course challenge."""
    from trailstone.content.catalogue import course_map
    from trailstone.goals.models import ClassCourse
    from trailstone.people.models import Classroom, Enrolment, Role, School, Teaching, User

    school = School.objects.create(pk=1, name="Rough School", time_zone="UTC", created_at=at)
    teacher = User(school=school, role=Role.OWNER, name="Ms Ada", username=TEACHER, created_at=at)
    teacher.set_password(PASSWORD)
    teacher.save(force_insert=True)
    room = Classroom.objects.create(school=school, name="8B", code="HJKM2345", created_at=at)
    Teaching.objects.create(classroom=room, teacher=teacher, since=at)
    ClassCourse.objects.create(classroom=room, course_id="alg1", position=0)
    learners = []
    for number in range(count):
        learner = User(school=school, role=Role.LEARNER, name=f"L{number}", username=f"l{number}", created_at=at)
        learner.password = teacher.password  # one hash is slow enough
        learner.save(force_insert=True)
        Enrolment.objects.create(classroom=room, learner=learner, joined_at=at)
        learners.append({"name": learner.username, "attempts": begun(learner, course_map("alg1"), at, Random(number))})
    return {"learners": learners, "skills": [skill.slug for skill in course_map("alg1").skills.values()]}


def begun(learner, course, at, rng):
    """Exercises and a course challenge: attempt -> [[right, wrong], ...] by question."""
    from trailstone.practice import queries, start

    about = {"learner": learner, "course": course, "at": at, "rng": rng}
    skills = rng.sample(list(course.skills.values()), SKILLS)
    attempts = [start.start_exercise(**about, skill=skill) for skill in skills]
    attempts.append(start.start_course_challenge(**about))
    return {str(one): [_answers(place) for place in queries.sitting(learner, one).places] for one in attempts}


def _answers(place):
    from tests.trailstone.practising import right, wrong

    try:
        return [right(place), wrong(place)]
    except StopIteration:
        return [right(place), None]


if __name__ == "__main__":
    main(int(sys.argv[1]))
