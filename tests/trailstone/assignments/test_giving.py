from datetime import timedelta
from random import Random

import pytest

from tests.trailstone.assignments.conftest import FRIDAY_NIGHT
from tests.trailstone.cast import MONDAY, class_of, join, person, set_levels
from trailstone.assignments import actions, queries, things
from trailstone.assignments.models import Assignment
from trailstone.content.catalogue import CATALOGUE
from trailstone.content.models import Course, Placement
from trailstone.goals.models import ClassCourse
from trailstone.people import actions as people
from trailstone.people.errors import OutOfReach, Refused
from trailstone.practice.models import Attempt
from trailstone.progress.actions import mark_read

WEEK = timedelta(days=7)


def test_everybody_of_the_class_gets_the_assignment(desk):
    found = desk.seen(desk.assign())
    assert [line.name for line in found.lines] == ["Ben", "Cho", "Dina"]
    assert found.title == desk.skill.name
    assert found.phase.value == "open"
    assert found.due.strftime("%d %B %Y %H:%M") == "05 March 2027 23:59"


def test_chosen_learners_get_it_and_the_others_do_not(desk, school):
    desk.assign(who=[school.ben])
    assert len(desk.mine(school.ben)) == 1
    assert not desk.mine(school.cho)


def test_several_classes_get_the_same_questions_when_all_get_the_same(desk, school):
    second = class_of(school.ada, "8C", "ABCD2345")
    join(second, person(school.school, "Fay"))
    for course in ("alg1", "tiny"):
        ClassCourse.objects.create(classroom=second, course_id=course)
    given = actions.assign(
        actor=school.ada, to=[actions.To(school.room), actions.To(second)],
        work=desk.work(desk.quiz(), same_questions=True), at=MONDAY, rng=Random(5),
    )  # fmt: skip
    first, other = (Assignment.objects.get(pk=one.assignment_id).items.get().questions for one in given)
    assert first == other
    assert len(first) == 5
    assert [one.sentence for one in given] == [
        f"Quiz 1 ({desk.unit.title}): assigned to Ben, Cho and Dina of 8B, due 5 March 2027, 23:59.",
        f"Quiz 1 ({desk.unit.title}): assigned to Fay of 8C, due 5 March 2027, 23:59.",
    ]


def test_a_second_click_makes_nothing_new_and_says_so(desk, school):
    desk.assign()
    again = actions.assign(
        actor=school.ada, to=[actions.To(school.room)], work=desk.work(), at=MONDAY + timedelta(seconds=2),
        rng=Random(9),
    )  # fmt: skip
    assert Assignment.objects.count() == 1
    assert again[0].sentence.endswith("8B has this assignment, due 5 March 2027, 23:59, already.")


def refused(call, **more):
    with pytest.raises(Refused) as found:
        call(**more)
    assert Assignment.objects.count() == 0, "nothing may be left of what was refused"
    return found.value.message


def test_due_before_the_start_is_refused_with_both_moments(desk):
    message = refused(desk.assign, starts_at=FRIDAY_NIGHT + WEEK)
    assert message == (
        "It would be due 5 March 2027, 23:59, before its start 12 March 2027, 23:59. Choose a later due date."
    )


def test_due_in_the_past_and_far_ahead_are_refused(desk):
    assert "is in the past" in refused(desk.assign, due=MONDAY - WEEK, starts_at=MONDAY - 2 * WEEK)
    assert "3 years ahead" in refused(desk.assign, due=MONDAY + 200 * WEEK)


def test_an_empty_choice_is_refused(desk, school):
    assert refused(desk.assign, who=[]) == "No learner is chosen. Choose at least one."
    nothing = actions.Work(things=[], due_at=FRIDAY_NIGHT)
    call = {"actor": school.ada, "at": MONDAY, "rng": Random(1)}
    message = refused(actions.assign, to=[actions.To(school.room)], work=nothing, **call)
    assert message == "Nothing to do is chosen. Choose at least one thing."
    assert refused(actions.assign, to=[], work=desk.work(), **call) == "No class is chosen. Choose at least one."


