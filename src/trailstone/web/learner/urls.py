"""The addresses of the learner pages."""

from django.urls import URLPattern, path

from trailstone.web.learner.article import views as article
from trailstone.web.learner.assignment import views as assignment
from trailstone.web.learner.assignments import views as assignments
from trailstone.web.learner.celebration import views as celebration
from trailstone.web.learner.class_page import views as class_page
from trailstone.web.learner.continue_goal import views as continue_goal
from trailstone.web.learner.course import views as course
from trailstone.web.learner.courses import views as courses
from trailstone.web.learner.glossary import views as glossary
from trailstone.web.learner.home import views as home
from trailstone.web.learner.my_progress import views as my_progress
from trailstone.web.learner.unit import views as unit

urlpatterns: list[URLPattern] = [
    path("learn/", home.learner_home, name="learner-home"),
    path("learn/progress/", my_progress.my_progress, name="my-progress"),
    path("learn/assignments/", assignments.assignments, name="my-assignments"),
    path("learn/assignments/<uuid:assignment_id>/", assignment.assignment, name="my-assignment"),
    path("classes/<uuid:class_id>/", class_page.class_page, name="class-page"),
    path("courses/", courses.explore, name="courses"),
    path("courses/<str:course_id>/", course.course, name="course"),
    path("courses/<str:course_id>/glossary/", glossary.glossary, name="glossary"),
    path("courses/<str:course_id>/<str:unit>/", unit.unit, name="unit"),
    path("courses/<str:course_id>/<str:unit>/<str:lesson>/", article.article, name="article"),
    path("goals/<int:aim_id>/continue/", continue_goal.continue_goal, name="continue-goal"),
    path("goals/<int:aim_id>/celebration/", celebration.celebration, name="celebration"),
]
