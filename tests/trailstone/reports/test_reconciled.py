"""A small class lives through two weeks, by the actions; then every number of every report is counted anew.

The recount reads rows of the log and nothing else, in the plainest way: no report's query, no packed row.
"""

import itertools
from collections import defaultdict
from datetime import timedelta
from random import Random

import pytest
import time_machine
from django.urls import reverse

from mastery import Level
from mastery.points import POINTS
from tests.trailstone.assignments.conftest import Desk
from tests.trailstone.cast import MONDAY, TODAY
from tests.trailstone.practising import give
from tests.trailstone.web.teacher.test_activity import as_rows
from trailstone.people import calendar
from trailstone.practice import actions, queries, start
from trailstone.practice.models import Answer, Asked, Attempt
from trailstone.progress.models import LevelChange
from trailstone.reports import queries as reports
from trailstone.reports.activity import activity, total
from trailstone.reports.assignment import assignment_report
from trailstone.reports.learner import story
from trailstone.reports.opportunities import opportunities
from trailstone.reports.overview import weeks
from trailstone.reports.scores import scores
from trailstone.reports.tried import tried_between

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
WEEK_AGO = TODAY - 6 * DAY
SPANS = ((WEEK_AGO, TODAY), (TODAY, TODAY), (TODAY - 30 * DAY, TODAY), (TODAY - 10 * DAY, TODAY - 4 * DAY))


def live(school):
    """Ben, Cho and Dina practise on ten of fourteen days: exercises, quizzes, tests, some left, some begun again."""
    rng, desk = Random(11), Desk(school)
    everybody = {school.ben: 0.9, school.cho: 0.55, school.dina: 0.25}
    desk.assign(desk.exercise(0), desk.quiz(), at=MONDAY - 13 * DAY, due=MONDAY - 3 * DAY)
    desk.assign(desk.exercise(1), who=[school.ben, school.dina], at=MONDAY - 6 * DAY, same_questions=True)
    for day in range(13, -1, -1):
        for learner, able in everybody.items():
            if rng.random() < 0.7:
                sit_down(desk, learner, able, MONDAY - day * DAY + rng.randrange(9) * HOUR - 8 * HOUR, rng)
    return desk


def sit_down(desk, learner, able, at, rng):
    about = {"learner": learner, "course": desk.alg1, "rng": rng}
    for number in range(rng.randrange(1, 4)):
        moment = at + number * timedelta(minutes=rng.randrange(3, 20))
        kind = rng.random()
        if kind < 0.65:
            attempt = start.start_exercise(**about, skill=desk.unit.skills[rng.randrange(4)], at=moment)
        elif kind < 0.85:
            attempt = start.start_quiz(**about, unit=desk.unit, quiz=desk.unit.quizzes[0], at=moment)
        else:
            attempt = start.start_unit_test(**about, unit=desk.unit, at=moment)
        places = len([one for one in queries.sitting(learner, attempt).places if not one.done])
        done = places if rng.random() < 0.85 else rng.randrange(places)
        left = give(learner, attempt, [rng.random() < able for _ in range(done)], at=moment)
        if left.bonus_offered:
            start.leave_bonus(learner=learner, attempt_id=attempt, at=moment + timedelta(minutes=4))
        elif left.restart_offered and rng.random() < 0.3:
            actions.restart(learner=learner, attempt_id=attempt)


@pytest.fixture
def lived(school):
    """The class after two weeks, at noon of MONDAY."""
    with time_machine.travel(MONDAY, tick=False):
        yield live(school)


