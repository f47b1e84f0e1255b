"""How activities end: the bonus question, starting again, results, reasons and review."""

from datetime import timedelta
from random import Random

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.trailstone.cast import set_levels
from trailstone.content.catalogue import CATALOGUE
from trailstone.content.models import Course, Placement
from trailstone.goals.models import Aim, Goal
from trailstone.practice import start
from trailstone.practice.models import Attempt
from trailstone.progress.challenges import begin_challenge
from trailstone.progress.models import LevelChange

pytestmark = pytest.mark.django_db


def text(response):
    return response.content.decode()


def finish(learner, attempt, marks):
    for mark in marks:
        reply = learner.right(attempt) if mark else learner.miss(attempt)
    return reply


def equations(alg1):
    return alg1.by_unit["alg1/equations"]


def test_the_last_right_answer_leads_to_the_results(learner, exercise):
    page = text(finish(learner, exercise, [True] * 4))
    assert "See your results" in page
    assert reverse("results", args=[exercise]) in page
    assert Attempt.objects.get().state == "finished"


def test_after_exactly_one_miss_a_bonus_question_is_offered(learner, exercise):
    page = text(finish(learner, exercise, [True, False, True, True]))
    assert reverse("bonus", args=[exercise]) in page
    assert "One more question can wipe the miss" in text(learner.see("bonus", exercise))


def test_the_bonus_question_taken_and_right_makes_it_perfect(plain, exercise):
    finish(plain, exercise, [True, False, True, True])
    page = text(plain.client.post(reverse("bonus", args=[exercise]), {"take": "yes"}, follow=True))
    assert "Bonus question" in page
    plain.right(exercise)
    page = text(plain.see("results", exercise))
    assert "3 of 4 right and the bonus question too. You are now Proficient." in page


def test_the_bonus_question_may_be_left(plain, exercise):
    finish(plain, exercise, [True, False, True, True])
    page = text(plain.client.post(reverse("bonus", args=[exercise]), {"take": "no"}, follow=True))
    assert "3 of 4 right. You are now Familiar." in page


def test_a_bonus_that_is_not_offered_leads_back(plain, exercise):
    question = reverse("question", args=[exercise, 1])
    assert plain.see("bonus", exercise).url == question
    assert (
        question
        in plain.client.post(reverse("bonus", args=[exercise]), {"take": "yes"}, follow=True).redirect_chain[-1][0]
    )


def test_starting_again_is_offered_after_two_misses_and_changes_no_level(plain, exercise):
    assert "Start again" not in text(plain.miss(exercise))
    page = text(plain.miss(exercise))
    assert "none of your levels change" in page
    page = text(plain.client.post(reverse("restart", args=[exercise]), follow=True))
    assert "Question 1 of 4" in page
    assert sorted(Attempt.objects.values_list("state", flat=True)) == ["open", "restarted"]
    assert not LevelChange.objects.exists()


def test_starting_again_too_early_says_why_not(plain, exercise):
    page = text(plain.client.post(reverse("restart", args=[exercise]), follow=True))
    assert "after two misses" in page
    assert Attempt.objects.get().state == "open"


def test_an_attempt_that_was_put_away_leads_to_its_start(plain, exercise):
    plain.miss(exercise)
    plain.miss(exercise)
    plain.client.post(reverse("restart", args=[exercise]))
    assert "You began this again" in text(plain.client.get(reverse("attempt", args=[exercise]), follow=True))


def test_results_wait_until_all_is_done(plain, exercise, skill):
    for page in (("results", exercise), ("review", exercise), ("why", exercise, skill.id)):
        assert plain.see(*page).url == reverse("question", args=[exercise, 1])


def test_an_exercise_ends_with_level_points_and_what_is_next(plain, exercise, alg1):
    finish(plain, exercise, [True] * 4)
    page = text(plain.see("results", exercise))
    assert "4 of 4 right. You are now Proficient." in page
    assert "+80 mastery points" in page
    assert f"Next skill: {equations(alg1).skills[1].name}" in page


def test_results_lead_back_to_the_class_that_works_on_the_course(plain, exercise, school):
    finish(plain, exercise, [True] * 4)
    assert reverse("class-page", args=[school.room.pk]) in text(plain.see("results", exercise))


def test_an_exercise_below_proficient_offers_to_try_again_first(plain, exercise):
    finish(plain, exercise, [False, False, True, True])
    page = text(plain.see("results", exercise))
    assert page.index("Try again") < page.index("Next skill")
    assert "You have made a start" in page
    assert "The ones to look at again" in page


