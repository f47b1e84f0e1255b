"""A school with something to see on every screen: the cast of the app tests, with work, goals, and one goal reached."""

import uuid
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

from tests.trailstone.cast import FRIDAY, MONDAY, TODAY, Cast, class_of, join, person, raise_curtain, set_levels
from tests.trailstone.practising import finish_exercise, give, send
from trailstone.content.catalogue import CATALOGUE
from trailstone.goals import actions as goals
from trailstone.operate.demo import answering
from trailstone.people import actions as people
from trailstone.people.models import Classroom, Role, User
from trailstone.practice import actions, queries, start
from trailstone.problems.actions import report
from trailstone.problems.models import What

LAST_WEEK = MONDAY - timedelta(days=5)
TERM = TODAY + timedelta(weeks=12)
FOUNDATIONS, EQUATIONS = "alg1/foundations", "alg1/equations"


@dataclass
class Town:
    """``finn`` is in no class, ``mr_new`` teaches none, ``gita`` has to choose a password, ``pia`` only practises.

    ``empty`` and ``small`` are classes of Ms Ada with nobody, and with one learner. ``attempts``: Ben's, by name.
    ``slip``: a skill's key and the name of a mistake that was made in it. ``problem``: Ben's report on a question.
    ``group``: of Ben and Cho.
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
    groups = {"actor": cast.ada, "classroom": room, "at": LAST_WEEK}
    town.group = people.make_group(**groups, name="Front table", learners=[cast.ben.pk, cast.cho.pk]).pk
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
