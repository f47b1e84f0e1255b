"""Every address of the site. Pages are named after their folder in ``web``."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("trailstone.web.entrance.urls")),
    path("", include("trailstone.web.practice.urls")),  # before learner: /challenge/ is no unit, /test/ no lesson
    path("", include("trailstone.web.learner.urls")),
    path("", include("trailstone.web.teacher.urls")),
]

if settings.DEBUG:
    urlpatterns.append(path("", include("trailstone.web.styleguide.urls")))
