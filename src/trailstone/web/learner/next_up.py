"""*Next up*: what is open beside the goals. Challenges that are ready, the course challenge, what was begun."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from mastery import Activity
from mastery.activities import RULES
from trailstone.content.catalogue import CourseMap
from trailstone.progress.challenges import what_is_missing
from trailstone.reports.learner import NextStep, Waiting, resumed
from trailstone.web.learner import links, words
from trailstone.web.learner.learning import Learning

CHALLENGE = Activity.MASTERY_CHALLENGE
COURSE = Activity.COURSE_CHALLENGE
MOST_RUNNING = 2
MINUTES = 40  # a course challenge of 30 questions, about


@dataclass(frozen=True, slots=True)
class Task:
    """A small card. ``tone`` of the button: "sun" for what is ready now, else "quiet"; no ``action``, no button."""

    icon: str
    tint: str
    title: str
    text: str
    action: str = ""
    href: str = ""
    tone: str = "quiet"


def next_up(here: Learning, course: CourseMap, *, shown: Collection[UUID] = (), name: bool = False) -> list[Task]:
    """The cards of one course. ``shown``: attempts that the page has a button for already; ``name``: say the course's
    name in the titles (where several stand together)."""
    steps = (resumed(here.desk, course, one) for one in _waiting(here, course) if one.attempt_id not in shown)
    begun = [_begun(step) for step in steps if step][:MOST_RUNNING]
    return [*begun, mastery_challenge(here, course, name=name), course_challenge(here, course, name=name)]


def _waiting(here: Learning, course: CourseMap) -> list[Waiting]:
    return [one for one in here.desk.waiting if one.course_id == course.id]


def _begun(step: NextStep) -> Task:
    return Task("play", "coral", words.title(step), f"{words.waits(step.waiting)}.", _("Resume"), links.step(step))


def _title(name: str, course: CourseMap, named: bool) -> str:
    return f"{name}: {course.title}" if named else name


def mastery_challenge(here: Learning, course: CourseMap, *, name: bool = False) -> Task:
    """The mastery challenge: running, ready, when it opens, or what is missing."""
    title, href = _title(_("Mastery challenge"), course, name), reverse("start-mastery-challenge", args=[course.id])
    waiting = here.desk.waits_at(course.id, f"course:{course.id}", CHALLENGE)
    if waiting is not None:
        go = reverse("attempt", args=[waiting.attempt_id])
        return Task("sparkles", "sun", title, f"{words.waits(waiting)}.", _("Go on"), go, "sun")
    state = here.desk.challenge(course)
    if not state.ready:
        return Task("sparkles", "plain", title, what_is_missing(state, here.at))
    text = _("%(count)d questions on 3 skills you know. Ready now; a new one every 12 hours.")
    said = text % {"count": RULES[CHALLENGE].questions}
    return Task("sparkles", "sun", title, said, _("Take the challenge"), href, "sun")


def course_challenge(here: Learning, course: CourseMap, *, name: bool = False) -> Task:
    """The course challenge: running, or open at any time."""
    title, href = _title(_("Course challenge"), course, name), reverse("start-course-challenge", args=[course.id])
    waiting = here.desk.waits_at(course.id, f"course:{course.id}", COURSE)
    if waiting is not None:
        go = reverse("attempt", args=[waiting.attempt_id])
        return Task("compass", "", title, f"{words.waits(waiting)}.", _("Go on"), go)
    count = RULES[COURSE].questions
    text = _("%(count)d questions from the whole course. Show what you already know and skip ahead.")
    return Task("compass", "", title, text % {"count": count}, _("See where I am"), href)