def test_a_learner_twice_is_refused(desk, school):
    message = refused(desk.assign, who=[school.ben, school.ben])
    assert message == "Ben would get this twice. Choose each learner once."


def test_a_learner_of_two_classes_would_get_it_twice(desk, school):
    second = class_of(school.ada, "8C", "ABCD2345")
    ClassCourse.objects.create(classroom=second, course_id="alg1")
    join(second, school.ben)
    message = refused(desk.assign, to=[actions.To(school.room), actions.To(second)])
    assert message == "Ben would get this twice: in 8B and 8C. Leave them out in one class."


def test_another_classs_learner_is_refused(desk, school):
    assert "not in 8B" in refused(desk.assign, who=[school.ben, school.eli])


def test_another_teachers_class_is_out_of_reach(desk, school):
    with pytest.raises(OutOfReach):
        desk.assign(to=[actions.To(school.other)])
    with pytest.raises(OutOfReach):
        desk.assign(actor=school.lund)


def test_an_archived_class_gets_nothing(desk, school):
    people.archive_class(actor=school.ada, classroom=school.room, at=MONDAY)
    assert "archived" in refused(desk.assign)


def test_a_course_that_is_not_attached_is_refused(desk, school):
    ClassCourse.objects.filter(classroom=school.room, course_id="alg1").delete()
    assert "which is not one of the courses of 8B. Add the course under Edit courses first." in refused(desk.assign)


def test_a_skill_that_left_the_site_is_refused(desk):
    wanted = desk.exercise()
    retire(desk.skill)
    with pytest.raises(Refused, match="not on this site any more"):
        desk.assign(wanted)


def retire(skill):
    Placement.objects.filter(course_id="alg1", skill_id=skill.id).update(retired=True)
    Course.objects.filter(pk="alg1").update(version="without")
    CATALOGUE.forget()


NO_CODES = (
    "",
    "exercise",
    "exercise|alg1|",
    "exercise|alg1|skill:x",
    "exercise|alg1|skill:99999999999999999999",
    "quiz|alg1|skill:1",
    "mastery-challenge|alg1|course:alg1",
    "quiz|alg1|quiz:alg1/none:1",
    "course-challenge|alg1|course:tiny",
    "unit-test|none|unit:none/one",
    "article|alg1|lesson:",
    "skill|\x00|x",
)


@pytest.mark.parametrize("code", NO_CODES)
def test_a_code_that_names_nothing_is_refused(desk, code):
    with pytest.raises(Refused, match="not on this site any more"):
        desk.assign(things.thing_of(code))


def test_a_code_names_its_thing(desk):
    for thing in (desk.exercise(), desk.quiz(), desk.article(), things.unit_test(desk.alg1, desk.unit)):
        assert things.thing_of(thing.code) == thing


def test_titles_and_instructions_are_tidied_and_have_an_end(desk):
    found = desk.assign(title="  Home\u202ework \x00 3 ", instructions="Line one \r\n\r\nLine two\x07")
    assert (found.title, found.instructions) == ("Home work 3", "Line one\n\nLine two")
    with pytest.raises(Refused, match="at most 120 letters"):
        desk.assign(title="x" * 121)
    with pytest.raises(Refused, match="at most 2,000 letters"):
        desk.assign(instructions="x" * 2001)


def test_a_draft_is_the_teachers_alone_until_it_is_published(desk, school):
    draft = desk.assign(draft=True)
    assert desk.seen(draft).phase.value == "draft"
    assert not desk.mine(school.ben)
    actions.publish(actor=school.ada, assignment=draft, at=MONDAY + timedelta(hours=1))
    assert desk.mine(school.ben, MONDAY + timedelta(hours=2))
    actions.publish(actor=school.ada, assignment=draft, at=MONDAY + timedelta(hours=3))
    assert desk.seen(draft).starts_at == MONDAY + timedelta(hours=1), "publishing twice is publishing once"


