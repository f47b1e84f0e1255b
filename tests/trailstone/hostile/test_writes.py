"""What teachers do, done badly: twice, from an old page, in the middle of a failure, with other people's keys."""

from datetime import timedelta
from itertools import count
from random import Random

import pytest
import time_machine
from django.apps import apps
from django.db import OperationalError, connection, transaction
from django.urls import reverse

from tests.trailstone.cast import MONDAY, class_of, join, person
from tests.trailstone.hostile.scene import NO_STATE, WRITES, session_of, whole
from tests.trailstone.hostile.writes import Write, set_table, writes
from trailstone.assignments import actions as assignments
from trailstone.assignments import things
from trailstone.goals import actions as goals
from trailstone.goals.models import ClassCourse
from trailstone.people import actions as people
from trailstone.people.models import Classroom, Role, School, Teaching

OURS = ("people", "practice", "progress", "goals", "assignments")
BY_CHANCE = ("password", "code")
LEFT_OUT = {"Attempt", "Asked", "Answer", "Guesses"}  # what learners did; how often somebody tried
# Said to an archived class, too.
ALWAYS = {"class: archive", "class: restore", "class: delete", "class: hand-over", "class: copy", "new class"}
SCHOOLS = {"year: holiday", "year: holiday-out"}  # the calendar is the school's, whatever the class is


@pytest.fixture
def table(scene, settings):
    settings.MAIL = {"EMAIL_HOST": "localhost"}  # Django's tests keep every letter
    set_table(scene)
    return scene


def send(scene, write, actor="teacher"):
    return whole(scene.client(actor).post(write.address, write.body))


def rows():
    """Every row of ours, without keys and what is made by chance."""
    found = {}
    for model in (model for app in OURS for model in apps.get_app_config(app).get_models()):
        if model.__name__ in LEFT_OUT:
            continue
        kept = [field.name for field in model._meta.concrete_fields if field.name not in BY_CHANCE]
        found[model.__name__] = sorted(map(str, model.objects.values_list(*kept)))
    return found


def differing(before, after):
    return sorted(name for name in before if before[name] != after[name])


def undone(act):
    """What it returns; everything it wrote is put back."""
    with transaction.atomic():
        found = act()
        transaction.set_rollback(True)
    return found


def with_words(reply):
    """A page, a way to one, or a sentence why not."""
    return reply.status_code in {200, 302} or (400 <= reply.status_code < 500 and len(reply.content) > 20)


def test_every_form_is_sent_as_it_should_be(table):
    """Else the tests below would send nonsense: each is done, and all but a few write."""
    forms = writes(table)
    nothing, before = {}, rows()
    for name, write in forms.items():
        reply, after = undone(lambda write=write: (send(table, write), rows()))
        assert reply.status_code in {200, 302}, (name, reply.status_code, refusals(reply))
        if before == after:
            nothing[name] = reply.status_code
    # Not archived, nobody has more time; passwords are left out of the comparison.
    assert set(nothing) == NOTHING_NEW


NOTHING_NEW = {"class: restore", "cards", "assignment: same-time"}


def refusals(reply):
    text = reply.content.decode(errors="replace")
    at = text.find('role="alert"')
    return text[at : at + 400] if at >= 0 else text[:200]


def test_a_second_click_does_nothing_more_and_says_so(table):
    twice, wordless = {}, {}
    for name, write in writes(table).items():

        def both(write=write):
            send(table, write)
            first = rows()
            second = send(table, write)
            return second, differing(first, rows())

        second, changed = undone(both)
        if changed:
            twice[name] = changed
        if not with_words(second):
            wordless[name] = second.status_code
    assert wordless == {}
    assert twice == {}


class Failing:
    """The ``number``-th statement that writes fails, as a disk does; ``count`` says how many came."""

    def __init__(self, number=-1):
        self.number, self.count = number, 0

    def __call__(self, execute, sql, params, many, context):
        if sql.lstrip().upper().startswith(WRITES) and not any(f'"{table}"' in sql for table in NO_STATE):
            self.count += 1
            if self.count == self.number:
                raise OperationalError("disk I/O error")
        return execute(sql, params, many, context)


