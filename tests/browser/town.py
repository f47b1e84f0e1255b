"""A school with something to see on every screen: the cast of the app tests, with work, goals, and one goal reached."""

import uuid
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

from tests.trailstone.cast import FRIDAY, MONDAY, TODAY, Cast, class_of, join, person, raise_curtain, set_levels
from tests.trailstone.practising import finish_exercise, give, send
from trailstone.assignments import actions as assignments
from trailstone.assignments import things
from trailstone.assignments.models import Item
from trailstone.content.catalogue import CATALOGUE
from trailstone.goals import actions as goals
from trailstone.operate.demo import answering
from trailstone.people import actions as people
from trailstone.people.models import Classroom, Role, User
from trailstone.practice import actions, queries, start
from trailstone.problems.actions import report
from trailstone.problems.models import What

LAST_WEEK = MONDAY - timedelta(days=5)
EVENING = MONDAY + timedelta(hours=11, minutes=59)  # 23:59 in the school's Nairobi
TERM = TODAY + timedelta(weeks=12)
FOUNDATIONS, EQUATIONS = "alg1/foundations", "alg1/equations"


@dataclass
class Town:
    """``finn`` is in no class, ``mr_new`` teaches none, ``gita`` has to choose a password, ``pia`` only practises.

    ``empty`` and ``small`` are classes of Ms Ada with nobody, and with one learner. ``attempts``: Ben's, by name.
    ``slip``: a skill's key and the name of a mistake that was made in it. ``problem``: Ben's report on a question.
    ``group``: of Ben and Cho. ``assignments``: of Ben's class, by name: "homework" is past due, "check" due on Friday
    with the same questions for all, "later" starts next week, "draft" is not published.
    """

    cast: Cast
    finn: User
    mr_new: User
    gita: User
    pia: User
    empty: Classroom
    small: Classroom
    attempts: dict = field(default_factory=dict)
    slip: tuple = ()
    reach: User | None = None  # leads the district
    problem: object = None
    group: object = None
    assignments: dict = field(default_factory=dict)
    items: dict = field(default_factory=dict)  # the first thing of each, by the same names

    def skill_of(self, unit_id, number):
        return self.cast.alg1.by_unit[unit_id].skills[number].slug.rpartition("/")[2]

    def about(self, learner, at=LAST_WEEK):
        return {"learner": learner, "course": self.cast.alg1, "at": at, "rng": Random(4)}

    @property
    def unit(self):
        return self.cast.alg1.by_unit[EQUATIONS]


def found():
    """Make the town. It takes a second."""
    CATALOGUE.forget()
    cast = raise_curtain()
    school, room = cast.school, cast.room
    gita, pia = (join(room, person(school, name)) for name in ("Gita", "Pia"))
    User.objects.filter(pk=gita.pk).update(must_change_password=True)
    gita.refresh_from_db()
    town = Town(
        cast, person(school, "Finn"), person(school, "Mr New", Role.TEACHER), gita, pia,
        class_of(cast.ada, "7A", "TUVW2345"), class_of(cast.ada, "6C", "TUVW6789"),
    )  # fmt: skip
    join(town.small, person(school, "Hal"))
    town.reach = person(school, "Dr Reach", Role.DISTRICT)
    _set_goals(cast)
    _practise(town)
    _slip(town)
    _report(town)
    _assign(town)
    groups = {"actor": cast.ada, "classroom": room, "at": LAST_WEEK}
    town.group = people.make_group(**groups, name="Front table", learners=[cast.ben.pk, cast.cho.pk]).pk
    about = {"actor": cast.ada, "classroom": room, "learner_id": cast.ben.pk, "at": LAST_WEEK}
    people.write_note(**about, text="Rang home: he does his work at his grandmother's on Tuesdays.\nAsk him about it.")
    return town


