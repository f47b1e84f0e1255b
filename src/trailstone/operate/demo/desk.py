"""What the demo's teacher did besides: a group, a draft, more time, a correction, an arrangement."""

from datetime import datetime, timedelta
from random import Random
from typing import Any, Final
from uuid import UUID

from trailstone.assignments import actions as assignments
from trailstone.assignments import moments, things
from trailstone.assignments.actions import To, Work
from trailstone.assignments.models import Assignment
from trailstone.content.catalogue import course_map
from trailstone.operate.demo import cast
from trailstone.operate.demo.assigning import EVENING, MORNING
from trailstone.people import actions as people
from trailstone.people.models import Classroom, User
from trailstone.practice.arranging import arrange
from trailstone.practice.models import Attempt, State
from trailstone.progress.corrections import pardon

TUESDAY: Final = "Tuesday help"
HELPED: Final = ("Chiara Rossi", "Farid Haddad", "Hugo Martín", "Noah O'Brien", "Oona Laine")
MORE_TIME: Final = "Chiara Rossi"
ILL: Final = "Noah O'Brien"
NO_DROP: Final = "Farid Haddad"


def tidy_the_desk(teacher: User, classroom: Classroom, now: datetime) -> None:
    """A group for extra help, and what single learners needed."""
    who = {person.name: person.pk for person in classroom.learners}
    about: dict[str, Any] = {"actor": teacher, "classroom": classroom, "at": now}
    helped = [who[name] for name in HELPED]
    people.make_group(**about, name=TUESDAY, learners=helped)
    _draft(teacher, classroom, now, helped)
    check = Assignment.objects.get(classroom=classroom, title="Foundations check")
    later = check.due_at + timedelta(days=4)
    assignments.extend(actor=teacher, assignment=check, learners=[who[MORE_TIME]], due_at=later, at=now)
    _pardon(about, who[ILL])
    reason = "His support plan: he does best when nothing is taken away."
    arrange(**about, learner_id=who[NO_DROP], kind="no-drop", reason=reason)


def _draft(teacher: User, classroom: Classroom, now: datetime, learners: list[UUID]) -> None:
    course, zone = course_map(cast.COURSE), moments.zone_of(classroom)
    skills = course.by_unit[f"{cast.COURSE}/inequalities"].skills[:2]
    opens, due = ((now + timedelta(days=days)).date() for days in (5, 9))
    work = Work(
        [things.exercise(skill) for skill in skills], moments.moment(zone, due, EVENING),
        moments.moment(zone, opens, MORNING), title="Getting ready for inequalities",
    )  # fmt: skip
    to = [To(classroom, learners)]
    assignments.assign(actor=teacher, to=to, work=work, at=now, rng=Random(1), draft=True)


def _pardon(about: dict[str, Any], learner: UUID) -> None:
    """The attempt that went worst does not count."""
    mine = Attempt.objects.filter(school_id=1, learner_id=learner, state=State.FINISHED, activity="exercise")
    worst = mine.order_by("right", "-finished_at").first()
    if worst:
        pardon(**about, learner_id=learner, attempt_id=worst.id, reason="He was ill that day and went home.")
