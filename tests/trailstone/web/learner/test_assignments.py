"""What is assigned, for the learner: on the class page, at home, on pages of its own, and at the end of an attempt."""

from datetime import timedelta
from random import Random

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.trailstone.assignments.conftest import FRIDAY_NIGHT, Desk
from tests.trailstone.cast import MONDAY, attach, class_of, join
from tests.trailstone.practising import finish_exercise, give
from trailstone.assignments import actions
from trailstone.practice import queries as practice
from trailstone.progress.actions import mark_read

DAY = timedelta(days=1)


@pytest.fixture
def desk(school):
    return Desk(school)


def text(client, name, *args, query=""):
    response = client.get(reverse(name, args=args) + query)
    assert response.status_code == 200
    return response.content.decode()


def item(assignment, number=0):
    return assignment.items.all()[number].pk


def test_assignments_stand_under_the_goals_nearest_first(school, ben, desk):
    desk.assign(desk.exercise(1), title="Second", due=MONDAY + 3 * DAY)
    desk.assign(title="First", due=MONDAY + DAY)
    html = text(ben, "class-page", school.room.pk)
    assert html.index("Your goals") < html.index("First") < html.index("Second") < html.index("Next up")
    assert "due tomorrow, 12:00" in html
    assert "due Thursday, 12:00" in html


def test_a_class_without_assignments_says_nothing_of_them(school, ben):
    assert "assigned-h" not in text(ben, "class-page", school.room.pk)


def test_another_classs_assignments_are_not_on_the_class_page(school, ben, desk):
    second = class_of(school.ada, "8C", "ABCD2345")
    attach(second, "alg1")
    join(second, school.ben)
    desk.assign(title="In 8C", to=[actions.To(second)])
    assert "In 8C" not in text(ben, "class-page", school.room.pk)
    assert "In 8C" in text(ben, "class-page", second.pk)


def test_past_assignments_are_folded_away(school, as_, desk):
    desk.assign(title="Old one", due=MONDAY + DAY)
    finish_exercise(school.ben, desk.alg1, desk.skill, [True] * 4, Random(1))
    with time_machine.travel(MONDAY + 2 * DAY):
        html = text(as_(school.ben), "class-page", school.room.pk)
    assert "1 past assignment" in html
    assert "Nothing due here." in html


def test_home_names_three_late_ones_first(school, as_, desk):
    for number, days in enumerate((4, 1, 3, 2)):
        desk.assign(desk.exercise(number), title=f"Due on day {days}", due=MONDAY + days * DAY)
    with time_machine.travel(MONDAY + 1.5 * DAY):
        html = text(as_(school.ben), "learner-home")
    soon = html[html.index("Due soon") : html.index("courses-h")]
    assert soon.index("Due on day 1") < soon.index("Due on day 2") < soon.index("Due on day 3")
    assert "Late, still open" in soon
    assert "was due 2 March, 12:00" in soon
    assert "Due on day 4" not in soon


def test_home_says_nothing_when_nothing_is_due(ben, school, desk):
    assert "Due soon" not in text(ben, "learner-home")


def test_the_tabs_hold_to_do_done_and_past(school, as_, desk):
    desk.assign(desk.exercise(1), title="Still to do")
    desk.assign(title="Already done")
    desk.assign(desk.exercise(2), title="Done and over", due=MONDAY + DAY)
    for number in (0, 2):
        finish_exercise(school.ben, desk.alg1, desk.unit.skills[number], [True] * 4, Random(1))
    with time_machine.travel(MONDAY + 2 * DAY):
        shown = {
            tab: text(as_(school.ben), "my-assignments", query=f"?tab={tab}") for tab in ("todo", "done", "past", "odd")
        }
    titles = {"Still to do": ["todo", "odd"], "Already done": ["done"], "Done and over": ["past"]}
    for title, tabs in titles.items():
        assert [tab for tab, html in shown.items() if title in html] == tabs


def test_an_empty_tab_says_what_is_next(ben, school):
    assert "Nothing due" in text(ben, "my-assignments")
    assert "Your goal is next." in text(ben, "my-assignments")


def test_what_has_not_started_is_nowhere(school, ben, desk):
    later = desk.assign(title="Surprise", starts_at=MONDAY + DAY)
    draft = desk.assign(desk.exercise(1), title="Surprise", draft=True)
    for name, *args in (("class-page", school.room.pk), ("learner-home",), ("my-assignments",)):
        assert "Surprise" not in text(ben, name, *args)
    for one in (later, draft):
        assert ben.get(reverse("my-assignment", args=[one.pk])).status_code == 404
        for method in (ben.get, ben.post):
            assert method(reverse("start-assigned", args=[one.pk, item(one)])).status_code == 404


def test_only_who_has_it_sees_an_assignment(school, as_, desk):
    found = desk.assign(who=[school.ben])
    addresses = [reverse("my-assignment", args=[found.pk]), reverse("start-assigned", args=[found.pk, item(found)])]
    for address in addresses:
        assert as_(school.ben).get(address).status_code == 200
        for stranger in (school.cho, school.eli, school.ada):
            assert as_(stranger).get(address).status_code == 404