class Recount:
    """The log read row by row: steps and changes by learner, days by the school's clock."""

    def __init__(self, school):
        self.school = school
        whose = dict(Attempt.objects.values_list("id", "learner_id"))
        skill = {(one.attempt_id, one.position): one.skill_id for one in Asked.objects.all()}
        self.steps = defaultdict(list)
        for one in Answer.objects.order_by("at", "id"):
            self.steps[whose[one.attempt_id]].append((one, skill[one.attempt_id, one.position]))
        self.changes = defaultdict(list)
        for one in LevelChange.objects.order_by("at", "id"):
            self.changes[one.learner_id].append(one)

    def day(self, at):
        return calendar.day_of(self.school.school, at)

    def minutes(self, learner, first, last):
        by_day = defaultdict(list)
        for step, _ in self.steps[learner.pk]:
            if first <= self.day(step.at) <= last:
                by_day[self.day(step.at)].append(step.at)
        whole = 0
        for moments in by_day.values():
            seconds = 60.0
            for earlier, later in itertools.pairwise(moments):
                gap = (later - earlier).total_seconds()
                seconds += 60 if gap > 300 else gap
            whole += int(seconds // 60) + bool(seconds % 60)
        return whole

    def level(self, learner, skill, before):
        """The level of a skill at the end of the day before ``before`` (None: now)."""
        found = 0
        for change in self.changes[learner.pk]:
            if change.skill_id == skill and (before is None or self.day(change.at) < before):
                found = change.after
        return found

    def finished(self, learner, first, last):
        mine = Attempt.objects.filter(learner=learner, state="finished")
        return [one for one in mine if first <= self.day(one.finished_at) <= last]

    def activity(self, learner, first, last):
        worked = {skill for step, skill in self.steps[learner.pk] if first <= self.day(step.at) <= last}
        moved = {one.skill_id for one in self.changes[learner.pk] if first <= self.day(one.at) <= last}
        ends = {one: (self.level(learner, one, first), self.level(learner, one, last + DAY)) for one in worked | moved}
        up = {one for one, (before, after) in ends.items() if after > before}
        done = self.finished(learner, first, last)
        return {
            "minutes": self.minutes(learner, first, last),
            "exercises": sum(one.activity == "exercise" for one in done),
            "others": sum(one.activity != "exercise" for one in done),
            "worked": len(worked),
            "up": len(up),
            "down": sum(after < before for before, after in ends.values()),
            "to_proficient": sum(before < 3 <= after for before, after in ends.values()),
            "without": len(worked - up),
            "counts": tuple(sum(ends[one][1] == level for one in worked) for level in range(5)),
        }

    def percent(self, learner, skills):
        points = sum((0, 0, 50, 80, 100)[self.level(learner, skill.id, None)] for skill in skills)
        return int(points / (100 * len(skills)) * 100 + 0.5)

    def stuck(self, learner, skill):
        firsts = [step.mark for step, one in self.steps[learner.pk] if one == skill.id and step.number == 0]
        in_a_row = len(firsts) >= 3 and "right" not in firsts[-3:]
        return in_a_row or self.level(learner, skill.id, None) == 1

    def score(self, learner, item, begins, own):
        """Percent of the best finished try at a thing since its start, rounded half up; None without one."""
        tries = Attempt.objects.filter(learner=learner, state="finished", activity=item.kind, subject=item.subject)
        best = None
        for one in tries:
            if one.finished_at >= begins and (not own or one.assignment_id == item.assignment_id):
                share = (one.right / one.asked, one.right, one.asked)
                best = max(best, share, key=lambda found: found[:2]) if best else share
        return best


def test_something_of_everything_happened(lived):
    """Else the counts below would prove little."""
    states = set(Attempt.objects.values_list("state", flat=True))
    assert {"finished", "open"} <= states
    assert {"exercise", "quiz", "unit-test"} <= set(Attempt.objects.values_list("activity", flat=True))
    moves = [(one.before, one.after) for one in LevelChange.objects.all()]
    assert any(after < before for before, after in moves)
    assert any(after > before for before, after in moves)
    assert Answer.objects.count() > 150


def test_every_number_of_every_report_is_a_plain_recount_of_the_log(lived):
    school, now = lived.school, MONDAY
    log, people = Recount(school), [school.ben, school.cho, school.dina]
    for first, last in (
        (WEEK_AGO, TODAY),
        (TODAY, TODAY),
        (TODAY - 30 * DAY, TODAY),
        (TODAY - 10 * DAY, TODAY - 4 * DAY),
    ):
        report = activity(school.room, first, last)
        for row, learner in zip(report.rows, people, strict=True):
            assert {name: getattr(row, name) for name in log.activity(learner, first, last)} == log.activity(
                learner, first, last
            )
            assert story(learner, first, last).minutes == row.minutes
            ended = [one for one in tried_between(learner, first, last) if one.finished]
            assert len(ended) == row.exercises + row.others == len(log.finished(learner, first, last))
    mastery, whole = reports.mastery(school.room, school.alg1), reports.skills(school.room, school.alg1, None)
    for row, levels, learner in zip(mastery.rows, whole.rows, people, strict=True):
        assert row.course.percent == log.percent(learner, school.alg1.counting) == levels.percent
        units = [unit for unit in school.alg1.units if unit.skills]
        assert [one.percent for one in row.units] == [log.percent(learner, unit.skills) for unit in units]
        assert list(levels.levels) == [log.level(learner, skill, None) for skill in school.alg1.skills]
    stuck = {row.skill.id: [one.name for one in row.who] for row in opportunities(school.room, school.alg1)}
    expected = {
        skill.id: [who.name for who in people if log.stuck(who, skill)] for skill in school.alg1.skills.values()
    }
    assert stuck == {skill: who for skill, who in expected.items() if who}
    found = scores(school.room, now)
    for place, one in enumerate(found.columns):
        report = assignment_report(school.room, one.id, now)
        items = list(school.room.assignments.get(pk=one.id).items.all())
        for row, learner in zip(found.rows, people, strict=True):
            tries = [log.score(learner, item, one.starts_at, one.same_questions) for item in items]
            there = [each for each in tries if each]
            right, asked = sum(each[1] for each in there), sum(each[2] for each in there)
            percent = int(100 * right / asked + 0.5) if asked else None
            assert (row.scores[place].percent if row.scores[place] else None) == (
                percent if row.scores[place] else None
            )
            cells = report.cells_of(learner.pk)
            assert row.scores[place] is None or len(cells) == asked
        assert report.average == found.averages(found.rows)[place]


def test_the_same_number_stands_on_every_screen_and_in_every_file(lived, client):
    school = lived.school
    client.force_login(school.ada)

    def page(name, *more, **query):
        return client.get(reverse(name, args=[school.room.pk, *more]), query)

    week = weeks([school.room], MONDAY)[school.room.pk]
    report = activity(school.room, WEEK_AGO, TODAY)
    shown = page("activity").context["total"]
    assert week.minutes == total(report.rows).minutes == shown.minutes
    assert week.active == sum(row.last_active is not None and row.last_active >= WEEK_AGO for row in report.rows)
    head, *rows = as_rows(page("activity", format="csv"))
    assert [int(row[head.index("Minutes")]) for row in rows] == [row.minutes for row in report.rows]
    workbook = as_rows(page("activity", format="xlsx"))[1:]
    assert [row[:-1] for row in rows] == [row[:-1] for row in workbook]  # the last is a day, which it keeps as a number
    for row in report.rows:
        work = page("learner-detail", row.learner_id, tab="work", days="7").context
        assert (work["did"].minutes, work["finished"]) == (row.minutes, row.exercises + row.others)
    mastery = reports.mastery(school.room, school.alg1)
    _, *rows = as_rows(page("mastery-report", course="alg1", format="csv"))
    assert [int(row[2]) for row in rows] == [row.course.percent for row in mastery.rows]
    levels = reports.skills(school.room, school.alg1, None)
    for row in levels.rows:
        counted = sum(POINTS[Level(level)] for level in row.levels)
        assert counted == next(one for one in mastery.rows if one.learner_id == row.learner_id).course.points