def _set_goals(cast):
    about = {"actor": cast.ada, "classroom": cast.room, "learners": None, "at": LAST_WEEK}
    goals.place(course_id="alg1", due=TERM, **about)
    goals.set_unit_goals(unit_ids=[FOUNDATIONS, EQUATIONS], due=FRIDAY, **about)
    foundations = {skill.slug: 4 for skill in cast.alg1.by_unit[FOUNDATIONS].skills}
    set_levels(cast.cho, foundations, at=MONDAY)  # reached, not celebrated yet
    set_levels(cast.dina, foundations, at=LAST_WEEK)
    aim = cast.dina.aims.get(goal__unit_id=FOUNDATIONS)
    goals.celebrate(learner=cast.dina, aim_id=aim.pk, at=LAST_WEEK)


def _practise(town):
    """Ben has a finished exercise with every kind of step, a finished quiz, a bonus offer, and one under way."""
    ben, course = town.cast.ben, town.cast.alg1
    marks = ([True] * 4, [False, True, True, False], [True, False, True, False], [False] * 4)
    for skill, four in zip(town.unit.skills, marks, strict=False):
        sitting = finish_exercise(ben, course, skill, four, Random(4), at=LAST_WEEK)
        town.attempts.setdefault("finished", sitting.id)
    town.attempts["mixed"] = start.start_quiz(**town.about(ben), unit=town.unit, quiz=town.unit.quizzes[0])
    give(ben, town.attempts["mixed"], [True, False, True, True, False], at=LAST_WEEK)
    below = course.by_unit[FOUNDATIONS].skills
    town.attempts["bonus"] = start.start_exercise(**town.about(ben), skill=below[0])
    give(ben, town.attempts["bonus"], [True, True, True, False], at=LAST_WEEK)
    town.attempts["open"] = start.start_exercise(**town.about(ben), skill=below[1])
    give(ben, town.attempts["open"], [True], at=LAST_WEEK)
    town.attempts["test"] = start.start_unit_test(**town.about(ben), unit=town.unit)
    _skip(ben, town.attempts["test"])


def _slip(town):
    """Pia makes a mistake that has a name."""
    skill = town.cast.alg1.skill_by_slug(f"{EQUATIONS}/solve-multi-step-equations")
    attempt = start.start_exercise(**town.about(town.pia), skill=skill)
    asked = queries.sitting(town.pia, attempt).current.question
    verdict = send(town.pia, attempt, 0, answering.wrong(asked, Random(4)), at=LAST_WEEK).verdict
    town.slip = (skill.id, verdict.misconception)


def _report(town):
    """Ben thinks that something is wrong with the question he is at."""
    about = {"position": 1, "what": What.FAULT, "note": "The second number looks odd.", "at": LAST_WEEK}
    town.problem = report(learner=town.cast.ben, attempt_id=town.attempts["open"], **about).pk


def _skip(learner, attempt):
    actions.skip(learner=learner, attempt_id=attempt, position=0, client_key=uuid.uuid4(), at=LAST_WEEK)


def _assign(town):
    """Ben has done the exercise of the homework in time, and has the check to do."""
    unit, course, room = town.unit, town.cast.alg1, town.cast.room
    parts = {
        "homework": ([things.article(course, unit.lessons[0]), things.exercise(unit.skills[0])], -7, -1),
        "check": ([things.quiz(course, unit, 1), things.exercise(unit.skills[4])], -5, 4),
        "later": ([things.unit_test(course, unit)], 7, 14),
        "draft": ([things.course_challenge(course)], 7, 21),
    }
    for name, (todo, start_in, due_in) in parts.items():
        work = assignments.Work(
            things=todo, starts_at=MONDAY + timedelta(days=start_in), due_at=EVENING + timedelta(days=due_in),
            title="" if name == "later" else f"Equations {name}", same_questions=name == "check",
            instructions="Do it on your own first. Bring your questions on Friday." if name == "check" else "",
        )  # fmt: skip
        (given,) = assignments.assign(
            actor=town.cast.ada, to=[assignments.To(room)], work=work, at=LAST_WEEK - timedelta(days=2),
            rng=Random(6), draft=name == "draft",
        )  # fmt: skip
        town.assignments[name] = given.assignment_id
        town.items[name] = Item.objects.filter(assignment=given.assignment_id).first().pk