@pytest.mark.crawl
def test_what_fails_half_way_leaves_nothing_behind(table):
    before, half, spoken = rows(), {}, {}
    for name, write in writes(table).items():
        for number in count(1):

            def fail(write=write, failing=Failing(number)):  # noqa: B008 - a new one each time
                with connection.execute_wrapper(failing):
                    reply = send(table, write)
                transaction.set_rollback(False)  # the database never saw what failed
                return reply, differing(before, rows()), failing.count

            reply, changed, came = undone(fail)
            if came < number:
                break
            if changed:
                half[name, number] = changed
            if reply.status_code != 503:
                spoken[name, number] = reply.status_code
    assert half == {}
    assert spoken == {}


def archive(scene):
    people.archive_class(actor=scene.people["teacher"], classroom=scene.town.cast.room, at=MONDAY)


def delete(scene):
    room = scene.town.cast.room
    people.delete_class(actor=scene.people["teacher"], classroom=room, typed=room.name, at=MONDAY)


def put_out(scene):
    Teaching.objects.filter(teacher=scene.people["teacher"], classroom=scene.town.cast.room).delete()


def take_learners(scene):
    about = {"actor": scene.people["teacher"], "classroom": scene.town.cast.room, "at": MONDAY}
    for learner in (scene.town.cast.ben, scene.town.cast.cho, scene.people["suspended"]):
        people.remove_learner(**about, learner=learner.pk)


def put_things_away(scene):
    teacher, room = scene.people["teacher"], scene.town.cast.room
    for one in room.assignments.filter(archived_at=None):
        assignments.archive(actor=teacher, assignment=one, at=MONDAY)
    for one in room.goals.filter(archived_at=None):
        goals.remove(actor=teacher, goal=one, at=MONDAY)
    people.remove_group(actor=teacher, classroom=room, group=scene.town.group, at=MONDAY)


def take_courses(scene):
    put_things_away(scene)
    ClassCourse.objects.filter(classroom=scene.town.cast.room).delete()


MEANWHILE = {
    "the class was archived": archive, "the class was deleted": delete, "the teacher was put out": put_out,
    "the learners were removed": take_learners,
    "the things were put away": put_things_away, "the courses were taken out": take_courses,
}  # fmt: skip
CLOSED = {"the class was archived", "the class was deleted", "the teacher was put out"}


@pytest.mark.parametrize("meanwhile", MEANWHILE)
def test_a_page_that_is_old_is_answered_with_words(table, meanwhile):
    wordless, written = {}, {}
    for name, write in writes(table).items():

        def late(write=write):
            MEANWHILE[meanwhile](table)
            before = rows()
            return send(table, write), differing(before, rows())

        reply, changed = undone(late)
        if not with_words(reply):
            wordless[name] = (reply.status_code, refusals(reply))
        allowed = ALWAYS if meanwhile == "the class was archived" else {"new class"}
        if meanwhile in CLOSED and changed and name not in allowed | SCHOOLS:
            written[name] = changed
    assert wordless == {}
    assert written == {}


@pytest.mark.crawl
def test_other_peoples_keys_do_nothing(table):
    """Ben's keys turned into those of Eli, of another class, and of a learner of another school."""
    cast = table.town.cast
    school = School.objects.create(name="Valley School", time_zone="UTC", created_at=MONDAY)
    theirs = person(school, "Ms Zed", Role.TEACHER)
    room = class_of(theirs, "Z1", "ZZZZ2222")
    for each in (room, cast.other):
        ClassCourse.objects.get_or_create(classroom=each, course_id="alg1")
    strangers = ((cast.lund, cast.other, cast.eli), (theirs, room, join(room, person(school, "Zoe"))))
    found, wordless = {}, {}
    for stranger in strangers:
        swap = swapped(table, *stranger)
        tried = {
            (name, key): write.about({key: swap[key]}) for name, write in writes(table).items() for key in swap
            if write.about({key: swap[key]}) != write
        }  # fmt: skip
        before = theirs_of(*stranger)
        for what, write in tried.items():

            def forged(write=write, stranger=stranger, before=before):
                return send(table, write), differing(before, theirs_of(*stranger))

            reply, changed = undone(forged)
            if changed:
                found[what] = changed
            if not with_words(reply):
                wordless[what] = reply.status_code
    assert wordless == {}
    assert found == {}


