"""The first six steps of a class."""

import re

from django.urls import reverse
from django.utils import timezone

from tests.trailstone.cast import FRIDAY, MONDAY, TODAY, set_unit
from tests.trailstone.goals.test_roadmap import lay_out
from trailstone.goals import actions
from trailstone.people.models import User
from trailstone.reports.starter import first_steps


def done(school):
    facts = first_steps(school.room)
    return [facts.course_goal, facts.told, facts.unit_goals, facts.assigned, facts.reports, facts.celebrated]


def post(school, browser, what):
    return browser.post(reverse("starter", args=[school.room.pk]), {"do": what}, follow=True)


def overview(school, browser):
    return browser.get(reverse("class-overview", args=[school.room.pk])).content.decode()


def test_each_step_is_done_by_what_the_data_says(school, ada):
    assert done(school) == [False] * 6
    about = {"actor": school.ada, "classroom": school.room, "learners": None, "at": MONDAY}
    actions.place(course_id="tiny", due=FRIDAY, **about)
    assert done(school) == [True, False, False, False, False, False]
    User.objects.filter(pk__in=[school.ben.pk, school.cho.pk]).update(last_login=timezone.now())
    lay_out(school)
    assert done(school)[:3] == [True, True, True]
    post(school, ada, "reports")
    assert done(school)[4]
    set_unit(school.ben, "tiny/one", 4, 4, 4)
    assert not done(school)[5]
    ada.post(reverse("celebrate-list", args=[school.room.pk]))
    assert done(school)[5]


def test_one_of_three_signed_in_is_not_the_class(school):
    User.objects.filter(pk=school.ben.pk).update(last_login=timezone.now())
    assert not first_steps(school.room).told


def test_the_list_is_put_away_and_brought_back(school, ada):
    assert "To get going" in overview(school, ada)
    page = post(school, ada, "dismiss").content.decode()
    assert "To get going" not in page
    undo = re.search(r'action="([^"]*do=return[^"]*)"', page)[1]
    ada.post(undo)
    assert "To get going" in overview(school, ada)


def test_opening_the_reports_leads_there_and_is_noted_once(school, ada):
    page = post(school, ada, "reports")
    assert page.redirect_chain[-1][0] == reverse("skills-report", args=[school.room.pk])
    assert "1 of 6 done" in overview(school, ada)


def test_only_a_teacher_of_the_class_ticks_and_only_what_there_is(school, ada, as_):
    assert post(school, as_(school.lund), "dismiss").status_code == 404
    assert post(school, ada, "anything").status_code == 404
    assert TODAY.isoformat() not in overview(school, ada)
