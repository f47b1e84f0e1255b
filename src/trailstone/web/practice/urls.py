"""The addresses of the practice pages."""

from django.urls import URLPattern, URLResolver, include, path

from trailstone.web.practice.bonus import views as bonus
from trailstone.web.practice.problem import views as problem
from trailstone.web.practice.question import steps
from trailstone.web.practice.question import views as question
from trailstone.web.practice.results import views as results
from trailstone.web.practice.review import views as review
from trailstone.web.practice.start import views as start
from trailstone.web.practice.why import views as why

IN_A_COURSE: list[URLPattern | URLResolver] = [
    path("<str:unit>/skills/<str:skill>/", start.exercise, name="start-exercise"),
    path("<str:unit>/quizzes/<int:number>/", start.quiz, name="start-quiz"),
    path("<str:unit>/test/", start.unit_test, name="start-unit-test"),
    path("challenge/", start.course_challenge, name="start-course-challenge"),
    path("mastery-challenge/", start.mastery_challenge, name="start-mastery-challenge"),
]
OF_A_QUESTION: list[URLPattern | URLResolver] = [
    path("", question.question, name="question"),
    path("answer/", steps.answer, name="answer"),
    path("hint/", steps.hint, name="hint"),
    path("solution/", steps.solution, name="solution"),
    path("skip/", steps.skip, name="skip"),
    path("problem/", problem.problem, name="problem"),
]
OF_AN_ATTEMPT: list[URLPattern | URLResolver] = [
    path("", question.attempt, name="attempt"),
    path("<int:number>/", include(OF_A_QUESTION)),
    path("restart/", bonus.restart, name="restart"),
    path("bonus/", bonus.bonus, name="bonus"),
    path("results/", results.results, name="results"),
    path("review/", review.review, name="review"),
    path("why/<int:skill_id>/", why.why, name="why"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("learn/assignments/<uuid:assignment_id>/<int:item_id>/", start.assigned, name="start-assigned"),
    path("courses/<str:course>/", include(IN_A_COURSE)),
    path("practice/<uuid:attempt_id>/", include(OF_AN_ATTEMPT)),
]