def swapped(table, teacher, classroom, learner):
    """Keys of the teacher's own, with such ones of somebody else's class."""
    about = {"actor": teacher, "classroom": classroom, "at": MONDAY}
    group = people.make_group(**about, name="Theirs", learners=[learner.pk])
    placed = goals.place(**about, course_id="alg1", learners=None, due=(MONDAY + timedelta(days=30)).date())
    work = assignments.Work([things.quiz(table.town.cast.alg1, table.town.unit, 1)], MONDAY + timedelta(days=9))
    (given,) = assignments.assign(actor=teacher, to=[assignments.To(classroom)], work=work, at=MONDAY, rng=Random(1))
    town, cast = table.town, table.town.cast
    return {
        cast.room.pk: classroom.pk, cast.ben.pk: learner.pk, cast.cho.pk: learner.pk, town.group: group.pk,
        cast.dina.pk: learner.pk, table.people["suspended"].pk: learner.pk,
        Classroom.objects.get(name="8D").pk: classroom.pk, table.known["gone group"]: group.pk,
        cast.room.goals.get(unit_id="alg1/equations").pk: placed.goal_id, table.known["gone goal"]: placed.goal_id,
        town.assignments["check"]: given.assignment_id, town.assignments["homework"]: given.assignment_id,
        table.known["gone assignment"]: given.assignment_id, town.assignments["draft"]: given.assignment_id,
    }  # fmt: skip


def theirs_of(teacher, classroom, learner):
    """All that is the strangers'."""
    return {name: [row for row in found if any(str(key.pk) in row for key in (teacher, classroom, learner))]
            for name, found in rows().items()}  # fmt: skip


def test_a_clock_that_is_set_back_breaks_no_form(table):
    """Two days back, and then right again."""
    wordless = {}
    for name, write in writes(table).items():

        def back(write=write):
            with time_machine.travel(MONDAY - timedelta(days=2), tick=False):
                table.sessions["teacher"] = session_of(table.people["teacher"])
                earlier = send(table, write)
            return earlier, send(table, write)

        for reply in undone(back):
            if not with_words(reply):
                wordless[name] = reply.status_code
    assert wordless == {}


FAR = ("0001-01-01", "1999-06-01", "2140-02-29", "2199-12-31", "9999-12-31")
DATES = ("due", "first", "last", "due_day", "opens_day", "until_day", "day", "from-tiny/two", "due-tiny/two")


@pytest.mark.crawl
def test_no_day_of_the_calendar_breaks_a_page(table):
    """Each date of a form on a day that no school means; and the pages of the class afterwards."""
    wordless, broken = {}, {}
    for name, write in writes(table).items():
        for field in set(write.body) & set(DATES):
            for day in FAR:
                about = Write(write.page, write.parts, write.body | {field: day}, write.query)

                def far(about=about):
                    reply = send(table, about)
                    return reply, [page for page in PAGES if not opens(table, page)] if reply.status_code == 302 else []

                reply, pages = undone(far)
                if not with_words(reply):
                    wordless[name, field, day] = reply.status_code
                if pages:
                    broken[name, field, day] = pages
    assert wordless == {}
    assert broken == {}


PAGES = ("class-overview", "roadmap", "plan", "goals", "assignments", "assign", "scores", "new-goal", "class-settings")


def opens(table, page):
    address = reverse(page, kwargs={"class_id": table.town.cast.room.pk})
    return table.client("teacher").get(address).status_code in {200, 302}