def test_a_draft_for_the_whole_class_reaches_who_joined_before_it_was_published(desk, school):
    draft = desk.assign(draft=True)
    join(school.room, person(school.school, "Gil"), at=MONDAY)
    actions.publish(actor=school.ada, assignment=draft, at=MONDAY + timedelta(hours=1))
    assert "Gil" in desk.states(draft, MONDAY + timedelta(hours=2))


def test_a_draft_stays_away_from_whom_it_was_taken(desk, school):
    draft = desk.assign(draft=True)
    actions.remove_learners(actor=school.ada, assignment=draft, learners=[school.ben.pk], at=MONDAY)
    given = actions.publish(actor=school.ada, assignment=draft, at=MONDAY)
    assert given.names == ("Cho", "Dina")


def test_a_draft_for_who_left_meanwhile_is_not_published(desk, school):
    draft = desk.assign(draft=True, who=[school.ben])
    people.remove_learner(actor=school.ada, classroom=school.room, learner=school.ben.pk, at=MONDAY)
    with pytest.raises(Refused, match="No learner has this assignment"):
        actions.publish(actor=school.ada, assignment=draft, at=MONDAY)
    assert desk.seen(draft).phase.value == "draft"


def test_other_instructions_or_another_start_make_another_assignment(desk):
    for more in ({}, {"instructions": "On paper."}, {"starts_at": MONDAY + timedelta(days=1)}):
        desk.assign(**more)
    assert Assignment.objects.count() == 3


def test_a_draft_whose_date_has_passed_is_not_published(desk, school):
    draft = desk.assign(draft=True)
    with pytest.raises(Refused, match="Choose a later due date"):
        actions.publish(actor=school.ada, assignment=draft, at=FRIDAY_NIGHT + WEEK)


def test_a_copy_has_the_same_things_and_other_questions(desk, school):
    first = desk.assign(desk.quiz(), same_questions=True, title="Check")
    given = actions.copy(actor=school.ada, assignment=first, to=school.room, at=MONDAY, rng=Random(8))
    new = Assignment.objects.get(pk=given.assignment_id)
    assert given.draft
    assert new.items.get().subject == first.items.get().subject
    assert new.items.get().questions != first.items.get().questions
    assert next(row.sentence for row in queries.change_log(new)) == "Copied it from 8B."


def test_what_a_teacher_is_told_before_saving(desk, school):
    for who in (school.ben, school.cho):
        set_levels(who, {desk.skill.slug: 4})
    article = desk.article()
    mark_read(learner=school.dina, lesson_id=article.subject.removeprefix("lesson:"), at=MONDAY)
    desk.assign(desk.quiz())
    found = queries.conflicts(school.room, [desk.exercise(), article, desk.quiz()], None, MONDAY)
    title = desk.alg1.units[0].lessons[0].article_title
    assert [one.sentence for one in found] == [
        f"2 learners have mastered “{desk.skill.name}” (Ben and Cho): leave them out?",
        f"Dina has read “{title}”: leave Dina out?",
        "3 learners have already been given “Quiz 1” (Ben, Cho and Dina): leave them out?",
    ]
    chosen = queries.conflicts(school.room, [desk.exercise()], [school.dina.pk], MONDAY)
    assert chosen == ()


def test_telling_conflicts_costs_the_same_for_many_learners(desk, school, django_assert_num_queries):
    def ask():
        return queries.conflicts(school.room, [desk.exercise(), desk.article(), desk.quiz()], None, MONDAY)

    ask()
    with django_assert_num_queries(4):
        ask()
    for number in range(20):
        join(school.room, person(school.school, f"Learner {number}"))
    with django_assert_num_queries(4):
        ask()


def test_a_class_goes_with_its_assignments_and_the_work_done_for_them_stays(desk, school):
    assignment = desk.assign()
    attempt = desk.begin(school.ben, assignment)
    people.delete_class(actor=school.ada, classroom=school.room, typed="8B", at=MONDAY)
    assert not Assignment.objects.filter(pk=assignment.pk).exists()
    assert Attempt.objects.filter(school_id=school.school.pk, learner=school.ben).exists(), attempt