def test_when_the_unit_is_proficient_the_unit_test_is_next(plain, exercise, ben, alg1):
    set_levels(ben, {skill.slug: 3 for skill in equations(alg1).skills[1:]})
    finish(plain, exercise, [True] * 4)
    assert "Take the unit test" in text(plain.see("results", exercise))


def test_a_drop_is_explained_with_the_way_to_win_it_back(plain, quiz, ben, alg1):
    set_levels(
        ben, {skill.slug: 3 for skill in equations(alg1).quizzes[0].skills}, at=timezone.now() - timedelta(days=1)
    )
    finish(plain, quiz, [False] * 5)
    page = text(plain.see("results", quiz))
    assert "back to Familiar" in page
    assert "One more good round will win it back." in page
    assert "Wrong" not in page


def test_a_skill_not_asked_is_listed_as_it_was(plain, ben, alg1, rng):
    attempt = start.start_course_challenge(learner=ben, course=alg1, at=timezone.now(), rng=rng)
    asked = {place.skill_id for place in plain.sitting(attempt).places}
    finish(plain, attempt, [True] * len(plain.sitting(attempt).places))
    page = text(plain.see("results", attempt))
    missing = len(alg1.skills) - len(asked)
    assert ("not asked this time" in page) == bool(missing)


def test_a_unit_test_goes_from_start_to_results(learner, ben, alg1, rng):
    attempt = start.start_unit_test(learner=ben, course=alg1, unit=equations(alg1), at=timezone.now(), rng=rng)
    finish(learner, attempt, [True] * 9 + [False])
    assert "9 of 10 right at the first try" in text(learner.see("results", attempt))


def test_mastered_in_a_challenge_is_celebrated(plain, ben, alg1):
    slugs = [skill.slug for skill in equations(alg1).skills[:3]]
    set_levels(ben, dict.fromkeys(slugs, 3), at=timezone.now() - timedelta(days=2))
    attempt = begin_challenge(learner=ben, course=alg1, at=timezone.now(), rng=Random(2))
    finish(plain, attempt, [True] * 6)
    page = text(plain.see("results", attempt))
    assert "<x-celebrate>" in page
    assert "The flag is planted." in page
    assert "<x-celebrate>" not in text(plain.see("review", attempt))


def test_a_goal_reached_leads_to_its_celebration_first(plain, exercise, ben, school):
    goal = Goal.objects.create(
        classroom=school.room,
        course_id="alg1",
        target=50,
        due=timezone.now().date(),
        created_by=school.ada,
        created_at=timezone.now(),
    )
    aim = Aim.objects.create(
        goal=goal, learner=ben, due=timezone.now().date(), since=timezone.now(), achieved_at=timezone.now()
    )
    finish(plain, exercise, [True] * 4)
    page = text(plain.see("results", exercise))
    assert reverse("celebration", args=[aim.pk]) in page
    assert page.index("You reached your goal") < page.index("Next skill")


def test_why_names_the_attempt_its_questions_and_the_row(plain, exercise, skill):
    finish(plain, exercise, [True, False, True, False])
    page = text(plain.see("why", exercise, skill.id))
    assert "2 of 4 right is low: from Not started to Attempted." in page
    assert "exercise low" in page
    assert f"{reverse('review', args=[exercise])}#q2" in page
    assert page.count('class="here"') == 1


def test_why_a_skill_that_was_not_asked_does_not_exist(plain, exercise, alg1):
    finish(plain, exercise, [True] * 4)
    assert plain.see("why", exercise, equations(alg1).skills[1].id).status_code == 404


def test_review_shows_each_answer_the_right_one_and_the_way(plain, exercise):
    finish(plain, exercise, [True, False, True, True])
    plain.client.post(reverse("bonus", args=[exercise]), {"take": "no"})
    page = text(plain.see("review", exercise))
    assert page.count("The worked answer, step by step") == 4
    assert "977" in page
    assert "Right after another try" in page


def test_results_cost_the_same_however_many_questions(plain, quiz, exercise, django_assert_max_num_queries):
    finish(plain, exercise, [True] * 4)
    finish(plain, quiz, [True] * 5)
    for attempt in (exercise, quiz):
        plain.see("results", attempt)
        with django_assert_max_num_queries(10):
            plain.see("results", attempt)


def test_a_course_without_the_unit_any_more_still_shows_old_results(plain, exercise, skill, alg1):
    finish(plain, exercise, [True] * 4)
    Placement.objects.filter(skill_id=skill.id).update(retired=True)
    Course.objects.filter(pk="alg1").update(version="without it")
    CATALOGUE.forget()
    for page in (("results", exercise), ("review", exercise), ("why", exercise, skill.id)):
        assert plain.see(*page).status_code == 200
