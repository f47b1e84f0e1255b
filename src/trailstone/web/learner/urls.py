"""The addresses of the learner pages."""

from django.urls import URLPattern, path, register_converter
from django.urls.converters import StringConverter

from trailstone.web.learner.article import views as article
from trailstone.web.learner.celebration import views as celebration
from trailstone.web.learner.class_page import views as class_page
from trailstone.web.learner.continue_goal import views as continue_goal
from trailstone.web.learner.course import views as course
from trailstone.web.learner.courses import views as courses
from trailstone.web.learner.home import views as home
from trailstone.web.learner.my_progress import views as my_progress
from trailstone.web.learner.unit import views as unit


class UnitSlug(StringConverter):
    """The last part of a unit's id; the challenges of a course stand at the same place and are no units."""

    regex = "(?!challenge/|mastery-challenge/)[^/]+"


class LessonSlug(StringConverter):
    """The last part of a lesson's id; a unit's test stands at the same place and is no lesson."""

    regex = "(?!test/)[^/]+"


register_converter(UnitSlug, "unit")
register_converter(LessonSlug, "lesson")

urlpatterns: list[URLPattern] = [
    path("learn/", home.learner_home, name="learner-home"),
    path("learn/progress/", my_progress.my_progress, name="my-progress"),
    path("classes/<uuid:class_id>/", class_page.class_page, name="class-page"),
    path("courses/", courses.explore, name="courses"),
    path("courses/<str:course_id>/", course.course, name="course"),
    path("courses/<str:course_id>/<unit:unit>/", unit.unit, name="unit"),
    path("courses/<str:course_id>/<unit:unit>/<lesson:lesson>/", article.article, name="article"),
    path("goals/<int:aim_id>/continue/", continue_goal.continue_goal, name="continue-goal"),
    path("goals/<int:aim_id>/celebration/", celebration.celebration, name="celebration"),
]