def test_an_assignments_page_says_what_to_do_and_how_far_it_is(school, ben, desk):
    article = desk.article()
    found = desk.assign(article, desk.exercise(), title="Homework", instructions="Read <first>\nThen practise")
    html = text(ben, "my-assignment", found.pk)
    assert "Read &lt;first&gt;<br>Then practise" in html
    assert "from Ms Ada" in html
    assert "0 of 2 done" in html
    mark_read(learner=school.ben, lesson_id=article.subject.removeprefix("lesson:"), at=MONDAY)
    finish_exercise(school.ben, desk.alg1, desk.skill, [True, True, True, False], Random(1))
    html = text(ben, "my-assignment", found.pk)
    assert "2 of 2 done" in html
    assert "best 3 of 4" in html
    assert "Try again" in html


def test_a_thing_starts_from_its_assignment_and_leads_back_to_it(school, ben, desk):
    found = desk.assign(desk.quiz(), title="Check", same_questions=True)
    address = reverse("start-assigned", args=[found.pk, item(found)])
    html = ben.get(address).content.decode()
    assert "Everybody gets the same questions" in html
    assert reverse("my-assignment", args=[found.pk]) in html
    begun = ben.post(address)
    attempt = practice.open_attempts(school.ben).get()
    assert begun.url == reverse("question", args=[attempt.id, 1])
    assert attempt.assignment_id == found.pk
    assert "Resume" in text(ben, "my-assignment", found.pk)
    assert "Question 1 of 5 is waiting" in ben.get(address).content.decode()


def test_an_article_is_opened_from_its_assignment(school, ben, desk):
    found = desk.assign(desk.article())
    lesson = desk.alg1.units[0].lessons[0]
    address = reverse("article", args=["alg1", desk.alg1.units[0].slug, lesson.slug])
    opened = ben.get(reverse("start-assigned", args=[found.pk, item(found)])).url
    assert opened == f"{address}?assignment={found.pk}"
    back = reverse("my-assignment", args=[found.pk])
    assert back in ben.get(opened).content.decode()
    assert ben.post(opened).url == back
    assert ben.post(f"{address}?assignment=odd").url.startswith("/courses/alg1/")
    assert "Read again" in text(ben, "my-assignment", found.pk)


def test_the_results_say_what_counted_for_the_assignment(school, ben, desk):
    found = desk.assign(title="Homework", same_questions=True)
    sitting = give(school.ben, desk.begin(school.ben, found), [True, True, True, False])
    html = text(ben, "results", sitting.id)
    assert "3 of 4 counts for this assignment" in html
    assert "All done." in html
    assert reverse("my-assignment", args=[found.pk]) in html
    worse = give(school.ben, desk.begin(school.ben, found), [False, True, False, False])
    assert "your best stays 3 of 4" in text(ben, "results", worse.id)


def test_results_after_the_date_are_marked_late(school, as_, desk):
    desk.assign(title="Homework")
    sitting = finish_exercise(school.ben, desk.alg1, desk.skill, [True] * 4, Random(1), at=FRIDAY_NIGHT + DAY)
    with time_machine.travel(FRIDAY_NIGHT + 2 * DAY):
        assert "done late" in text(as_(school.ben), "results", sitting.id)


def test_an_attempt_for_no_assignment_says_nothing_of_one(school, ben, desk):
    sitting = finish_exercise(school.ben, desk.alg1, desk.skill, [True] * 4, Random(1))
    assert "counts for this assignment" not in text(ben, "results", sitting.id)


def test_starting_again_after_two_misses_asks_the_same_questions_again(school, ben, desk):
    found = desk.assign(same_questions=True)
    first = desk.begin(school.ben, found)
    give(school.ben, first, [False, False])
    again = ben.post(reverse("restart", args=[first]))
    assert again.status_code == 302
    attempt = practice.open_attempts(school.ben).get()
    assert attempt.assignment_id == found.pk
    assert attempt.id != first


def test_a_try_again_after_the_same_questions_starts_from_the_assignment(school, ben, desk):
    found = desk.assign(same_questions=True)
    sitting = give(school.ben, desk.begin(school.ben, found), [False] * 4)
    assert reverse("start-assigned", args=[found.pk, item(found)]) in text(ben, "results", sitting.id)


def test_a_skills_own_start_card_knows_nothing_of_the_assigned_attempt(school, ben, desk):
    found = desk.assign(same_questions=True)
    desk.begin(school.ben, found)
    slug = desk.skill.slug.rpartition("/")[2]
    assert "is waiting" not in text(ben, "start-exercise", "alg1", desk.unit.slug, slug)


def test_more_time_for_one_is_said(school, ben, desk):
    found = desk.assign()
    actions.extend(
        actor=school.ada, assignment=found, learners=[school.ben.pk], due_at=FRIDAY_NIGHT + 7 * DAY, at=MONDAY
    )
    html = text(ben, "my-assignment", found.pk)
    assert "by 12 March, 23:59" in html
    assert "more time for you" in html


def test_a_learners_lists_cost_the_same_however_much_is_assigned(school, ben, desk):
    desk.assign(desk.exercise(), desk.article())
    addresses = [reverse("my-assignments"), reverse("learner-home"), reverse("class-page", args=[school.room.pk])]
    before = [_cost(ben, address) for address in addresses]
    for number in range(6):
        desk.assign(desk.exercise(number % 3), desk.quiz(), title=f"No {number}")
    assert [_cost(ben, address) for address in addresses] == before


def _cost(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    return len(asked)
